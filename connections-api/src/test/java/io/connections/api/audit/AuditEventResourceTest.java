package io.connections.api.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.api.testing.ApiTest;
import io.connections.api.testing.As;
import io.connections.api.testing.Browser;
import io.connections.api.testing.IdentityProviderForTests;
import io.connections.api.testing.Rows;
import io.connections.api.testing.Until;
import io.connections.api.testing.WhoMay;
import io.connections.domain.access.Permission;
import io.connections.domain.access.Role;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ApiTest
@Tag("M30")
class AuditEventResourceTest {
    private static final String PATH = "/api/v1/audit-events";
    private static final String CONNECTIONS = "/api/v1/connections";

    @Test
    void onlyWhoMayReadTheAuditDoes() {
        WhoMay.needs(Permission.AUDIT_READ, who -> who.get(PATH));
        WhoMay.needs(
                Permission.AUDIT_READ, who -> who.queryParam("limit", 1).get(PATH + "/export"));
    }

    @Test
    void aChangeIsListedWithWhoFromWhereAndWhat() {
        String id = aConnection("Audited");

        Response events = eventsOf(id);

        assertThat(events.jsonPath().getList("items.action")).containsExactly("created");
        assertThat(events.jsonPath().getString("items[0].actor.name")).isEqualTo("A marketer");
        assertThat(events.jsonPath().getString("items[0].actor.id")).isEqualTo("marketer-id");
        assertThat(events.jsonPath().getString("items[0].address"))
                .isIn("127.0.0.1", "0:0:0:0:0:0:0:1");
        assertThat(events.jsonPath().getString("items[0].client")).contains("Apache-HttpClient");
        assertThat(events.jsonPath().getMap("items[0].object"))
                .isEqualTo(
                        Map.of("kind", "connection", "id", id, "name", "Audited", "gone", false));
        assertThat(events.jsonPath().getMap("items[0].changes[0]"))
                .isEqualTo(Map.of("what", "Name", "after", "Audited", "secret", false));
    }

    @Test
    @Tag("M11")
    void aSecretIsNowhereInTheAudit() {
        String canary = "canary-" + UUID.randomUUID();
        String id = aConnection("Secretive");
        As.a(Role.MARKETER)
                .contentType("application/json")
                .body(Map.of("value", canary))
                .put(CONNECTIONS + "/" + id + "/secrets/password");

        Response events = eventsOf(id);

        assertThat(events.jsonPath().getList("items.action"))
                .containsExactly("secret-set", "created");
        assertThat(events.jsonPath().getMap("items[0].changes[0]"))
                .isEqualTo(Map.of("what", "Password", "secret", true));
        assertThat(
                        Rows.count(
                                "select count(*) from audit_event where search like ?",
                                "%" + canary + "%"))
                .isZero();
    }

    @Test
    void ofWhatIsDeletedEveryEventSaysSo() {
        String id = aConnection("Deleted later");
        As.a(Role.MARKETER).delete(CONNECTIONS + "/" + id);

        Response events = eventsOf(id);

        assertThat(events.jsonPath().getList("items.action")).containsExactly("deleted", "created");
        assertThat(events.jsonPath().getList("items.object.gone")).containsExactly(true, true);
    }

    @Test
    void whatIsRefusedIsNotInTheAudit() {
        String id = aConnection("Kept");

        Response refused = As.a(Role.VIEWER).delete(CONNECTIONS + "/" + id);

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(eventsOf(id).jsonPath().getList("items")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "DELETE", "POST"})
    void nobodyChangesAnEvent(String method) {
        String event = eventsOf(aConnection("Fixed")).jsonPath().getString("items[0].id");

        for (String path : List.of(PATH, PATH + "/" + event)) {
            assertThat(As.a(Role.ADMINISTRATOR).request(method, path).statusCode()).isIn(404, 405);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "action, vanished",
        "objectKind, planet",
        "from, yesterday",
        "to, 2026-13-01",
        "search, ab",
        "after, x",
        "limit, 0"
    })
    void aFilterThatCannotBeIsNamed(String name, String value) {
        Response refused = As.a(Role.ADMINISTRATOR).queryParam(name, value).get(PATH);

        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(422);
        assertThat(refused.jsonPath().getString("errors[0].pointer")).isEqualTo("/" + name);
    }

