-- What somebody did, kept for good: who, from where, what. Nothing here is changed or deleted; what
-- is too old goes by whole months.

-- Trusted since PostgreSQL 13: whoever may create in this database may create it.
create extension if not exists pg_trgm;

-- What a person would search in an event. A function, because a generated column takes immutable
-- expressions only; the words of the changes, not the keys that hold them.
create function audit_event_search(action text, actor_name text, address text, object_name text,
  object_id text, changes jsonb) returns text
language sql immutable parallel safe as $$
  select lower(concat_ws(' ', replace(action, '_', ' '), actor_name, address, object_name, object_id,
    jsonb_path_query_array(changes, '$[*].* ? (@.type() == "string")')::text))
$$;

create table audit_event (
  at          timestamptz not null,
  id          uuid        not null,
  -- of the identity provider; empty: nobody could say who it was
  actor_id    text        not null,
  actor_name  text        not null,
  actor_kind  text        not null check (actor_kind in ('PERSON', 'APPLICATION', 'SYSTEM', 'UNKNOWN')),
  address     text        not null,
  -- what the browser or program says of itself
  client      text        not null,
  action      text        not null,
  object_kind text        not null,
  object_id   text,
  -- as it was called then
  object_name text        not null,
  -- [{"what": "Name", "before": "a", "after": "b"}, {"what": "Password", "secret": true}]
  changes     jsonb       not null,
  search      text        not null generated always as (
    audit_event_search(action, actor_name, address, object_name, object_id, changes)) stored,
  primary key (at, id)
) partition by range (at);

-- Newest first, by whatever it is looked for.
create index audit_event_actor on audit_event (actor_id, at desc, id desc);
create index audit_event_action on audit_event (action, at desc, id desc);
create index audit_event_kind on audit_event (object_kind, at desc, id desc);
create index audit_event_object on audit_event (object_id, at desc, id desc) where object_id is not null;
create index audit_event_search on audit_event using gin (search gin_trgm_ops);

create function refuse_audit_event_change() returns trigger
language plpgsql as $$
begin
  raise exception 'What is recorded in audit_event is not changed and not deleted.'
    using errcode = 'insufficient_privilege';
end
$$;
-- A row's trigger is given to every partition by itself, one of a statement is not.
create trigger audit_event_stays before update or delete on audit_event
  for each row execute function refuse_audit_event_change();
create trigger audit_event_is_not_emptied before truncate on audit_event
  for each statement execute function refuse_audit_event_change();

create table audit_event_default partition of audit_event default;
create trigger audit_event_is_not_emptied before truncate on audit_event_default
  for each statement execute function refuse_audit_event_change();

-- One partition a month, of any table that is partitioned by time. Made ahead: once the default
-- partition holds a month's rows, that month's partition cannot be added any more.
create function create_month_partitions(parent text, from_day date, months integer) returns void
language plpgsql as $$
declare
  first_day date;
  name text;
begin
  for i in 0 .. months - 1 loop
    first_day := (date_trunc('month', from_day::timestamp) + make_interval(months => i))::date;
    name := parent || '_' || to_char(first_day, 'YYYY_MM');
    if to_regclass(name) is null then
      execute format(
        'create table %I partition of %I for values from (%L) to (%L)',
        name,
        parent,
        to_char(first_day, 'YYYY-MM-DD') || ' 00:00:00+00',
        to_char(first_day + interval '1 month', 'YYYY-MM-DD') || ' 00:00:00+00');
    end if;
  end loop;
end
$$;

create or replace function create_profile_change_partitions(from_day date, months integer) returns void
language sql as $$
  select create_month_partitions('profile_change', from_day, months)
$$;

create function create_audit_event_partitions(from_day date, months integer) returns void
language plpgsql as $$
declare
  partition regclass;
begin
  perform create_month_partitions('audit_event', from_day, months);
  for partition in
    select i.inhrelid::regclass from pg_inherits i
    where i.inhparent = 'audit_event'::regclass
    and not exists (select from pg_trigger t
      where t.tgrelid = i.inhrelid and t.tgname = 'audit_event_is_not_emptied')
  loop
    execute format(
      'create trigger audit_event_is_not_emptied before truncate on %s'
      ' for each statement execute function refuse_audit_event_change()', partition);
  end loop;
end
$$;
select create_audit_event_partitions((now() at time zone 'UTC')::date, 3);

-- The one way out: months that have ended before then, each as a whole. Answers how many went.
create function drop_audit_events_before(moment timestamptz) returns integer
language plpgsql as $$
declare
  partition regclass;
  dropped integer := 0;
begin
  for partition in
    select i.inhrelid::regclass
    from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'audit_event'::regclass
    and c.relname ~ '^audit_event_\d{4}_\d{2}$'
    and (to_date(right(c.relname, 7), 'YYYY_MM') + interval '1 month') at time zone 'UTC' <= moment
    order by c.relname
  loop
    execute format('drop table %s', partition);
    dropped := dropped + 1;
  end loop;
  return dropped;
end
$$;
