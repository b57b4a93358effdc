package io.connections.adapters.persistence.audit;

import io.connections.adapters.persistence.kernel.Sql;
import io.connections.application.audit.port.AuditTrail;
import io.connections.application.kernel.port.Ids;
import io.connections.domain.access.Actor;
import io.connections.domain.audit.AuditEvent;
import io.connections.domain.audit.Subject;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.List;

/// The database says when: one clock for all replicas, and finer than the events of one unit of
/// work follow each other, so that they keep their order.
@Singleton
class PostgresAuditTrail implements AuditTrail {
    private final Ids ids;

    PostgresAuditTrail(Ids ids) {
        this.ids = ids;
    }

    @Override
    public Uni<Void> recordAll(List<AuditEvent> events) {
        JsonArray told = new JsonArray();
        events.forEach(event -> told.add(written(event)));
        return Sql.change(
                        """
                        insert into audit_event (at, id, actor_id, actor_name, actor_kind, address,
                        client, action, object_kind, object_id, object_name, changes)
                        select clock_timestamp(), e.id, e.actor_id, e.actor_name, e.actor_kind,
                        e.address, e.client, e.action, e.object_kind, nullif(e.object_id, ''),
                        e.object_name, e.changes
                        from jsonb_to_recordset(cast(cast(?1 as text) as jsonb)) as e(
                        id uuid, actor_id text, actor_name text, actor_kind text, address text,
                        client text, action text, object_kind text, object_id text,
                        object_name text, changes jsonb)
                        """,
                        told.encode())
                .replaceWithVoid();
    }

    private JsonObject written(AuditEvent event) {
        Actor by = event.by();
        Subject subject = event.subject();
        return new JsonObject()
                .put("id", ids.next().toString())
                .put("actor_id", Storable.text(by.id()))
                .put("actor_name", Storable.text(by.name()))
                .put("actor_kind", by.kind().name())
                .put("address", Storable.text(by.origin().address()))
                .put("client", Storable.text(by.origin().client()))
                .put("action", event.action().name())
                .put("object_kind", subject.kind().name())
                .put("object_id", Storable.text(subject.id().orElse("")))
                .put("object_name", Storable.text(subject.name()))
                .put("changes", ChangeDocuments.written(event.changes()));
    }
}
