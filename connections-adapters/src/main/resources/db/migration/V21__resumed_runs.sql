-- What a run that goes on has to know of what it did before.

-- In how many records of the lane a value was left out, by the place of the mapping row.
alter table run_lane add column left_out bigint[] not null default '{}';

-- How long somebody has worked on the share, up to `taken_at`, which is null while nobody has it:
-- what a run waits between a stop and its resumption is not time that it needs.
alter table run_share add column worked interval not null default '0';
update run_share s
set worked = greatest(interval '0', coalesce(r.ended_at, s.taken_at) - r.started_at),
  taken_at = case when s.open then s.taken_at end
from run r
where r.id = s.run_id and r.started_at is not null and s.taken_at is not null;

-- Whether going on behind the last chunk may get over what the goal failed with.
alter table run_goal add column resumable boolean not null default true;
update run_goal set resumable = false
where state = 'FAILED' and problem_code in (
  'archive-unreadable', 'column-missing', 'connection-gone', 'duplicate-header', 'file-changed',
  'file-empty', 'format-unusable', 'goal-gone', 'goal-incomplete', 'header-unreadable',
  'line-too-long', 'not-text', 'setup-incomplete', 'too-many-columns', 'zip-bomb');

-- How many files the goal reads and how large they are, kept up with the files themselves: who
-- watches a run of 30,000 files asks twice a second.
alter table run_goal
  add column files integer not null default 0,
  add column files_finished integer not null default 0,
  add column bytes bigint not null default 0,
  add column bytes_finished bigint not null default 0;
update run_goal g
set files = f.files, files_finished = f.files_finished, bytes = f.bytes,
  bytes_finished = f.bytes_finished
from (
  select run_id, ordinal, count(*) as files, sum(size) as bytes,
    count(*) filter (where state = 'FINISHED') as files_finished,
    coalesce(sum(size) filter (where state = 'FINISHED'), 0) as bytes_finished
  from run_file group by run_id, ordinal) f
where f.run_id = g.run_id and f.ordinal = g.ordinal;

create function count_listed_files() returns trigger language plpgsql as $$
begin
  update run_goal g
  set files = g.files + f.files, files_finished = g.files_finished + f.files_finished,
    bytes = g.bytes + f.bytes, bytes_finished = g.bytes_finished + f.bytes_finished
  from (
    select run_id, ordinal, count(*) as files, sum(size) as bytes,
      count(*) filter (where state = 'FINISHED') as files_finished,
      coalesce(sum(size) filter (where state = 'FINISHED'), 0) as bytes_finished
    from listed group by run_id, ordinal) f
  where f.run_id = g.run_id and f.ordinal = g.ordinal;
  return null;
end
$$;
create trigger run_file_listed after insert on run_file
  referencing new table as listed for each statement execute function count_listed_files();

create function count_finished_file() returns trigger language plpgsql as $$
declare
  more integer := case when new.state = 'FINISHED' then 1 else -1 end;
begin
  update run_goal
  set files_finished = files_finished + more, bytes_finished = bytes_finished + more * new.size
  where run_id = new.run_id and ordinal = new.ordinal;
  return null;
end
$$;
create trigger run_file_finished after update of state on run_file
  for each row when ((old.state = 'FINISHED') <> (new.state = 'FINISHED'))
  execute function count_finished_file();

create index run_file_not_finished on run_file (run_id, ordinal, part) where state <> 'FINISHED';
