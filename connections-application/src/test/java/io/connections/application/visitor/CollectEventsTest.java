package io.connections.application.visitor;

import static io.connections.domain.visitor.VisitorFixtures.NOON;
import static io.connections.domain.visitor.VisitorFixtures.aPageView;
import static io.connections.domain.visitor.VisitorFixtures.aVisitor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.connections.application.catalog.port.InMemoryConnectionTypes;
import io.connections.application.channel.ChannelNotFound;
import io.connections.application.channel.port.InMemoryChannelKeys;
import io.connections.application.channel.port.InMemoryChannelRepository;
import io.connections.application.connection.port.InMemoryConnectionRepository;
import io.connections.application.consent.CurrentConsentRules;
import io.connections.application.consent.SavedObjective;
import io.connections.application.consent.port.InMemoryObjectiveRepository;
import io.connections.application.consent.port.InMemoryPrivacySettingsRepository;
import io.connections.application.inpage.InPageConnections;
import io.connections.application.kernel.port.InMemoryKnownObjects;
import io.connections.application.kernel.port.InMemoryUnitOfWork;
import io.connections.application.label.port.InMemoryLabelRepository;
import io.connections.application.profile.port.InMemoryPropertyRepository;
import io.connections.application.profile.port.PropertyRepository.NewProperty;
import io.connections.application.visitor.CollectEvents.Answer;
import io.connections.application.visitor.CollectEvents.Refusal;
import io.connections.application.visitor.port.InMemoryEventLog;
import io.connections.domain.channel.Channel;
import io.connections.domain.channel.ChannelFixtures;
import io.connections.domain.channel.ChannelId;
import io.connections.domain.consent.Objective;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.consent.PrivacySettings;
import io.connections.domain.consent.Regime;
import io.connections.domain.consent.Zone;
import io.connections.domain.kernel.Secret;
import io.connections.domain.profile.Identifier;
import io.connections.domain.profile.PropertyId;
import io.connections.domain.profile.PropertyType;
import io.connections.domain.visitor.EventId;
import io.connections.domain.visitor.IdentityProof;
import io.connections.domain.visitor.VisitorEvent;
import io.connections.domain.visitor.VisitorEvent.Consented;
import io.connections.domain.visitor.VisitorEvent.Identified;
import io.connections.domain.visitor.VisitorId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("M25")
class CollectEventsTest {
    private static final Channel SHOP =
            ChannelFixtures.website(1, "Shop", "shop.example", "www.shop.example");
    private static final String PAGE = "https://shop.example/a";
    private static final Duration KNOWN_FOR = Duration.ofSeconds(2);

    private final InMemoryChannelRepository channels =
            new InMemoryChannelRepository(
                    new InMemoryLabelRepository(new InMemoryKnownObjects(List.of())));
    private final InMemoryObjectiveRepository objectives = new InMemoryObjectiveRepository();
    private final InMemoryPropertyRepository properties = new InMemoryPropertyRepository();
    private final InMemoryPrivacySettingsRepository settings =
            new InMemoryPrivacySettingsRepository(PrivacySettings.of(Regime.OPT_IN, Map.of()));
    private final InMemoryConnectionRepository connections = new InMemoryConnectionRepository();
    private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork(channels);
    private final InMemoryEventLog log = new InMemoryEventLog();
    private final InMemoryChannelKeys keys = new InMemoryChannelKeys();
    private Instant now = NOON;
    private final CollectEvents collectEvents =
            new CollectEvents(
                    new KnownChannels(
                            unitOfWork,
                            channels,
                            new InPageConnections(
                                    new InMemoryConnectionTypes(InMemoryConnectionTypes.DATA_LAYER),
                                    connections,
                                    new CurrentConsentRules(objectives, settings),
                                    properties),
                            () -> now,
                            new CollectingSettings(KNOWN_FOR)),
                    log,
                    unitOfWork,
                    channels,
                    keys,
                    () -> now);
    private final VisitorId ada = aVisitor();

