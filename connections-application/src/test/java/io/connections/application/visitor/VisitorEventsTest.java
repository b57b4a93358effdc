package io.connections.application.visitor;

import static io.connections.domain.profile.ProfileFixtures.aProfile;
import static io.connections.domain.visitor.VisitorFixtures.NOON;
import static io.connections.domain.visitor.VisitorFixtures.aPageView;
import static io.connections.domain.visitor.VisitorFixtures.aVisitor;
import static io.connections.domain.visitor.VisitorFixtures.claimed;
import static io.connections.domain.visitor.VisitorFixtures.event;
import static io.connections.domain.visitor.VisitorFixtures.granted;
import static io.connections.domain.visitor.VisitorFixtures.proven;
import static io.connections.domain.visitor.VisitorFixtures.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.connections.application.catalog.port.InMemoryConnectionTypes;
import io.connections.application.channel.port.InMemoryChannelRepository;
import io.connections.application.connection.port.InMemoryConnectionRepository;
import io.connections.application.consent.CurrentConsentRules;
import io.connections.application.consent.SavedObjective;
import io.connections.application.consent.port.InMemoryObjectiveRepository;
import io.connections.application.consent.port.InMemoryPrivacySettingsRepository;
import io.connections.application.inpage.InPageConnections;
import io.connections.application.inpage.PageCounts;
import io.connections.application.inpage.port.InMemoryPageProfiles;
import io.connections.application.kernel.port.InMemoryKnownObjects;
import io.connections.application.kernel.port.InMemoryUnitOfWork;
import io.connections.application.label.port.InMemoryLabelRepository;
import io.connections.application.profile.Evidence;
import io.connections.application.profile.Origin;
import io.connections.application.profile.port.InMemoryProfiles;
import io.connections.application.profile.port.InMemoryPropertyRepository;
import io.connections.application.profile.port.InMemoryPropertyUses;
import io.connections.application.run.request.port.InMemoryRuns;
import io.connections.application.visitor.port.InMemoryEventLog;
import io.connections.application.visitor.port.InMemoryVisitors;
import io.connections.domain.consent.ConsentStatement;
import io.connections.domain.consent.ConsentStatement.Answer;
import io.connections.domain.consent.Consents;
import io.connections.domain.consent.EvidenceId;
import io.connections.domain.consent.Objective;
import io.connections.domain.consent.ObjectiveColour;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.consent.PrivacySettings;
import io.connections.domain.consent.PrivacyState;
import io.connections.domain.consent.Regime;
import io.connections.domain.consent.VisitorText;
import io.connections.domain.consent.Zone;
import io.connections.domain.kernel.Version;
import io.connections.domain.profile.Identifier;
import io.connections.domain.profile.Profile;
import io.connections.domain.visitor.Visitor;
import io.connections.domain.visitor.VisitorEvent;
import io.connections.domain.visitor.VisitorEvent.Consented;
import io.connections.domain.visitor.VisitorId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("M25")
@Tag("M27")
class VisitorEventsTest {
    private static final ObjectiveId ADS = new ObjectiveId("ads");
    private static final ObjectiveId NEWS = new ObjectiveId("news");
    private static final VisitorText TEXT = new VisitorText("News", "Our news, once a week.");
    private static final Identifier EMAIL = new Identifier(7, "ada@example.com");

    private final InMemoryEventLog log = new InMemoryEventLog();
    private final InMemoryProfiles profiles = new InMemoryProfiles();
    private final InMemoryVisitors visitors = new InMemoryVisitors(profiles);
    private final InMemoryObjectiveRepository objectives = new InMemoryObjectiveRepository();
    private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork(log, visitors, profiles);
    private Instant now = NOON;
    private final InMemoryConnectionRepository connections = new InMemoryConnectionRepository();
    private final InMemoryPageProfiles pages = new InMemoryPageProfiles(profiles, _ -> true);
    private final VisitorEvents events =
            new VisitorEvents(
                    unitOfWork,
                    log,
                    visitors,
                    passedOn(),
                    new PageImports(
                            new InPageConnections(
                                    new InMemoryConnectionTypes(),
                                    connections,
                                    new CurrentConsentRules(
                                            objectives,
                                            new InMemoryPrivacySettingsRepository(
                                                    PrivacySettings.of(Regime.OPT_IN, Map.of()))),
                                    new InMemoryPropertyRepository()),
                            new InMemoryChannelRepository(
                                    new InMemoryLabelRepository(
                                            new InMemoryKnownObjects(List.of()))),
                            pages,
                            passedOn(),
                            log,
                            visitors,
                            new InMemoryPropertyUses(connections, new InMemoryRuns(connections)),
                            UUID::randomUUID),
                    new PageCounts(unitOfWork, pages, () -> now),
                    () -> now);
    private final VisitorId ada = aVisitor();
    private final Profile profile = aProfile().id(UUID.randomUUID()).build();

