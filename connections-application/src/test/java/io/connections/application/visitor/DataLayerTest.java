package io.connections.application.visitor;

import static io.connections.domain.channel.ChannelFixtures.exclude;
import static io.connections.domain.channel.ChannelFixtures.on;
import static io.connections.domain.channel.ChannelFixtures.restrict;
import static io.connections.domain.connection.ConnectionFixtures.aConnection;
import static io.connections.domain.goal.GoalFixtures.row;
import static io.connections.domain.profile.ProfileFixtures.aProfile;
import static io.connections.domain.visitor.VisitorFixtures.NOON;
import static io.connections.domain.visitor.VisitorFixtures.aVisitor;
import static io.connections.domain.visitor.VisitorFixtures.claimed;
import static io.connections.domain.visitor.VisitorFixtures.event;
import static io.connections.domain.visitor.VisitorFixtures.granted;
import static io.connections.domain.visitor.VisitorFixtures.proven;
import static io.connections.domain.visitor.VisitorFixtures.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.groups.Tuple.tuple;

import io.connections.application.catalog.port.InMemoryConnectionTypes;
import io.connections.application.channel.port.InMemoryChannelKeys;
import io.connections.application.channel.port.InMemoryChannelRepository;
import io.connections.application.connection.port.InMemoryConnectionRepository;
import io.connections.application.consent.SavedObjective;
import io.connections.application.consent.port.InMemoryObjectiveRepository;
import io.connections.application.consent.port.InMemoryPrivacySettingsRepository;
import io.connections.application.inpage.InPageConnections;
import io.connections.application.inpage.PageTally;
import io.connections.application.inpage.port.InMemoryPageProfiles;
import io.connections.application.kernel.PageRequest;
import io.connections.application.kernel.port.InMemoryKnownObjects;
import io.connections.application.kernel.port.InMemoryUnitOfWork;
import io.connections.application.label.port.InMemoryLabelRepository;
import io.connections.application.profile.Evidence;
import io.connections.application.profile.Origin;
import io.connections.application.profile.ProfileEvent;
import io.connections.application.profile.port.InMemoryProfiles;
import io.connections.application.profile.port.InMemoryPropertyRepository;
import io.connections.application.profile.port.PropertyRepository.NewProperty;
import io.connections.application.visitor.port.InMemoryEventLog;
import io.connections.application.visitor.port.InMemoryVisitors;
import io.connections.domain.channel.Channel;
import io.connections.domain.channel.ChannelFixtures;
import io.connections.domain.channel.Comparison;
import io.connections.domain.connection.Connection;
import io.connections.domain.connection.ConnectionFixtures.ConnectionBuilder;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.consent.ConsentStatement;
import io.connections.domain.consent.ConsentStatement.Answer;
import io.connections.domain.consent.EvidenceId;
import io.connections.domain.consent.Objective;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.consent.PrivacySettings;
import io.connections.domain.consent.PrivacyState;
import io.connections.domain.consent.Regime;
import io.connections.domain.consent.Zone;
import io.connections.domain.goal.Counts;
import io.connections.domain.goal.ExportVariables;
import io.connections.domain.goal.GoalId;
import io.connections.domain.goal.ImportVariables;
import io.connections.domain.goal.MappingRow;
import io.connections.domain.goal.SharedValue;
import io.connections.domain.kernel.Secret;
import io.connections.domain.profile.Identifier;
import io.connections.domain.profile.Profile;
import io.connections.domain.profile.ProfileProperty;
import io.connections.domain.profile.PropertyId;
import io.connections.domain.profile.PropertyType;
import io.connections.domain.visitor.EventId;
import io.connections.domain.visitor.IdentityProof;
import io.connections.domain.visitor.VisitorEvent;
import io.connections.domain.visitor.VisitorEvent.VariablesRead;
import io.connections.domain.visitor.VisitorId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Page variables into profiles, and profile values for the page.
@Tag("M25")
class DataLayerTest {
    private static final Channel SHOP = ChannelFixtures.website(1, "Shop", "shop.example");
    private static final ObjectiveId ADS = new ObjectiveId("ads");
    private static final Zone GDPR = new Zone("gdpr");
    private static final String PAGE = "https://shop.example/support/delivery.html?b=c";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
    private static final GoalId GOAL = new GoalId(new UUID(0, 1));