    @BeforeEach
    void aShopWithObjectivesAndIdentifiers() {
        done(channels.insert(SHOP));
        for (String id : List.of("newsletter", "ads")) {
            done(
                    objectives.insert(
                            SavedObjective.first(
                                    new Objective(new ObjectiveId(id), id, Set.of()),
                                    NOON,
                                    "Mia")));
        }
        done(
                properties.add(
                        List.of(
                                property("email", new PropertyType.Email(), true),
                                property("points", new PropertyType.WholeNumber(), false))));
    }

    @Test
    void anEventIsKeptWithItsPageZoneAndTimeByOurClock() {
        Instant theirs = NOON.plus(Duration.ofDays(400));
        SentEvent sent =
                new SentEvent.Read(
                        new EventId("1"),
                        theirs.minusSeconds(4),
                        "HTTPS://Shop.Example:8443/x/../a?b=c#d",
                        new SentEvent.Plain(aPageView()));

        Answer answer = answered(command(theirs, Optional.of("GDPR"), List.of(sent)));

        assertThat(answer).isEqualTo(new Answer(1, List.of()));
        assertThat(log.kept(ada))
                .containsExactly(
                        new VisitorEvent(
                                SHOP.id(),
                                ada,
                                new EventId("1"),
                                NOON.minusSeconds(4),
                                NOON,
                                Optional.of(new Zone("gdpr")),
                                ChannelFixtures.page("https://shop.example/a?b=c"),
                                aPageView()));
    }

    @Test
    void whatIsWrongCostsOnlyItself() {
        Answer answer =
                answered(
                        command(
                                NOON,
                                Optional.of("atlantis"),
                                List.of(
                                        sent("1", PAGE, aPageView()),
                                        new SentEvent.Unreadable("\"at\" is a time."),
                                        sent("3", "https://other.example/a", aPageView()),
                                        sent("4", "shop", aPageView()),
                                        new SentEvent.Read(
                                                new EventId("5"),
                                                NOON.minus(Duration.ofDays(8)),
                                                PAGE,
                                                new SentEvent.Plain(aPageView())),
                                        sent("6", "https://www.shop.example", aPageView()))));

        assertThat(log.kept(ada)).extracting(each -> each.id().value()).containsExactly("1", "6");
        assertThat(log.kept(ada)).extracting(VisitorEvent::zone).containsOnly(Optional.empty());
        assertThat(answer.accepted()).isEqualTo(2);
        assertThat(answer.refused())
                .extracting(Refusal::event)
                .containsExactly(
                        Optional.empty(),
                        Optional.of(1),
                        Optional.of(2),
                        Optional.of(3),
                        Optional.of(4));
        assertThat(answer.refused().getFirst().reason()).contains("'atlantis' is no zone");
    }

    @Test
    void whatIsRefusedIsHeardOnAnAddressThatIsTooLongToKeep() {
        String much = "x".repeat(SentBatch.LONGEST_PAGE);
        SentEvent.Said no = new SentEvent.Consent(List.of(), List.of("ads"), Map.of());

        Answer answer =
                answered(
                        command(
                                NOON,
                                Optional.empty(),
                                List.of(
                                        sent("1", PAGE + "?" + much, aPageView()),
                                        new SentEvent.Read(
                                                new EventId("2"), NOON, PAGE + "?" + much, no),
                                        new SentEvent.Read(
                                                new EventId("3"), NOON, PAGE + much, no))));

        assertThat(answer.refused()).extracting(Refusal::event).containsExactly(Optional.of(0));
        assertThat(log.kept(ada))
                .extracting(VisitorEvent::page)
                .containsExactly(
                        ChannelFixtures.page(PAGE), ChannelFixtures.page("https://shop.example/"));
    }

