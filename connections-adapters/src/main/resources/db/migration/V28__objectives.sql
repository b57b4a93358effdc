-- What people can consent to, and where consent is needed.

-- A deleted objective keeps its row: what people said about it names the id, and must not come to
-- count for another purpose. Ids that differ in case alone are taken for one another by whoever
-- sends consent, so there is one of them.
create table objective (
    id text primary key,
    key text not null unique generated always as (lower(id)) stored,
    version bigint not null,
    name text not null,
    -- codes of zones
    zones jsonb not null,
    title text not null,
    text text not null,
    colour text not null,
    created_at timestamptz not null,
    created_by text not null,
    modified_at timestamptz not null,
    modified_by text not null,
    deleted_at timestamptz,
    deleted_by text,
    check ((deleted_at is null) = (deleted_by is null))
);

-- What visitors were shown, from which version on: consent was given to that. Never changed, and
-- not deleted with the objective.
create table objective_text (
    objective_id text not null references objective,
    version bigint not null,
    title text not null,
    text text not null,
    -- SHA-256 of title, line feed and text
    fingerprint text not null,
    since timestamptz not null,
    saved_by text not null,
    primary key (objective_id, version)
);

create function forget_objective() returns trigger language plpgsql as $$
begin
    delete from label_use where kind = 'OBJECTIVE' and object_id = old.id;
    delete from favorite where kind = 'OBJECTIVE' and object_id = old.id;
    delete from last_used where kind = 'OBJECTIVE' and object_id = old.id;
    return null;
end $$;

create trigger objective_gone after update of deleted_at on objective
    for each row when (old.deleted_at is null and new.deleted_at is not null)
    execute function forget_objective();

-- One row; nobody has saved it as long as it says not who.
create table privacy_settings (
    only_one boolean primary key default true check (only_one),
    version bigint not null,
    saved_at timestamptz,
    saved_by text,
    check ((saved_at is null) = (saved_by is null))
);

-- The zones in use; rest-of-world is always one of them.
create table privacy_zone (
    code text primary key,
    regime text not null check (regime in ('OPT_IN', 'OPT_OUT'))
);

insert into privacy_settings (version) values (1);
insert into privacy_zone (code, regime) values
    ('gdpr', 'OPT_IN'), ('uk-gdpr', 'OPT_IN'), ('lgpd', 'OPT_IN'), ('pipeda', 'OPT_IN'),
    ('ccpa', 'OPT_OUT'), ('rest-of-world', 'OPT_IN');
