-- From which record on the records of a part are read otherwise than those before: in a package of
-- several files, and in a replay of records that came from several. `number` counts as that of
-- rejected records does.
create table run_layout (
  run_id  uuid    not null references run (id) on delete cascade,
  ordinal integer not null,
  part    integer not null,
  number  bigint  not null,
  layout  jsonb   not null,
  primary key (run_id, ordinal, part, number)
);

-- Raw texts that were cut before now end as those that are cut from now on.
update rejected_record set raw = left(raw, -60) || '… [cut off here: longer than 64 KiB]'
where octet_length(raw) > 65532;
