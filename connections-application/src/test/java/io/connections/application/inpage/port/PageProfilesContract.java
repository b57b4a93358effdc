package io.connections.application.inpage.port;

import static io.connections.domain.goal.GoalFixtures.row;
import static io.connections.domain.profile.ProfileFixtures.aProperty;
import static io.connections.domain.profile.ProfileFixtures.anIdentifier;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.connections.application.inpage.PageTally;
import io.connections.application.kernel.PageRequest;
import io.connections.application.profile.ProfileEvent;
import io.connections.application.profile.ProfileEvent.Kind;
import io.connections.application.profile.port.ProfileHistory;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.consent.ConsentGate;
import io.connections.domain.consent.ConsentGate.Verdict;
import io.connections.domain.consent.ConsentStatement;
import io.connections.domain.consent.ConsentStatement.Answer;
import io.connections.domain.consent.Consents;
import io.connections.domain.consent.EvidenceId;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.consent.PrivacyState;
import io.connections.domain.consent.Zone;
import io.connections.domain.goal.ChunkDecision;
import io.connections.domain.goal.ConsentTerms;
import io.connections.domain.goal.Counts;
import io.connections.domain.goal.GoalId;
import io.connections.domain.goal.ImportDecider;
import io.connections.domain.goal.ImportPlan;
import io.connections.domain.goal.ImportVariables;
import io.connections.domain.goal.KnownProfiles;
import io.connections.domain.goal.KnownProfiles.KnownProfile;
import io.connections.domain.goal.MappedRecord;
import io.connections.domain.goal.SaidConsent;
import io.connections.domain.goal.Strategy;
import io.connections.domain.inpage.PageRecord;
import io.connections.domain.profile.Identifier;
import io.connections.domain.profile.ProfileChanged;
import io.connections.domain.profile.ProfileId;
import io.connections.domain.profile.ProfileProperty;
import io.connections.domain.profile.PropertyType;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What every store does that pages write profiles into.
@Tag("M25")
public abstract class PageProfilesContract {
    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
    private static final ObjectiveId ADS = new ObjectiveId("ads");
    private static final String NAME = "Shop pages";
    private static final ProfileProperty EMAIL = anIdentifier(9, "email", new PropertyType.Text());
    private static final ProfileProperty CITY = aProperty(11, "city", new PropertyType.Text());
    private static final ProfileProperty TASTE = aProperty(12, "taste", new PropertyType.Text());

    private final Identifier ada = new Identifier(9, UUID.randomUUID() + "@example.com");
    private final GoalId goal = new GoalId(UUID.randomUUID());
    private final ImportPlan plan =
            ImportPlan.of(
                    new ImportVariables(
                            goal,
                            "Page",
                            true,
                            true,
                            List.of(
                                    row("shop.city", CITY).build(),
                                    row("shop.taste", TASTE).by(Strategy.ADD).build())),
                    List.of(EMAIL, CITY, TASTE));

    protected abstract PageProfiles profiles();

    protected abstract ProfileHistory history();

    /// One that is there.
    protected abstract ConnectionId connection();

    /// Runs it in a unit of work and waits for what it answers.
    protected abstract <T> T await(Supplier<Uni<T>> work);

    @Test
    @Tag("M27")
    void aProfileIsMadeWithItsIdentifiersAndWhatItsPersonSaid() {
        ConnectionId connection = connection();
        PrivacyState privacy =
                new PrivacyState(
                        new Zone("gdpr"),
                        Consents.of(
                                List.of(
                                        new ConsentStatement(
                                                ADS, Answer.GRANTED, NOON, new EvidenceId(17)))));

        written(
                connection,
                decided(
                        KnownProfiles.NONE,
                        SaidConsent.before(
                                Optional.of(privacy.zone()), List.copyOf(privacy.consents().all())),
                        said("shop.city", "Utrecht")));

        KnownProfile made = owner();
        assertThat(made.values().of(9)).containsExactly(ada.value());
        assertThat(made.values().of(11)).containsExactly("Utrecht");
        assertThat(made.privacy()).isEqualTo(privacy);
        assertThat(made.version()).isEqualTo(1);
        assertThat(happened(made.id()))
                .extracting(ProfileEvent::kind, ProfileEvent::by)
                .containsExactly(tuple(Kind.CREATED, new ProfileEvent.By.OnPage(connection, NAME)));
    }

    @Test
    void aProfileThatChangesKeepsWhatStoodThere() {
        ConnectionId connection = connection();
        written(connection, decided(KnownProfiles.NONE, said("shop.city", "Utrecht")));

        written(connection, decided(known(), said("shop.city", "Zwolle", "shop.taste", "tea")));

        KnownProfile after = owner();
        assertThat(after.values().of(11)).containsExactly("Zwolle");
        assertThat(after.values().of(12)).containsExactly("tea");
        assertThat(after.version()).isEqualTo(2);
        assertThat(happened(after.id()).getFirst().before())
                .isEqualTo(Map.of(11, List.of("Utrecht"), 12, List.of()));
    }

