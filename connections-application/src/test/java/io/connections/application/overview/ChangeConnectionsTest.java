package io.connections.application.overview;

import static io.connections.domain.access.ActorFixtures.aMarketer;
import static io.connections.domain.access.ActorFixtures.aViewer;
import static io.connections.domain.access.ActorFixtures.anAdministrator;
import static io.connections.domain.access.ActorFixtures.anApplicationManager;
import static io.connections.domain.connection.ConnectionFixtures.aConnection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.connections.application.connection.House;
import io.connections.application.kernel.RequestInvalid;
import io.connections.application.label.LabelChange;
import io.connections.application.overview.ChangeConnections.Action;
import io.connections.application.overview.ChangeConnections.Outcome;
import io.connections.application.overview.ChangeConnections.Selection;
import io.connections.application.overview.port.InMemoryConnectionReadings;
import io.connections.application.run.request.RunState;
import io.connections.domain.access.Actor;
import io.connections.domain.access.PermissionMissing;
import io.connections.domain.access.Role;
import io.connections.domain.connection.Connection;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.kernel.ObjectRef;
import io.connections.domain.run.RunId;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// One action on many connections.
@Tag("M1")
class ChangeConnectionsTest {
    private static final Action ON = new Action.Turn(true);
    private static final Action OFF = new Action.Turn(false);
    private static final Action DELETE = new Action.Delete();

    private final House house = new House();

    @Test
    void eachIsTurnedOnAndWhatIsGoneIsSaid() {
        Connection one = house.add(aConnection());
        ConnectionId gone = new ConnectionId(UUID.randomUUID());

        Outcome outcome = change(aMarketer(), ON, named(one.id(), gone));

        assertThat(outcome.done()).containsExactly(one.id());
        assertThat(outcome.refused())
                .extracting(refused -> refused.id() + " " + refused.why().code())
                .containsExactly(gone + " connection-not-found");
        assertThat(house.find(one.id()).map(Connection::on)).contains(true);
    }

    @Test
    void turnedOffWhatRunsIsStopped() {
        Connection ready = house.aReadyConnection();
        RunId run = house.aRunOf(ready);

        change(aMarketer(), OFF, named(ready.id()));

        assertThat(house.find(ready.id()).map(Connection::on)).contains(false);
        assertThat(stateOf(run)).isEqualTo(RunState.STOPPING);
    }

    @Test
    void whatRunsIsNotDeletedStaysOnAndKeepsNobodyElseFromBeingDeleted() {
        Connection running = house.aReadyConnection();
        house.aRunOf(running);
        Connection idle = house.add(aConnection());

        Outcome outcome = change(aMarketer(), DELETE, named(running.id(), idle.id()));

        assertThat(outcome.done()).containsExactly(idle.id());
        assertThat(outcome.refused())
                .extracting(refused -> refused.name() + " " + refused.why().code())
                .containsExactly(running.name() + " connection-running");
        assertThat(house.find(idle.id())).isEmpty();
        assertThat(house.find(running.id()).map(Connection::on)).contains(true);
    }

    @Test
    void allThatAFilterFindsAreChangedWhenTheirNumberIsAsItWasSeen() {
        Connection one = house.add(aConnection().named("Till one"));
        Connection other = house.add(aConnection().named("Till other"));
        Connection shop = house.add(aConnection().named("Shop"));

        Outcome outcome = change(aMarketer(), ON, found("till", 2));

        assertThat(outcome.done()).containsExactlyInAnyOrder(one.id(), other.id());
        assertThat(house.find(shop.id()).map(Connection::on)).contains(false);
    }

    @Test
    void whenTheFilterFindsAnotherNumberNothingIsChanged() {
        Connection one = house.add(aConnection().named("Till one"));

        Throwable refused = catchThrowable(() -> change(aMarketer(), DELETE, found("till", 2)));

        assertThat(refused).isInstanceOf(SelectionChanged.class);
        assertThat(house.find(one.id())).isPresent();
    }

    @Test
    void noneAndMoreThanFiveHundredIdsAreRefused() {
        List<ConnectionId> many =
                Stream.generate(() -> new ConnectionId(UUID.randomUUID())).limit(501).toList();

        assertThat(catchThrowable(() -> change(aMarketer(), ON, new Selection.Named(many))))
                .isInstanceOf(RequestInvalid.class);
        assertThat(
                        catchThrowable(
                                () ->
                                        change(
                                                aMarketer(),
                                                ON,
                                                new Selection.Named(Collections.emptyList()))))
                .isInstanceOf(RequestInvalid.class);
    }

    @Test
    @Tag("M7")
    void labelsArePutOnAndTakenOffAndEachThatChangedIsRememberedWithThem() {
        Connection till = house.add(aConnection().named("Till"));
        Connection shop = house.add(aConnection().named("Shop"));
        change(aMarketer(), label(List.of("Stores", "Old"), List.of()), named(shop.id()));

        Outcome outcome =
                change(
                        aMarketer(),
                        label(List.of("stores", "New"), List.of("old")),
                        named(till.id(), shop.id()));

        assertThat(outcome.done()).containsExactly(till.id(), shop.id());
        assertThat(labelsOf(till)).containsExactly("New", "Stores");
        assertThat(labelsOf(shop)).containsExactly("New", "Stores");
        assertThat(house.trail.events().stream().skip(1))
                .extracting(event -> event.action() + " " + event.subject().name())
                .containsExactlyInAnyOrder("LABELLED Till", "LABELLED Shop", "UNLABELLED Shop");
    }

