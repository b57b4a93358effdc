package io.connections.application.consent;

import static io.connections.domain.access.ActorFixtures.aMarketer;
import static io.connections.domain.access.ActorFixtures.aViewer;
import static io.connections.domain.access.ActorFixtures.anAdministrator;
import static io.connections.domain.access.ActorFixtures.lacking;
import static io.connections.domain.connection.ConnectionFixtures.NOON;
import static io.connections.domain.connection.ConnectionFixtures.aConnection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.assertj.core.groups.Tuple.tuple;

import io.connections.application.audit.port.RecordingAuditTrail;
import io.connections.application.connection.port.InMemoryConnectionRepository;
import io.connections.application.consent.SavePrivacySettings.InUse;
import io.connections.application.consent.port.InMemoryConsentTotals;
import io.connections.application.consent.port.InMemoryObjectiveRepository;
import io.connections.application.consent.port.InMemoryObjectiveUses;
import io.connections.application.consent.port.InMemoryPrivacySettingsRepository;
import io.connections.application.favorite.port.InMemoryFavorites;
import io.connections.application.kernel.NamedObject;
import io.connections.application.kernel.PageRequest;
import io.connections.application.kernel.RequestInvalid;
import io.connections.application.kernel.port.CountedIds;
import io.connections.application.kernel.port.InMemoryKnownObjects;
import io.connections.application.kernel.port.InMemoryUnitOfWork;
import io.connections.application.label.LabelChange;
import io.connections.application.label.Labelling;
import io.connections.application.label.port.InMemoryLabelRepository;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.access.PermissionMissing;
import io.connections.domain.audit.Action;
import io.connections.domain.audit.AuditEvent;
import io.connections.domain.audit.Change;
import io.connections.domain.connection.Connection;
import io.connections.domain.consent.Objective;
import io.connections.domain.consent.ObjectiveColour;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.consent.PrivacySettings;
import io.connections.domain.consent.Regime;
import io.connections.domain.consent.VisitorText;
import io.connections.domain.consent.Zone;
import io.connections.domain.kernel.ObjectKind;
import io.connections.domain.kernel.ObjectRef;
import io.connections.domain.kernel.Version;
import io.connections.domain.kernel.Violation;
import io.connections.domain.label.Label;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("M26")
class ConsentUseCasesTest {
    private static final Zone EUROPE = new Zone("gdpr");
    private static final Zone CALIFORNIA = new Zone("ccpa");

    private final InMemoryObjectiveRepository objectives = new InMemoryObjectiveRepository();
    private final InMemoryPrivacySettingsRepository settings =
            new InMemoryPrivacySettingsRepository(
                    PrivacySettings.of(
                            Regime.OPT_IN,
                            Map.of(EUROPE, Regime.OPT_IN, CALIFORNIA, Regime.OPT_OUT)));
    private final InMemoryKnownObjects known =
            new InMemoryKnownObjects(List.of(this::knownObjectives));
    private final InMemoryLabelRepository labels = new InMemoryLabelRepository(known);
    private final InMemoryFavorites favorites = new InMemoryFavorites(known);
    private final RecordingAuditTrail trail = new RecordingAuditTrail();
    private final InMemoryConnectionRepository connections = new InMemoryConnectionRepository();
    private final InMemoryObjectiveUses uses = new InMemoryObjectiveUses(connections);
    private final InMemoryConsentTotals totals = new InMemoryConsentTotals();
    private final InMemoryUnitOfWork unitOfWork =
            new InMemoryUnitOfWork(objectives, settings, labels, favorites, trail);
    private final Objectives views = new Objectives(objectives, labels, favorites, totals);
    private final PrivacyViews privacyViews = new PrivacyViews(objectives);

