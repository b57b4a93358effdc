-- One vocabulary of labels over every kind of object, and what each person starred and opened.
-- `kind` and `object_id` name an object of any kind, so no foreign key reaches it: whoever points at
-- one locks its row first, and the triggers below take what pointed at it away with it.

create table label (
    id uuid primary key,
    name text not null check (char_length(name) between 1 and 60),
    key text not null unique,
    created_at timestamptz not null,
    created_by text not null
);

create table label_use (
    kind text not null,
    object_id text not null,
    label_id uuid not null references label on delete cascade,
    primary key (kind, object_id, label_id)
);
create index label_use_by_label on label_use (label_id, kind, object_id);

-- People are known by their identity provider's subject.
create table favorite (
    user_id text not null,
    kind text not null,
    object_id text not null,
    starred_at timestamptz not null,
    primary key (user_id, kind, object_id)
);
create index favorite_by_object on favorite (kind, object_id);

create table last_used (
    user_id text not null,
    kind text not null,
    object_id text not null,
    used_at timestamptz not null,
    primary key (user_id, kind, object_id)
);
create index last_used_by_time on last_used (user_id, used_at desc);
create index last_used_by_object on last_used (kind, object_id);

-- The kind is the trigger's argument; `gone` are the rows of one statement.
create function forget_object() returns trigger language plpgsql as $$
begin
    delete from label_use u using gone g where u.kind = tg_argv[0] and u.object_id = g.id::text;
    delete from favorite f using gone g where f.kind = tg_argv[0] and f.object_id = g.id::text;
    delete from last_used l using gone g where l.kind = tg_argv[0] and l.object_id = g.id::text;
    return null;
end $$;

create trigger connection_gone after delete on connection referencing old table as gone
    for each statement execute function forget_object('CONNECTION');
create trigger profile_property_gone after delete on profile_property referencing old table as gone
    for each statement execute function forget_object('PROFILE_PROPERTY');
create trigger label_gone after delete on label referencing old table as gone
    for each statement execute function forget_object('LABEL');
