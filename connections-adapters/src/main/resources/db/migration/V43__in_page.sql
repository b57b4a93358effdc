-- What connections do that the website tag runs. Of them a change of a profile has the connection, and as
-- `actor` its name at the time.
alter table profile_change add column connection_id uuid;

-- Wider than before, so that there is nothing to look through.
alter table collected_event drop constraint collected_event_kind_check;
alter table collected_event add constraint collected_event_kind_check
    check (kind in ('p', 'e', 'i', 'c', 'v')) not valid;

-- By day, in slots, so that those who count do not wait for one another.
create table in_page_total (
    connection_id uuid not null references connection on delete cascade,
    day date not null,
    slot smallint not null,
    created bigint not null,
    updated bigint not null,
    unchanged bigint not null,
    skipped_for_consent bigint not null,
    skipped_without_match bigint not null,
    filtered bigint not null,
    rejected bigint not null,
    -- how often a page was shown what a profile says
    shown bigint not null,
    primary key (connection_id, day, slot)
);

create table in_page_held_back (
    connection_id uuid not null references connection on delete cascade,
    day date not null,
    slot smallint not null,
    -- of rule, objectives and reason
    verdict bytea not null,
    rule text not null,
    objectives text[] not null,
    reason text not null,
    times bigint not null,
    primary key (connection_id, day, slot, verdict)
);
