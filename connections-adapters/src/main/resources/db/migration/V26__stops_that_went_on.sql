-- A run that a person stopped and resumed has not ended at its stop: the charts count it once. A
-- failure stays counted, because it happened.
create function hourly_total_of_resumed_run() returns trigger language plpgsql as $$
begin
  update hourly_total set runs_stopped = greatest(0, runs_stopped - 1)
  where hour = date_trunc('hour', old.ended_at, 'UTC') and slot = hashtext(new.id::text) & 15;
  return null;
end
$$;
create trigger hourly_total_of_resumed_run after update of state on run
  for each row when (old.state = 'STOPPED' and new.state = 'QUEUED')
  execute function hourly_total_of_resumed_run();
