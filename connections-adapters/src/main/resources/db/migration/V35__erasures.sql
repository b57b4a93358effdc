-- Receipts of erasures: no personal data. The profile's id is random and stands for nobody any more.
create table erasure (
  id               uuid        not null primary key,
  profile_id       uuid        not null,
  erased_at        timestamptz not null,
  actor            text        not null,
  identifiers      integer     not null,
  property_values  integer     not null,
  statements       integer     not null,
  events           integer     not null,
  -- sent by browsers that were said to be the person's
  website_events   integer     not null default 0,
  -- those found so far
  rejected_records bigint      not null default 0,
  -- that every rejected record was looked at; mended files may still be waited for
  records_searched boolean     not null default false,
  -- null while traces are looked for
  traces_gone_at   timestamptz
);
create index erasure_profile on erasure (profile_id);
create index erasure_sought on erasure (id) where traces_gone_at is null;

-- What to look for in rejected records; only until it has been looked for.
create table erasure_trace (
  erasure_id uuid    not null references erasure (id) on delete cascade,
  value      text    not null,
  -- of an identifier: names the person by itself
  identifier boolean not null,
  primary key (erasure_id, value)
);

-- When the content of a rejected record went because it named a person who was erased. That there was
-- such a record, and for which reason it was rejected, still adds up with the run's counts.
alter table rejected_record add column erased_at timestamptz;

-- Whoever is no run writes a row of the ledger at a time, and some write several in one transaction: each
-- needs a place of its own there.
create sequence profile_change_seq as integer cycle;
alter table profile_change alter column seq set default nextval('profile_change_seq');