    private final InMemoryChannelRepository channels =
            new InMemoryChannelRepository(
                    new InMemoryLabelRepository(new InMemoryKnownObjects(List.of())));
    private final InMemoryObjectiveRepository objectives = new InMemoryObjectiveRepository();
    private final InMemoryPrivacySettingsRepository settings =
            new InMemoryPrivacySettingsRepository(
                    PrivacySettings.of(Regime.OPT_OUT, Map.of(GDPR, Regime.OPT_IN)));
    private final InMemoryPropertyRepository properties = new InMemoryPropertyRepository();
    private final InMemoryConnectionRepository connections = new InMemoryConnectionRepository();
    private final InMemoryProfiles profiles = new InMemoryProfiles();
    private final InMemoryPageProfiles pages = new InMemoryPageProfiles(profiles, _ -> true);
    private final InMemoryVisitors visitors = new InMemoryVisitors(profiles);
    private final InMemoryEventLog log = new InMemoryEventLog();
    private final InMemoryChannelKeys keys = new InMemoryChannelKeys();
    private final InMemoryUnitOfWork unitOfWork =
            new InMemoryUnitOfWork(channels, profiles, pages, visitors, log, connections);
    private final InPageConnections inPage =
            new InPageConnections(
                    new InMemoryConnectionTypes(InMemoryConnectionTypes.DATA_LAYER),
                    connections,
                    objectives,
                    settings,
                    properties);
    private final KnownChannels known =
            new KnownChannels(
                    unitOfWork,
                    channels,
                    objectives,
                    settings,
                    properties,
                    inPage,
                    () -> NOON,
                    new CollectingSettings(Duration.ZERO));
    private final VisitorPrivacy privacy = new VisitorPrivacy(visitors, log);
    private final CollectEvents collectEvents =
            new CollectEvents(known, log, unitOfWork, channels, keys, () -> NOON);
    private final AdmitPage admitPage = new AdmitPage(known, unitOfWork, privacy);
    private final AskVariables askVariables =
            new AskVariables(known, unitOfWork, keys, privacy, pages, () -> NOON);
    private final PassedOnConsent passedOn =
            new PassedOnConsent(visitors, profiles, objectives, () -> NOON);
    private final VisitorEvents events =
            new VisitorEvents(
                    unitOfWork,
                    log,
                    visitors,
                    passedOn,
                    new PageImports(
                            inPage, channels, pages, passedOn, UUID::randomUUID, () -> NOON),
                    () -> NOON);

    private final VisitorId ada = aVisitor();
    private Identifier email = new Identifier(1, "ada@example.com");
    private int city;
    private int eventNumber;
    private Secret key = new Secret("none yet");

    @BeforeEach
    void aShopWithItsKeyAndProperties() {
        done(channels.insert(SHOP));
        key = done(keys.make(SHOP.id(), new Channel.Stamp("Mia", NOON)));
        done(
                objectives.insert(
                        SavedObjective.first(
                                new Objective(ADS, "Ads", Set.of(GDPR)), NOON, "Mia")));
        done(
                properties.add(
                        List.of(
                                property("email", new PropertyType.Email(), true),
                                property("city", new PropertyType.Text(), false),
                                property("taste", new PropertyType.Text(), false))));
        email = new Identifier(numberOf("email"), "ada@example.com");
        city = numberOf("city");
    }

    @Test
    void whatThePageOfSomebodyProvenSaysChangesTheirProfile() {
        Connection connection = added(asks());
        theProfileOfAda();
        happened(proven(email.property(), email.value()));
        happened(read(connection, "shop.city", "Zwolle"));

        worked();

        Profile after = profile();
        assertThat(after.values()).containsEntry(city, List.of("Zwolle"));
        assertThat(done(profiles.of(after.id(), Optional.empty(), page())).items())
                .extracting(ProfileEvent::kind, ProfileEvent::by)
                .contains(
                        tuple(
                                ProfileEvent.Kind.UPDATED,
                                new ProfileEvent.By.OnPage(connection.id(), connection.name())));
        assertThat(tally(connection).counts()).isEqualTo(new Counts(0, 1, 0, 0, 0, 0, 0));
    }

    @Test
    void aBrowserThatOnlyClaimsToBeSomebodyWritesNothing() {
        Connection connection = added(asks());
        theProfileOfAda();
        happened(claimed(email.property(), email.value()));
        happened(read(connection, "shop.city", "Zwolle"));

        worked();

        assertThat(profile().values()).containsEntry(city, List.of("Utrecht"));
        assertThat(tally(connection)).isEqualTo(PageTally.NOTHING);
    }

    @Test
    void whatWasReadBeforeSomebodyElseWasNamedIsOfWhoeverWasThereThen() {
        Connection connection = added(asks());
        theProfileOfAda();
        happened(proven(email.property(), email.value()));
        happened(read(connection, "shop.city", "Zwolle"));
        happened(proven(email.property(), "ben@example.com"));

        worked();

        assertThat(profile().values()).containsEntry(city, List.of("Zwolle"));
        assertThat(
                        done(
                                profiles.withAnyOf(
                                        List.of(
                                                new Identifier(
                                                        email.property(), "ben@example.com")))))
                .isEmpty();
    }

