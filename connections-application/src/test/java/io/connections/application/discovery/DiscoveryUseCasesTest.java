package io.connections.application.discovery;

import static io.connections.domain.access.ActorFixtures.aMarketer;
import static io.connections.domain.access.ActorFixtures.aViewer;
import static io.connections.domain.access.ActorFixtures.anApplicationManager;
import static io.connections.domain.access.ActorFixtures.lacking;
import static io.connections.domain.connection.ConnectionFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.connections.application.catalog.Installing;
import io.connections.application.connection.ConnectionView;
import io.connections.application.connection.House;
import io.connections.application.discovery.CreateProposedConnections.Chosen;
import io.connections.application.discovery.LookAtWebsite.Look;
import io.connections.application.discovery.ProposeConnections.Proposed;
import io.connections.application.discovery.port.InMemorySystemVocabulary;
import io.connections.application.discovery.port.InMemoryWebsites;
import io.connections.application.kernel.IdempotencyKeyReused;
import io.connections.application.kernel.RequestInvalid;
import io.connections.application.kernel.port.IdempotencyKeys;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.access.PermissionMissing;
import io.connections.domain.audit.Action;
import io.connections.domain.audit.AuditEvent;
import io.connections.domain.catalog.ConnectionTypeId;
import io.connections.domain.connection.Connection;
import io.connections.domain.discovery.Finding;
import io.connections.domain.discovery.Freshness;
import io.connections.domain.discovery.KnownSystem;
import io.connections.domain.discovery.Sighting;
import io.connections.domain.discovery.SystemId;
import io.connections.domain.discovery.WebAddress;
import io.connections.domain.discovery.Wish;
import io.connections.domain.goal.Goal;
import io.connections.domain.kernel.Violation;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The steps of Connection Discovery.
@Tag("M3")
class DiscoveryUseCasesTest {
    private static final Actor NO_READER = lacking(Permission.CONNECTIONS_READ);
    private static final Actor NO_WRITER = lacking(Permission.CONNECTIONS_WRITE);
    private static final ConnectionTypeId SFTP = new ConnectionTypeId("sftp");
    private static final ConnectionTypeId SHOP_MAIL = new ConnectionTypeId("shop-mail");

    private final House house = new House();
    private final InMemorySystemVocabulary known = new InMemorySystemVocabulary();
    private final InMemoryWebsites websites = new InMemoryWebsites();

    @Test
    void theSystemsToChooseFromAreSearchedAndAllCategoriesAreSaid() {
        ListSystems.Listed listed = list(aViewer(), "heat", "");

        assertThat(listed.systems()).extracting(KnownSystem::name).containsExactly("Heatmap");
        assertThat(listed.categories()).containsExactly("Analytics", "Marketing", "Tag management");
        assertThat(list(aViewer(), "", "marketing").systems())
                .extracting(KnownSystem::name)
                .containsExactly("Shop Mail");
    }

    @Test
    @Tag("M30")
    void lookingThroughTheSystemsNeedsItsPermission() {
        assertThat(catchThrowable(() -> list(NO_READER, "", "")))
                .isInstanceOf(PermissionMissing.class);
    }

    @Test
    void aWebsiteGivesItsSystemsAwayWithTheEvidence() {
        Sighting heatmap =
                new Sighting(
                        Sighting.Place.SCRIPT,
                        WebAddress.of("https://static.heatmap.example/1.js").orElseThrow());
        websites.publish("shop.example", List.of(heatmap));

        Look look = look(aMarketer(), " Shop.example ");

        assertThat(look.address()).isEqualTo("https://shop.example/");
        assertThat(look.looked()).isEqualTo(1);
        assertThat(look.findings()).extracting(Finding::evidence).containsExactly(List.of(heatmap));
    }

