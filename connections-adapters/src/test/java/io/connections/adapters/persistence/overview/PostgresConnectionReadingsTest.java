package io.connections.adapters.persistence.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.connections.adapters.testing.Awaiting;
import io.connections.adapters.testing.PostgresForTests;
import io.connections.adapters.testing.Tables;
import io.connections.application.connection.port.ConnectionRepository;
import io.connections.application.kernel.port.Ids;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.application.overview.OverviewRow;
import io.connections.application.overview.port.ConnectionReadings;
import io.connections.application.overview.port.ConnectionReadingsContract;
import io.connections.application.run.request.RunState;
import io.connections.domain.connection.Connection;
import io.connections.domain.connection.ConnectionFixtures;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.goal.Counts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields
class PostgresConnectionReadingsTest extends ConnectionReadingsContract {
    @Inject UnitOfWork unitOfWork;
    @Inject ConnectionRepository connections;
    @Inject ConnectionReadings readings;
    @Inject AgroalDataSource dataSource;
    @Inject Ids ids;
    @Inject Pool pool;
    @Inject OverviewRows rows;

    @Test
    @Tag("M1")
    @Tag("M7")
    void aLabelIsShownByItsNameOfToday() {
        ConnectionId one = aConnection();
        UUID label = label(one, "Before " + one.value());
        Tables.change(
                dataSource,
                "update label set name = ?, key = ? where id = ?",
                "After",
                "after " + label,
                label);
        assertThat(labels(one)).containsExactly("After");

        Tables.change(dataSource, "delete from label where id = ?", label);

        assertThat(labels(one)).isEmpty();
    }

    @Test
    @Tag("M1")
    void anOlderRunThatIsResumedDoesNotBecomeTheNewest() {
        Connection one = ConnectionFixtures.aConnection().build();
        await(() -> connections.add(one));
        ran(one, RunState.FAILED, false, Instant.EPOCH);
        ran(one, RunState.FINISHED, false, Instant.EPOCH);

        Tables.change(
                dataSource,
                "update run set state = 'QUEUED' where connection_id = ? and number = 1",
                one.id().value());

        assertThat(fact("last_run_state", one.id())).isEqualTo("FINISHED");
    }

    @Test
    @Tag("M1")
    void whenTheNewestRunIsDeletedTheOneBeforeCounts() {
        Connection one = ConnectionFixtures.aConnection().build();
        await(() -> connections.add(one));
        ran(one, RunState.FAILED, false, Instant.EPOCH);
        ran(one, RunState.FINISHED, false, Instant.EPOCH);

        Tables.change(
                dataSource,
                "delete from run where connection_id = ? and number = 2",
                one.id().value());

        assertThat(fact("last_run_state", one.id())).isEqualTo("FAILED");
    }

    @Test
    @Tag("M6")
    void aSecretOrAPropertyThatChangesAsksForANewJudgement() {
        ConnectionId one = aConnection();
        judged(one);
        Tables.change(
                dataSource,
                "insert into secret (connection_id, field, ciphertext, set_at, set_by, target)"
                        + " values (?, 'password', '', now(), 'Mia', '{}')",
                one.value());
        assertThat(fact("stale", one)).isEqualTo("t");
        judged(one);
        Tables.change(
                dataSource,
                "update connection set goals = '[{\"property\": \"shoeSize\"}]' where id = ?",
                one.value());
        judged(one);

        Tables.change(
                dataSource,
                "insert into profile_property (id, key, name, type, identifier, pii)"
                        + " values ('shoeSize', 'shoesize', 'Shoe', 'NUMBER', false, false)");

        assertThat(fact("stale", one)).isEqualTo("t");
    }

    @Test
    @Tag("M27")
    void anObjectiveThatGoalsAskAboutAsksForANewJudgementWhenItIsMadeAndWhenItIsDeleted() {
        ConnectionId one = aConnection();
        Tables.change(
                dataSource,
                "update connection set goals = '[{\"consent\": [{\"meaning\": {\"objective\": \"asked-about\"}}]}]' where id = ?",
                one.value());
        judged(one);

        Tables.change(
                dataSource,
                """
                insert into objective (id, version, name, zones, title, text, colour, created_at,
                  created_by, modified_at, modified_by)
                values ('asked-about', 1, 'News', '[]', '', '', 'GREY', now(), 'Mia', now(), 'Mia')
                """);
        assertThat(fact("stale", one)).isEqualTo("t");
        judged(one);
        Tables.change(
                dataSource,
                "update objective set deleted_at = now(), deleted_by = 'Mia' where id = 'asked-about'");

        assertThat(fact("stale", one)).isEqualTo("t");
    }

    @Test
    @Tag("M1")
    void whatWasChangedBeforeAndCommittedAfterSomethingSeenIsNotPassedOver() throws SQLException {
        ConnectionId one = aConnection();
        ConnectionId other = aConnection();
        try (java.sql.Connection slow = dataSource.getConnection()) {
            slow.setAutoCommit(false);
            rename(slow, one, "Slow");
            Tables.change(
                    dataSource, "update connection set name = 'Fast' where id = ?", other.value());
            assertThat(name(other)).isEqualTo("Fast");
            assertThat(name(one)).isNotEqualTo("Slow");

            slow.commit();
        }

        assertThat(name(one)).isEqualTo("Slow");
    }

    @Test
    @Tag("M1")
    void everyReplicaSeesWhatIsChangedAndWhatIsGone() {
        ConnectionReadings replica = new PostgresConnectionReadings(pool, rows);
        ConnectionId one = aConnection();
        assertThat(ask(replica::all).find(one)).isPresent();
        Tables.change(dataSource, "update connection set name = 'Else' where id = ?", one.value());
        assertThat(ask(replica::all).find(one).orElseThrow().name()).isEqualTo("Else");

        Tables.change(dataSource, "delete from connection where id = ?", one.value());

        assertThat(ask(replica::all).find(one)).isEmpty();
        assertThat(ask(readings::all).find(one)).isEmpty();
    }

