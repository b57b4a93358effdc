package io.connections.adapters.persistence.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.connections.adapters.persistence.kernel.Sql;
import io.connections.adapters.testing.Awaiting;
import io.connections.adapters.testing.PostgresForTests;
import io.connections.application.consent.port.ConsentTotals;
import io.connections.application.consent.port.ConsentTotals.Profiles;
import io.connections.application.consent.port.ConsentTotalsContract;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.domain.consent.ObjectiveId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields
class PostgresConsentTotalsTest extends ConsentTotalsContract {
    @Inject UnitOfWork unitOfWork;
    @Inject ConsentTotals totals;

    @Test
    void ofMoreThanAFewTheStatisticsTellHowManyThereAreAlsoSinceTheyWereMade() {
        addProfiles(10_000);
        await(() -> Sql.change("analyze profile"));
        addProfiles(5_000);

        Profiles estimate = await(() -> PostgresConsentTotals.profiles(10));

        assertThat(estimate.estimated()).isTrue();
        assertThat(estimate.amount())
                .isCloseTo(
                        await(() -> PostgresConsentTotals.profiles(1_000_000)).amount(),
                        withinPercentage(5));
    }

    @Override
    protected ConsentTotals totals() {
        return totals;
    }

    @Override
    protected void count(int who, ObjectiveId objective, long granted, long refused) {
        await(
                () ->
                        Sql.change(
                                "insert into consent_total values (?1, ?2, ?3, ?4)",
                                objective.value(),
                                who,
                                granted,
                                refused));
    }

    /// With ids older than what any test makes: whoever asks for the newest does not meet them.
    @Override
    protected void addProfiles(int amount) {
        await(
                () ->
                        Sql.change(
                                """
                                insert into profile (id, properties)
                                select cast('00000000' || substr(cast(gen_random_uuid() as text), 9) as uuid),
                                  '{}'
                                from generate_series(1, ?1)
                                """,
                                amount));
    }

    @Override
    protected <T> T await(Supplier<Uni<T>> work) {
        return Awaiting.on(() -> unitOfWork.run(work));
    }
}
