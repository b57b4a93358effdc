-- What the list of connections is searched, filtered and sorted by, one narrow row per connection;
-- and what each person keeps for themselves. Trusted extension: no superuser is needed.
create extension if not exists pg_trgm;

-- Small letters, accents taken off: how a search compares. Without a collation, so that it is the
-- same everywhere and may stand in an index.
create function search_folded(said text) returns text
language sql immutable parallel safe as $$
  select lower(regexp_replace(normalize(said, NFD), '[\u0300-\u036f]', '', 'g'))
$$;

create table connection_overview (
  connection_id     uuid    not null primary key references connection on delete cascade,

  -- as they stand in connection, kept by its trigger
  type_id           text    not null,
  turned_on         boolean not null,
  created_at        timestamptz not null,
  created_by        text    not null,
  modified_at       timestamptz not null,
  modified_by       text    not null,
  name_key          text    collate "C" not null,
  description_key   text    not null,

  -- what only the service can say: whether anything is missing, and what its type's file tells
  complete          boolean not null default false,
  type_name         text    not null,
  type_key          text    collate "C" not null,
  direction         text    not null default 'OUTBOUND',
  -- something changed that may make `complete` or the type's words wrong: to be looked at again
  stale             boolean not null default true,

  -- kept by the triggers of label and label_use
  labels_key        text    not null default '',

  -- the newest run as it stands in run: facts, no judgement of them
  last_run_id       uuid,
  last_run_number   integer,
  last_run_at       timestamptz,
  last_run_ended_at timestamptz,
  last_run_state    text,
  last_run_problem  text,
  last_run_rejected boolean,

  search text not null generated always as
    (name_key || E'\n' || description_key || E'\n' || type_key || E'\n' || labels_key) stored
  -- room beside each row, so that a run's progress rewrites it in its page and touches no index
) with (fillfactor = 70);
create index connection_overview_by_name on connection_overview (name_key, connection_id);
create index connection_overview_search on connection_overview using gin (search gin_trgm_ops);
create index connection_overview_stale on connection_overview (connection_id) where stale;

create function connection_overview_of_connection() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into connection_overview (connection_id, type_id, turned_on, created_at, created_by,
      modified_at, modified_by, name_key, description_key, type_name, type_key)
    values (new.id, new.type_id, new.turned_on, new.created_at, new.created_by,
      new.modified_at, new.modified_by, search_folded(new.name), search_folded(new.description),
      new.type_id, search_folded(new.type_id));
  else
    update connection_overview o set
      type_id = new.type_id, turned_on = new.turned_on,
      modified_at = new.modified_at, modified_by = new.modified_by,
      name_key = search_folded(new.name), description_key = search_folded(new.description),
      stale = o.stale or new.version <> old.version or new.type_id <> old.type_id
        or new.setup <> old.setup or new.goals <> old.goals
    where o.connection_id = new.id;
  end if;
  return null;
end
$$;
create trigger connection_overview_of_connection after insert or update on connection
  for each row execute function connection_overview_of_connection();

-- A run is newest by its number; an older one that is resumed stays older.
create function connection_overview_of_run() returns trigger language plpgsql as $$
begin
  update connection_overview o set
    last_run_id = new.id, last_run_number = new.number, last_run_at = new.created_at,
    last_run_ended_at = new.ended_at, last_run_state = new.state,
    last_run_problem = new.problem_code,
    last_run_rejected = new.state not in ('QUEUED', 'RUNNING')
      and exists (select from run_lane l where l.run_id = new.id and l.rejected > 0)
  where o.connection_id = new.connection_id
    and (o.last_run_number is null or o.last_run_number <= new.number);
  return null;
end
$$;
create trigger connection_overview_of_run
  after insert or update of state, problem_code, ended_at on run
  for each row execute function connection_overview_of_run();

create function connection_overview_without_run() returns trigger language plpgsql as $$
begin
  update connection_overview o set
    (last_run_id, last_run_number, last_run_at, last_run_ended_at, last_run_state,
     last_run_problem, last_run_rejected) =
    (select r.id, r.number, r.created_at, r.ended_at, r.state, r.problem_code,
       r.state not in ('QUEUED', 'RUNNING')
         and exists (select from run_lane l where l.run_id = r.id and l.rejected > 0)
     from run r where r.connection_id = old.connection_id order by r.number desc limit 1)
  where o.connection_id = old.connection_id and o.last_run_id = old.id;
  return null;
