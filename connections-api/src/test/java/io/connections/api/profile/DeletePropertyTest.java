package io.connections.api.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.api.testing.ApiTest;
import io.connections.api.testing.As;
import io.connections.api.testing.CustomerGoal;
import io.connections.api.testing.Rows;
import io.connections.api.testing.SftpConnection;
import io.connections.domain.access.Role;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A property goes only when nothing that is under way needs it.
@ApiTest
@Tag("M15")
@Tag("M18")
class DeletePropertyTest {
    private static final String SETUP =
            "{\"host\":\"files.example\",\"port\":22,\"user\":\"shop\",\"signIn\":\"PASSWORD\"}";

    @ParameterizedTest
    @ValueSource(strings = {"QUEUED", "RUNNING"})
    void aRunThatNeedsThePropertyKeepsItAlsoAgainstForce(String state) {
        CustomerGoal goal = CustomerGoal.withOwnProperties();
        String connection = SftpConnection.saved(SETUP, "secret", goal.json());
        run(connection, state);
        save(connection, "");

        Response refused = delete(goal.points(), true);

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.jsonPath().getString("type")).endsWith("property-in-use");
        assertThat(refused.jsonPath().getString("detail")).contains("'Shop'").contains("stop it");
    }

    @Test
    void anEndedRunKeepsNothing() {
        CustomerGoal goal = CustomerGoal.withOwnProperties();
        String connection = SftpConnection.saved(SETUP, "secret", goal.json());
        run(connection, "STOPPED");

        assertThat(delete(goal.points(), false).statusCode()).isEqualTo(409);
        assertThat(delete(goal.points(), true).statusCode()).isEqualTo(204);
    }

    @Test
    void whoeverWouldDeleteValuesIsToldOfHowManyProfiles() {
        CustomerGoal goal = CustomerGoal.withOwnProperties();
        for (String number : List.of("A", "B")) {
            UUID profile = UUID.randomUUID();
            Rows.change("insert into profile (id, properties) values (?, '{}')", profile);
            Response edited =
                    edit(
                            profile,
                            Map.of(
                                    goal.number(), List.of(number + profile),
                                    goal.points(), List.of("7")));
            assertThat(edited.statusCode()).as(edited.asString()).isEqualTo(200);
        }

        for (String property : List.of(goal.number(), goal.points())) {
            Response told =
                    As.a(Role.MARKETER).get("/api/v1/profile-properties/" + property + "/uses");
            Response refused = delete(property, false);
            Response forced = delete(property, true);

            assertThat(told.jsonPath().getMap("profiles"))
                    .isEqualTo(Map.of("atLeast", 2, "exact", true));
            assertThat(told.jsonPath().getList("usedBy")).isEmpty();
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(refused.jsonPath().getString("detail"))
                    .startsWith("2 profiles have values of the property '" + property + "'");
            assertThat(refused.jsonPath().getMap("profiles"))
                    .isEqualTo(Map.of("atLeast", 2, "exact", true));
            assertThat(refused.jsonPath().getList("usedBy")).isEmpty();
            assertThat(forced.statusCode()).isEqualTo(204);
        }
        assertThat(delete(goal.email(), false).statusCode()).as("nobody has it").isEqualTo(204);
    }

    @Test
    @Timeout(60)
    void aGoalThatIsJustBeingSavedIsWaitedFor() throws Exception {
        CustomerGoal goal = CustomerGoal.withOwnProperties();
        String connection = SftpConnection.saved(SETUP, "secret", "");
        FutureTask<Response> saving = new FutureTask<>(() -> save(connection, goal.json()));
        FutureTask<Response> deleting = new FutureTask<>(() -> delete(goal.points(), false));

        try (Connection held = open()) {
            held.setAutoCommit(false);
            lock(held, connection);
            Thread.ofPlatform().start(saving);
            awaitWaiting(1);
            Thread.ofPlatform().start(deleting);
            awaitWaiting(2);
            held.rollback();
        }

        assertThat(saving.get().statusCode()).as(saving.get().asString()).isEqualTo(200);
        assertThat(deleting.get().statusCode()).isEqualTo(409);
    }

    @Test
    @Timeout(60)
    void aProfileThatIsEditedMeanwhileGetsNoValueOfADeletedProperty() throws Exception {
        CustomerGoal goal = CustomerGoal.withOwnProperties();
        UUID profile = UUID.randomUUID();
        Rows.change("insert into profile (id, properties) values (?, '{}')", profile);
        FutureTask<Response> deleting = new FutureTask<>(() -> delete(goal.points(), false));
        FutureTask<Response> editing = new FutureTask<>(() -> edit(profile, goal.points(), "7"));

        try (Connection held = open()) {
            held.setAutoCommit(false);
            lockProperty(held, goal.points());
            Thread.ofPlatform().start(deleting);
            awaitWaiting(1);
            Thread.ofPlatform().start(editing);
            awaitWaiting(2);
            held.rollback();
        }

        assertThat(deleting.get().statusCode()).as(deleting.get().asString()).isEqualTo(204);
        assertThat(editing.get().statusCode()).as(editing.get().asString()).isEqualTo(422);
        assertThat(editing.get().asString()).contains("property-unknown");
    }

    private static Response edit(UUID profile, String property, String value) {
        return edit(profile, Map.of(property, List.of(value)));
    }

    private static Response edit(UUID profile, Map<String, List<String>> values) {
        String path = "/api/v1/profiles/" + profile;
        String etag = As.a(Role.MARKETER).get(path).header("ETag");
        return As.a(Role.MARKETER)
                .contentType("application/json")
                .header("If-Match", etag)
                .body(Map.of("values", values))
                .put(path);
    }

    private static void lock(Connection held, String connection) throws SQLException {
        lock(held, "select 1 from connection where id = ? for update", UUID.fromString(connection));
    }

    private static void lockProperty(Connection held, String property) throws SQLException {
        lock(held, "select 1 from profile_property where id = ? for update", property);
    }

    private static void lock(Connection held, String query, Object id) throws SQLException {
        try (PreparedStatement statement = held.prepareStatement(query)) {
            statement.setObject(1, id);
            statement.execute();
        }
    }

    /// Until so many sessions of this database wait for a lock.
    private static void awaitWaiting(int sessions) throws SQLException {
        try (Connection looking = open();
                PreparedStatement statement =
                        looking.prepareStatement(
                                """
                                select count(distinct l.pid)
                                from pg_locks l join pg_stat_activity a on a.pid = l.pid
                                where not l.granted and a.datname = current_database()
                                """)) {
            long waiting = 0;
            while (waiting < sessions) {
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    waiting = row.getLong(1);
                }
                Thread.onSpinWait();
            }
        }
    }

    private static Connection open() throws SQLException {
        var config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("quarkus.datasource.username", String.class),
                config.getValue("quarkus.datasource.password", String.class));
    }

    private static void run(String connection, String state) {
        Rows.change(
                """
                insert into run (id, connection_id, connection_version, connection_name, number,
                  state, trigger) values (?, ?, 1, 'Shop', 1, ?, 'MANUAL')
                """,
                UUID.randomUUID(),
                UUID.fromString(connection),
                state);
    }

    private static Response save(String connection, String goals) {
        String path = "/api/v1/connections/" + connection;
        String etag = As.a(Role.MARKETER).get(path).header("ETag");
        return As.a(Role.MARKETER)
                .contentType("application/json")
                .header("If-Match", etag)
                .body("{\"name\":\"Shop\",\"setup\":%s,\"goals\":[%s]}".formatted(SETUP, goals))
                .put(path);
    }

    private static Response delete(String property, boolean force) {
        return As.a(Role.MARKETER)
                .queryParam("force", force)
                .delete("/api/v1/profile-properties/" + property);
    }
}
