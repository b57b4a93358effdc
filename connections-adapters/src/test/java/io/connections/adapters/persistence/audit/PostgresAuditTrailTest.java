package io.connections.adapters.persistence.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.adapters.persistence.kernel.Sql;
import io.connections.adapters.testing.Awaiting;
import io.connections.adapters.testing.PostgresForTests;
import io.connections.application.audit.port.AuditReadings;
import io.connections.application.audit.port.AuditTrail;
import io.connections.application.audit.port.AuditTrailContract;
import io.connections.application.kernel.port.UnitOfWork;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields
class PostgresAuditTrailTest extends AuditTrailContract {
    @Inject UnitOfWork unitOfWork;
    @Inject AuditTrail trail;
    @Inject AuditReadings readings;
    @Inject AuditRetention retention;

    @Override
    protected AuditTrail trail() {
        return trail;
    }

    @Override
    protected AuditReadings readings() {
        return readings;
    }

    @Override
    protected <T> T await(Supplier<Uni<T>> work) {
        return Awaiting.on(() -> unitOfWork.run(work));
    }

    /// Two years unless the operator says otherwise.
    @Test
    void monthsOlderThanTheOperatorWantsGo() {
        await(
                () ->
                        Sql.select(
                                "select cast(create_audit_event_partitions(date '2019-01-01', 2)"
                                        + " as text) as made"));

        Awaiting.on(retention::letGo);

        assertThat(
                        await(
                                () ->
                                        Sql.select(
                                                "select cast(to_regclass('audit_event_2019_01') as"
                                                        + " text) as old, cast(count(*) as integer)"
                                                        + " as kept from pg_inherits where inhparent"
                                                        + " = to_regclass('audit_event')")))
                .singleElement()
                .satisfies(
                        row -> {
                            assertThat(row.getString("old")).isNull();
                            assertThat(row.getInteger("kept")).isEqualTo(4);
                        });
    }
}
