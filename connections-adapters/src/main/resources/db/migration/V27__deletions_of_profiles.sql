-- How often profiles were deleted, in one row. An import that found a profile to be as a record wants it
-- writes nothing that would notice that the profile is gone by then: it compares this number with what
-- it was at the look-up, and looks for its profiles only where it has grown.
create table profile_deletions (times bigint not null);
insert into profile_deletions (times) values (0);

create function count_profile_deletion() returns trigger
language plpgsql as $$
begin
  update profile_deletions set times = times + 1;
  return null;
end
$$;

create trigger count_profile_deletion after delete on profile
  for each statement execute function count_profile_deletion();
