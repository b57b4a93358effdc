-- What happened on channels' pages, as the website tag told it. Never changed; let go of after a time.
create table collected_event (
    number bigint primary key generated always as identity,
    -- what one visitor did is handled in order, by one stripe
    stripe smallint not null,
    visitor text collate "C" not null,
    event_id text collate "C" not null,
    channel_id uuid not null,
    -- page, event, identify, consent
    kind "char" not null check (kind in ('p', 'e', 'i', 'c')),
    happened_at timestamptz not null,
    received_at timestamptz not null,
    -- as the site knows it; null: it does not
    zone text,
    -- host, path and query
    page text not null,
    body jsonb not null,
    -- sent again it counts once
    unique (visitor, event_id)
);

-- What nobody has handled yet. A table of its own: the events are written once and stay as they are.
create table event_to_handle (
    stripe smallint not null,
    number bigint not null,
    visitor text collate "C" not null,
    tries integer not null default 0,
    -- null: at once
    due_at timestamptz,
    primary key (stripe, number)
);
-- Of visitors whose next event failed and is tried again later.
create index event_to_handle_waiting on event_to_handle (stripe) where due_at is not null;
