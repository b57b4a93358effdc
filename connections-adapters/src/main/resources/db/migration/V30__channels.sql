-- Outlets through which people are met.
create table channel (
    id uuid primary key,
    version bigint not null,
    name text not null,
    kind text not null check (kind in ('WEBSITE', 'EMAIL', 'MOBILE', 'TV')),
    -- of a mobile or TV app
    app_id text,
    -- a data URL
    logo text,
    last_seen timestamptz,
    created_at timestamptz not null,
    created_by text not null,
    modified_at timestamptz not null,
    modified_by text not null,
    check ((app_id is not null) = (kind in ('MOBILE', 'TV')))
);
create index channel_by_name on channel (lower(name), id);

-- The first is the website's own, the others are its aliases. Each is of one channel.
create table channel_hostname (
    hostname text primary key,
    channel_id uuid not null references channel on delete cascade,
    position integer not null,
    unique (channel_id, position)
);

create trigger channel_gone after delete on channel referencing old table as gone
    for each statement execute function forget_object('CHANNEL');
