-- What a run that goes on has to know of what it did before.

-- In how many records of the lane a value was left out, by the place of the mapping row.
alter table run_lane add column left_out bigint[] not null default '{}';

-- How long somebody has worked on the share, up to `taken_at`, which is null while nobody has it:
-- what a run waits between a stop and its resumption is not time that it needs.
alter table run_share add column worked interval not null default '0';
update run_share s
set worked = greatest(interval '0', coalesce(r.ended_at, s.taken_at) - r.started_at),
  taken_at = case when s.open then s.taken_at end
from run r
where r.id = s.run_id and r.started_at is not null and s.taken_at is not null;

-- Whether going on behind the last chunk may get over what the goal failed with.
alter table run_goal add column resumable boolean not null default true;
update run_goal set resumable = false
where state = 'FAILED' and problem_code in (
  'archive-unreadable', 'column-missing', 'connection-gone', 'duplicate-header', 'file-changed',
  'file-empty', 'format-unusable', 'goal-gone', 'goal-incomplete', 'header-unreadable',
  'line-too-long', 'not-text', 'setup-incomplete', 'too-many-columns', 'zip-bomb');
