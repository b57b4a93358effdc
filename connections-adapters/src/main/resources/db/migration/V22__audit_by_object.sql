-- An id is of one kind: with the kind between it and the time, the newest events of an object could
-- not be read in order.
drop index audit_event_object;
create index audit_event_object on audit_event (object_id, at desc, id desc) where object_id is not null;
