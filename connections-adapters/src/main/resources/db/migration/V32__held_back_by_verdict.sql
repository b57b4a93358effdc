-- The reason alone says too little: two objectives may have one name. And it says too much: the names
-- of many objectives are longer than a key of an index may be.
alter table run_held_back add column verdict bytea;
update run_held_back set verdict =
    sha256(convert_to(rule || ' ' || array_to_string(objectives, ',') || ' ' || reason, 'UTF8'));
alter table run_held_back drop constraint run_held_back_pkey;
alter table run_held_back add primary key (run_id, ordinal, share, lane, verdict);
