-- A busy house: many connections, each a copy of the one that is there, with labels, versions, runs and what was
-- recorded of them over a year. The same numbers give the same house. How many of each stands in settings `seed.*`.
-- The first line of each step, after the arrow, is said while it runs.

-- > labels
insert into label (id, name, key, created_at, created_by)
select md5('label ' || i)::uuid, word || ' ' || i, lower(word || ' ' || i), now(), 'Mia'
from generate_series(1, current_setting('seed.labels')::int) i,
  lateral (select (array['Tills', 'Web shop', 'Loyalty', 'Newsletter', 'Partners', 'Région', 'Stores'])[1 + i % 7] as word) w;

-- > connections
insert into connection (id, version, type_id, name, description, turned_on, setup, goals, created_at, created_by,
  modified_at, modified_by)
select md5('connection ' || i)::uuid, 3, c.type_id,
  (array['Nightly', 'Hourly', 'Weekly', 'Old', 'New'])[1 + i % 5] || ' customers from '
    || (array['Utrecht', 'København', 'Málaga', 'Zürich', 'Łódź', 'Oslo', 'Lyon', 'Graz', 'Porto', 'Tartu'])[1 + i / 5 % 10]
    || ' ' || to_char(i, 'FM00000'),
  case when i % 4 = 0 then '' else 'Files of the shop, as the till writes them, part ' || i % 90 end,
  i % 5 <> 0, case when i % 50 = 0 then c.setup - 'host' else c.setup end, c.goals,
  now() - make_interval(hours => i % 8000), 'Person ' || i % 40,
  now() - make_interval(hours => i % 1000), 'Person ' || i % 30
from connection c, generate_series(1, current_setting('seed.connections')::int) i
where c.name = 'Seed';
insert into connection_version (connection_id, version, document, saved_at, saved_by)
select c.id, v, d.document, c.created_at + make_interval(hours => v), c.created_by
from connection c, generate_series(1, 3) v,
  lateral (select document from connection_version limit 1) d
where c.name <> 'Seed';
insert into secret
select (jsonb_populate_record(null::secret, to_jsonb(s) || jsonb_build_object('connection_id', c.id))).*
from connection c, secret s
where c.name <> 'Seed';
insert into label_use (kind, object_id, label_id)
select distinct 'CONNECTION', md5('connection ' || i)::uuid::text,
  md5('label ' || 1 + abs(hashint4(i * 7 + j)) % current_setting('seed.labels')::int)::uuid
from generate_series(1, current_setting('seed.connections')::int) i, generate_series(1, 3) j;
insert into favorite (user_id, kind, object_id, starred_at)
select 'viewer-' || i % 20, 'CONNECTION', md5('connection ' || i)::uuid::text, now()
from generate_series(1, least(400, current_setting('seed.connections')::int)) i;
insert into last_used (user_id, kind, object_id, used_at)
select 'viewer-' || i % 20, 'CONNECTION', md5('connection ' || i)::uuid::text, now() - make_interval(mins => i)
from generate_series(1, least(2000, current_setting('seed.connections')::int)) i;

-- > runs
-- Each connection has the same number of them, the newest an hour or less ago; the triggers see the newest only.
set session_replication_role = replica;
create temporary table seed_run as
-- ids in the order of time, as the service makes them
select uuidv7(created_at - now()) as id, r.*
from (select md5('connection ' || 1 + (i - 1) % n.connections)::uuid as connection_id,
    (i - 1) / n.connections + 1 as number,
    case when i % 17 = 0 then 'FAILED' when i % 41 = 0 then 'STOPPED' else 'FINISHED' end as state,
    now() - (n.each - (i - 1) / n.connections) * interval '3 hours 7 minutes'
      + make_interval(secs => i % 3600) as created_at,
    100 + i % 5000 as read, case when i % 7 = 0 then i % 40 else 0 end as rejected
  from (select current_setting('seed.connections')::int as connections,
      current_setting('seed.runs')::int / current_setting('seed.connections')::int as each) n,
    generate_series(1, n.connections * n.each) i) r;
