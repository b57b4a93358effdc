-- How often each label is used: one vocabulary is listed often, and counting every use each time
-- grows with all connections. What a statement changes is added as a row of its own, so nobody who
-- labels something waits for, or locks themselves out with, somebody else who does; the rows of a
-- label are summed up into one now and then. A label's uses are the sum of its rows.
create table label_uses (
    label_id uuid not null,
    uses bigint not null
);
create index label_uses_of_label on label_uses (label_id);
insert into label_uses (label_id, uses) select label_id, count(*) from label_use group by label_id;

-- The argument is what one touched row adds. Only one transaction sums up at a time, and it takes
-- only rows that it sees and that nobody else took; a label that is gone takes its rows with it.
create function label_uses_changed() returns trigger language plpgsql as $$
begin
    insert into label_uses (label_id, uses)
    select t.label_id, count(*) * tg_argv[0]::integer from touched t group by t.label_id;
    if (select count(*) from label_uses) > 500 + 2 * (select count(*) from label)
        and pg_try_advisory_xact_lock(hashtextextended('label_uses', 0)) then
        with taken as (delete from label_uses returning label_id, uses)
        insert into label_uses (label_id, uses)
        select t.label_id, sum(t.uses) from taken t join label l on l.id = t.label_id
        group by t.label_id;
    end if;
    return null;
end $$;

create trigger label_uses_more after insert on label_use referencing new table as touched
    for each statement execute function label_uses_changed('1');
create trigger label_uses_less after delete on label_use referencing old table as touched
    for each statement execute function label_uses_changed('-1');
