package io.connections.application.visitor;

import static io.connections.domain.connection.ConnectionFixtures.aConnection;
import static io.connections.domain.goal.GoalFixtures.row;
import static io.connections.domain.profile.ProfileFixtures.aProfile;
import static io.connections.domain.visitor.VisitorFixtures.NOON;
import static io.connections.domain.visitor.VisitorFixtures.aPageView;
import static io.connections.domain.visitor.VisitorFixtures.aVisitor;
import static io.connections.domain.visitor.VisitorFixtures.event;

import io.connections.application.catalog.port.InMemoryConnectionTypes;
import io.connections.application.channel.port.InMemoryChannelKeys;
import io.connections.application.channel.port.InMemoryChannelRepository;
import io.connections.application.connection.port.InMemoryConnectionRepository;
import io.connections.application.consent.CurrentConsentRules;
import io.connections.application.consent.SavedObjective;
import io.connections.application.consent.port.InMemoryObjectiveRepository;
import io.connections.application.consent.port.InMemoryPrivacySettingsRepository;
import io.connections.application.inpage.InPageConnections;
import io.connections.application.inpage.PageCounts;
import io.connections.application.inpage.PageTally;
import io.connections.application.inpage.port.InMemoryPageProfiles;
import io.connections.application.kernel.PageRequest;
import io.connections.application.kernel.port.InMemoryKnownObjects;
import io.connections.application.kernel.port.InMemoryUnitOfWork;
import io.connections.application.label.port.InMemoryLabelRepository;
import io.connections.application.profile.Origin;
import io.connections.application.profile.port.InMemoryProfiles;
import io.connections.application.profile.port.InMemoryPropertyRepository;
import io.connections.application.profile.port.InMemoryPropertyUses;
import io.connections.application.profile.port.PropertyRepository.NewProperty;
import io.connections.application.run.request.port.InMemoryRuns;
import io.connections.application.visitor.port.InMemoryEventLog;
import io.connections.application.visitor.port.InMemoryVisitors;
import io.connections.domain.channel.Channel;
import io.connections.domain.channel.ChannelFixtures;
import io.connections.domain.connection.Connection;
import io.connections.domain.connection.ConnectionFixtures.ConnectionBuilder;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.consent.Objective;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.consent.PrivacySettings;
import io.connections.domain.consent.Regime;
import io.connections.domain.consent.Zone;
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

/// A shop with one visitor, its properties and its key; what is in a test added is said there.
abstract class DataLayerScene {
    static final Channel SHOP = ChannelFixtures.website(1, "Shop", "shop.example");
    static final ObjectiveId ADS = new ObjectiveId("ads");
    static final Zone GDPR = new Zone("gdpr");
    static final String PAGE = "https://shop.example/support/delivery.html?b=c";
    static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
    static final GoalId GOAL = new GoalId(new UUID(0, 1));

    final InMemoryChannelRepository channels =
            new InMemoryChannelRepository(
                    new InMemoryLabelRepository(new InMemoryKnownObjects(List.of())));
    final InMemoryObjectiveRepository objectives = new InMemoryObjectiveRepository();
    final InMemoryPrivacySettingsRepository settings =
            new InMemoryPrivacySettingsRepository(
                    PrivacySettings.of(Regime.OPT_OUT, Map.of(GDPR, Regime.OPT_IN)));
    final InMemoryPropertyRepository properties = new InMemoryPropertyRepository();
    final InMemoryConnectionRepository connections = new InMemoryConnectionRepository();
    final InMemoryProfiles profiles = new InMemoryProfiles();
    final InMemoryPageProfiles pages = new InMemoryPageProfiles(profiles, _ -> true);
    final InMemoryVisitors visitors = new InMemoryVisitors(profiles);
    final InMemoryEventLog log = new InMemoryEventLog();
    final InMemoryChannelKeys keys = new InMemoryChannelKeys();
    final InMemoryUnitOfWork unitOfWork =
            new InMemoryUnitOfWork(channels, profiles, pages, visitors, log, connections);
    final InPageConnections inPage =
            new InPageConnections(
                    new InMemoryConnectionTypes(InMemoryConnectionTypes.DATA_LAYER),
                    connections,
                    new CurrentConsentRules(objectives, settings),
                    properties);
    final KnownChannels known =
            new KnownChannels(
                    unitOfWork,
                    channels,
                    inPage,
                    () -> NOON,
                    new CollectingSettings(Duration.ZERO));
    final VisitorsNow visitorsNow = new VisitorsNow(visitors, log, () -> NOON);
    final PageCounts counts = new PageCounts(unitOfWork, pages, () -> NOON);
    final CollectEvents collectEvents =
            new CollectEvents(known, log, unitOfWork, channels, keys, () -> NOON);
    final AdmitPage admitPage = new AdmitPage(known, unitOfWork, visitorsNow);
    final AskVariables askVariables =
            new AskVariables(known, unitOfWork, keys, visitorsNow, pages, counts, () -> NOON);
    final PassedOnConsent passedOn =
            new PassedOnConsent(visitors, profiles, objectives, () -> NOON);
    final VisitorEvents events =
            new VisitorEvents(
                    unitOfWork,
                    log,
                    visitors,
                    passedOn,
                    new PageImports(
                            inPage,
                            channels,
                            pages,
                            passedOn,
                            log,
                            visitors,
                            new InMemoryPropertyUses(connections, new InMemoryRuns(connections)),
                            UUID::randomUUID),
                    counts,
                    () -> NOON);

