-- Properties that were deleted and whose values and identifiers are still to be removed.
create table forgotten_property (
  number     integer     not null primary key,
  deleted_at timestamptz not null default now()
);

-- Those deleted before this table was there.
insert into forgotten_property (number)
select distinct i.property from profile_identifier i
where not exists (select 1 from profile_property p where p.number = i.property);
