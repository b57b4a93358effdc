-- What only an objective justified can be taken from the profile of whoever refuses it.
alter table objective add column cleans_up boolean not null default false;

create table profile_clean_up (
    profile_id uuid not null,
    objective text not null,
    due_at timestamptz not null default now(),
    primary key (profile_id, objective)
);

-- W: values were cleared because of a refusal. Rows that are there obey the narrower rule already.
alter table profile_change drop constraint profile_change_disposition_check;
alter table profile_change add constraint profile_change_disposition_check
    check (disposition in ('C', 'U', 'N', 'H', 'D', 'W')) not valid;