    @Test
    void aWebsiteThatCannotBeLookedAtSaysWhyAndTheWayOut() {
        WebsiteUnreadable refused =
                catchThrowableOfType(
                        WebsiteUnreadable.class, () -> look(aMarketer(), "nobody.example"));

        assertThat(refused.reason()).isEqualTo("host-not-found");
        assertThat(refused.remedy()).isEqualTo("Check how it is spelt.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "javascript:alert(1)", "10.0.0.1", "https://mia@shop.example"})
    void whatIsNoWebsiteIsRefusedAtItsField(String url) {
        RequestInvalid refused =
                catchThrowableOfType(RequestInvalid.class, () -> look(aMarketer(), url));

        assertThat(refused.violations()).extracting(Violation::pointer).containsExactly("/url");
    }

    @Test
    @Tag("M30")
    void lookingAtAWebsiteNeedsItsPermissionWhateverIsTyped() {
        assertThat(catchThrowable(() -> look(NO_WRITER, "shop.example")))
                .isInstanceOf(PermissionMissing.class);
        assertThat(catchThrowable(() -> look(aViewer(), ""))).isInstanceOf(PermissionMissing.class);
    }

    @Test
    void theTypeOfANamedSystemIsProposedFirstAndWhetherItIsInstalledIsKnown() {
        Proposed proposed = propose(aViewer(), List.of("heatmap", "shop-mail"), List.of());

        assertThat(proposed.advice().proposals())
                .extracting(proposal -> proposal.type().id())
                .containsExactly(SHOP_MAIL, SFTP);
        assertThat(proposed.installations()).containsOnlyKeys(SFTP);
    }

    @Test
    void aNameThatSomebodyTypedIsAKnownSystemWhereOneHasIt() {
        Proposed proposed =
                propose(aViewer(), List.of(), List.of(" SHOP mail", "Our tills", "our Tills"));

        assertThat(proposed.advice().proposals().getFirst().type().id()).isEqualTo(SHOP_MAIL);
        assertThat(proposed.advice().withoutType()).containsExactly("Our tills");
    }

    @Test
    void aSystemNamedTwiceIsProposedForOnce() {
        assertThat(
                        propose(aViewer(), List.of("shop-mail", "shop-mail"), List.of("Shop Mail"))
                                .advice()
                                .proposals())
                .hasSize(1);
    }

    @Test
    void allThatIsMissingIsSaidTogether() {
        RequestInvalid refused =
                catchThrowableOfType(
                        RequestInvalid.class,
                        () ->
                                propose(
                                        new ProposeConnections.Query(
                                                List.of(),
                                                List.of(),
                                                Set.of(),
                                                Optional.empty(),
                                                aViewer())));

        assertThat(refused.violations())
                .extracting(Violation::pointer)
                .containsExactly("/systems", "/wishes", "/freshness");
    }

    @Test
    void systemsThatNobodyKnowsByThatIdAndNamesThatAreNoneAreRefusedAtTheirPlace() {
        RequestInvalid refused =
                catchThrowableOfType(
                        RequestInvalid.class,
                        () ->
                                propose(
                                        aViewer(),
                                        List.of("heatmap", "carrier-pigeon"),
                                        List.of("  ", "x".repeat(61))));

        assertThat(refused.violations())
                .extracting(Violation::pointer)
                .containsExactly("/systems/1", "/others/0", "/others/1");
    }

    @Test
    void moreSystemsThanAnybodyHasAreRefused() {
        RequestInvalid refused =
                catchThrowableOfType(
                        RequestInvalid.class,
                        () -> propose(aViewer(), List.of(), Collections.nCopies(201, "Till")));

        assertThat(refused.violations()).extracting(Violation::code).containsExactly("too-many");
    }

    @Test
    @Tag("M30")
    void askingForProposalsNeedsItsPermission() {
        assertThat(catchThrowable(() -> propose(NO_READER, List.of("heatmap"), List.of())))
                .isInstanceOf(PermissionMissing.class);
    }

    @Test
    void whatWasChosenIsMadeOffWithItsGoalsAndSaysWhatIsLeftToDo() {
        List<ConnectionView> made =
                create(
                        anApplicationManager(),
                        "a",
                        new Chosen(SHOP_MAIL, " Shop Mail "),
                        new Chosen(SFTP, "Tills by SFTP"));

        assertThat(made)
                .extracting(view -> view.connection().name())
                .containsExactly("Shop Mail", "Tills by SFTP");
        assertThat(made).noneMatch(view -> view.connection().on());
        assertThat(goals(made.getFirst())).containsExactly("Customers");
        assertThat(goals(made.getLast())).containsExactly("Import profiles");
        assertThat(made.getLast().problems())
                .extracting(Violation::pointer)
                .contains("/setup/host", "/secrets/password");
        assertThat(house.connections.all()).hasSize(2);
    }

    @Test
    void aTypeThatIsNotInstalledIsInstalledFirstAndAllOfItIsRemembered() {
        create(anApplicationManager(), "a", new Chosen(SHOP_MAIL, "Shop Mail"));

        assertThat(house.installed.find(SHOP_MAIL).await().indefinitely()).isPresent();
        assertThat(house.trail.events())
                .extracting(AuditEvent::action)
                .containsExactly(Action.INSTALLED, Action.CREATED);
    }

    @Test
    @Tag("M30")
    void whoMayNotInstallMakesNothingOfATypeThatIsNotInstalled() {
        Throwable refused =
                catchThrowable(
                        () ->
                                create(
                                        aMarketer(),
                                        "a",
                                        new Chosen(SFTP, "Tills"),
                                        new Chosen(SHOP_MAIL, "Shop Mail")));

        assertThat(refused).isInstanceOf(PermissionMissing.class);
        assertThat(house.connections.all()).isEmpty();
        assertThat(house.trail.events()).isEmpty();
        assertThat(create(aMarketer(), "b", new Chosen(SFTP, "Tills"))).hasSize(1);
    }

    @Test
    void twoClicksMakeEachConnectionOnce() {
        Chosen[] chosen = {new Chosen(SFTP, "Tills"), new Chosen(SFTP, "Shop")};

        List<ConnectionView> first = create(aMarketer(), "a", chosen);
        List<ConnectionView> second = create(aMarketer(), "a", chosen);

        assertThat(second).extracting(this::id).isEqualTo(first.stream().map(this::id).toList());
        assertThat(house.connections.all()).hasSize(2);
    }

    @Test
    void aKeyThatStoodOnAnotherRequestIsRefused() {
        create(aMarketer(), "a", new Chosen(SFTP, "Tills"));

        Throwable refused =
                catchThrowable(() -> create(aMarketer(), "a", new Chosen(SFTP, "Shop")));

        assertThat(refused).isInstanceOf(IdempotencyKeyReused.class);
        assertThat(house.connections.all()).hasSize(1);
    }

    @Test
    void nothingChosenAndTooMuchChosenAreRefused() {
        assertThat(violations())
                .containsExactly(
                        new Violation("/connections", "required", "Choose 1 to 50 connections."));
        assertThat(
                        violations(
                                Collections.nCopies(51, new Chosen(SFTP, "Tills"))
                                        .toArray(Chosen[]::new)))
                .extracting(Violation::code)
                .containsExactly("too-many");
    }

    @Test
    void aTypeThatThereIsNotAndANameThatIsNoneAreRefusedAtTheirPlace() {
        assertThat(
                        violations(
                                new Chosen(SFTP, " "),
                                new Chosen(new ConnectionTypeId("carrier-pigeon"), "Pigeons"),
                                new Chosen(SFTP, "x".repeat(Connection.MAX_NAME + 1))))
                .extracting(Violation::pointer)
                .containsExactly(
                        "/connections/0/name", "/connections/1/typeId", "/connections/2/name");
        assertThat(house.connections.all()).isEmpty();
    }

    @Test
    @Tag("M30")
    void makingWhatWasProposedNeedsItsPermission() {
        assertThat(catchThrowable(() -> create(NO_WRITER, "a", new Chosen(SFTP, "Tills"))))
                .isInstanceOf(PermissionMissing.class);
        assertThat(catchThrowable(() -> create(aViewer(), "a")))
                .isInstanceOf(PermissionMissing.class);
    }

    private Object id(ConnectionView view) {
        return view.connection().id();
    }

    private static List<String> goals(ConnectionView view) {
        return view.connection().goals().stream().map(Goal::name).toList();
    }

    private ListSystems.Listed list(Actor actor, String search, String category) {
        return new ListSystems(known)
                .handle(new ListSystems.Query(search, category, actor))
                .await()
                .indefinitely();
    }

    private Look look(Actor actor, String url) {
        return new LookAtWebsite(known, websites, house.calls)
                .handle(new LookAtWebsite.Query(url, actor))
                .await()
                .indefinitely();
    }

    private Proposed propose(Actor actor, List<String> systems, List<String> others) {
        return propose(
                new ProposeConnections.Query(
                        systems.stream().map(SystemId::new).toList(),
                        others,
                        Set.of(Wish.BRING_DATA_IN),
                        Optional.of(Freshness.BATCH),
                        actor));
    }

    private Proposed propose(ProposeConnections.Query query) {
        return new ProposeConnections(house.unitOfWork, known, house.types, house.installed)
                .handle(query)
                .await()
                .indefinitely();
    }

    private List<Violation> violations(Chosen... chosen) {
        return catchThrowableOfType(
                        RequestInvalid.class, () -> create(anApplicationManager(), "a", chosen))
                .violations();
    }

    private List<ConnectionView> create(Actor actor, String key, Chosen... chosen) {
        return new CreateProposedConnections(
                        house.unitOfWork,
                        house.types,
                        house.installed,
                        house.properties,
                        house.ids,
                        Installing.in(house, NOON),
                        house.createConnection(NOON))
                .handle(
                        new CreateProposedConnections.Command(
                                List.of(chosen),
                                new IdempotencyKeys.Key(
                                        actor.id(), key, Stream.of(chosen).toList().toString()),
                                actor))
                .await()
                .indefinitely();
    }
}
