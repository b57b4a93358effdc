-- Which field of a rejected record, and which value of it, was the reason; empty where no single one was.
alter table rejected_record
  add column field text not null default '',
  add column value text not null default '';
