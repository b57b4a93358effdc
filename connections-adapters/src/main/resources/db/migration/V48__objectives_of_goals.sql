-- An objective that is made or deleted may complete a connection whose goals bring answers to it, or
-- undo that.
create function connection_overview_of_objective() returns trigger language plpgsql as $$
begin
  update connection_overview o set stale = true
  from connection c
  where c.id = o.connection_id and not o.stale and strpos(c.goals::text, '"' || new.id || '"') > 0;
  return null;
end
$$;
create trigger connection_overview_of_objective after insert or update of deleted_at on objective
  for each row execute function connection_overview_of_objective();
