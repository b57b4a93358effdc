-- By which a channel's site proves who a visitor is.
create table channel_key (
    channel_id uuid primary key references channel on delete cascade,
    ciphertext bytea not null,
    made_at timestamptz not null,
    made_by text not null
);