    /// A page sends again what the one before it may not have been able to.
    @Test
    void whatIsToldOfOnlyAfterSomebodyElseWasNamedIsNobodys() {
        Connection connection = added(asks());
        theProfileOfAda();
        happened(proven(email.property(), "ben@example.com"), NOON.minusSeconds(20));
        happened(proven(email.property(), email.value()), NOON.minusSeconds(10));
        happened(read(connection, "shop.city", "Zwolle"), NOON.minusSeconds(15));

        worked();

        assertThat(profile().values()).containsEntry(city, List.of("Utrecht"));
        assertThat(tally(connection)).isEqualTo(PageTally.NOTHING);
    }

    @Test
    @Tag("M26")
    void whoHasNoConsentForItIsHeldBackAndCounted() {
        Connection connection = added(asks().linkedTo(ADS));
        theProfileOfAda();
        happened(proven(email.property(), email.value()));
        happened(read(connection, "shop.city", "Zwolle"));

        worked();

        assertThat(profile().values()).containsEntry(city, List.of("Utrecht"));
        assertThat(tally(connection).heldBack().values()).containsExactly(1L);
        assertThat(tally(connection).counts()).isEqualTo(Counts.NONE);
    }

    @Test
    @Tag("M27")
    void aRefusalThatComesBetweenAskingAndTellingHoldsBack() {
        Connection connection = added(asks().linkedTo(ADS));
        theProfileOfAda();
        happened(granted("ads"));
        happened(proven(email.property(), email.value()));
        worked();
        assertThat(asked().read()).containsOnlyKeys(connection.id());
        happened(refused("ads"));
        happened(read(connection, "shop.city", "Zwolle"));

        worked();

        assertThat(profile().values()).containsEntry(city, List.of("Utrecht"));
    }

    @Test
    @Tag("M27")
    void somebodyWithoutAProfileBringsAlongWhatTheySaid() {
        Connection connection = added(asks().linkedTo(ADS));
        happened(proven(email.property(), email.value()));
        happened(granted("ads"));
        happened(read(connection, "shop.city", "Zwolle"));

        worked();

        Profile made = profile();
        assertThat(made.values())
                .isEqualTo(
                        Map.of(email.property(), List.of(email.value()), city, List.of("Zwolle")));
        PrivacyState state = (PrivacyState) made.privacy();
        assertThat(state.zone()).isEqualTo(GDPR);
        ConsentStatement said = state.consents().about(ADS).orElseThrow();
        assertThat(said.answer()).isEqualTo(Answer.GRANTED);
        assertThat(done(profiles.evidence(List.of(said.evidence()))).get(said.evidence()))
                .isInstanceOf(Evidence.Stated.class);
        assertThat(tally(connection).counts().created()).isEqualTo(1);
    }

    @Test
    @Tag("M26")
    void nobodyWithoutConsentGetsAProfile() {
        Connection connection = added(asks().linkedTo(ADS));
        happened(proven(email.property(), email.value()));
        happened(read(connection, "shop.city", "Zwolle"));

        worked();

        assertThat(done(profiles.withAnyOf(List.of(email)))).isEmpty();
        assertThat(tally(connection).heldBack().values()).containsExactly(1L);
    }

    @Test
    @Tag("M24")
    void whatIsOffOrOutOfScopeByNowComesToNothing() {
        Connection off = added(asks());
        Connection elsewhere =
                added(asks().activeOn(on(SHOP, restrict(Comparison.STARTS_WITH, "/other/"))));
        theProfileOfAda();
        happened(proven(email.property(), email.value()));
        done(connections.turn(off.id(), false));
        happened(read(off, "shop.city", "Zwolle"));
        happened(read(elsewhere, "shop.city", "Arnhem"));
        happened(new VariablesRead(new ConnectionId(UUID.randomUUID()), Map.of("a", List.of("b"))));

        worked();

        assertThat(profile().values()).containsEntry(city, List.of("Utrecht"));
    }

    @Test
    void onlyWhatIsAskedForCounts() {
        Connection connection = added(asks());
        theProfileOfAda();
        happened(proven(email.property(), email.value()));
        happened(read(connection, "identifier:" + email.property(), "eve@example.com"));

        worked();

        assertThat(profile().values()).containsEntry(email.property(), List.of(email.value()));
        assertThat(tally(connection).counts()).isEqualTo(new Counts(0, 0, 1, 0, 0, 0, 0));
    }

