-- What the charts of Home are drawn from: sums by hour, so that no chart reads runs or their chunks.
-- Several rows an hour, by lane, so that chunks committed at once do not wait for one row.
create table hourly_total (
  hour          timestamptz not null check (hour = date_trunc('hour', hour, 'UTC')),
  slot          smallint not null check (slot between 0 and 15),
  -- records of imports
  read          bigint  not null default 0,
  created       bigint  not null default 0,
  updated       bigint  not null default 0,
  unchanged     bigint  not null default 0,
  skipped_for_consent   bigint not null default 0,
  skipped_without_match bigint not null default 0,
  filtered      bigint  not null default 0,
  rejected      bigint  not null default 0,
  -- ends of runs: one that failed, was resumed and finished has ended twice
  runs_finished integer not null default 0,
  runs_stopped  integer not null default 0,
  runs_failed   integer not null default 0,
  primary key (hour, slot),
  constraint hourly_total_balances check (
    read = created + updated + unchanged + skipped_for_consent + skipped_without_match + filtered + rejected)
  -- room beside each row, so that a chunk rewrites it in its page and touches no index
) with (fillfactor = 30);

-- In the transaction of the chunk, as its last lock: whoever waits for the row waits for no more than
-- a commit, and no circle of waiting can come about.
create function hourly_total_of_chunk() returns trigger language plpgsql as $$
begin
  insert into hourly_total as t (hour, slot, read, created, updated, unchanged,
    skipped_for_consent, skipped_without_match, filtered, rejected)
  values (date_trunc('hour', new.at, 'UTC'),
    -- neighbouring lanes never share a slot
    ((hashtext(new.run_id::text) & 15) + new.share * 5 + new.lane) % 16,
    new.read, new.created, new.updated, new.unchanged, new.skipped_for_consent,
    new.skipped_without_match, new.filtered, new.rejected)
  on conflict (hour, slot) do update set
    read = t.read + excluded.read, created = t.created + excluded.created,
    updated = t.updated + excluded.updated, unchanged = t.unchanged + excluded.unchanged,
    skipped_for_consent = t.skipped_for_consent + excluded.skipped_for_consent,
    skipped_without_match = t.skipped_without_match + excluded.skipped_without_match,
    filtered = t.filtered + excluded.filtered, rejected = t.rejected + excluded.rejected;
  return null;
end
$$;
create trigger hourly_total_of_chunk after insert on run_chunk
  for each row execute function hourly_total_of_chunk();

create function hourly_total_of_run() returns trigger language plpgsql as $$
begin
  insert into hourly_total as t (hour, slot, runs_finished, runs_stopped, runs_failed)
  values (date_trunc('hour', coalesce(new.ended_at, clock_timestamp()), 'UTC'),
    hashtext(new.id::text) & 15,
    (new.state = 'FINISHED')::int, (new.state = 'STOPPED')::int, (new.state = 'FAILED')::int)
  on conflict (hour, slot) do update set
    runs_finished = t.runs_finished + excluded.runs_finished,
    runs_stopped = t.runs_stopped + excluded.runs_stopped,
    runs_failed = t.runs_failed + excluded.runs_failed;
  return null;
end
$$;
create trigger hourly_total_of_run after update of state on run
  for each row when (old.state in ('QUEUED', 'RUNNING') and new.state not in ('QUEUED', 'RUNNING'))
  execute function hourly_total_of_run();

-- What ran before. The triggers are there already: whatever commits from here on is counted by them,
-- also by a service of the version before, and their locks made this wait for what was under way.
insert into hourly_total (hour, slot, read, created, updated, unchanged, skipped_for_consent,
  skipped_without_match, filtered, rejected)
select date_trunc('hour', at, 'UTC'), 0, sum(read), sum(created), sum(updated), sum(unchanged),
  sum(skipped_for_consent), sum(skipped_without_match), sum(filtered), sum(rejected)
from run_chunk where at > now() - interval '32 days' group by 1;

insert into hourly_total (hour, slot, runs_finished, runs_stopped, runs_failed)
select date_trunc('hour', ended_at, 'UTC'), 1, count(*) filter (where state = 'FINISHED'),
  count(*) filter (where state = 'STOPPED'), count(*) filter (where state = 'FAILED')
from run where ended_at > now() - interval '32 days' and state not in ('QUEUED', 'RUNNING')
group by 1;

-- What needs attention is read from the list's table, so it has to say two things more of each
-- connection: how many records its newest run read and rejected (a few rejected are no reason to call
-- anybody), and the first thing that keeps it from running, with the place where that is mended.
alter table connection_overview
  add column last_run_read    bigint not null default 0,
  add column last_run_rejects bigint not null default 0,
  add column problem_pointer  text,
  add column problem_code     text,
  add column problem_message  text;

create or replace function connection_overview_of_run() returns trigger language plpgsql as $$
declare
  counted record;
begin
  select coalesce(sum(l.read), 0) as read, coalesce(sum(l.rejected), 0) as rejected into counted
  from run_lane l where l.run_id = new.id and new.state not in ('QUEUED', 'RUNNING');
  update connection_overview o set
    last_run_id = new.id, last_run_number = new.number, last_run_at = new.created_at,
    last_run_ended_at = new.ended_at, last_run_state = new.state,
    last_run_problem = new.problem_code, last_run_rejected = counted.rejected > 0,
    last_run_read = counted.read, last_run_rejects = counted.rejected
  where o.connection_id = new.connection_id
    and (o.last_run_number is null or o.last_run_number <= new.number);
  return null;
end
$$;

create or replace function connection_overview_without_run() returns trigger language plpgsql as $$
begin
  update connection_overview o set
    (last_run_id, last_run_number, last_run_at, last_run_ended_at, last_run_state,
     last_run_problem, last_run_rejected, last_run_read, last_run_rejects) =
    (select r.id, r.number, r.created_at, r.ended_at, r.state, r.problem_code,
       l.rejected > 0, l.read, l.rejected
     -- one row also where no run is left
     from (select 1) one
     left join lateral (
       select * from run where connection_id = old.connection_id order by number desc limit 1) r on true
     cross join lateral (
       select coalesce(sum(read), 0) as read, coalesce(sum(rejected), 0) as rejected
       from run_lane where run_id = r.id and r.state not in ('QUEUED', 'RUNNING')) l)
  where o.connection_id = old.connection_id and o.last_run_id = old.id;
  return null;
end
$$;

update connection_overview o set last_run_read = l.read, last_run_rejects = l.rejected
from (select run_id, sum(read) as read, sum(rejected) as rejected from run_lane group by run_id) l
where l.run_id = o.last_run_id and o.last_run_rejected;