    private PassedOnConsent passedOn() {
        return new PassedOnConsent(visitors, profiles, objectives, () -> now);
    }

    @Test
    void whatHappenedBecomesWhatIsKnownOfTheVisitor() {
        happened(event(ada, "1", granted("news")));
        happened(
                event(
                        ada,
                        "2",
                        NOON.minusSeconds(5),
                        new Consented(
                                Set.of(), Set.of(NEWS, ADS), Map.of(ADS, "May we show you ads?"))));

        worked();

        Visitor visitor = visitor(ada);
        assertThat(visitor.privacy().zone()).isEqualTo(new Zone("gdpr"));
        assertThat(answers(visitor.privacy()))
                .isEqualTo(Map.of(NEWS, Answer.GRANTED, ADS, Answer.REFUSED));
        assertThat(visitor.firstSeen()).isEqualTo(NOON.minusSeconds(5));
        assertThat(visitor.lastSeen()).isEqualTo(NOON);
        assertThat(done(visitors.statements(ada)))
                .extracting(
                        each -> each.statement().objective(),
                        each -> each.statement().answer(),
                        VisitorStatement::page,
                        VisitorStatement::shown)
                .containsExactly(
                        tuple(NEWS, Answer.GRANTED, "shop.example/a?b=c", Optional.empty()),
                        tuple(
                                ADS,
                                Answer.REFUSED,
                                "shop.example/a?b=c",
                                Optional.of("May we show you ads?")),
                        tuple(NEWS, Answer.REFUSED, "shop.example/a?b=c", Optional.empty()));
    }

    @Test
    void aRefusalReachesTheProfileThatTheVisitorClaimsToBe() {
        profiles.add(profile, List.of(EMAIL), new Origin.Unknown());
        happened(event(ada, "1", refused("ads")));
        happened(event(ada, "2", granted("news")));
        happened(event(ada, "3", claimed(7, EMAIL.value())));

        worked();

        Profile after = profile();
        assertThat(answers(after.privacy())).isEqualTo(Map.of(ADS, Answer.REFUSED));
        assertThat(after.version()).isEqualTo(new Version(2));
        assertThat(((PrivacyState) after.privacy()).zone()).isEqualTo(Zone.REST_OF_WORLD);
        assertThat(evidence(after, ADS))
                .isEqualTo(
                        new Evidence.Stated(
                                "Website tag",
                                Optional.of("shop.example/a"),
                                Optional.empty(),
                                NOON));
    }

    /// Sites name their visitor on every page.
    @Test
    void whatCameTooLateForTheProfileIsProvenOnceHoweverOftenThePersonIsNamed() {
        profiles.add(
                aProfile()
                        .id(profile.id().value())
                        .saying(
                                new ConsentStatement(
                                        ADS, Answer.GRANTED, NOON.plusSeconds(60), EvidenceId.NONE))
                        .build(),
                List.of(EMAIL),
                new Origin.Unknown());
        happened(event(ada, "1", refused("ads")));
        for (String page : List.of("2", "3", "4")) {
            happened(event(ada, page, claimed(7, EMAIL.value())));
            worked();
        }

        assertThat(answers(profile().privacy())).isEqualTo(Map.of(ADS, Answer.GRANTED));
        assertThat(
                        done(
                                profiles.evidence(
                                        LongStream.rangeClosed(1, 9)
                                                .mapToObj(EvidenceId::new)
                                                .toList())))
                .hasSize(1);
    }

