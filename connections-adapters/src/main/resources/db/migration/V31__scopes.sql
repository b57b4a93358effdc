-- On which pages a connection is active: on all channels, or on chosen ones with their rules.
alter table connection add column scope jsonb not null default '{"kind":"EVERYWHERE"}'
    check (jsonb_typeof(scope) = 'object');

-- Which connections have chosen a channel.
create index connection_by_channel on connection using gin (scope jsonb_path_ops);