insert into run (id, connection_id, connection_version, connection_name, number, state, trigger, triggered_by,
  problem_code, problem_message, problem_remedy, created_at, started_at, ended_at)
select id, connection_id, 3, 'Customers', number, state, 'MANUAL', 'Person ' || number % 40,
  case when state = 'FAILED' then (array['FOLDER_MISSING', 'CONNECTION_LOST'])[1 + number % 2] end,
  case when state = 'FAILED' then 'The folder “/in” is not there.' end,
  case when state = 'FAILED' then 'Make the folder, or choose another.' end,
  created_at, created_at + interval '1 second', created_at + interval '40 seconds'
from seed_run;
insert into run_goal (run_id, ordinal, goal_id, name, state, lanes)
select id, 0, md5('goal')::uuid, 'Import customers', state, 1 from seed_run;
insert into run_lane (run_id, ordinal, share, lane, position, read, created, updated, unchanged, rejected)
select id, 0, 0, 0, read, read, read / 4, read / 4, read - 2 * (read / 4) - rejected, rejected from seed_run;
insert into run_chunk (run_id, ordinal, share, lane, at, read, created, updated, unchanged, skipped_for_consent,
  skipped_without_match, filtered, rejected, bytes)
select id, 0, 0, 0, created_at + interval '20 seconds', read, read / 4, read / 4,
  read - 2 * (read / 4) - rejected, 0, 0, 0, rejected, read * 150 from seed_run;
insert into hourly_total (hour, slot, read, created, updated, unchanged, rejected, runs_finished, runs_stopped,
  runs_failed)
select date_trunc('hour', created_at, 'UTC'), abs(hashtext(id::text)) % 16, sum(read), sum(read / 4), sum(read / 4),
  sum(read - 2 * (read / 4) - rejected), sum(rejected), count(*) filter (where state = 'FINISHED'),
  count(*) filter (where state = 'STOPPED'), count(*) filter (where state = 'FAILED')
from seed_run where created_at > now() - interval '32 days' group by 1, 2;
set session_replication_role = origin;
-- Said once more, so that the list hears of each connection's newest run.
update run r set ended_at = r.ended_at
from (select connection_id, max(number) as number from seed_run group by 1) newest
where r.connection_id = newest.connection_id and r.number = newest.number;
drop table seed_run;

-- > audit events
select create_month_partitions('audit_event', (now() - interval '12 months')::date, 14);
-- Built anew afterwards, as the migrations have them, which is faster.
create temp table audit_event_index as
select c.relname as name, replace(pg_get_indexdef(c.oid), ' ON ONLY ', ' ON ') as made_by
from pg_index i join pg_class c on c.oid = i.indexrelid
where i.indrelid = 'audit_event'::regclass and not i.indisprimary;
do $$
declare gone record;
begin
  for gone in select name from audit_event_index loop
    execute format('drop index %I', gone.name);
  end loop;
end $$;
insert into audit_event (at, id, actor_id, actor_name, actor_kind, address, client, action, object_kind, object_id,
  object_name, changes)
select now() - make_interval(secs => i * 6.2), md5('event ' || i)::uuid, 'person-' || i % 40, 'Person ' || i % 40,
  'PERSON', '10.0.' || i % 200 || '.' || i % 250, 'Mozilla/5.0',
  (array['STARTED', 'CHANGED', 'TURNED_ON', 'TURNED_OFF', 'SIGNED_IN'])[1 + i % 5],
  (array['RUN', 'CONNECTION', 'CONNECTION', 'CONNECTION', 'SESSION'])[1 + i % 5],
  md5('connection ' || 1 + i % current_setting('seed.connections')::int)::uuid::text,
  'Nightly customers ' || i % current_setting('seed.connections')::int,
  case when i % 5 = 1 then '[{"what": "Description", "before": "Tills", "after": "Tills of the north"}]'::jsonb
    else '[]'::jsonb end
from generate_series(1, current_setting('seed.events')::int) i;

-- > indexes of the audit events
set maintenance_work_mem = '512MB';
do $$
declare wanted record;
begin
  for wanted in select made_by from audit_event_index loop
    execute wanted.made_by;
  end loop;
end $$;

-- > statistics
vacuum analyze;
