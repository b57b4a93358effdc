-- A range of 32 pages holds about 2,100 rows, in an import each of another profile. Laid out for so
-- many, the filter passes one range in a hundred instead of one in five: docs/adr/ledger-index.md.
drop index profile_change_profile;
create index profile_change_profile on profile_change
  using brin (profile_id uuid_bloom_ops (n_distinct_per_range = 2500))
  with (pages_per_range = 32, autosummarize = on);
