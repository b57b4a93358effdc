-- What waits of events that went with a person who was forgotten meanwhile: nothing can be handled of it.
delete from event_to_handle h where not exists (select from collected_event e where e.number = h.number);
