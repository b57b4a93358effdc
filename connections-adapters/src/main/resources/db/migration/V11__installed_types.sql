-- Which of the shipped connection types connections can be made of. The types themselves are files.
create table installed_type (
    type_id text primary key check (char_length(type_id) between 1 and 100),
    installed_at timestamptz not null,
    installed_by text not null
);

insert into installed_type (type_id, installed_at, installed_by) values
    ('sftp', now(), 'Installation'),
    ('adobe-experience-platform', now(), 'Installation'),
    ('salesforce-marketing-cloud', now(), 'Installation'),
    ('sap-emarsys', now(), 'Installation');

-- Types that connections are made of already stay installed, shipped or not.
insert into installed_type (type_id, installed_at, installed_by)
select distinct type_id, now(), 'Installation' from connection
on conflict (type_id) do nothing;

create index connection_by_type on connection (type_id, lower(name), id);