    @Test
    void whatIsKnownAlreadyLeavesNoTrace() {
        ConnectionId connection = connection();
        written(connection, decided(KnownProfiles.NONE, said("shop.city", "Utrecht")));

        written(connection, decided(known(), said("shop.city", "Utrecht")));

        KnownProfile after = owner();
        assertThat(after.version()).isEqualTo(1);
        assertThat(happened(after.id())).hasSize(1);
    }

    @Test
    void ofTwoWhoReadTheSameProfileTheSecondWritesNothing() {
        ConnectionId connection = connection();
        written(connection, decided(KnownProfiles.NONE, said("shop.city", "Utrecht")));
        KnownProfiles read = known();
        written(connection, decided(read, said("shop.city", "Zwolle")));

        assertThatThrownBy(() -> written(connection, decided(read, said("shop.city", "Arnhem"))))
                .isInstanceOf(ProfileChanged.class);
        assertThat(owner().values().of(11)).containsExactly("Zwolle");
    }

    @Test
    void anIdentifierThatIsTakenMeanwhileMakesNoSecondProfile() {
        ConnectionId connection = connection();
        written(connection, decided(KnownProfiles.NONE, said("shop.city", "Utrecht")));
        KnownProfile first = owner();

        assertThatThrownBy(
                        () ->
                                written(
                                        connection,
                                        decided(KnownProfiles.NONE, said("shop.city", "Zwolle"))))
                .isInstanceOf(ProfileChanged.class);
        assertThat(owner()).isEqualTo(first);
    }

    @Test
    void whatAConnectionDidIsCountedByDayAndReason() {
        ConnectionId connection = connection();
        Verdict.HeldBack refused =
                new Verdict.HeldBack(Verdict.Rule.REFUSED, List.of(ADS), "Refused \"Ads\".");
        Verdict.HeldBack notGranted =
                new Verdict.HeldBack(Verdict.Rule.NOT_GRANTED, List.of(ADS), "Not granted.");
        PageTally did =
                new PageTally(
                        new Counts(1, 2, 3, 4, 5, 6, 7), Map.of(refused, 3L, notGranted, 1L), 9);
        for (int i = 0; i < 40; i++) {
            await(() -> profiles().count(connection, TODAY, did));
        }
        await(() -> profiles().count(connection, TODAY.minusDays(1), PageTally.heldBack(refused)));
        await(() -> profiles().count(connection, TODAY.minusDays(40), PageTally.ofShown()));

        Map<LocalDate, PageTally> found =
                await(() -> profiles().tallies(connection, TODAY.minusDays(29)));

        assertThat(found)
                .isEqualTo(
                        Map.of(
                                TODAY,
                                new PageTally(
                                        new Counts(40, 80, 120, 160, 200, 240, 280),
                                        Map.of(refused, 120L, notGranted, 40L),
                                        360),
                                TODAY.minusDays(1),
                                PageTally.heldBack(refused)));
    }

    @Test
    void whatAConnectionDidThatIsGoneIsPassedOver() {
        ConnectionId gone = new ConnectionId(UUID.randomUUID());

        await(() -> profiles().count(gone, TODAY, PageTally.ofShown()));

        Map<LocalDate, PageTally> found = await(() -> profiles().tallies(gone, TODAY));
        assertThat(found).isEmpty();
    }

    private void written(ConnectionId connection, ChunkDecision decision) {
        await(() -> profiles().write(connection, NAME, goal, decision));
    }

    private KnownProfiles known() {
        return await(() -> profiles().owners(List.of(ada)));
    }

    private KnownProfile owner() {
        return known().ownerOf(ada).orElseThrow();
    }

    private List<ProfileEvent> happened(ProfileId id) {
        return await(() -> history().of(id, Optional.empty(), PageRequest.first())).items();
    }

    private PageRecord said(String... variablesAndValues) {
        Map<String, List<String>> values = new HashMap<>();
        for (int i = 0; i < variablesAndValues.length; i += 2) {
            values.put(variablesAndValues[i], List.of(variablesAndValues[i + 1]));
        }
        return new PageRecord(1, values, plan.columns().named(), List.of(ada));
    }

    private ChunkDecision decided(KnownProfiles known, PageRecord record) {
        return decided(known, plan.map(record));
    }

    private ChunkDecision decided(KnownProfiles known, SaidConsent before, PageRecord record) {
        return decided(known, plan.map(record, before));
    }

    private ChunkDecision decided(KnownProfiles known, MappedRecord record) {
        return new ImportDecider(plan)
                .decide(
                        List.of(record),
                        known,
                        ConsentTerms.bringingNone(ConsentGate.forNoObjectives()),
                        () -> new ProfileId(UUID.randomUUID()));
    }
}
