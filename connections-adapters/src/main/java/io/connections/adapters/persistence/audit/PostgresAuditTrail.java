package io.connections.adapters.persistence.audit;

import io.connections.adapters.persistence.kernel.Sql;
import io.connections.application.audit.port.AuditTrail;
import io.connections.application.kernel.port.Ids;
import io.connections.domain.access.Actor;
import io.connections.domain.audit.AuditEvent;
import io.connections.domain.audit.Subject;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/// The database says when: one clock for all replicas, and finer than the events of one unit of
/// work follow each other, so that they keep their order.
@Singleton
class PostgresAuditTrail implements AuditTrail {
    private final Ids ids;

    PostgresAuditTrail(Ids ids) {
        this.ids = ids;
    }

    @Override
    public Uni<Void> record(AuditEvent event) {
        Actor by = event.by();
        Subject subject = event.subject();
        return Sql.change(
                        """
                        insert into audit_event (at, id, actor_id, actor_name, actor_kind, address,
                        client, action, object_kind, object_id, object_name, changes)
                        values (clock_timestamp(), ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, nullif(?9, ''),
                        ?10, cast(cast(?11 as text) as jsonb))
                        """,
                        ids.next(),
                        Storable.text(by.id()),
                        Storable.text(by.name()),
                        by.kind().name(),
                        Storable.text(by.origin().address()),
                        Storable.text(by.origin().client()),
                        event.action().name(),
                        subject.kind().name(),
                        Storable.text(subject.id().orElse("")),
                        Storable.text(subject.name()),
                        ChangeDocuments.written(event.changes()))
                .replaceWithVoid();
    }
}