    @Test
    @Tag("M1")
    void whoHasNotLookedForSoLongThatWhatIsGoneIsForgottenReadsEverythingAnew() {
        ConnectionReadings away = new PostgresConnectionReadings(pool, rows, Duration.ZERO);
        ConnectionId one = aConnection();
        assertThat(ask(away::all).find(one)).isPresent();
        Tables.change(dataSource, "delete from connection where id = ?", one.value());
        Tables.change(
                dataSource,
                "delete from connection_overview_gone where connection_id = ?",
                one.value());

        assertThat(ask(away::all).find(one)).isEmpty();
    }

    @Test
    @Tag("M1")
    void whatIsGoneIsNotRememberedForEver() {
        ConnectionId before = aConnection();
        ConnectionId now = aConnection();
        Tables.change(dataSource, "delete from connection where id = ?", before.value());
        Tables.change(
                dataSource,
                "update connection_overview_gone set gone_at = now() - interval '3 days'"
                        + " where connection_id = ?",
                before.value());

        Tables.change(dataSource, "delete from connection where id = ?", now.value());

        assertThat(
                        Tables.texts(
                                dataSource,
                                "select connection_id::text from connection_overview_gone"
                                        + " where connection_id in (?, ?)",
                                before.value(),
                                now.value()))
                .containsExactly(now.value().toString());
    }

    @Test
    @Tag("M1")
    void aDatabaseThatWasRestoredIntoAYoungerServerIsReadAsAnyOther() {
        ConnectionId one = aConnection();
        Tables.change(
                dataSource,
                "update connection_overview set changed_by = '999999999999'"
                        + " where connection_id = ?",
                one.value());
        ConnectionReadings started = new PostgresConnectionReadings(pool, rows);

        assertThat(ask(started::all).find(one)).isPresent();
        assertThat(fact("changed_by::text::bigint < 999999999999", one)).isEqualTo("t");
    }

    private static void rename(java.sql.Connection database, ConnectionId id, String name)
            throws SQLException {
        try (PreparedStatement statement =
                database.prepareStatement("update connection set name = ? where id = ?")) {
            statement.setString(1, name);
            statement.setObject(2, id.value());
            statement.executeUpdate();
        }
    }

    private String name(ConnectionId id) {
        return row(id).name();
    }

    private List<String> labels(ConnectionId id) {
        return row(id).labels().stream().map(label -> label.name().value()).toList();
    }

    private OverviewRow row(ConnectionId id) {
        return ask(readings::all).find(id).orElseThrow();
    }

    private void judged(ConnectionId id) {
        Tables.change(
                dataSource,
                "update connection_overview set stale = false, complete = false"
                        + " where connection_id = ?",
                id.value());
    }

    private ConnectionId aConnection() {
        Connection one = ConnectionFixtures.aConnection().build();
        await(() -> connections.add(one));
        return one.id();
    }

    private String fact(String column, ConnectionId id) {
        List<String> found =
                Tables.texts(
                        dataSource,
                        "select " + column + " from connection_overview where connection_id = ?",
                        id.value());
        return found.getFirst();
    }

    @Override
    protected ConnectionRepository connections() {
        return connections;
    }

    @Override
    protected ConnectionReadings readings() {
        return readings;
    }

    /// Inserted as it began, then changed as it ended, as a worker does.
    @Override
    protected void ran(Connection connection, RunState state, Counts counts, Instant at) {
        // In the order of time: other tests look for the newest runs of all.
        UUID run = ids.next();
        Tables.change(
                dataSource,
                """
                insert into run (id, connection_id, connection_version, connection_name, number,
                  state, trigger, created_at)
                values (?, ?, 1, 'Shop',
                  (select coalesce(max(number), 0) + 1 from run where connection_id = ?),
                  'QUEUED', 'MANUAL', ?)
                """,
                run,
                connection.id().value(),
                connection.id().value(),
                at.atOffset(ZoneOffset.UTC));
        Tables.change(
                dataSource,
                "insert into run_lane (run_id, ordinal, share, lane, read, created, rejected)"
                        + " values (?, 0, 0, 0, ?, ?, ?)",
                run,
                counts.read(),
                counts.created(),
                counts.rejected());
        Tables.change(
                dataSource,
                "update run set state = ?, ended_at = case when ? then ?::timestamptz end"
                        + " where id = ?",
                state.name(),
                state.ended(),
                at.atOffset(ZoneOffset.UTC),
                run);
    }

    @Override
    protected UUID label(ConnectionId connection, String name) {
        UUID id = UUID.randomUUID();
        Tables.change(
                dataSource,
                "insert into label (id, name, key, created_at, created_by)"
                        + " values (?, ?, ?, now(), 'Mia')",
                id,
                name,
                id.toString());
        Tables.change(
                dataSource,
                "insert into label_use (kind, object_id, label_id) values ('CONNECTION', ?, ?)",
                connection.value().toString(),
                id);
        return id;
    }

    @Override
    protected void star(String user, ConnectionId connection) {
        Tables.change(
                dataSource,
                "insert into favorite (user_id, kind, object_id, starred_at)"
                        + " values (?, 'CONNECTION', ?, now())",
                user,
                connection.value().toString());
    }

    @Override
    protected <T> T await(Supplier<Uni<T>> work) {
        return Awaiting.on(() -> unitOfWork.run(work));
    }

    @Override
    protected <T> T ask(Supplier<Uni<T>> question) {
        return Awaiting.on(question);
    }
}
