package io.connections.api.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.api.testing.ApiTest;
import io.connections.api.testing.As;
import io.connections.api.testing.Rows;
import io.connections.api.testing.WhoMay;
import io.connections.domain.access.Permission;
import io.connections.domain.access.Role;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Nothing listens at the connections' address: what there is to read cannot be asked for, so the
/// run is queued all the same and will fail with its own reason.
@ApiTest
@Tag("M5")
@Tag("M6")
@Tag("M18")
@Tag("M30")
class ConnectionRunsResourceTest {
    private static final String CONNECTIONS = "/api/v1/connections/";
    private static final String JSON = "application/json";

    @Test
    void everyEndpointAsksForItsPermission() {
        WhoMay.needs(
                Permission.RUNS_EXECUTE, who -> start(who, aConnection(true, true), aKey(), false));
        WhoMay.needs(
                Permission.CONNECTIONS_READ,
                who -> who.get(CONNECTIONS + aConnection(false, true) + "/runs"));
    }

    @Test
    void aStartedRunIsNumberedAndListed() {
        String connection = aConnection(true, true);

        Response run = start(As.a(Role.MARKETER), connection, aKey(), false);

        assertThat(run.statusCode()).as(run.asString()).isEqualTo(202);
        assertThat(run.jsonPath().getInt("number")).isEqualTo(1);
        assertThat(run.jsonPath().getString("trigger.kind")).isEqualTo("MANUAL");
        assertThat(run.jsonPath().getString("trigger.by")).isEqualTo("A marketer");
        assertThat(run.jsonPath().getList("goals.name")).containsExactly("People");
        assertThat(
                        As.a(Role.VIEWER)
                                .get(CONNECTIONS + connection + "/runs")
                                .jsonPath()
                                .getList("items.id"))
                .containsExactly(run.jsonPath().getString("id"));
    }

    @Test
    void theSameKeyStartsOneRun() {
        String connection = aConnection(true, true);
        String key = aKey();

        Response first = start(As.a(Role.MARKETER), connection, key, false);
        Response again = start(As.a(Role.MARKETER), connection, key, false);

        assertThat(again.statusCode()).as(again.asString()).isEqualTo(202);
        assertThat(again.jsonPath().getString("id")).isEqualTo(first.jsonPath().getString("id"));
    }

    @Test
    void theSameKeyOfSomebodyElseIsAnotherKey() {
        String key = aKey();

        Response first = start(As.a(Role.MARKETER), aConnection(true, true), key, false);
        Response other = start(As.a(Role.ADMINISTRATOR), aConnection(true, true), key, false);

        assertThat(other.statusCode()).as(other.asString()).isEqualTo(202);
        assertThat(other.jsonPath().getString("id")).isNotEqualTo(first.jsonPath().getString("id"));
    }

    @Test
    void aKeyIsNeeded() {
        Response refused =
                As.a(Role.MARKETER)
                        .contentType(JSON)
                        .post(CONNECTIONS + aConnection(true, true) + "/runs");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.jsonPath().getString("type"))
                .isEqualTo("/problems/idempotency-key-missing");
    }

    @Test
    void aConnectionThatIsOffIsNotRun() {
        Response refused = start(As.a(Role.MARKETER), aConnection(false, true), aKey(), false);

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.jsonPath().getString("type")).isEqualTo("/problems/connection-off");
    }

    @Test
    void whatIsMissingIsPointedAt() {
        Response refused = start(As.a(Role.MARKETER), aConnection(true, false), aKey(), false);

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.jsonPath().getString("type"))
                .isEqualTo("/problems/connection-incomplete");
        assertThat(refused.jsonPath().getList("errors.pointer")).contains("/secrets/password");
    }

    @Test
    void aConnectionNeverRunsTwiceAtOnce() {
        String connection = aConnection(true, true);
        UUID active = UUID.randomUUID();
        Rows.change(
                """
                insert into run (id, connection_id, connection_version, connection_name, number,
                  state, trigger) values (?, ?, 1, 'Shop', 1, 'RUNNING', 'MANUAL')
                """,
                active,
                UUID.fromString(connection));

        Response refused = start(As.a(Role.MARKETER), connection, aKey(), true);

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.jsonPath().getString("type")).isEqualTo("/problems/run-in-progress");
        assertThat(refused.jsonPath().getString("runId")).isEqualTo(active.toString());
    }

    @Test
    void whatIsNoConnectionIsNotRun() {
        Response refused = start(As.a(Role.MARKETER), UUID.randomUUID().toString(), aKey(), false);

        assertThat(refused.statusCode()).isEqualTo(404);
    }

    private static Response start(
            RequestSpecification who, String connection, String key, boolean reread) {
        return who.contentType(JSON)
                .header("Idempotency-Key", key)
                .body("{\"rereadFinished\":%s}".formatted(reread))
                .post(CONNECTIONS + connection + "/runs");
    }

    private static String aKey() {
        return UUID.randomUUID().toString();
    }

    private static String aConnection(boolean on, boolean withPassword) {
        String email = "e" + UUID.randomUUID().toString().replace("-", "");
        As.a(Role.MARKETER)
                .contentType(JSON)
                .body(
                        """
                        {"id":"%s","name":"E-mail","type":"EMAIL","identifier":true,"pii":true}
                        """
                                .formatted(email))
                .post("/api/v1/profile-properties");
        Response made =
                As.a(Role.MARKETER)
                        .contentType(JSON)
                        .body(
                                """
                                {"typeId":"sftp","name":"Shop","description":"",
                                 "setup":{"host":"127.0.0.1","port":1,"user":"u","signIn":"PASSWORD",
                                  "hostKey":"SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"},
                                 "goals":[{"kind":"IMPORT_PROFILES","id":"%s","name":"People",
                                  "enabled":true,
                                  "source":{"kind":"FILES","folder":"in","namePattern":"*.csv",
                                   "pick":"NEWEST","compression":"AUTO",
                                   "afterImport":{"kind":"LEAVE"}},
                                  "matching":{"anyOf":[["%s"]]},"createWhenNoMatch":true,
                                  "mapping":[{"field":"mail","processors":[],"property":"%s",
                                   "strategy":"SET","restriction":"ALL_PROFILES",
                                   "onBadValue":"REJECT_RECORD"}]}]}
                                """
                                        .formatted(UUID.randomUUID(), email, email))
                        .post("/api/v1/connections");
        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        String id = made.jsonPath().getString("id");
        if (withPassword) {
            As.a(Role.MARKETER)
                    .contentType(JSON)
                    .body("{\"value\":\"secret\"}")
                    .put(CONNECTIONS + id + "/secrets/password");
        }
        if (on) {
            As.a(Role.MARKETER)
                    .contentType(JSON)
                    .body("{\"on\":true}")
                    .put(CONNECTIONS + id + "/on");
        }
        return id;
    }
}
