-- Profiles, their ledger, and runs. PostgreSQL 15 or newer. Frozen once merged: changes are new files.

-- What profiles can say. Properties are few; values refer to them by number, so that renaming is free.
create table profile_property (
  id           text    not null primary key,
  -- lower case of the id: ids that differ in case alone would confuse people
  key          text    not null unique,
  -- an identity never hands a number out twice, also after its property was deleted
  number       integer not null unique generated always as identity,
  name         text    not null,
  type         text    not null check (type in
                 ('TEXT', 'NUMBER', 'DECIMAL', 'DATE_TIME', 'DATE', 'EMAIL', 'PHONE', 'BOOLEAN', 'CHOICE')),
  choices      text[]  not null default '{}',
  identifier   boolean not null,
  pii          boolean not null,
  -- set for good once any profile got a second value of this identifier: then two records of one
  -- profile may carry different values, and hashing the value no longer keeps them in one lane
  multi_valued boolean not null default false,
  created_at   timestamptz not null default now()
);

-- A customer. When it was made is in the id (UUID version 7). `properties` is
-- {"<property number>": value or [values]}; a single value stands bare.
create table profile (
  id          uuid   not null primary key,
  properties  jsonb  not null,
  -- null: rest of world
  zone        text,
  -- whatever touches the profile raises it
  version     bigint not null default 1,
  modified_at timestamptz not null default now()
);

-- One value names at most one profile. No index on profile_id: a profile's own properties name its
-- identifiers. No foreign key: profile and identifiers are always written together, and a check per
-- row is paid by every import.
create table profile_identifier (
  property   integer not null,
  value      text    collate "C" not null,
  profile_id uuid    not null,
  primary key (property, value)
);

create table profile_consent (
  profile_id   uuid not null,
  objective_id uuid not null,
  granted      boolean not null,
  stated_at    timestamptz not null,
  source       text not null,
  primary key (profile_id, objective_id)
);

create table profile_consent_history (
  id           bigint generated always as identity primary key,
  profile_id   uuid not null,
  objective_id uuid not null,
  granted      boolean not null,
  stated_at    timestamptz not null,
  source       text not null,
  recorded_at  timestamptz not null default now()
);
create index profile_consent_history_profile on profile_consent_history (profile_id);

-- The ledger: one row for every record that met a profile, and for every change by a person.
-- A reader's position is (xid, seq), taking only rows with
-- xid < pg_snapshot_xmin(pg_current_snapshot()).
create table profile_change (
  at          timestamptz not null default now(),
  xid         xid8        not null default pg_current_xact_id(),
  -- order within the transaction
  seq         integer     not null default 1,
  profile_id  uuid        not null,
  -- null: not by a run, then `actor` says by whom
  run_id      uuid,
  goal_id     uuid,
  -- counts from 1 within the goal, across its files
  record_no   bigint,
  -- C created, U updated, N unchanged, H held back for consent, D deleted
  disposition "char"      not null check (disposition in ('C', 'U', 'N', 'H', 'D')),
  actor       text,
  -- of an update: what stood before, for the changed properties only: {"7":"a","9":["x","y"],"11":null}
  before      jsonb
) partition by range (at);

-- Rows of one import lie side by side, so a summary per block range finds a profile or a run without
-- the price of a B-tree on a million random ids (docs/adr/ledger-index.md).
create index profile_change_profile on profile_change
  using brin (profile_id uuid_bloom_ops) with (pages_per_range = 32, autosummarize = on);
create index profile_change_run on profile_change
  using brin (run_id uuid_minmax_ops) with (pages_per_range = 32, autosummarize = on);

create table profile_change_default partition of profile_change default;

-- One partition a month. Made ahead: once the default partition holds a month's rows, that month's
-- partition cannot be added any more.
create function create_profile_change_partitions(from_day date, months integer) returns void
language plpgsql as $$
declare
  first_day date;
  name text;