    @Test
    void whatIsRefusedBeforeSomebodyElseIsNamedReachesTheOneBefore() {
        profiles.add(profile, List.of(EMAIL), new Origin.Unknown());
        happened(event(ada, "1", claimed(7, EMAIL.value())));
        happened(event(ada, "2", refused("ads")));
        happened(event(ada, "3", claimed(7, "next@example.com")));

        worked();

        assertThat(answers(profile().privacy())).isEqualTo(Map.of(ADS, Answer.REFUSED));
    }

    @Test
    void whatIsRefusedAndThenGrantedByAClaimIsRefused() {
        profiles.add(profile, List.of(EMAIL), new Origin.Unknown());
        happened(event(ada, "1", claimed(7, EMAIL.value())));
        happened(event(ada, "2", refused("ads")));
        happened(event(ada, "3", NOON.plusSeconds(1), granted("ads")));

        worked();

        assertThat(answers(profile().privacy())).isEqualTo(Map.of(ADS, Answer.REFUSED));
    }

    @Test
    void withAProofAGrantReachesItTooWithWhatWasShown() {
        objectives
                .insert(
                        SavedObjective.first(
                                new Objective(NEWS, "News", Set.of(), TEXT, ObjectiveColour.GREY),
                                NOON,
                                "Mia"))
                .await()
                .indefinitely();
        profiles.add(profile, List.of(EMAIL), new Origin.Unknown());
        happened(
                event(
                        ada,
                        "1",
                        new Consented(
                                Set.of(NEWS), Set.of(), Map.of(NEWS, "Our news, once a week."))));
        happened(event(ada, "2", proven(7, EMAIL.value())));

        worked();

        assertThat(answers(profile().privacy())).isEqualTo(Map.of(NEWS, Answer.GRANTED));
        assertThat(((Evidence.Stated) evidence(profile(), NEWS)).shown())
                .contains(TEXT.fingerprint());
    }

    /// A page may tell of what happened only after somebody else signed in at the same browser.
    @Test
    void whatIsToldOfLateIsTheWordOfWhoeverWasThereThen() {
        Profile ben = aProfile().id(UUID.randomUUID()).build();
        Identifier his = new Identifier(7, "ben@example.com");
        profiles.add(profile, List.of(EMAIL), new Origin.Unknown());
        profiles.add(ben, List.of(his), new Origin.Unknown());
        happened(event(ada, "1", NOON.minusSeconds(10), proven(7, his.value())));
        worked();
        happened(event(ada, "2", NOON.minusSeconds(60), proven(7, EMAIL.value())));
        happened(event(ada, "3", NOON.minusSeconds(59), granted("news")));
        worked();
        happened(event(ada, "4", NOON.minusSeconds(40), refused("ads")));
        worked();
        happened(event(ada, "5", NOON.minusSeconds(5), granted("offers")));
        worked();

        assertThat(answers(profile().privacy()))
                .isEqualTo(Map.of(NEWS, Answer.GRANTED, ADS, Answer.REFUSED));
        assertThat(answers(done(profiles.findToChange(ben.id())).orElseThrow().privacy()))
                .isEqualTo(Map.of(ADS, Answer.REFUSED, new ObjectiveId("offers"), Answer.GRANTED));
    }

    @Test
    void whatWasGrantedInTheVeryMomentSomebodyElseIsNamedIsNotTheirs() {
        profiles.add(profile, List.of(EMAIL), new Origin.Unknown());
        happened(event(ada, "1", NOON.minusSeconds(9), proven(7, "ben@example.com")));
        happened(event(ada, "2", NOON.minusSeconds(5), granted("news")));
        happened(event(ada, "3", NOON.minusSeconds(5), proven(7, EMAIL.value())));
        worked();

        assertThat(answers(profile().privacy())).isEmpty();
    }

    /// Else anybody could have a customer's values cleared who knows their address.
    @Test
    void whoOnlyClaimsToBeSomebodyRefusesForThemAndClearsNothing() {
        VisitorId theirs = aVisitor();
        profiles.add(profile, List.of(EMAIL), new Origin.Unknown());
        happened(event(ada, "1", claimed(7, EMAIL.value())));
        happened(event(ada, "2", refused("ads")));
        worked();
        assertThat(answers(profile().privacy())).isEqualTo(Map.of(ADS, Answer.REFUSED));
        assertThat(profiles.refusedBeyondDoubt(profile.id())).isEmpty();

        happened(event(theirs, "1", NOON.minusSeconds(9), proven(7, EMAIL.value())));
        happened(event(theirs, "2", refused("news")));
        happened(event(theirs, "3", NOON.plusSeconds(1), refused("ads")));
        worked();

        assertThat(profiles.refusedBeyondDoubt(profile.id())).containsExactlyInAnyOrder(NEWS, ADS);
    }

