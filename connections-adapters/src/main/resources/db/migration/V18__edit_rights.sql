-- Which roles may change one connection, by their ids; none: everybody who may change connections.
alter table connection add column edit_roles jsonb not null default '[]'
    check (jsonb_typeof(edit_roles) = 'array');
