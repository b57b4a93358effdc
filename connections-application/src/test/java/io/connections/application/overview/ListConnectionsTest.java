package io.connections.application.overview;

import static io.connections.domain.access.ActorFixtures.aMarketer;
import static io.connections.domain.access.ActorFixtures.aViewer;
import static io.connections.domain.access.ActorFixtures.anApplicationManager;
import static io.connections.domain.access.ActorFixtures.lacking;
import static io.connections.domain.connection.ConnectionFixtures.NOON;
import static io.connections.domain.connection.ConnectionFixtures.aConnection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.assertj.core.groups.Tuple.tuple;

import io.connections.application.connection.ConnectionJudge;
import io.connections.application.connection.ConnectionNotFound;
import io.connections.application.connection.House;
import io.connections.application.kernel.PageRequest;
import io.connections.application.kernel.RequestInvalid;
import io.connections.application.overview.port.InMemoryConnectionReadings;
import io.connections.application.run.request.RejectedRecord;
import io.connections.application.run.request.RunState;
import io.connections.application.run.request.RunSummary.Cause;
import io.connections.application.run.request.port.RunQueue.NewGoal;
import io.connections.application.run.request.port.RunQueue.NewRun;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.access.PermissionMissing;
import io.connections.domain.access.Role;
import io.connections.domain.channel.ChannelId;
import io.connections.domain.connection.Connection;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.kernel.Violation;
import io.connections.domain.run.RunId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The Connections page, and the one word for each connection's icon.
@Tag("M1")
class ListConnectionsTest {
    private final House house = new House();
    private final InMemoryConnectionReadings readings = new InMemoryConnectionReadings(house);

    @Test
    void eachConnectionIsListedWithItsLastRun() {
        Connection ready = house.aReadyConnection();
        RunId run = ran(ready, RunState.FINISHED);
        house.add(aConnection().named("Archive"));

        List<ListedConnection> listed = list(aViewer(), " ");

        assertThat(listed)
                .extracting(one -> one.row().name())
                .containsExactly("Archive", "Shop customers");
        assertThat(listed.getFirst().lastRun()).isEmpty();
        assertThat(listed.getLast().lastRun().map(last -> last.id())).contains(run);
    }

    @Test
    @Tag("M30")
    void eachSaysWhetherWhoAsksMayChangeIt() {
        house.add(aConnection().named("Open"));
        house.add(aConnection().named("Reserved").editedBy(Role.APPLICATION_MANAGER));

        assertThat(changeable(aViewer())).isEmpty();
        assertThat(changeable(aMarketer())).containsExactly("Open");
        assertThat(changeable(anApplicationManager())).containsExactly("Open", "Reserved");
    }

    private List<String> changeable(Actor actor) {
        return list(actor, "").stream()
                .filter(ListedConnection::mayEdit)
                .map(one -> one.row().name())
                .toList();
    }

    @Test
    void aSearchLeavesOutTheOthers() {
        house.aReadyConnection();
        house.add(aConnection().named("Archive"));

        List<ListedConnection> listed = list(aViewer(), " archive ");

        assertThat(listed).extracting(one -> one.row().name()).containsExactly("Archive");
    }

    @Test
    @Tag("M6")
    void beforeItHasRunAConnectionIsReadyOrNotConfigured() {
        house.add(aConnection().named("Archive"));
        house.aReadyConnection();

        List<ListedConnection> listed = list(aViewer(), "");

        assertThat(listed)
                .extracting(ListedConnection::status)
                .containsExactly(ConnectionStatus.NOT_CONFIGURED, ConnectionStatus.READY);
    }

    @ParameterizedTest
    @Tag("M6")
    @CsvSource({
        "QUEUED, RUNNING",
        "STOPPING, RUNNING",
        "FINISHED, FLOWING",
        "STOPPED, LAST_RUN_STOPPED",
        "FAILED, LAST_RUN_FAILED"
    })
    void theLastRunSaysHowAConnectionDoes(RunState state, ConnectionStatus expected) {
        ran(house.aReadyConnection(), state);

        List<ListedConnection> listed = list(aViewer(), "");

        assertThat(listed).extracting(ListedConnection::status).containsExactly(expected);
    }

    @Test
    @Tag("M6")
    void rejectedRecordsAreErrorsThatDoNotStopTheFlow() {
        RunId run = ran(house.aReadyConnection(), RunState.FINISHED);
        house.runs.rejecting(
                run,
                List.of(new RejectedRecord(1, 2, Optional.empty(), "ragged-line", "Short.", "x")));

        List<ListedConnection> listed = list(aViewer(), "");

        assertThat(listed)
                .extracting(ListedConnection::status)
                .containsExactly(ConnectionStatus.FLOWING_WITH_ERRORS);
    }

    @Test
    @Tag("M6")
    void whatWorkedOnceAndLacksSomethingNowIsAnErrorOfConfiguration() {
        Connection ready = house.aReadyConnection();
        ran(ready, RunState.FINISHED);
        house.vault.remove(ready.id(), "password").await().indefinitely();
        house.connections.doubtAll().await().indefinitely();

        List<ListedConnection> listed = list(aViewer(), "");

        assertThat(listed)
                .extracting(ListedConnection::status)
                .containsExactly(ConnectionStatus.CONFIGURATION_ERROR);
    }