    @Test
    void whatAClaimRefusedClearsOnceWhenItTurnsOutWhoItWas() {
        profiles.add(profile, List.of(EMAIL), new Origin.Unknown());
        happened(event(ada, "1", claimed(7, EMAIL.value())));
        happened(event(ada, "2", refused("ads")));
        worked();
        assertThat(profiles.refusedBeyondDoubt(profile.id())).isEmpty();

        happened(event(ada, "3", proven(7, EMAIL.value())));
        worked();
        assertThat(profiles.refusedBeyondDoubt(profile.id())).containsExactly(ADS);
        profiles.cleanedUp(profile.id());

        happened(event(ada, "4", proven(7, EMAIL.value())));
        worked();
        assertThat(profiles.refusedBeyondDoubt(profile.id())).isEmpty();
    }

    /// Else a stranger could have the values of somebody cleared who granted again.
    @Test
    void whatTurnsOutToBeTheirsProvesNotWhatAStrangerClaimedSince() {
        profiles.add(profile, List.of(EMAIL), new Origin.Unknown());
        happened(event(ada, "1", NOON.minusSeconds(9), claimed(7, EMAIL.value())));
        happened(event(ada, "2", NOON.minusSeconds(8), refused("ads")));
        VisitorId stranger = aVisitor();
        happened(event(stranger, "1", NOON.minusSeconds(7), claimed(7, EMAIL.value())));
        happened(event(stranger, "2", NOON.minusSeconds(6), refused("ads")));
        worked();

        happened(event(ada, "3", proven(7, EMAIL.value())));
        worked();

        assertThat(profiles.refusedBeyondDoubt(profile.id())).isEmpty();
    }

    /// What nothing points to would stay when the person is erased.
    @Test
    void onlyWhatIsNewGetsEvidence() {
        profiles.add(profile, List.of(EMAIL), new Origin.Unknown());
        happened(event(ada, "1", NOON.minusSeconds(9), proven(7, EMAIL.value())));
        happened(event(ada, "2", NOON.minusSeconds(8), refused("ads")));
        happened(event(ada, "3", NOON.minusSeconds(7), granted("news")));
        happened(event(ada, "4", NOON.minusSeconds(6), refused("offers")));

        worked();

        assertThat(profiles.evidenceKept()).isEqualTo(3);
    }

    @Test
    void whatAClaimRefusedAndThePersonGrantedSinceClearsNothing() {
        profiles.add(profile, List.of(EMAIL), new Origin.Unknown());
        happened(event(ada, "1", NOON.minusSeconds(9), claimed(7, EMAIL.value())));
        happened(event(ada, "2", NOON.minusSeconds(8), refused("ads")));
        VisitorId elsewhere = aVisitor();
        happened(event(elsewhere, "1", NOON.minusSeconds(7), proven(7, EMAIL.value())));
        happened(event(elsewhere, "2", NOON.minusSeconds(6), granted("ads")));
        worked();

        happened(event(ada, "3", proven(7, EMAIL.value())));
        worked();

        assertThat(answers(profile().privacy())).isEqualTo(Map.of(ADS, Answer.GRANTED));
        assertThat(profiles.refusedBeyondDoubt(profile.id())).isEmpty();
    }

    /// Whoever imports the customer later must not find that nothing was said.
    @Test
    void aProfileThatIsMadeLaterIsReachedWhenTheVisitorIsNamedAgain() {
        happened(event(ada, "1", refused("ads")));
        happened(event(ada, "2", claimed(7, EMAIL.value())));
        worked();
        profiles.add(profile, List.of(EMAIL), new Origin.Unknown());

        happened(event(ada, "3", claimed(7, EMAIL.value())));
        worked();

        assertThat(answers(profile().privacy())).isEqualTo(Map.of(ADS, Answer.REFUSED));
    }