    @Test
    @Tag("M24")
    void aPageIsAskedOnlyForWhatIsActiveThere() {
        Connection connection =
                added(
                        asks().activeOn(
                                        on(
                                                SHOP,
                                                restrict(Comparison.STARTS_WITH, "/support/"),
                                                exclude(Comparison.IS, "/support/contact.html"))));

        assertThat(asked().read())
                .isEqualTo(Map.of(connection.id(), Set.of("shop.city", "shop.taste")));
        assertThat(asked("https://shop.example/support/contact.html").read()).isEmpty();
        assertThat(asked("https://shop.example/").read()).isEmpty();
    }

    @Test
    void whatAProfileSaysIsShownOnlyToWhoeverProvedToBeThatPerson() {
        Connection connection = added(shows());
        theProfileOfAda();

        assertThat(asked().show())
                .isEqualTo(
                        Map.of(
                                "profile.city",
                                List.of("Utrecht"),
                                "profile.tastes",
                                List.of("tea", "plants")));
        assertThat(tally(connection).shown()).isEqualTo(1);

        AskVariables.Answer claimed = asked(PAGE, Optional.empty());
        assertThat(claimed.show()).isEmpty();
        assertThat(claimed.refused())
                .containsExactly("Without a proof nothing is asked for or shown.");
        AskVariables.Answer forged = asked(PAGE, Optional.of("Zm9yZ2Vk"));
        assertThat(forged.show()).isEmpty();
        assertThat(forged.refused())
                .containsExactly(
                        "The proof does not hold for this channel, visitor and identifiers.");
    }

    @Test
    @Tag("M26")
    void whatConsentDoesNotCoverIsNeitherAskedForNorShown() {
        Connection connection = added(shows().with(imports()).linkedTo(ADS));
        theProfileOfAda();

        AskVariables.Answer before = asked();
        happened(granted("ads"));
        AskVariables.Answer after = asked();
        happened(refused("ads"));
        AskVariables.Answer again = asked();

        assertThat(before.read()).isEmpty();
        assertThat(before.show()).isEmpty();
        assertThat(after.read()).isNotEmpty();
        assertThat(after.show()).isNotEmpty();
        assertThat(again.read()).isEmpty();
        assertThat(again.show()).isEmpty();
        assertThat(tally(connection).heldBack().values()).containsExactly(2L);
    }

    @Test
    @Tag("M26")
    void aRefusalOfTheProfileCountsAlsoWhereTheBrowserSaidYes() {
        added(shows().linkedTo(ADS));
        profiles.add(
                aProfile()
                        .saying(new ConsentStatement(ADS, Answer.REFUSED, NOON, EvidenceId.NONE))
                        .in(GDPR)
                        .build(),
                List.of(email),
                new Origin.Unknown());
        happened(granted("ads"));

        assertThat(asked().show()).isEmpty();
    }

    @Test
    void identifiersOfSeveralProfilesShowNothing() {
        added(shows());
        theProfileOfAda();
        done(properties.add(List.of(property("number", new PropertyType.Text(), true))));
        profiles.add(
                aProfile().id(UUID.randomUUID()).build(),
                List.of(new Identifier(numberOf("number"), "17")),
                new Origin.Unknown());
        Map<String, String> both = Map.of("email", email.value(), "number", "17");

        AskVariables.Answer answer = asked(PAGE, both, Optional.of(proof(both)));

        assertThat(answer.show()).isEmpty();
        assertThat(answer.refused()).containsExactly("The identifiers belong to several profiles.");
    }

    @Test
    void aPageOfAnotherSiteIsToldNothing() {
        added(shows());

        assertThat(catchThrowable(() -> asked("https://evil.example/support/a.html")))
                .isInstanceOf(PageOfAnotherSite.class);
    }

    @Test
    void theTagIsToldWhereThereIsNothingToAsk() {
        assertThat(admitted().variables()).isFalse();
        Connection connection = added(asks());
        assertThat(admitted().variables()).isTrue();

        done(connections.turn(connection.id(), false));

        assertThat(admitted().variables()).isFalse();
    }