    final VisitorId ada = aVisitor();
    Identifier email = new Identifier(1, "ada@example.com");
    int city;
    int eventNumber;
    Secret key = new Secret("none yet");

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

    SentEvent sent(
            ConnectionId connection,
            SentEvent.Identity identity,
            Map<String, List<String>> values) {
        return new SentEvent.Read(
                new EventId("s" + ++eventNumber),
                NOON,
                PAGE,
                new SentEvent.Variables(connection, identity, values));
    }

    SentEvent.Identity identity(Optional<String> proof) {
        return new SentEvent.Identity(Map.of("email", email.value()), proof);
    }

    ConnectionBuilder asks() {
        return aConnection()
                .of(InMemoryConnectionTypes.DATA_LAYER.id())
                .with(imports())
                .switchedOn();
    }

    ImportVariables imports() {
        return new ImportVariables(
                GOAL,
                "Page",
                true,
                true,
                List.of(to("shop.city", "city"), to("shop.taste", "taste")));
    }

    ConnectionBuilder shows() {
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

    MappingRow to(String variable, String property) {
        return row(variable, propertyOf(property)).build();
    }

    Connection added(ConnectionBuilder connection) {
        Connection built = connection.build();
        done(connections.add(built));
        return built;
    }

    void theProfileOfAda() {
        profiles.add(
                aProfile()
                        .with(propertyOf("email"), email.value())
                        .with(propertyOf("city"), "Utrecht")
                        .with(propertyOf("taste"), "tea", "plants")
                        .build(),
                List.of(email),
                new Origin.Unknown());
    }

    Profile profile() {
        return done(profiles.withAnyOf(List.of(email))).getFirst();
    }

    PageTally tally(Connection connection) {
        done(counts.write());
        return done(pages.tallies(connection.id(), TODAY)).getOrDefault(TODAY, PageTally.NOTHING);
    }

    VisitorEvent.What read(Connection connection, String variable, String value) {
        return read(connection, List.of(email), variable, value);
    }

    static VisitorEvent.What read(
            Connection connection, List<Identifier> person, String variable, String value) {
        return new VariablesRead(connection.id(), person, Map.of(variable, List.of(value)));
    }

    Identifier emailOf(String name) {
        return new Identifier(email.property(), name + "@example.com");
    }

    void happened(VisitorEvent.What what) {
        happened(what, NOON);
    }

    void happened(VisitorEvent.What what, Instant at) {
        done(log.append(List.of(event(ada, "e" + ++eventNumber, at, what))));
    }

    /// More than are handled together.
    void muchHappened() {
        for (int i = 0; i < 600; i++) {
            happened(aPageView());
        }
    }

    void worked() {
        done(events.workOff());
    }

    AdmitPage.Answer admitted() {
        return done(
                admitPage.handle(
                        new AdmitPage.Query(
                                SHOP.id(),
                                PAGE,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty())));
    }

    AskVariables.Answer asked() {
        return asked(PAGE);
    }

    AskVariables.Answer asked(String url) {
        Map<String, String> named = Map.of("email", email.value());
        return asked(url, named, Optional.of(proof(named)));
    }

    AskVariables.Answer asked(String url, Optional<String> proof) {
        return asked(url, Map.of("email", email.value()), proof);
    }

    AskVariables.Answer asked(String url, Map<String, String> named, Optional<String> proof) {
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

    String proof(Map<String, String> named) {
        return IdentityProof.of(key, SHOP.id(), ada, named, NOON.plusSeconds(60));
    }

    static PageRequest page() {
        return PageRequest.first();
    }

    ProfileProperty propertyOf(String id) {
        return done(properties.list()).stream()
                .filter(each -> each.id().value().equals(id))
                .findFirst()
                .orElseThrow();
    }

    int numberOf(String id) {
        return propertyOf(id).number();
    }

    static NewProperty property(String id, PropertyType type, boolean identifier) {
        return new NewProperty(new PropertyId(id), id, type, identifier, false);
    }

    static <T> T done(Uni<T> work) {
        return work.await().indefinitely();
    }
}
