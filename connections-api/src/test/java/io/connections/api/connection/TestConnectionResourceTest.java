package io.connections.api.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.adapters.connector.sftp.SftpTestServer;
import io.connections.api.testing.ApiTest;
import io.connections.api.testing.As;
import io.connections.api.testing.Overheard;
import io.connections.api.testing.SftpConnection;
import io.connections.api.testing.WhoMay;
import io.connections.domain.access.Permission;
import io.connections.domain.access.Role;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// *Test connection* against a real SFTP server.
@ApiTest
@Tag("M5")
@Tag("M21")
class TestConnectionResourceTest {
    private static final String NEW_SFTP = "/api/v1/connection-types/sftp/test";
    private static final String CANARY = "canary-91ab-never-shown";

    @TempDir Path folder;
    private SftpTestServer server;

    @BeforeEach
    void start() {
        server = SftpTestServer.serving(folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theFirstTestPassesEveryStepAndHandsBackTheHostKey() throws Exception {
        Files.writeString(folder.resolve("a.csv"), "id\n");

        Response report = tried(As.a(Role.MARKETER), unsaved(SftpConnection.setup(server), ""));

        assertThat(report.statusCode()).as(report.asString()).isEqualTo(200);
        assertThat(report.jsonPath().getBoolean("passed")).isTrue();
        assertThat(steps(report))
                .containsExactly(
                        "resolve PASSED",
                        "connect PASSED",
                        "host-key PASSED",
                        "sign-in PASSED",
                        "list-folder PASSED");
        assertThat(report.jsonPath().getString("steps[4].note")).isEqualTo("1 file");
        assertThat(report.jsonPath().getString("pins.hostKey"))
                .isEqualTo(server.hostKeyFingerprint());
    }

    @Test
    void aWrongPasswordStopsAtSigningInAndSaysTheWayOut() {
        Response report =
                tried(
                        As.a(Role.MARKETER),
                        unsaved(SftpConnection.setup(server), "\"password\":\"" + CANARY + "\""));

        assertThat(report.statusCode()).as(report.asString()).isEqualTo(200);
        assertThat(report.jsonPath().getBoolean("passed")).isFalse();
        assertThat(steps(report)).contains("sign-in FAILED", "list-folder NOT_REACHED");
        assertThat(report.jsonPath().getString("steps[3].reason")).isEqualTo("SIGN_IN_REFUSED");
        assertThat(report.jsonPath().getString("steps[3].message")).isNotBlank();
        assertThat(report.jsonPath().getString("steps[3].remedy")).isNotBlank();
    }

    @Test
    void aChangedHostKeyIsRefusedBeforeAnyPasswordIsSent() {
        String at = saved();
        server.renewHostKey();

        Response report = tried(As.a(Role.MARKETER), at, "{}");

        assertThat(steps(report)).contains("host-key FAILED", "sign-in NOT_REACHED");
        assertThat(report.jsonPath().getString("steps[2].reason")).isEqualTo("HOST_KEY_CHANGED");
        assertThat(report.jsonPath().getMap("pins")).isEmpty();
    }

    @Test
    void aSavedConnectionIsTestedWithItsSavedSecret() {
        Response report = tried(As.a(Role.MARKETER), saved(), "");

        assertThat(report.jsonPath().getBoolean("passed")).as(report.asString()).isTrue();
    }

    @Test
    void whatIsTypedButNotSavedStandsInForWhatIsSaved() {
        String at =
                "/api/v1/connections/"
                        + SftpConnection.saved(
                                "{\"host\":\"nobody.invalid\",\"port\":22,\"user\":\"shop\"}",
                                "old and wrong",
                                "")
                        + "/test";

        Response report =
                tried(
                        As.a(Role.MARKETER),
                        at,
                        unsaved(
                                SftpConnection.pinnedSetup(server),
                                "\"password\":\"%s\"".formatted(SftpConnection.PASSWORD)));

        assertThat(report.jsonPath().getBoolean("passed")).as(report.asString()).isTrue();
    }

    @Test
    @Tag("M11")
    void aSavedSecretIsNotSentToAnotherServer() {
        String at = saved();
        try (SftpTestServer other = SftpTestServer.serving(folder)) {
            String moved = "{\"setup\":%s}".formatted(SftpConnection.setup(other));

            Response refused = tried(As.a(Role.MARKETER), at, moved);

            assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(422);
            assertThat(refused.jsonPath().getList("errors.collect { it.pointer + ' ' + it.code }"))
                    .containsExactly("/secrets/password required");
            assertThat(refused.jsonPath().getString("errors[0].message"))
                    .isEqualTo(
                            "Password was given for another port and host key."
                                    + " Give it again for this one.");
        }
    }

    @Test
    @Tag("M11")
    void aSavedSecretIsNotSentToWhoeverShowsAnotherKeyThanThePinned() {
        String at = saved();
        server.renewHostKey();

        Response refused =
                tried(
                        As.a(Role.MARKETER),
                        at,
                        "{\"setup\":%s}".formatted(SftpConnection.setup(server)));

        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(422);
        assertThat(refused.jsonPath().getString("errors[0].message"))
                .isEqualTo("Password was given for another host key. Give it again for this one.");
    }

    @Test
    @Tag("M11")
    void aSecretGivenBeforeTheKeyWasPinnedIsForThePinnedKeyAlone() {
        String id = SftpConnection.saved(SftpConnection.setup(server), SftpConnection.PASSWORD, "");
        String at = "/api/v1/connections/" + id;
        Response pinned =
                As.a(Role.MARKETER)
                        .contentType("application/json")
                        .header("If-Match", "\"1\"")
                        .body(
                                "{\"name\":\"Shop\",\"setup\":%s}"
                                        .formatted(SftpConnection.pinnedSetup(server)))
                        .put(at);

        Response passed = tried(As.a(Role.MARKETER), at + "/test", "{}");
        Response cleared =
                tried(
                        As.a(Role.MARKETER),
                        at + "/test",
                        "{\"setup\":%s}".formatted(SftpConnection.setup(server)));

        assertThat(pinned.jsonPath().getBoolean("secrets.password.set")).isTrue();
        assertThat(passed.jsonPath().getBoolean("passed")).as(passed.asString()).isTrue();
        assertThat(cleared.statusCode()).isEqualTo(422);
    }

    @Test
    void aPinThatAPersonClearedIsLearntAgain() {
        String at = saved();
        server.renewHostKey();

        Response report =
                tried(
                        As.a(Role.MARKETER),
                        at,
                        unsaved(
                                SftpConnection.setup(server),
                                "\"password\":\"%s\"".formatted(SftpConnection.PASSWORD)));

        assertThat(report.jsonPath().getBoolean("passed")).as(report.asString()).isTrue();
        assertThat(report.jsonPath().getString("pins.hostKey"))
                .isEqualTo(server.hostKeyFingerprint());
    }

    @Test
    void whatIsUnknownWrongOrMissingIsNamedAndNobodyIsCalled() {
        Response refused =
                tried(
                        As.a(Role.MARKETER),
                        """
                        {"setup":{"port":70000,"user":"u","signIn":"PASSWORD","nonsense":"x"},
                        "secrets":{"token":"%s"}}
                        """
                                .formatted(CANARY));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.jsonPath().getList("errors.collect { it.pointer + ' ' + it.code }"))
                .containsExactlyInAnyOrder(
                        "/setup/nonsense unknown-field",
                        "/setup/port out-of-range",
                        "/setup/host required",
                        "/secrets/token unknown-field",
                        "/secrets/password required");
        assertThat(refused.asString()).doesNotContain(CANARY);
    }

    @Test
    void aTypeThatIsNotInstalledIsNotTested() {
        Response refused = tried(As.a(Role.MARKETER), "/api/v1/connection-types/gopher/test", "{}");

        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(refused.jsonPath().getString("type"))
                .isEqualTo("/problems/connection-type-not-found");
    }

    @Test
    @Tag("M11")
    void noSecretIsInAnyAnswerOrLog() {
        String at = saved();
        String wrong = "{\"secrets\":{\"password\":\"%s\"}}".formatted(CANARY);
        String notAKey =
                """
                {"setup":%s,"secrets":{"privateKey":"%s"}}
                """
                        .formatted(
                                SftpConnection.pinnedSetup(server)
                                        .replace("PASSWORD", "PRIVATE_KEY"),
                                CANARY);

        try (Overheard log = Overheard.listening()) {
            String answers =
                    tried(As.a(Role.MARKETER), at, wrong).asString()
                            + tried(As.a(Role.MARKETER), at, notAKey).asString()
                            + tried(As.a(Role.MARKETER), at, "").asString();

            assertThat(answers).contains("SIGN_IN_REFUSED", "KEY_UNREADABLE");
            assertThat(answers).doesNotContain(CANARY, SftpConnection.PASSWORD);
            assertThat(log.text()).contains("net.schmizz");
            assertThat(log.text()).doesNotContain(CANARY, SftpConnection.PASSWORD);
        }
    }

    @Test
    @Tag("M30")
    void onlyWhoMayWriteConnectionsMayTestThem() {
        String at = saved();
        String unsaved = unsaved(SftpConnection.setup(server), "");

        WhoMay.needs(Permission.CONNECTIONS_WRITE, by -> tried(by, at, "{}"));
        WhoMay.needs(Permission.CONNECTIONS_WRITE, by -> tried(by, NEW_SFTP, unsaved));
    }

    private String saved() {
        return "/api/v1/connections/" + SftpConnection.saved(server, "") + "/test";
    }

    private static String unsaved(String setup, String secrets) {
        return "{\"setup\":%s,\"secrets\":{%s}}"
                .formatted(
                        setup,
                        secrets.isEmpty()
                                ? "\"password\":\"%s\"".formatted(SftpConnection.PASSWORD)
                                : secrets);
    }

    private static Response tried(RequestSpecification who, String body) {
        return tried(who, NEW_SFTP, body);
    }

    private static Response tried(RequestSpecification who, String at, String body) {
        RequestSpecification request = who.contentType("application/json");
        return body.isEmpty() ? request.post(at) : request.body(body).post(at);
    }

    private static List<String> steps(Response report) {
        return report.jsonPath().getList("steps.collect { it.id + ' ' + it.outcome }");
    }
}