    @Test
    void anObjectiveIsMadeAsItWasWanted() {
        ObjectiveView made =
                create(
                        "newsletter",
                        new TypedObjective(
                                " Newsletter ",
                                List.of("GDPR", "uk_gdpr", "gdpr"),
                                Optional.of("Our newsletter"),
                                Optional.of("Once a month."),
                                Optional.of(ObjectiveColour.TEAL),
                                Optional.empty()));

        assertThat(made.saved().objective())
                .isEqualTo(
                        new Objective(
                                new ObjectiveId("newsletter"),
                                "Newsletter",
                                Set.of(EUROPE, new Zone("uk-gdpr")),
                                new VisitorText("Our newsletter", "Once a month."),
                                ObjectiveColour.TEAL));
        assertThat(get("newsletter")).isEqualTo(made);
        assertThat(list()).containsExactly(made);
        assertThat(events())
                .extracting(AuditEvent::action, event -> event.subject().name())
                .containsExactly(tuple(Action.CREATED, "Newsletter"));
        assertThat(trail.events().getFirst().changes())
                .contains(Change.of("Consent needed in", "", "GDPR, UK GDPR"));
    }

    @Test
    void anObjectiveSaysHowManyConsentedRefusedAndSaidNothing() {
        totals.addProfiles(100);
        totals.count(new ObjectiveId("newsletter"), 61, 9);

        ObjectiveView made =
                create(
                        "newsletter",
                        new TypedObjective(
                                "Newsletter",
                                List.of(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()));

        assertThat(made.consents()).isEqualTo(new ConsentShares(61, 9, 30, false));
        assertThat(list()).extracting(ObjectiveView::consents).containsExactly(made.consents());
        assertThat(get("newsletter").consents()).isEqualTo(made.consents());
    }

    @Test
    void everythingWrongWithANewObjectiveIsSaidAtOnce() {
        TypedObjective wrong =
                new TypedObjective(
                        " ",
                        List.of("gdpr", "gpdr", "PDPA"),
                        Optional.of("two\nlines"),
                        Optional.of("x".repeat(5_001)),
                        Optional.empty(),
                        Optional.empty());

        Throwable refused = catchThrowable(() -> create("no id", wrong));

        assertThat(places(refused))
                .containsExactly("/id", "/zones/1", "/zones/2", "/name", "/title", "/text");
        assertThat(list()).isEmpty();
    }

    @Test
    void anIdThatIsTakenIsRefused() {
        create("newsletter", typed("Newsletter"));

        Throwable refused = catchThrowable(() -> create("Newsletter", typed("Other")));

        assertThat(refused)
                .isInstanceOf(ObjectiveIdTaken.class)
                .hasMessageContaining("'newsletter'");
        assertThat(list()).hasSize(1);
    }

    @Test
    void theIdOfADeletedObjectiveIsRefusedWithAWayOut() {
        create("newsletter", typed("Newsletter"));
        delete("newsletter");

        Throwable refused = catchThrowable(() -> create("newsletter", typed("Other")));

        assertThat(refused)
                .hasMessageContainingAll("'Newsletter', which is deleted", "'newsletter-2'")
                .asInstanceOf(type(ObjectiveIdTaken.class))
                .extracting(ObjectiveIdTaken::deleted)
                .isEqualTo(true);
        assertThat(list()).isEmpty();
    }

    @Test
    void whatChangesIsRecordedAndWhatIsLeftOutStays() {
        ObjectiveView made =
                create(
                        "newsletter",
                        new TypedObjective(
                                "Newsletter",
                                List.of("gdpr"),
                                Optional.of("Our newsletter"),
                                Optional.of("Once a month."),
                                Optional.of(ObjectiveColour.TEAL),
                                Optional.empty()));

        ObjectiveView changed =
                change(
                        "newsletter",
                        made.saved().version(),
                        new TypedObjective(
                                "News",
                                List.of("gdpr", "ccpa"),
                                Optional.empty(),
                                Optional.of("Once a week."),
                                Optional.empty(),
                                Optional.of(true)));

        Objective after = changed.saved().objective();
        assertThat(after.shown()).isEqualTo(new VisitorText("Our newsletter", "Once a week."));
        assertThat(after.colour()).isEqualTo(ObjectiveColour.TEAL);
        assertThat(changed.saved().version()).isEqualTo(new Version(2));
        assertThat(events().getLast().changes())
                .containsExactly(
                        Change.of("Name", "Newsletter", "News"),
                        Change.of("Consent needed in", "GDPR", "CCPA, GDPR"),
                        Change.of("Text for visitors", "Once a month.", "Once a week."),
                        Change.of(
                                "When somebody refuses",
                                "keep the values",
                                "clear what only this objective justified"));
        assertThat(texts("newsletter"))
                .extracting(shown -> shown.text().text())
                .containsExactly("Once a week.", "Once a month.");
    }

    @Test
    void whatChangesNothingIsNoVersionAndNoEvent() {
        ObjectiveView made = create("newsletter", typed("Newsletter"));

        ObjectiveView same = change("newsletter", made.saved().version(), typed(" Newsletter "));

        assertThat(same).isEqualTo(made);
        assertThat(events()).hasSize(1);
    }

    @Test
    void ofTwoWhoChangeOneVersionTheSecondIsShownWhatStands() {
        create("newsletter", typed("Newsletter"));
        change("newsletter", Version.FIRST, typed("First"));

        Throwable refused =
                catchThrowable(() -> change("newsletter", Version.FIRST, typed("Second")));

        assertThat(refused)
                .asInstanceOf(type(ObjectiveChanged.class))
                .extracting(failure -> failure.current().saved().objective().name())
                .isEqualTo("First");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThat(
                        Stream.<Runnable>of(
                                () -> get("nobody"),
                                () -> get("no id"),
                                () -> change("nobody", Version.FIRST, typed("X")),
                                () -> delete("nobody"),
                                () -> texts("nobody"),
                                () -> texts("no id"),
                                () -> label("nobody", "VIP")))
                .allSatisfy(
                        asked ->
                                assertThat(catchThrowable(asked::run))
                                        .isInstanceOf(ObjectiveNotFound.class));
    }

    @Test
    void whatWasShownOfADeletedObjectiveCanBeReadStill() {
        create(
                "newsletter",
                new TypedObjective(
                        "Newsletter",
                        List.of(),
                        Optional.of("Our newsletter"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));

        delete("newsletter");

        assertThat(catchThrowable(() -> get("newsletter"))).isInstanceOf(ObjectiveNotFound.class);
        assertThat(texts("newsletter"))
                .extracting(shown -> shown.text().title())
                .containsExactly("Our newsletter");
        assertThat(events().getLast().action()).isEqualTo(Action.DELETED);
    }

    @Test
    void whatConnectionsUseIsNotDeletedAndTheyAreNamed() {
        create("newsletter", typed("Newsletter"));
        ObjectiveId id = new ObjectiveId("newsletter");
        Connection linked = aConnection().named("Shop").linkedTo(id).build();
        connections.add(linked).await().indefinitely();

        Throwable refused = catchThrowable(() -> delete("newsletter"));

        assertThat(refused)
                .hasMessageContaining("'Newsletter' is used by 'Shop'.")
                .asInstanceOf(type(ObjectiveInUse.class))
                .extracting(ObjectiveInUse::usedBy)
                .isEqualTo(List.of(new ObjectiveInUse.Use(linked.id().value(), "Shop")));
        assertThat(linkedTo("newsletter"))
                .extracting(LinkedConnection::name)
                .containsExactly("Shop");
        assertThat(get("newsletter").saved().id()).isEqualTo(id);
        assertThat(events()).extracting(AuditEvent::action).containsExactly(Action.CREATED);
    }

    @Test
    void whatNoConnectionUsesAnyMoreIsDeleted() {
        create("newsletter", typed("Newsletter"));
        Connection linked = aConnection().linkedTo(new ObjectiveId("newsletter")).build();
        connections.add(linked).await().indefinitely();
        connections.delete(linked.id()).await().indefinitely();

        delete("newsletter");

        assertThat(list()).isEmpty();
    }

    @Test
    @Tag("M7")
    void anObjectiveHasLabelsAndAStar() {
        create("newsletter", typed("Newsletter"));
        label("newsletter", "VIP");
        ObjectRef ref = new ObjectRef(ObjectKind.OBJECTIVE, "newsletter");
        favorites.star(aMarketer().id(), ref, NOON).await().indefinitely();

        ObjectiveView view = get("newsletter");

        assertThat(view.labels()).extracting(label -> label.name().value()).containsExactly("VIP");
        assertThat(view.favorite()).isTrue();
        assertThat(list()).containsExactly(view);
    }

    @Test
    void settingsSayHowManyObjectivesNameAZone() {
        create("a", typed("A", "gdpr", "lgpd"));
        create("b", typed("B", "gdpr"));

        PrivacySettingsView view = settings(aViewer());

        assertThat(view.objectivesThatName(EUROPE)).isEqualTo(2);
        assertThat(view.objectivesThatName(new Zone("lgpd"))).isEqualTo(1);
        assertThat(view.objectivesThatName(CALIFORNIA)).isZero();
        assertThat(view.saved().saved()).isEmpty();
    }

    @Test
    void settingsAreSavedAndWhatChangedIsRecorded() {
        PrivacySettingsView saved =
                save(
                        Version.FIRST,
                        use("GDPR", Regime.OPT_OUT),
                        use("lgpd", Regime.OPT_IN),
                        use("Rest of world", Regime.OPT_IN));

        PrivacySettings now = saved.saved().settings();
        assertThat(now.zones())
                .containsExactlyInAnyOrder(EUROPE, new Zone("lgpd"), Zone.REST_OF_WORLD);
        assertThat(now.regimeOf(EUROPE)).isEqualTo(Regime.OPT_OUT);
        assertThat(now.counted(CALIFORNIA)).isEqualTo(Zone.REST_OF_WORLD);
        assertThat(saved.saved().saved()).isPresent();
        assertThat(events().getLast().changes())
                .containsExactly(
                        Change.of("GDPR", "opt-in", "opt-out"),
                        Change.of("LGPD", "not in use", "opt-in"),
                        Change.of("CCPA", "opt-out", "not in use"));
        assertThat(events().getLast().subject().kind()).isEqualTo(ObjectKind.PRIVACY_SETTINGS);
    }

    @Test
    void whoLooksAtNewSettingsAndKeepsThemHasSavedThem() {
        InUse[] asTheyAre = {
            use("gdpr", Regime.OPT_IN),
            use("ccpa", Regime.OPT_OUT),
            use("rest-of-world", Regime.OPT_IN)
        };

        PrivacySettingsView first = save(Version.FIRST, asTheyAre);
        PrivacySettingsView again = save(first.saved().version(), asTheyAre);

        assertThat(first.saved().saved()).isPresent();
        assertThat(again).isEqualTo(first);
        assertThat(events()).hasSize(1);
    }

    @Test
    void settingsThatMakeNoSenseAreRefused() {
        Throwable wrong =
                catchThrowable(
                        () ->
                                save(
                                        Version.FIRST,
                                        use("gpdr", Regime.OPT_IN),
                                        use("gdpr", Regime.OPT_IN),
                                        use("GDPR", Regime.OPT_OUT),
                                        new InUse("ccpa", Optional.empty())));
        Throwable withoutRest =
                catchThrowable(() -> save(Version.FIRST, use("gdpr", Regime.OPT_IN)));

        assertThat(places(wrong))
                .containsExactly("/zones/0/code", "/zones/2/code", "/zones/3/regime");
        assertThat(places(withoutRest)).containsExactly("/zones");
        assertThat(events()).isEmpty();
    }

    @Test
    void ofTwoWhoSaveTheSettingsTheSecondIsShownWhatStands() {
        save(Version.FIRST, use("rest-of-world", Regime.OPT_OUT));

        Throwable refused =
                catchThrowable(() -> save(Version.FIRST, use("rest-of-world", Regime.OPT_IN)));

        assertThat(refused)
                .asInstanceOf(type(PrivacySettingsChanged.class))
                .extracting(
                        failure ->
                                failure.current().saved().settings().regimeOf(Zone.REST_OF_WORLD))
                .isEqualTo(Regime.OPT_OUT);
    }

    @Test
    @Tag("M30")
    void changingObjectivesAndSettingsNeedsItsPermission() {
        create("newsletter", typed("Newsletter"));
        Actor other = lacking(Permission.OBJECTIVES_WRITE);

        assertThat(
                        Stream.<Runnable>of(
                                () -> create("x", typed("X"), other),
                                () -> change("newsletter", Version.FIRST, typed("X"), other),
                                () -> delete("newsletter", other),
                                () -> label("newsletter", "VIP", other),
                                () ->
                                        save(
                                                Version.FIRST,
                                                lacking(Permission.PRIVACY_WRITE),
                                                use("rest-of-world", Regime.OPT_IN)),
                                () -> settings(lacking(Permission.CONNECTIONS_READ))))
                .allSatisfy(
                        asked ->
                                assertThat(catchThrowable(asked::run))
                                        .isInstanceOf(PermissionMissing.class));
        assertThat(list()).hasSize(1);
    }

    private ObjectiveView create(String id, TypedObjective wanted) {
        return create(id, wanted, aMarketer());
    }

    private ObjectiveView create(String id, TypedObjective wanted, Actor actor) {
        return new CreateObjective(unitOfWork, objectives, views, trail, () -> NOON)
                .handle(new CreateObjective.Command(id, wanted, actor))
                .await()
                .indefinitely();
    }

    private ObjectiveView change(String id, Version from, TypedObjective wanted) {
        return change(id, from, wanted, aMarketer());
    }

    private ObjectiveView change(String id, Version from, TypedObjective wanted, Actor actor) {
        return new ChangeObjective(unitOfWork, objectives, views, trail, () -> NOON)
                .handle(new ChangeObjective.Command(id, from, wanted, actor))
                .await()
                .indefinitely();
    }

    private void delete(String id) {
        delete(id, aMarketer());
    }

    private void delete(String id, Actor actor) {
        new DeleteObjective(unitOfWork, objectives, uses, trail, () -> NOON)
                .handle(new DeleteObjective.Command(id, actor))
                .await()
                .indefinitely();
    }

    private ObjectiveView get(String id) {
        return new GetObjective(unitOfWork, views)
                .handle(new GetObjective.Query(id, aMarketer()))
                .await()
                .indefinitely();
    }

    private List<ObjectiveView> list() {
        return new ListObjectives(unitOfWork, objectives, views)
                .handle(new ListObjectives.Query(aMarketer()))
                .await()
                .indefinitely();
    }

    private List<ShownText> texts(String id) {
        return new ListShownTexts(unitOfWork, objectives)
                .handle(new ListShownTexts.Query(id, aViewer()))
                .await()
                .indefinitely();
    }

    private List<LinkedConnection> linkedTo(String id) {
        return new ListLinkedConnections(unitOfWork, views, uses)
                .handle(new ListLinkedConnections.Query(id, PageRequest.first(), aViewer()))
                .await()
                .indefinitely()
                .items();
    }

    private List<Label> label(String id, String name) {
        return label(id, name, aMarketer());
    }

    private List<Label> label(String id, String name, Actor actor) {
        Labelling labelling = new Labelling(labels, trail, new CountedIds(), () -> NOON);
        return new LabelObjective(unitOfWork, known, labelling)
                .handle(
                        new LabelObjective.Command(
                                id, new LabelChange.Replace(List.of(name)), actor))
                .await()
                .indefinitely();
    }

    private PrivacySettingsView settings(Actor actor) {
        return new GetPrivacySettings(unitOfWork, settings, privacyViews)
                .handle(new GetPrivacySettings.Query(actor))
                .await()
                .indefinitely();
    }

    private PrivacySettingsView save(Version from, InUse... zones) {
        return save(from, anAdministrator(), zones);
    }

    private PrivacySettingsView save(Version from, Actor actor, InUse... zones) {
        return new SavePrivacySettings(unitOfWork, settings, privacyViews, trail, () -> NOON)
                .handle(new SavePrivacySettings.Command(from, List.of(zones), actor))
                .await()
                .indefinitely();
    }

    private static InUse use(String zone, Regime regime) {
        return new InUse(zone, Optional.of(regime));
    }

    private static TypedObjective typed(String name, String... zones) {
        return new TypedObjective(
                name,
                List.of(zones),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private List<AuditEvent> events() {
        return trail.events();
    }

    private static List<String> places(Throwable refused) {
        assertThat(refused).isInstanceOf(RequestInvalid.class);
        return ((RequestInvalid) refused).violations().stream().map(Violation::pointer).toList();
    }

    private Stream<NamedObject> knownObjectives() {
        return objectives.all().await().indefinitely().stream()
                .map(one -> new NamedObject(Objectives.ref(one.id()), one.objective().name()));
    }
}
