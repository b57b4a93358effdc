-- Who was named at a browser last: one that is told of late names nobody any more.
alter table visitor add column named_at timestamptz;
-- A browser keeps its id for thirteen months; who has not been seen for so long does not come back.
create index visitor_last_seen on visitor (last_seen);
