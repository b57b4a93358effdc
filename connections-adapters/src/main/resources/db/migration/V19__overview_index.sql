-- The list of connections is filtered, sorted and counted over all of them: what that asks of a row
-- stands ready in one narrow index, and no row is read that is not shown.

-- What its facts say of a connection, as one short text: complete; its newest run needs a person; how
-- much that run rejected; the run's state. FactsSql reads it, and a test holds the two together: a
-- new reason that needs a person needs a migration that sets this expression anew.
alter table connection_overview
  add column facts text collate "C" not null generated always as (
    case when complete then 'c' else '-' end
    || case when last_run_state = 'FAILED' and last_run_problem in (
         'address-not-allowed', 'host-not-found', 'host-key-unknown', 'host-key-changed',
         'sign-in-refused', 'key-unreadable', 'folder-missing', 'not-permitted', 'setup-incomplete')
       then 'p' else '-' end
    || case when last_run_rejected is not true then '-'
         when last_run_rejects * 100 >= last_run_read then 'm' else 'f' end
    || coalesce(last_run_state, '')) stored,
  -- what it is labelled with, by name, as the list shows it: [{"id": …, "name": …}]
  add column labels jsonb not null default '[]' check (jsonb_typeof(labels) = 'array');

create function connection_labels(connection uuid) returns jsonb language sql stable as $$
  select coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'name', l.name) order by l.key), '[]')
  from label_use u join label l on l.id = u.label_id
  where u.kind = 'CONNECTION' and u.object_id = connection::text
$$;

create or replace function connection_overview_of_label_use() returns trigger language plpgsql as $$
begin
  update connection_overview o set labels_key = connection_labels_key(o.connection_id),
    labels = connection_labels(o.connection_id)
  where o.connection_id in (
    select t.object_id::uuid from touched t where t.kind = 'CONNECTION');
  return null;
end
$$;

create or replace function connection_overview_of_label() returns trigger language plpgsql as $$
begin
  update connection_overview o set labels_key = connection_labels_key(o.connection_id),
    labels = connection_labels(o.connection_id)
  where o.connection_id in (
    select u.object_id::uuid from label_use u
    where u.label_id = new.id and u.kind = 'CONNECTION');
  return null;
end
$$;

update connection_overview o set labels = connection_labels(o.connection_id) where labels_key <> '';

drop index connection_overview_by_name;
create index connection_overview_by_name on connection_overview (name_key, connection_id) include (
  type_id, type_name, type_key, direction, turned_on, facts, created_at, modified_at,
  last_run_at, last_run_ended_at);
