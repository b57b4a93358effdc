-- What the page and the API work on: connections with every saved version, their secrets,
-- browser sessions, and the requests already answered.

create table connection (
    id uuid primary key,
    version bigint not null check (version >= 1),
    type_id text not null,
    name text not null check (char_length(name) between 1 and 200),
    description text not null check (char_length(description) <= 4000),
    turned_on boolean not null,
    setup jsonb not null,
    goals jsonb not null,
    created_at timestamptz not null,
    created_by text not null,
    modified_at timestamptz not null,
    modified_by text not null
);
create index connection_by_name on connection (lower(name), id);

-- One row per save, kept after later ones: who, when, what.
create table connection_version (
    connection_id uuid not null references connection on delete cascade,
    version bigint not null,
    document jsonb not null,
    saved_at timestamptz not null,
    saved_by text not null,
    primary key (connection_id, version)
);

create table secret (
    connection_id uuid not null references connection on delete cascade,
    field text not null,
    ciphertext bytea not null,
    set_at timestamptz not null,
    set_by text not null,
    primary key (connection_id, field)
);

-- The browser holds a random key, the row its SHA-256; the tokens are encrypted before they arrive.
create table session_token (
    key_hash bytea primary key,
    tokens jsonb not null,
    expires_at timestamptz not null
);
create index session_token_by_expiry on session_token (expires_at);

create table idempotency_key (
    actor text not null,
    key text not null,
    request text not null,
    result uuid,
    created_at timestamptz not null default now(),
    primary key (actor, key)
);
