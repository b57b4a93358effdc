package io.connections.application.run.port;

import static io.connections.domain.connection.ConnectionFixtures.NOON;
import static io.connections.domain.connection.ConnectionFixtures.aConnection;
import static io.connections.domain.goal.GoalFixtures.aGoal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.connections.application.connection.port.ConnectionRepository;
import io.connections.application.consent.SavedObjective;
import io.connections.application.consent.SavedPrivacySettings;
import io.connections.application.consent.port.ObjectiveRepository;
import io.connections.application.consent.port.PrivacySettingsRepository;
import io.connections.application.profile.port.PropertyRepository;
import io.connections.application.profile.port.PropertyRepository.NewProperty;
import io.connections.application.run.port.RunSetups.RunConsent;
import io.connections.application.run.port.RunSetups.SetupGone;
import io.connections.application.run.port.RunSetups.StoredProperty;
import io.connections.domain.connection.Connection;
import io.connections.domain.connection.Connection.Content;
import io.connections.domain.connection.Connection.Stamp;
import io.connections.domain.consent.ConsentGate.Verdict;
import io.connections.domain.consent.Consents;
import io.connections.domain.consent.Objective;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.consent.PrivacySettings;
import io.connections.domain.consent.PrivacyState;
import io.connections.domain.consent.Regime;
import io.connections.domain.consent.Zone;
import io.connections.domain.goal.GoalId;
import io.connections.domain.goal.ImportGoal;
import io.connections.domain.profile.ProfileProperty;
import io.connections.domain.profile.PropertyId;
import io.connections.domain.profile.PropertyType;
import io.connections.domain.run.Run;
import io.connections.domain.run.RunId;
import io.connections.domain.run.Trigger;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What everything does that tells a run what it was made for.
@Tag("M18")
public abstract class RunSetupsContract {
    private static final Zone GDPR = new Zone("gdpr");

    private final ImportGoal goal = aGoal().files("customers-*.csv").build();
    private final Connection connection = aConnection().with(goal).build();

    protected abstract RunSetups setups();

    protected abstract ConnectionRepository connections();

    protected abstract PropertyRepository properties();

    protected abstract ObjectiveRepository objectives();

    protected abstract PrivacySettingsRepository privacySettings();

    /// Runs it in a unit of work and waits for what it answers.
    protected abstract <T> T await(Supplier<Uni<T>> work);

    @BeforeEach
    void aConnectionWithOneGoal() {
        await(() -> connections().add(connection));
    }

    @Test
    void aRunFindsItsGoalByItsId() throws Exception {
        assertThat(setups().load(order(connection)).goal(goal.id())).contains(goal);
    }

    @Test
    void aGoalThatTheVersionDoesNotHaveIsNotFound() throws Exception {
        GoalId another = new GoalId(UUID.randomUUID());

        assertThat(setups().load(order(connection)).goal(another)).isEmpty();
    }

    @Test
    void whatWasSavedSinceTheRunWasMadeDoesNotCount() throws Exception {
        Content without = new Content("Renamed", "", connection.setup(), List.of());
        Connection saved = connection.save(without, new Stamp("Mia", NOON));
        await(() -> connections().save(saved, connection.version()));

        assertThat(setups().load(order(connection)).goal(goal.id())).contains(goal);
        assertThat(setups().load(order(saved)).goal(goal.id())).isEmpty();
    }

    @Test
    void ofADeletedConnectionNothingIsLeft() {
        await(() -> connections().delete(connection.id()));

        Throwable gone = catchThrowable(() -> setups().load(order(connection)));

        assertThat(gone).isInstanceOf(SetupGone.class).hasMessageContaining("deleted");
    }

    @Test
    @Tag("M15")
    void thePropertiesAreThoseOfThisMoment() {
        NewProperty size =
                new NewProperty(
                        new PropertyId("size-" + UUID.randomUUID()),
                        "Size",
                        new PropertyType.Choice(List.of("S", "M, or so")),
                        true,
                        false);
        List<StoredProperty> before = setups().properties();

        ProfileProperty made = await(() -> properties().add(List.of(size))).getFirst();

        assertThat(before).extracting(StoredProperty::property).doesNotContain(made);
        assertThat(setups().properties()).contains(new StoredProperty(made, false));
    }

    @Test
    @Tag("M26")
    void theGateIsThatOfTheVersionsObjectivesAsTheyAreNow() throws Exception {
        ObjectiveId news = new ObjectiveId("news-" + UUID.randomUUID());
        ObjectiveId gone = new ObjectiveId("gone-" + UUID.randomUUID());
        SavedPrivacySettings before = await(() -> privacySettings().get());
        SavedPrivacySettings optIn =
                before.next(
                        PrivacySettings.of(Regime.OPT_OUT, Map.of(GDPR, Regime.OPT_IN)),
                        NOON,
                        "Mia");
        await(() -> privacySettings().save(optIn, before.version()));
        await(
                () ->
                        objectives()
                                .insert(
                                        SavedObjective.first(
                                                new Objective(news, "News", Set.of(GDPR)),
                                                NOON,
                                                "Mia")));
        Connection linked =
                await(
                        () -> {
                            Connection made = aConnection().with(goal).linkedTo(news).build();
                            return connections().add(made).replaceWith(made);
                        });
        Connection toNothing =
                await(
                        () -> {
                            Connection made = aConnection().with(goal).linkedTo(gone).build();
                            return connections().add(made).replaceWith(made);
                        });

        RunConsent consent = setups().load(order(linked)).consent();

        assertThat(consent.objectives()).contains(news).doesNotContain(gone);
        assertThat(consent.gate().judge(new PrivacyState(GDPR, Consents.NONE)))
                .isInstanceOfSatisfying(
                        Verdict.HeldBack.class,
                        held -> assertThat(held.objectives()).containsExactly(news));
        assertThat(consent.gate().judge(PrivacyState.UNKNOWN))
                .isEqualTo(Verdict.Allowed.CONSENT_NOT_NEEDED);
        assertThat(setups().load(order(toNothing)).consent().gate().judge(PrivacyState.UNKNOWN))
                .isInstanceOf(Verdict.HeldBack.class);
        assertThat(setups().load(order(connection)).consent().gate().judge(PrivacyState.UNKNOWN))
                .isEqualTo(Verdict.Allowed.NO_OBJECTIVE);
    }

    private static Run.Order order(Connection of) {
        return new Run.Order(
                new RunId(UUID.randomUUID()),
                1,
                of.id(),
                of.version(),
                new Trigger.Manual("Mia"),
                NOON);
    }
}