    @Test
    void whatTheProfileKnowsAlreadyDoesNotRaiseItsVersion() {
        profiles.add(profile, List.of(EMAIL), new Origin.Unknown());
        happened(event(ada, "1", NOON.minusSeconds(10), refused("ads")));
        happened(event(ada, "2", claimed(7, EMAIL.value())));
        worked();
        long version = profile().version().number();

        happened(event(ada, "3", claimed(7, EMAIL.value())));
        happened(event(ada, "4", aPageView()));
        worked();

        assertThat(profile().version().number()).isEqualTo(version);
    }

    @Test
    void anEventThatFailsEveryTimeIsSetAsideAndHoldsNobodyUp() {
        VisitorId ben = inTheStripeOf(ada);
        happened(event(ada, "0", refused("ads")));
        worked();
        visitors.refuse(ada);
        happened(event(ada, "1", aPageView()));
        happened(event(ben, "2", refused("ads")));
        worked();
        assertThat(visitor(ben).privacy().consents().say(Answer.REFUSED, ADS)).isTrue();
        assertThat(log.reasons(ada)).isEmpty();

        happened(event(ben, "3", NOON.plusSeconds(1), granted("ads")));
        for (int i = 0; i < VisitorEvents.MOST_TRIES; i++) {
            now = now.plus(Duration.ofHours(1));
            worked();
        }

        assertThat(log.reasons(ada)).containsExactly("java.lang.IllegalStateException");
        assertThat(visitor(ben).privacy().consents().say(Answer.GRANTED, ADS)).isTrue();
    }

    @Test
    void whatFailsIsTriedAgainLaterAndNotAtOnce() {
        happened(event(ada, "0", refused("ads")));
        worked();
        visitors.refuse(ada);
        happened(event(ada, "1", aPageView()));

        for (int i = 0; i < 3 * VisitorEvents.MOST_TRIES; i++) {
            worked();
        }

        assertThat(log.reasons(ada)).isEmpty();
        assertThat(done(log.take(now, 10))).isEmpty();
        assertThat(done(log.take(now.plusSeconds(1), 10))).isPresent();
    }

    @Test
    void whatSomebodySaidIsNotGivenUpWithinADay() {
        visitors.refuse(ada);
        happened(event(ada, "1", refused("ads")));

        for (int hour = 0; hour < 24; hour++) {
            now = now.plus(Duration.ofHours(1));
            worked();
        }
        assertThat(log.reasons(ada)).isEmpty();
        for (int hour = 0; hour < 12; hour++) {
            now = now.plus(Duration.ofHours(1));
            worked();
        }

        assertThat(log.reasons(ada)).containsExactly("java.lang.IllegalStateException");
    }

    @Test
    void ofABrowserThatOnlyLooksAtPagesNothingIsRemembered() {
        happened(event(ada, "1", aPageView()));

        worked();

        assertThat(done(visitors.find(List.of(ada)))).isEmpty();
        assertThat(done(log.take(now, 10))).isEmpty();
    }

    private static VisitorId inTheStripeOf(VisitorId one) {
        VisitorId other = aVisitor();
        while (other.stripe(16) != one.stripe(16)) {
            other = aVisitor();
        }
        return other;
    }

    private void happened(VisitorEvent event) {
        done(log.append(List.of(event)));
    }

    private void worked() {
        done(events.workOff());
    }

    private Visitor visitor(VisitorId id) {
        return Objects.requireNonNull(done(visitors.find(List.of(id))).get(id));
    }

    private Profile profile() {
        return done(profiles.findToChange(profile.id())).orElseThrow();
    }

    private Evidence evidence(Profile of, ObjectiveId objective) {
        ConsentStatement statement =
                ((PrivacyState) of.privacy()).consents().about(objective).orElseThrow();
        return Objects.requireNonNull(
                done(profiles.evidence(List.of(statement.evidence()))).get(statement.evidence()));
    }

    private static Map<ObjectiveId, Answer> answers(Object privacy) {
        Consents consents = ((PrivacyState) privacy).consents();
        return consents.all().stream()
                .collect(Collectors.toMap(ConsentStatement::objective, ConsentStatement::answer));
    }

    private static <T> T done(Uni<T> work) {
        return work.await().indefinitely();
    }
}