    @Test
    void theExportHoldsWhatIsListedAndIsAnEventItself() {
        String id = aConnection("=HYPERLINK(\"http://evil.example\")");

        Response csv =
                As.a(Role.ADMINISTRATOR)
                        .queryParam("objectId", id)
                        .queryParam("action", "created")
                        .get(PATH + "/export");

        assertThat(csv.contentType()).startsWith("text/csv");
        assertThat(csv.asString().split("\r\n"))
                .hasSize(2)
                .satisfies(
                        lines ->
                                assertThat(lines[0])
                                        .startsWith(
                                                "\uFEFF\"When (UTC)\",\"Who\",\"What was done\""))
                .satisfies(
                        lines ->
                                assertThat(lines[1])
                                        .contains(
                                                "\"A marketer\",\"Created\",\"Connection\",\"'=HYPERLINK(\"\"http")
                                        .endsWith(
                                                "\"created\",\"connection\",\"%s\"".formatted(id)));
        Response exported =
                As.a(Role.ADMINISTRATOR)
                        .queryParam("action", "exported")
                        .queryParam("search", id)
                        .get(PATH);
        assertThat(exported.jsonPath().getList("items")).hasSize(1);
        assertThat(exported.jsonPath().getString("items[0].object.kind")).isEqualTo("audit-trail");
    }

    @Test
    void anExportThatIsRefusedSaysSoAndIsNoFile() {
        Response refused =
                As.a(Role.ADMINISTRATOR).queryParam("action", "vanished").get(PATH + "/export");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.contentType()).startsWith("application/problem+json");
    }

    @Test
    void aTokenThatIsRefusedIsAFailedSignInWithItsReason() {
        assertThat(As.withToken("eyJ.no.token").get(PATH).statusCode()).isEqualTo(401);
        assertThat(As.forAnotherService().get(PATH).statusCode()).isEqualTo(401);

        recorded(
                "SIGN_IN_FAILED",
                "actor_kind = 'UNKNOWN' and changes::text like '%another service%'");
        recorded("SIGN_IN_FAILED", "changes::text like '%token was refused%'");
    }

    @Test
    void aSignInThatTheProviderDidNotCompleteIsAFailedOne() {
        Browser browser = new Browser();
        String atProvider =
                browser.kept(browser.request().get("/session/login")).header("Location");
        String state = atProvider.replaceFirst("^.*[?&]state=([^&]*).*$", "$1");

        Response answer =
                browser.request()
                        .queryParam("state", state)
                        .queryParam("error", "access_denied")
                        .get("/session/login");

        assertThat(answer.header("Location")).contains("access_denied");
        recorded("SIGN_IN_FAILED", "changes::text like '%not completed%'");
    }

    @Test
    void signingInAndOutIsRecorded() {
        Browser browser = Browser.signedIn();
        browser.page().post("/session/logout");

        recorded("SIGNED_IN", "actor_id = 'mia' and actor_kind = 'PERSON'");
        recorded("SIGNED_OUT", "actor_id = 'mia' and actor_kind = 'PERSON'");
    }

    @Test
    void whoIsSignedInForLongSignedInOnceAndFailedNever() {
        Browser browser = Browser.signedInFor(Duration.ofSeconds(2));
        int before = IdentityProviderForTests.refreshes();
        Until.holds(
                () -> "the tokens were renewed",
                Duration.ofSeconds(30),
                () ->
                        browser.request().get("/api/v1/me").statusCode() == 200
                                && IdentityProviderForTests.refreshes() > before);

        browser.page().post("/session/logout");

        recorded("SIGNED_OUT", "client = '" + browser.agent() + "'");
        assertThat(
                        Rows.count(
                                "select count(*) from audit_event where action <> 'SIGNED_OUT'"
                                        + " and client = ?",
                                browser.agent()))
                .as("signed in, and nothing else")
                .isEqualTo(1);
    }

    /// Sign-ins are written down a moment later.
    private static void recorded(String action, String condition) {
        Until.holds(
                () -> action + " where " + condition,
                Duration.ofSeconds(20),
                () ->
                        Rows.count(
                                        "select count(*) from audit_event where action = ? and"
                                                + " address <> '' and "
                                                + condition,
                                        action)
                                > 0);
    }

    private static String aConnection(String name) {
        Response made =
                As.a(Role.MARKETER)
                        .contentType("application/json")
                        .body(
                                Map.of(
                                        "typeId",
                                        "sftp",
                                        "name",
                                        name,
                                        "description",
                                        "",
                                        "setup",
                                        Map.of(),
                                        "goals",
                                        List.of()))
                        .post(CONNECTIONS);
        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        return made.jsonPath().getString("id");
    }

    private static Response eventsOf(String id) {
        return As.a(Role.ADMINISTRATOR)
                .queryParam("objectKind", "connection")
                .queryParam("objectId", id)
                .get(PATH);
    }
}
