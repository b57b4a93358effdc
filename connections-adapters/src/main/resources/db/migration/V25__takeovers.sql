-- How often in a row who worked on the share disappeared before its run got further, and how far the
-- run had come when the share was last taken: it is not taken up forever.
alter table run_share
  add column in_vain integer not null default 0,
  add column reached bigint  not null default 0;
