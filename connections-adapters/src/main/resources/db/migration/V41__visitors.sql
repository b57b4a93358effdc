-- What one visitor said and nobody has handled yet is asked for by every page.
create index event_to_handle_visitor on event_to_handle (visitor);
-- Whoever is to be forgotten is looked for in what browsers said of who they are.
create index collected_event_identifiers on collected_event
    using gin ((body -> 'identifiers') jsonb_path_ops) where kind = 'i';
-- Who works on a stripe holds its row; the one that waits longest comes next.
create table event_stripe (
    stripe smallint primary key,
    taken_at timestamptz not null default now()
);
insert into event_stripe (stripe) select generate_series(0, 15);

-- Events that failed every time. They hold nobody up.
create table event_set_aside (
    number bigint primary key,
    visitor text collate "C" not null,
    tries integer not null,
    reason text not null,
    set_aside_at timestamptz not null
);

create table visitor (
    id text collate "C" primary key,
    -- as the site said it last; null: it has not
    zone text,
    zone_said_at timestamptz,
    -- what the visitor said last, as in profile.consent; the evidence is an event's number
    consent jsonb,
    first_seen timestamptz not null,
    last_seen timestamptz not null
);

-- Whose browser it is, by the last that was said of each property.
create table visitor_identity (
    visitor text collate "C" not null references visitor on delete cascade,
    property integer not null,
    value text collate "C" not null,
    -- by somebody who has the channel's key; else it is a claim
    proven boolean not null,
    -- grants of before may have been somebody else's
    grants_since timestamptz not null,
    primary key (visitor, property)
);
create index visitor_identity_by_value on visitor_identity (property, value);

-- All that a visitor ever granted and refused, and where.
create table visitor_statement (
    visitor text collate "C" not null references visitor on delete cascade,
    objective text not null,
    stated_at timestamptz not null,
    answer "char" not null check (answer in ('g', 'r')),
    event bigint not null,
    channel_id uuid not null,
    -- host, path and query
    page text not null,
    -- what the visitor was shown, where the site said it
    shown text,
    heard_at timestamptz not null,
    primary key (visitor, objective, stated_at, answer)
);
