-- What each secret may be sent to: the values of the setup fields that its type marks as target.
alter table secret add column target jsonb;

-- SFTP was the only type so far; its port has an initial value, its host key may not be known yet.
update secret s set target =
    jsonb_build_object(
        'host', coalesce(c.setup->>'host', ''),
        'port', coalesce(c.setup->>'port', '22'),
        'user', coalesce(c.setup->>'user', ''))
    || jsonb_strip_nulls(jsonb_build_object('hostKey', c.setup->>'hostKey'))
from connection c where c.id = s.connection_id;

alter table secret alter column target set not null;