end
$$;
create trigger connection_overview_without_run after delete on run
  for each row execute function connection_overview_without_run();

create function connection_labels_key(connection uuid) returns text language sql stable as $$
  select coalesce(string_agg(search_folded(l.name), E'\n' order by l.key), '')
  from label_use u join label l on l.id = u.label_id
  where u.kind = 'CONNECTION' and u.object_id = connection::text
$$;

-- By statement: labelling five hundred connections is one update.
create function connection_overview_of_label_use() returns trigger language plpgsql as $$
begin
  update connection_overview o set labels_key = connection_labels_key(o.connection_id)
  where o.connection_id in (
    select t.object_id::uuid from touched t where t.kind = 'CONNECTION');
  return null;
end
$$;
create trigger connection_overview_of_new_label_use after insert on label_use
  referencing new table as touched
  for each statement execute function connection_overview_of_label_use();
create trigger connection_overview_of_changed_label_use after update on label_use
  referencing new table as touched
  for each statement execute function connection_overview_of_label_use();
create trigger connection_overview_of_old_label_use after delete on label_use
  referencing old table as touched
  for each statement execute function connection_overview_of_label_use();

create function connection_overview_of_label() returns trigger language plpgsql as $$
begin
  update connection_overview o set labels_key = connection_labels_key(o.connection_id)
  where o.connection_id in (
    select u.object_id::uuid from label_use u
    where u.label_id = new.id and u.kind = 'CONNECTION');
  return null;
end
$$;
create trigger connection_overview_of_label after update of name, key on label
  for each row execute function connection_overview_of_label();

-- A secret given or taken, and a property made, changed or deleted, may complete a connection or
-- undo that. Whoever does it through the product judges at once; the mark catches all others.
create function connection_overview_of_secret() returns trigger language plpgsql as $$
begin
  update connection_overview set stale = true
  where connection_id = coalesce(new.connection_id, old.connection_id) and not stale;
  return null;
end
$$;
create trigger connection_overview_of_secret after insert or update or delete on secret
  for each row execute function connection_overview_of_secret();

create function connection_overview_of_new_property() returns trigger language plpgsql as $$
begin
  update connection_overview o set stale = true
  from connection c
  where c.id = o.connection_id and not o.complete and not o.stale and c.goals <> '[]';
  return null;
end
$$;
create trigger connection_overview_of_new_property after insert on profile_property
  for each statement execute function connection_overview_of_new_property();

create function connection_overview_of_property() returns trigger language plpgsql as $$
begin
  update connection_overview o set stale = true
  from connection c
  where c.id = o.connection_id and not o.stale and strpos(c.goals::text, '"' || old.id || '"') > 0;
  return null;
end
$$;
create trigger connection_overview_of_property
  after delete or update of type, choices, identifier on profile_property
  for each row execute function connection_overview_of_property();

-- Those that are there. Whether they are complete is found by the service after it has started.
insert into connection_overview (connection_id, type_id, turned_on, created_at, created_by,
  modified_at, modified_by, name_key, description_key, type_name, type_key, labels_key,
  last_run_id, last_run_number, last_run_at, last_run_ended_at, last_run_state, last_run_problem,
  last_run_rejected)
select c.id, c.type_id, c.turned_on, c.created_at, c.created_by, c.modified_at, c.modified_by,
  search_folded(c.name), search_folded(c.description), c.type_id, search_folded(c.type_id),
  connection_labels_key(c.id),
  r.id, r.number, r.created_at, r.ended_at, r.state, r.problem_code,
  r.state not in ('QUEUED', 'RUNNING')
    and exists (select from run_lane l where l.run_id = r.id and l.rejected > 0)
from connection c
left join lateral
  (select * from run where connection_id = c.id order by number desc limit 1) r on true;

-- A list as somebody likes to see it, by a name of their own.
create table saved_view (
  id       uuid not null primary key,
  user_id  text not null,
  list     text not null,
  name     text not null check (char_length(name) between 1 and 60),
  -- small letters: two names that differ in case alone would confuse
  key      text not null,
  state    jsonb not null check (octet_length(state::text) <= 65536),
  unique (user_id, list, key)
);

create table preference (
  user_id text not null,
  key     text not null check (char_length(key) between 1 and 60),
  value   jsonb not null check (octet_length(value::text) <= 65536),
  primary key (user_id, key)
);