begin
  for i in 0 .. months - 1 loop
    first_day := (date_trunc('month', from_day::timestamp) + make_interval(months => i))::date;
    name := 'profile_change_' || to_char(first_day, 'YYYY_MM');
    if to_regclass(name) is null then
      execute format(
        'create table %I partition of profile_change for values from (%L) to (%L)',
        name,
        to_char(first_day, 'YYYY-MM-DD') || ' 00:00:00+00',
        to_char(first_day + interval '1 month', 'YYYY-MM-DD') || ' 00:00:00+00');
    end if;
  end loop;
end
$$;
select create_profile_change_partitions((now() at time zone 'UTC')::date, 3);

-- A run. Making a row in state QUEUED is all that a request does; a worker does the rest. A stop is
-- asked for by setting stop_requested and is obeyed at the next chunk. To resume a STOPPED or FAILED
-- run: state QUEUED, stop_requested false, the problem_ columns and ended_at null.
create table run (
  id                 uuid    not null primary key,
  connection_id      uuid    not null,
  -- the version this run was made for: setup and goals are read from there, not from what is newest
  connection_version bigint  not null,
  connection_name    text    not null,
  -- counts from 1 per connection
  number             integer not null,
  state              text    not null check (state in ('QUEUED', 'RUNNING', 'STOPPED', 'FAILED', 'FINISHED')),
  stop_requested     boolean not null default false,
  trigger            text    not null check (trigger in ('MANUAL', 'REPLAY', 'SCHEDULE')),
  triggered_by       text,
  -- of a replay: the run whose rejected records were mended
  of_run             uuid    references run (id),
  -- read again what an earlier run has finished: a person was asked and said yes
  reread_finished    boolean not null default false,
  idempotency_key    text,
  problem_code       text,
  problem_message    text,
  problem_remedy     text,
  problem_technical  text,
  created_at         timestamptz not null default now(),
  started_at         timestamptz,
  ended_at           timestamptz,
  unique (connection_id, number),
  unique (connection_id, idempotency_key),
  check (trigger <> 'REPLAY' or of_run is not null)
);
-- A connection never runs twice at once.
create unique index run_one_active on run (connection_id) where state in ('QUEUED', 'RUNNING');
create index run_active on run (created_at) where state in ('QUEUED', 'RUNNING');
create index run_of_run on run (of_run) where of_run is not null;

-- The goals of a run, in their order; written with the run (state WAITING).
create table run_goal (
  run_id            uuid    not null references run (id) on delete cascade,
  ordinal           integer not null,
  goal_id           uuid    not null,
  name              text    not null,
  state             text    not null check (state in ('WAITING', 'RUNNING', 'STOPPED', 'FAILED', 'FINISHED')),
  -- fixed when the goal starts
  lanes             integer,
  problem_code      text,
  problem_message   text,
  problem_remedy    text,
  problem_technical text,
  primary key (run_id, ordinal)
);

-- One reader with its lanes: started, stopped and taken over together. Every chunk's transaction
-- first reads this row `for share`; who takes over raises the fence and so ends the one before.
create table run_share (
  run_id   uuid    not null references run (id) on delete cascade,
  share    integer not null,
  fence    bigint  not null default 0,
  owner    text,
  open     boolean not null default true,
  taken_at timestamptz,
  primary key (run_id, share)
);

-- How far a lane has come in a goal, and what became of its records. Written with every chunk.
create table run_lane (
  run_id       uuid    not null references run (id) on delete cascade,
  ordinal      integer not null,
  share        integer not null,
  lane         integer not null,
  -- the part (file) it is in, and the number of its last committed record there
  part         integer not null default 0,
  position     bigint  not null default 0,
  -- what the reader had seen of the part when the last chunk was cut
  proof_bytes  bigint,
  proof_sha256 text,
  read         bigint  not null default 0,
  created      bigint  not null default 0,
  updated      bigint  not null default 0,
  unchanged    bigint  not null default 0,
  skipped_for_consent   bigint not null default 0,
  skipped_without_match bigint not null default 0,
  filtered     bigint  not null default 0,
  rejected     bigint  not null default 0,
  primary key (run_id, ordinal, share, lane),
  constraint run_lane_balances check (
    read = created + updated + unchanged + skipped_for_consent + skipped_without_match + filtered + rejected)
);

