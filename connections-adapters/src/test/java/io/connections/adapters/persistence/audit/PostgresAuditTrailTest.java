package io.connections.adapters.persistence.audit;

import io.connections.adapters.persistence.kernel.Sql;
import io.connections.adapters.testing.Awaiting;
import io.connections.adapters.testing.PostgresForTests;
import io.connections.application.audit.port.AuditTrail;
import io.connections.application.audit.port.AuditTrailContract;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Origin;
import io.connections.domain.audit.Action;
import io.connections.domain.audit.AuditEvent;
import io.connections.domain.audit.Subject;
import io.connections.domain.kernel.ObjectKind;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields
class PostgresAuditTrailTest extends AuditTrailContract {
    @Inject UnitOfWork unitOfWork;
    @Inject AuditTrail trail;

    @Override
    protected AuditTrail trail() {
        return trail;
    }

    @Override
    protected List<AuditEvent> recordedOf(String id) {
        return await(
                        () ->
                                Sql.select(
                                        "select * from audit_event where object_id = ?1 order by at, id",
                                        id))
                .stream()
                .map(PostgresAuditTrailTest::event)
                .toList();
    }

    @Override
    protected <T> T await(Supplier<Uni<T>> work) {
        return Awaiting.on(() -> unitOfWork.run(work));
    }

    private static AuditEvent event(JsonObject row) {
        return new AuditEvent(
                new Actor(
                        row.getString("actor_id"),
                        row.getString("actor_name"),
                        Actor.Kind.valueOf(row.getString("actor_kind")),
                        new Origin(row.getString("address"), row.getString("client")),
                        Set.of()),
                Action.valueOf(row.getString("action")),
                new Subject(
                        ObjectKind.valueOf(row.getString("object_kind")),
                        Optional.ofNullable(row.getString("object_id")),
                        row.getString("object_name")),
                ChangeDocuments.read(row.getJsonArray("changes")));
    }
}
