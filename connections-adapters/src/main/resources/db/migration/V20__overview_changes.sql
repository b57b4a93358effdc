-- Each replica holds the list of connections in memory and reads what has changed since it last
-- looked. What it filters, sorts and searches by is no longer kept here.

-- The transaction that last changed what the list shows of a connection. A reader asks for all from
-- the oldest transaction on that was still open when it last looked, so that none is passed over,
-- whatever order they commit in.
alter table connection_overview
  add column changed_by xid8 not null default pg_current_xact_id();
create index connection_overview_changed on connection_overview (changed_by);

create function connection_overview_changed() returns trigger language plpgsql as $$
begin
  new.changed_by := pg_current_xact_id();
  return new;
end
$$;
-- Not where it is only marked for judging: who starts marks them all.
create trigger connection_overview_changed
  before update of complete, type_name, direction, problem_pointer, problem_code, problem_message,
    labels, last_run_id, last_run_state, last_run_ended_at, last_run_problem, last_run_read,
    last_run_rejects
  on connection_overview for each row execute function connection_overview_changed();

-- Those that are gone, for as long as a reader may remember them: who has not looked for a day reads
-- everything anew.
create table connection_overview_gone (
  connection_id uuid not null primary key,
  gone_by       xid8 not null default pg_current_xact_id(),
  gone_at       timestamptz not null default now()
);
create index connection_overview_gone_by on connection_overview_gone (gone_by);
create index connection_overview_gone_at on connection_overview_gone (gone_at);

create function connection_overview_gone() returns trigger language plpgsql as $$
begin
  delete from connection_overview_gone where gone_at < now() - interval '2 days';
  insert into connection_overview_gone (connection_id) select connection_id from gone;
  return null;
end
$$;
create trigger connection_overview_gone after delete on connection_overview
  referencing old table as gone
  for each statement execute function connection_overview_gone();

create or replace function connection_overview_of_connection() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into connection_overview (connection_id, type_name) values (new.id, new.type_id);
  else
    update connection_overview o set
      changed_by = pg_current_xact_id(),
      stale = o.stale or new.version <> old.version or new.type_id <> old.type_id
        or new.setup <> old.setup or new.goals <> old.goals
    where o.connection_id = new.id;
  end if;
  return null;
end
$$;

create or replace function connection_overview_of_run() returns trigger language plpgsql as $$
declare
  counted record;
begin
  select coalesce(sum(l.read), 0) as read, coalesce(sum(l.rejected), 0) as rejected into counted
  from run_lane l where l.run_id = new.id and new.state not in ('QUEUED', 'RUNNING');
  update connection_overview o set
    last_run_id = new.id, last_run_number = new.number, last_run_at = new.created_at,
    last_run_ended_at = new.ended_at, last_run_state = new.state,
    last_run_problem = new.problem_code,
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
     last_run_problem, last_run_read, last_run_rejects) =
    (select r.id, r.number, r.created_at, r.ended_at, r.state, r.problem_code, l.read, l.rejected
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

create or replace function connection_overview_of_label_use() returns trigger language plpgsql as $$
begin
  update connection_overview o set labels = connection_labels(o.connection_id)
  where o.connection_id in (
    select t.object_id::uuid from touched t where t.kind = 'CONNECTION');
  return null;
end
$$;

create or replace function connection_overview_of_label() returns trigger language plpgsql as $$
begin
  update connection_overview o set labels = connection_labels(o.connection_id)
  where o.connection_id in (
    select u.object_id::uuid from label_use u
    where u.label_id = new.id and u.kind = 'CONNECTION');
  return null;
end
$$;

-- The indexes of what goes, go with it.
alter table connection_overview
  drop column facts, drop column search, drop column type_id, drop column turned_on,
  drop column created_at, drop column created_by, drop column modified_at, drop column modified_by,
  drop column name_key, drop column description_key, drop column type_key, drop column labels_key,
  drop column last_run_rejected;
drop function connection_labels_key(uuid);
drop function search_folded(text);