-- One row per committed chunk: what the chart of the rate is drawn from.
create table run_chunk (
  run_id  uuid    not null references run (id) on delete cascade,
  id      bigint  not null generated always as identity,
  ordinal integer not null,
  share   integer not null,
  lane    integer not null,
  at      timestamptz not null default clock_timestamp(),
  read    integer not null,
  created integer not null,
  updated integer not null,
  unchanged integer not null,
  skipped_for_consent integer not null,
  skipped_without_match integer not null,
  filtered integer not null,
  rejected integer not null,
  -- raw bytes of the part read when the chunk was cut
  bytes   bigint  not null,
  primary key (run_id, id),
  constraint run_chunk_balances check (
    read = created + updated + unchanged + skipped_for_consent + skipped_without_match + filtered + rejected)
);

-- What a goal of a run reads, as it was listed when the goal started.
create table run_file (
  run_id   uuid    not null references run (id) on delete cascade,
  ordinal  integer not null,
  part     integer not null,
  path     text    not null,
  size     bigint  not null,
  modified timestamptz not null,
  state    text    not null check (state in ('WAITING', 'READING', 'FINISHED', 'CHANGED')),
  -- how it was read: format and field names, so that rejected records can be read again
  layout   jsonb,
  -- known once it is finished
  records  bigint,
  sha256   text,
  -- renamed, moved or deleted as the goal says
  concluded boolean not null default false,
  primary key (run_id, ordinal, part)
);

-- Files that are in the profiles, whatever became of the rename: a scheduled run never reads one again.
create table finished_file (
  connection_id uuid   not null,
  goal_id       uuid   not null,
  path          text   not null,
  size          bigint not null,
  modified      timestamptz not null,
  sha256        text   not null,
  run_id        uuid   not null,
  finished_at   timestamptz not null default now(),
  primary key (connection_id, goal_id, path, size, modified)
);

create table run_log (
  run_id  uuid   not null references run (id) on delete cascade,
  id      bigint not null generated always as identity,
  at      timestamptz not null default clock_timestamp(),
  level   text   not null check (level in ('INFO', 'WARN', 'ERROR')),
  message text   not null,
  primary key (run_id, id)
);

create table rejected_record (
  run_id  uuid    not null references run (id) on delete cascade,
  ordinal integer not null,
  part    integer not null,
  -- counts from 1 within the goal, across its parts
  number  bigint  not null,
  line    bigint  not null,
  reason  text    not null,
  message text    not null,
  raw     text    not null check (octet_length(raw) <= 65536),
  primary key (run_id, ordinal, part, number)
);

-- The mended file of a replay, in pieces of at most 1 MiB, so that neither side holds it whole.
create table replay_file (
  run_id uuid    not null references run (id) on delete cascade,
  piece  integer not null,
  bytes  bytea   not null,
  primary key (run_id, piece)
);

-- Work for db-scheduler: short work, and the shares of runs, which hold a thread for long.
create table task_work (
  task_name            text        not null,
  task_instance        text        not null,
  task_data            bytea,
  execution_time       timestamptz not null,
  picked               boolean     not null,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures integer,
  last_heartbeat       timestamptz,
  version              bigint      not null,
  priority             smallint,
  primary key (task_name, task_instance)
);
create index task_work_due on task_work (execution_time);
create index task_work_heartbeat on task_work (last_heartbeat);
create index task_work_priority on task_work (priority desc, execution_time asc);

create table task_share (like task_work including all);
