package io.connections.adapters.persistence.consent;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.connections.adapters.testing.Awaiting;
import io.connections.adapters.testing.OpenWork;
import io.connections.adapters.testing.PostgresForTests;
import io.connections.application.consent.SavedObjective;
import io.connections.application.consent.SavedPrivacySettings;
import io.connections.application.consent.port.ConsentSettingsContract;
import io.connections.application.consent.port.ObjectiveRepository;
import io.connections.application.consent.port.ObjectiveRepository.TakenId;
import io.connections.application.consent.port.PrivacySettingsRepository;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.domain.consent.Objective;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.consent.VisitorText;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// Also what becomes of two who do something at once.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields
class PostgresConsentSettingsTest extends ConsentSettingsContract {
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    @Inject UnitOfWork unitOfWork;
    @Inject ObjectiveRepository objectives;
    @Inject PrivacySettingsRepository settings;
    @Inject AgroalDataSource dataSource;

    @Override
    protected ObjectiveRepository objectives() {
        return objectives;
    }

    @Override
    protected PrivacySettingsRepository settings() {
        return settings;
    }

    @Override
    protected <T> T await(Supplier<Uni<T>> work) {
        return Awaiting.on(() -> unitOfWork.run(work));
    }

    @Test
    void ofTwoWhoUseOneIdAtOnceTheSecondIsRefused() throws Exception {
        SavedObjective first = first(objective("Twice", Set.of(), VisitorText.NONE));
        SavedObjective second =
                first(
                        new Objective(
                                new ObjectiveId(first.id().value().toUpperCase(Locale.ROOT)),
                                "Other",
                                Set.of()));
        OpenWork one = OpenWork.that(unitOfWork, () -> objectives.insert(first));
        FutureTask<Optional<TakenId>> other =
                OpenWork.started(unitOfWork, () -> objectives.insert(second));
        OpenWork.untilSomebodyWaits(dataSource);

        one.end();

        assertThat(other.get(30, TimeUnit.SECONDS)).map(TakenId::id).contains(first.id());
    }

    @Test
    void whoMakesAnObjectiveWhileTheOneOfItsIdIsDeletedIsRefused() throws Exception {
        SavedObjective gone = saved(objective("Going", Set.of(), VisitorText.NONE));
        OpenWork deleting =
                OpenWork.that(unitOfWork, () -> objectives.delete(gone.id(), NOW, "Mia"));
        FutureTask<Optional<TakenId>> making =
                OpenWork.started(unitOfWork, () -> objectives.insert(gone));

        deleting.end();

        assertThat(making.get(30, TimeUnit.SECONDS)).map(TakenId::deleted).contains(true);
    }

    @Test
    void whoDeletesWaitsForWhoHoldsAndTheyDoNotWaitForOneAnother() throws Exception {
        SavedObjective one = saved(objective("Held", Set.of(), VisitorText.NONE));
        OpenWork first = OpenWork.that(unitOfWork, () -> objectives.hold(List.of(one.id())));
        await(() -> objectives.hold(List.of(one.id())));
        FutureTask<Optional<SavedObjective>> deleting =
                OpenWork.started(unitOfWork, () -> objectives.findToDelete(one.id()));
        OpenWork.untilSomebodyWaits(dataSource);

        first.end();

        assertThat(deleting.get(30, TimeUnit.SECONDS)).contains(one);
    }

    @Test
    void whatIsDeletedWhileSomebodyBeginsToHoldItIsNotThere() throws Exception {
        SavedObjective gone = saved(objective("Gone", Set.of(), VisitorText.NONE));
        OpenWork deleting =
                OpenWork.that(
                        unitOfWork,
                        () ->
                                objectives
                                        .findToDelete(gone.id())
                                        .chain(() -> objectives.delete(gone.id(), NOW, "Mia")));
        FutureTask<Set<ObjectiveId>> holding =
                OpenWork.started(unitOfWork, () -> objectives.hold(List.of(gone.id())));
        OpenWork.untilSomebodyWaits(dataSource);

        deleting.end();

        assertThat(holding.get(30, TimeUnit.SECONDS)).isEmpty();
    }

    @Test
    void ofTwoWhoSaveTheSettingsAtOnceTheSecondIsNotHeard() throws Exception {
        SavedPrivacySettings before = await(settings::get);
        SavedPrivacySettings next = before.next(before.settings(), NOW, "Mia");
        OpenWork one = OpenWork.that(unitOfWork, () -> settings.save(next, before.version()));
        FutureTask<Boolean> other =
                OpenWork.started(unitOfWork, () -> settings.save(next, before.version()));
        OpenWork.untilSomebodyWaits(dataSource);

        one.end();

        assertThat(other.get(30, TimeUnit.SECONDS)).isFalse();
    }
}