    @Test
    void onlyVariablesThatAreAskedForAreKept() {
        Connection connection = added(asks());

        CollectEvents.Answer answer =
                done(
                        collectEvents.handle(
                                new CollectEvents.Command(
                                        SHOP.id(),
                                        ada,
                                        NOON,
                                        Optional.empty(),
                                        "https://shop.example",
                                        List.of(
                                                sent(
                                                        connection.id(),
                                                        Map.of(
                                                                "shop.city", List.of("Zwolle"),
                                                                "document.cookie", List.of("x"))),
                                                sent(
                                                        new ConnectionId(UUID.randomUUID()),
                                                        Map.of("shop.city", List.of("Zwolle")))))));

        assertThat(answer.accepted()).isEqualTo(1);
        assertThat(answer.refused())
                .containsExactly(
                        new CollectEvents.Refusal(
                                Optional.of(1), "Nothing of it is asked for on this page."));
        assertThat(log.kept(ada))
                .extracting(VisitorEvent::what)
                .containsExactly(
                        new VariablesRead(connection.id(), Map.of("shop.city", List.of("Zwolle"))));
    }

    private SentEvent sent(ConnectionId connection, Map<String, List<String>> values) {
        return new SentEvent.Read(
                new EventId("s" + ++eventNumber),
                NOON,
                PAGE,
                new SentEvent.Variables(connection, values));
    }

    private ConnectionBuilder asks() {
        return aConnection()
                .of(InMemoryConnectionTypes.DATA_LAYER.id())
                .with(imports())
                .switchedOn();
    }

    private ImportVariables imports() {
        return new ImportVariables(
                GOAL,
                "Page",
                true,
                true,
                List.of(to("shop.city", "city"), to("shop.taste", "taste")));
    }

    private ConnectionBuilder shows() {
        return aConnection()
                .of(InMemoryConnectionTypes.DATA_LAYER.id())
                .with(
                        new ExportVariables(
                                new GoalId(new UUID(0, 2)),
                                "Shown",
                                true,
                                List.of(
                                        new SharedValue(new PropertyId("city"), "profile.city"),
                                        new SharedValue(
                                                new PropertyId("taste"), "profile.tastes"))))
                .switchedOn();
    }

    private MappingRow to(String variable, String property) {
        return row(variable, propertyOf(property)).build();
    }

    private Connection added(ConnectionBuilder connection) {
        Connection built = connection.build();
        done(connections.add(built));
        return built;
    }

    private void theProfileOfAda() {
        profiles.add(
                aProfile()
                        .with(propertyOf("email"), email.value())
                        .with(propertyOf("city"), "Utrecht")
                        .with(propertyOf("taste"), "tea", "plants")
                        .build(),
                List.of(email),
                new Origin.Unknown());
    }

    private Profile profile() {
        return done(profiles.withAnyOf(List.of(email))).getFirst();
    }

    private PageTally tally(Connection connection) {
        return done(pages.tallies(connection.id(), TODAY)).getOrDefault(TODAY, PageTally.NOTHING);
    }

    private static VisitorEvent.What read(Connection connection, String variable, String value) {
        return new VariablesRead(connection.id(), Map.of(variable, List.of(value)));
    }

    private void happened(VisitorEvent.What what) {
        happened(what, NOON);
    }

    private void happened(VisitorEvent.What what, Instant at) {
        done(log.append(List.of(event(ada, "e" + ++eventNumber, at, what))));
    }

    private void worked() {
        done(events.workOff());
    }

    private AdmitPage.Answer admitted() {
        return done(
                admitPage.handle(
                        new AdmitPage.Query(
                                SHOP.id(),
                                PAGE,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty())));
    }

    private AskVariables.Answer asked() {
        return asked(PAGE);
    }

    private AskVariables.Answer asked(String url) {
        Map<String, String> named = Map.of("email", email.value());
        return asked(url, named, Optional.of(proof(named)));
    }

    private AskVariables.Answer asked(String url, Optional<String> proof) {
        return asked(url, Map.of("email", email.value()), proof);
    }

    private AskVariables.Answer asked(
            String url, Map<String, String> named, Optional<String> proof) {
        return done(
                askVariables.handle(
                        new AskVariables.Query(
                                SHOP.id(),
                                ada,
                                url,
                                Optional.of("gdpr"),
                                new SentEvent.Identity(named, proof),
                                "https://shop.example")));
    }

    private String proof(Map<String, String> named) {
        return IdentityProof.of(key, SHOP.id(), ada, named, NOON.plusSeconds(60));
    }

    private static PageRequest page() {
        return PageRequest.first();
    }

    private ProfileProperty propertyOf(String id) {
        return done(properties.list()).stream()
                .filter(each -> each.id().value().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private int numberOf(String id) {
        return propertyOf(id).number();
    }

    private static NewProperty property(String id, PropertyType type, boolean identifier) {
        return new NewProperty(new PropertyId(id), id, type, identifier, false);
    }

    private static <T> T done(Uni<T> work) {
        return work.await().indefinitely();
    }
}