    @Test
    @Tag("M7")
    void whatWouldHaveTooManyLabelsStaysAsItIsAndKeepsNobodyElseFromBeingLabelled() {
        Connection full = house.add(aConnection().named("Full"));
        Connection free = house.add(aConnection().named("Free"));
        List<String> twenty = IntStream.range(0, 20).mapToObj(i -> "Label " + i).toList();
        change(aMarketer(), label(twenty, List.of()), named(full.id()));

        Outcome outcome =
                change(aMarketer(), label(List.of("More"), List.of()), named(full.id(), free.id()));

        assertThat(outcome.done()).containsExactly(free.id());
        assertThat(outcome.refused())
                .extracting(refused -> refused.name() + ": " + refused.why().getMessage())
                .containsExactly("Full: It would have more than 20 labels.");
        assertThat(labelsOf(full)).doesNotContain("More").hasSize(20);
        assertThat(labelsOf(free)).containsExactly("More");
    }

    private static Action label(List<String> add, List<String> remove) {
        return new Action.Label(new LabelChange.Adjust(add, remove));
    }

    private List<String> labelsOf(Connection connection) {
        ObjectRef ref = connection.id().ref();
        return house
                .labels
                .of(List.of(ref))
                .await()
                .indefinitely()
                .getOrDefault(ref, List.of())
                .stream()
                .map(label -> label.name().value())
                .toList();
    }

    @Test
    @Tag("M7")
    @Tag("M30")
    void whatIsReservedForOthersStaysAsItIsAndKeepsNobodyElseFromBeingChanged() {
        Connection reserved =
                house.add(aConnection().named("Tills").editedBy(Role.APPLICATION_MANAGER));
        Connection open = house.add(aConnection());
        Action label = label(List.of("Stores"), List.of());

        for (Action action : List.of(ON, label, DELETE)) {
            Outcome outcome = change(aMarketer(), action, named(reserved.id(), open.id()));

            assertThat(outcome.done()).containsExactly(open.id());
            assertThat(outcome.refused())
                    .extracting(refused -> refused.name() + " " + refused.why().code())
                    .containsExactly("Tills editing-reserved");
        }

        assertThat(house.find(reserved.id())).contains(reserved);
        assertThat(labelsOf(reserved)).isEmpty();
        assertThat(house.find(open.id())).isEmpty();
        assertThat(house.trail.events())
                .extracting(event -> event.subject().name())
                .doesNotContain("Tills");
    }

    @Test
    @Tag("M7")
    @Tag("M30")
    void thoseForWhomItIsReservedChangeItWithTheRest() {
        Connection reserved = house.add(aConnection().editedBy(Role.APPLICATION_MANAGER));

        Outcome byManager = change(anApplicationManager(), ON, named(reserved.id()));
        Outcome byAdministrator = change(anAdministrator(), OFF, named(reserved.id()));

        assertThat(byManager.done()).containsExactly(reserved.id());
        assertThat(byAdministrator.done()).containsExactly(reserved.id());
    }

    @Test
    @Tag("M7")
    @Tag("M30")
    void whatRunsAndIsReservedIsRefusedForTheReservation() {
        Connection reserved = house.add(aConnection().editedBy(Role.ADMINISTRATOR).switchedOn());
        RunId run = house.aRunOf(reserved);

        change(aMarketer(), OFF, named(reserved.id()));
        Outcome outcome = change(aMarketer(), DELETE, named(reserved.id()));

        assertThat(outcome.refused())
                .extracting(refused -> refused.why().code())
                .containsExactly("editing-reserved");
        assertThat(stateOf(run)).isEqualTo(RunState.QUEUED);
    }

    @Test
    @Tag("M30")
    void aViewerChangesNothing() {
        Connection one = house.add(aConnection());

        Throwable refused = catchThrowable(() -> change(aViewer(), ON, named(one.id())));

        assertThat(refused).isInstanceOf(PermissionMissing.class);
        assertThat(house.find(one.id()).map(Connection::on)).contains(false);
    }

    @Test
    @Tag("M30")
    void eachThatChangedIsRememberedByItsNameAndNoOther() {
        Connection off = house.add(aConnection().named("Till"));
        Connection on = house.add(aConnection().named("Shop").switchedOn());

        change(aMarketer(), ON, named(off.id(), on.id()));
        change(aMarketer(), DELETE, named(off.id(), new ConnectionId(UUID.randomUUID())));

        assertThat(house.trail.events())
                .extracting(event -> event.action() + " " + event.subject().name())
                .containsExactly("TURNED_ON Till", "DELETED Till");
    }

    @Test
    @Tag("M30")
    void whatIsRefusedIsNotRemembered() {
        Connection running = house.aReadyConnection();
        house.aRunOf(running);

        change(aMarketer(), DELETE, named(running.id()));

        assertThat(house.trail.events()).isEmpty();
    }

    private Outcome change(Actor actor, Action action, Selection selection) {
        return new ChangeConnections(
                        house.unitOfWork,
                        house.connections,
                        new InMemoryConnectionReadings(house),
                        house.runs,
                        house.labelling(),
                        house.trail,
                        new AskedFor(house.unitOfWork, house.objectives, house.channels))
                .handle(new ChangeConnections.Command(action, selection, actor))
                .await()
                .indefinitely();
    }

    private RunState stateOf(RunId run) {
        return house.runs.find(run).await().indefinitely().orElseThrow().summary().state();
    }

    private static Selection named(ConnectionId... ids) {
        return new Selection.Named(List.of(ids));
    }

    private static Selection found(String search, int total) {
        return new Selection.Found(ConnectionFilter.ALL.searching(search), total);
    }
}
