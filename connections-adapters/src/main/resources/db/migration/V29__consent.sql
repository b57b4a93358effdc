-- What a connection needs consent for: ids of objectives. None: it processes everybody.
alter table connection add column objectives jsonb not null default '[]'
    check (jsonb_typeof(objectives) = 'array');
create index connection_objectives on connection using gin (objectives jsonb_path_ops);

-- Consent lies in the profile itself: it is read with it, in the same statement, and whatever changes
-- it raises the profile's version, so that a chunk that read it before decides again.
drop table profile_consent;
drop table profile_consent_history;

-- What each person said last: {"<objective>": ["g" or "r", milliseconds since 1970, evidence]}.
-- Null: nothing.
alter table profile add column consent jsonb;

-- Where statements came from. Many share one: all that a goal of a run brings, or one request.
create table consent_evidence (
  id          bigint      not null primary key generated always as identity,
  recorded_at timestamptz not null default now(),
  -- of statements that a run brought
  run_id      uuid,
  goal_id     uuid,
  -- of others: by whom or what, in words
  actor       text,
  source      text,
  -- what the person was shown, where that is known
  shown       text,
  check ((run_id is null) = (goal_id is null)),
  check ((run_id is null) <> (actor is null))
);
create unique index consent_evidence_of_run on consent_evidence (run_id, goal_id);

-- What counts no more, or came too late to count.
create table consent_past (
  profile_id uuid        not null,
  objective  text        not null,
  answer     "char"      not null check (answer in ('g', 'r')),
  stated_at  timestamptz not null,
  evidence   bigint      not null,
  primary key (profile_id, objective, stated_at, answer)
);

-- How many profiles consented and refused. Written in several slots, so that those who write at the
-- same time do not wait for one another; the sum counts.
create table consent_total (
  objective text    not null,
  slot      integer not null,
  granted   bigint  not null,
  refused   bigint  not null,
  primary key (objective, slot)
);

-- Why a goal of a run held profiles back, counted.
create table run_held_back (
  run_id     uuid    not null,
  ordinal    integer not null,
  share      integer not null,
  lane       integer not null,
  rule       text    not null,
  objectives text[]  not null,
  reason     text    not null,
  records    bigint  not null,
  primary key (run_id, ordinal, share, lane, reason)
);