    @Test
    void anUnknownObjectiveIsLeftOutOfAStatementThatStands() {
        Answer answer =
                answered(
                        said(
                                new SentEvent.Consent(
                                        List.of("newsletter", "Newsletter", "?"),
                                        List.of("ads"),
                                        Map.of("newsletter", "Our news.", "none", "No."))));

        assertThat(log.kept(ada))
                .extracting(VisitorEvent::what)
                .containsExactly(
                        new Consented(
                                Set.of(new ObjectiveId("newsletter")),
                                Set.of(new ObjectiveId("ads")),
                                Map.of(new ObjectiveId("newsletter"), "Our news.")));
        assertThat(answer.accepted()).isEqualTo(1);
        assertThat(answer.refused())
                .extracting(Refusal::reason)
                .containsExactly(
                        "There is no objective \"Newsletter\".", "There is no objective \"?\".");
    }

    @Test
    void aStatementOfWhichNothingStandsIsNotKept() {
        Answer unknown = answered(said(new SentEvent.Consent(List.of("x"), List.of(), Map.of())));
        Answer empty = answered(said(new SentEvent.Consent(List.of(), List.of(), Map.of())));

        assertThat(unknown.accepted()).isZero();
        assertThat(empty.accepted()).isZero();
        assertThat(empty.refused()).hasSize(1);
        assertThat(log.kept(ada)).isEmpty();
    }

    @Test
    void identifiersAreBroughtIntoTheirWrittenForm() {
        Answer answer =
                answered(
                        said(
                                new SentEvent.Identity(
                                        Map.of(
                                                "E-mail", "x",
                                                "EMAIL", "Ada@Example.com",
                                                "points", "3"),
                                        Optional.empty())));

        assertThat(log.kept(ada))
                .extracting(VisitorEvent::what)
                .containsExactly(
                        new Identified(List.of(new Identifier(1, "ada@example.com")), false));
        assertThat(answer.refused()).hasSize(2);
    }

    /// What is answered may be logged by a page, or seen by who looks over a shoulder.
    @Test
    void aValueThatIsNoneIsRefusedWithoutBeingRepeated() {
        Answer answer =
                answered(
                        said(
                                new SentEvent.Identity(
                                        Map.of("email", "ada-at-example"), Optional.empty())));

        assertThat(answer.accepted()).isZero();
        assertThat(answer.refused().getFirst().reason())
                .startsWith("The value of \"email\"")
                .doesNotContain("ada");
    }

    @Test
    void whoProvesWhoTheyAreIsBelieved() {
        Secret key = done(keys.make(SHOP.id(), new Channel.Stamp("Mia", NOON)));
        Map<String, String> identifiers = Map.of("email", "Ada@Example.com", "other", "x");

        Answer answer =
                answered(
                        said(
                                new SentEvent.Identity(
                                        identifiers,
                                        Optional.of(
                                                IdentityProof.of(
                                                        key,
                                                        SHOP.id(),
                                                        ada,
                                                        identifiers,
                                                        NOON.plusSeconds(60))))));

        assertThat(log.kept(ada))
                .extracting(VisitorEvent::what)
                .containsExactly(
                        new Identified(List.of(new Identifier(1, "ada@example.com")), true));
        assertThat(answer.accepted()).isEqualTo(1);
    }

