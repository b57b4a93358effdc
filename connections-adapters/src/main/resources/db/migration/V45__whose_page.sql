-- Whoever is to be forgotten is looked for in what browsers said of who they are, and of whom pages told.
create index collected_event_persons on collected_event
    using gin ((body -> 'identifiers') jsonb_path_ops) where kind in ('i', 'v');
drop index collected_event_identifiers;