    @Test
    void theTotalIsOfAllThatTheFilterFinds() {
        house.aReadyConnection();
        house.add(aConnection().named("Archive"));

        ListConnections.Listed listed = listed(aViewer(), "", 1);

        assertThat(listed.total()).isEqualTo(2);
        assertThat(listed.page().items()).hasSize(1);
    }

    @Test
    @Tag("M13")
    void aSearchWithoutEndAndASkipBackwardsAreRefused() {
        assertThat(catchThrowable(() -> list(aViewer(), "x".repeat(201))))
                .isInstanceOf(RequestInvalid.class);
        assertThat(catchThrowable(() -> listed(aViewer(), "", -1)))
                .isInstanceOf(RequestInvalid.class);
    }

    @Test
    @Tag("M30")
    void theListNeedsItsPermission() {
        house.aReadyConnection();

        Throwable refused = catchThrowable(() -> list(lacking(Permission.CONNECTIONS_READ), ""));

        assertThat(refused).isInstanceOf(PermissionMissing.class);
    }

    @Test
    @Tag("M6")
    void oneOfThemIsSummarizedAsItIsListed() {
        Connection ready = house.aReadyConnection();
        ran(ready, RunState.FINISHED);
        ListedConnection listed = list(aViewer(), "").getFirst();

        SummarizeConnection.Summary summary = summary(ready.id(), aViewer());

        assertThat(summary.listed()).isEqualTo(listed);
        assertThat(summary.namesakes()).isZero();
    }

    @Test
    @Tag("M6")
    void whatIsGoneOrMayNotBeSeenIsNotSummarized() {
        Connection ready = house.aReadyConnection();

        Throwable gone =
                catchThrowable(() -> summary(new ConnectionId(house.ids.next()), aViewer()));
        Throwable refused =
                catchThrowable(() -> summary(ready.id(), lacking(Permission.CONNECTIONS_READ)));

        assertThat(gone).isInstanceOf(ConnectionNotFound.class);
        assertThat(refused).isInstanceOf(PermissionMissing.class);
    }

    @Test
    @Tag("M24")
    @Tag("M26")
    void whatIsAskedForAndIsNotThereIsRefusedAtItsPlace() {
        house.aReadyConnection();
        ConnectionFilter filter =
                new ConnectionFilter(
                        "",
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Set.of(),
                        Optional.empty(),
                        Set.of(new ObjectiveId("nobody")),
                        Set.of(new ChannelId(new UUID(0, 1))));

        Throwable listed = catchThrowable(() -> listed(aViewer(), filter, 0));
        Throwable counted =
                catchThrowable(
                        () ->
                                new CountConnections(readings, askedFor())
                                        .handle(new CountConnections.Query(filter, aViewer()))
                                        .await()
                                        .indefinitely());

        for (Throwable refused : List.of(listed, counted)) {
            assertThat(refused)
                    .asInstanceOf(type(RequestInvalid.class))
                    .extracting(
                            RequestInvalid::violations,
                            InstanceOfAssertFactories.list(Violation.class))
                    .extracting(Violation::pointer, Violation::code)
                    .containsExactly(
                            tuple("/objective", "objective-unknown"),
                            tuple("/channel", "channel-unknown"));
        }
    }

    private AskedFor askedFor() {
        return new AskedFor(house.unitOfWork, house.objectives, house.channels);
    }

    private SummarizeConnection.Summary summary(ConnectionId connection, Actor actor) {
        return new SummarizeConnection(readings, house.runs, house.types)
                .handle(new SummarizeConnection.Query(connection, actor))
                .await()
                .indefinitely();
    }

    private List<ListedConnection> list(Actor actor, String search) {
        return listed(actor, search, 0).page().items();
    }

    /// Judged first, as the service does in the background.
    private ListConnections.Listed listed(Actor actor, String search, int skip) {
        return listed(actor, ConnectionFilter.ALL.searching(search), skip);
    }

    private ListConnections.Listed listed(Actor actor, ConnectionFilter filter, int skip) {
        new ConnectionJudge(house.unitOfWork, house.connections, house.types, house.views)
                .judge()
                .await()
                .indefinitely();
        return new ListConnections(readings, house.runs, house.types, askedFor())
                .handle(
                        new ListConnections.Query(
                                filter, ConnectionSort.BY_NAME, PageRequest.first(), skip, actor))
                .await()
                .indefinitely();
    }

    private RunId ran(Connection connection, RunState state) {
        RunId run = new RunId(house.ids.next());
        house.runs
                .add(
                        new NewRun(
                                run,
                                connection.id(),
                                connection.version(),
                                connection.name(),
                                new Cause(Cause.Kind.MANUAL, Optional.empty(), Optional.empty()),
                                false,
                                List.of(new NewGoal(house.aGoodGoal().id(), "customers")),
                                NOON))
                .await()
                .indefinitely();
        house.runs.ended(run, state, NOON);
        return run;
    }
}