    @Test
    void aProofThatDoesNotHoldIsAClaimAsAnybodyCouldMake() {
        SentEvent.Said forged =
                new SentEvent.Identity(Map.of("email", "ada@example.com"), Optional.of("AAAA"));
        Answer withoutKey = answered(said(forged));
        Secret key = done(keys.make(SHOP.id(), new Channel.Stamp("Mia", NOON)));
        Answer withKey = answered(said(forged));
        Map<String, String> identifiers = Map.of("email", "ada@example.com");
        Answer late =
                answered(
                        said(
                                new SentEvent.Identity(
                                        identifiers,
                                        Optional.of(
                                                IdentityProof.of(
                                                        key,
                                                        SHOP.id(),
                                                        ada,
                                                        identifiers,
                                                        NOON.minusSeconds(1))))));

        assertThat(withoutKey.refused().getFirst().reason()).contains("no key");
        assertThat(withKey.refused().getFirst().reason()).contains("does not hold");
        assertThat(late.refused().getFirst().reason()).contains("is over");
        assertThat(List.of(withoutKey, withKey, late)).allMatch(each -> each.accepted() == 1);
        assertThat(log.kept(ada))
                .extracting(VisitorEvent::what)
                .containsOnly(new Identified(List.of(new Identifier(1, "ada@example.com")), false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "https://other.example",
                "https://m.shop.example",
                "https://shop.example.evil.example",
                "https://shop.example@evil.example",
                "chrome-extension://shop.example"
            })
    void aPageOfAnotherSiteIsNotHeard(String origin) {
        Throwable refused =
                catchThrowable(
                        () ->
                                done(
                                        collectEvents.handle(
                                                new CollectEvents.Command(
                                                        SHOP.id(),
                                                        ada,
                                                        NOON,
                                                        Optional.empty(),
                                                        origin,
                                                        List.of(sent("1", PAGE, aPageView()))))));

        assertThat(refused).isInstanceOf(PageOfAnotherSite.class);
        assertThat(log.kept(ada)).isEmpty();
    }

    @Test
    void aChannelThatThereIsNotIsNotHeard() {
        ChannelId none = ChannelFixtures.channelId(9);

        assertThat(
                        catchThrowable(
                                () ->
                                        done(
                                                collectEvents.handle(
                                                        new CollectEvents.Command(
                                                                none,
                                                                ada,
                                                                NOON,
                                                                Optional.empty(),
                                                                PAGE,
                                                                List.of())))))
                .isInstanceOf(ChannelNotFound.class);
    }

    @Test
    void whatCannotBeKeptIsNotSaidToBe() {
        log.goAway();

        assertThat(catchThrowable(() -> answered(said(new SentEvent.Plain(aPageView())))))
                .isInstanceOf(CollectorBusy.class);
    }

    @Test
    void aChannelIsSeenOnceAMinute() {
        answered(said(new SentEvent.Plain(aPageView())));
        now = NOON.plusSeconds(59);
        answered(said(new SentEvent.Plain(aPageView())));
        assertThat(lastSeen()).contains(NOON);

        now = NOON.plusSeconds(60);
        answered(said(new SentEvent.Plain(aPageView())));

        assertThat(lastSeen()).contains(NOON.plusSeconds(60));
    }

    @Test
    void whatIsKnownOfAChannelIsReadAgainAfterAMoment() {
        answered(said(new SentEvent.Plain(aPageView())));
        done(channels.delete(SHOP.id()));
        now = NOON.plus(KNOWN_FOR).minusMillis(1);
        assertThat(answered(said(new SentEvent.Plain(aPageView()))).accepted()).isEqualTo(1);

        now = NOON.plus(KNOWN_FOR);

        assertThat(catchThrowable(() -> answered(said(new SentEvent.Plain(aPageView())))))
                .isInstanceOf(ChannelNotFound.class);
    }

    private Optional<Instant> lastSeen() {
        return done(channels.find(SHOP.id())).flatMap(Channel::lastSeen);
    }

    private static NewProperty property(String id, PropertyType type, boolean identifier) {
        return new NewProperty(new PropertyId(id), id, type, identifier, false);
    }

    private CollectEvents.Command said(SentEvent.Said said) {
        return command(
                now,
                Optional.empty(),
                List.of(new SentEvent.Read(new EventId("1"), now, PAGE, said)));
    }

    private CollectEvents.Command command(
            Instant sentAt, Optional<String> zone, List<SentEvent> events) {
        return new CollectEvents.Command(
                SHOP.id(), ada, sentAt, zone, "https://shop.example:8443", events);
    }

    private static SentEvent sent(String id, String url, VisitorEvent.What what) {
        return new SentEvent.Read(new EventId(id), NOON, url, new SentEvent.Plain(what));
    }

    private Answer answered(CollectEvents.Command command) {
        return done(collectEvents.handle(command));
    }

    private static <T> T done(Uni<T> work) {
        return work.await().indefinitely();
    }
}
