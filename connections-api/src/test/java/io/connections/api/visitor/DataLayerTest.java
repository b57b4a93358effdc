package io.connections.api.visitor;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.connections.api.testing.ApiTest;
import io.connections.api.testing.As;
import io.connections.api.testing.Rows;
import io.connections.api.testing.Until;
import io.connections.domain.access.Role;
import io.connections.domain.channel.ChannelId;
import io.connections.domain.kernel.Secret;
import io.connections.domain.visitor.IdentityProof;
import io.connections.domain.visitor.VisitorId;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A connection that the website tag runs, from its making to the profile it changes.
@ApiTest
@Tag("M25")
@SuppressWarnings("NullAway.Init")
class DataLayerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private TagCalls shop;
    private String mail;
    private String city;
    private String email;
    private Secret key;

    @BeforeEach
    void aShopWithItsKey() {
        As.a(Role.ADMINISTRATOR).put("/api/v1/connection-types/data-layer/installation");
        shop = new TagCalls();
        mail = "mail-" + shop.own;
        city = "city-" + shop.own;
        email = "ada." + shop.own + "@example.com";
        property(mail, "EMAIL", true);
        property(city, "TEXT", false);
        key =
                new Secret(
                        As.a(Role.APPLICATION_MANAGER)
                                .contentType("application/json")
                                .post("/api/v1/channels/" + shop.channel + "/key")
                                .jsonPath()
                                .getString("key"));
    }

    @Test
    @Tag("M28")
    void whatAPageSaysOfSomebodyProvenIsInTheirProfileAndShownToTheNextPage() {
        String connection = made(goals());

        assertThat(admitted().jsonPath().getMap("")).doesNotContainKey("variables");
        switchOn(connection);
        assertThat(admitted().jsonPath().getBoolean("variables")).isTrue();

        Response asked = asked(proof());
        assertThat(asked.statusCode()).as(asked.asString()).isEqualTo(200);
        assertThat(asked.jsonPath().getMap(""))
                .isEqualTo(
                        Map.of(
                                "read",
                                List.of(
                                        Map.of(
                                                "connection",
                                                connection,
                                                "variables",
                                                List.of("shop.customer.city"))),
                                "show",
                                Map.of()));
        assertThat(asked.header("Access-Control-Allow-Origin")).isEqualTo(shop.origin);

        Response told = shop.send(identify() + "," + variables(connection, "Zwolle"));
        assertThat(told.jsonPath().getInt("accepted")).as(told.asString()).isEqualTo(2);
        Until.holds(() -> "somebody has the profile", PATIENCE, () -> profiles() == 1);

        assertThat(asked(proof()).jsonPath().getMap("show"))
                .isEqualTo(Map.of("profile.city", "Zwolle"));
        String profile =
                As.a(Role.VIEWER)
                        .get("/api/v1/profiles?identifier=" + email)
                        .jsonPath()
                        .getString("items[0].id");
        Response happened = As.a(Role.VIEWER).get("/api/v1/profiles/" + profile + "/history");
        assertThat(happened.jsonPath().getList("items.kind")).containsExactly("CREATED");
        assertThat(happened.jsonPath().getString("items[0].page.connectionId"))
                .isEqualTo(connection);
        Response shown = As.a(Role.VIEWER).get("/api/v1/profiles/" + profile);
        assertThat(shown.jsonPath().getList("values.origin.kind")).containsExactly("PAGE", "PAGE");
        Until.holds(
                () -> "what the page was shown is counted",
                PATIENCE,
                () -> activity(connection).getInt("days[0].shown") == 1);
        assertThat(activity(connection).getInt("days[0].created")).isEqualTo(1);
    }

    private static JsonPath activity(String connection) {
        return As.a(Role.VIEWER)
                .get("/api/v1/connections/" + connection + "/page-activity")
                .jsonPath();
    }

    @Test
    void whatAPageSaysOfNobodyProvenIsNotKept() {
        String connection = made(goals());
        switchOn(connection);

        Response told =
                shop.send(
                        shop.event("a", said(connection, ""))
                                + ","
                                + shop.event("b", said(connection, ",\"identity\":7"))
                                + ","
                                + shop.event(
                                        "c",
                                        said(
                                                connection,
                                                ",\"identity\":{\"identifiers\":{\"%s\":\"%s\"}}"
                                                        .formatted(mail, email)))
                                + ","
                                + shop.event(
                                        "d",
                                        said(
                                                connection,
                                                ",\"identity\":{\"identifiers\":{\"%s\":\"eve@example.com\"},%s}"
                                                        .formatted(mail, proof()))));

        assertThat(told.jsonPath().getInt("accepted")).as(told.asString()).isZero();
        assertThat(told.jsonPath().getList("refused.reason"))
                .containsExactly(
                        "\"identity\" says whose page it was, with a proof.",
                        "\"identity\" is an object.",
                        "Without a proof nothing is taken of what a page says.",
                        "The proof does not hold for this channel, visitor and identifiers.");
    }

    private static String said(String connection, String identity) {
        return "\"type\":\"variables\",\"connection\":\"%s\",\"values\":{\"shop.customer.city\":[\"Zwolle\"]}%s"
                .formatted(connection, identity);
    }

    @Test
    void withoutAProofThatHoldsNothingIsAskedForOrShown() {
        String connection = made(goals());
        switchOn(connection);

        Response claimed = asked("");
        Response forged = asked("\"proof\":\"" + "A".repeat(43) + "\"");

        assertThat(claimed.jsonPath().getMap("show")).isEmpty();
        assertThat(claimed.jsonPath().getList("read")).isEmpty();
        assertThat(claimed.jsonPath().getList("refused"))
                .containsExactly("Without a proof nothing is asked for or shown.");
        assertThat(forged.jsonPath().getList("read")).isEmpty();
        assertThat(forged.jsonPath().getString("refused[0]")).contains("does not hold");
    }

    @Test
    void whatIsNotAskedForIsNotKept() {
        String connection = made(goals());
        switchOn(connection);

        Response told =
                shop.send(
                        variables(UUID.randomUUID().toString(), "Zwolle")
                                + ","
                                + shop.event(
                                        "x",
                                        """
                                        "type":"variables","connection":"%s","values":{"document.cookie":["a"]},
                                        "identity":{"identifiers":{"%s":"%s"},%s}
                                        """
                                                .formatted(connection, mail, email, proof())));

        assertThat(told.jsonPath().getInt("accepted")).as(told.asString()).isZero();
        assertThat(told.jsonPath().getList("refused.reason"))
                .containsOnly("Nothing of it is asked for on this page.");
    }

    @Test
    void itHasNoRunsToStart() {
        String connection = made(goals());
        switchOn(connection);

        Response refused =
                As.a(Role.MARKETER)
                        .contentType("application/json")
                        .header("Idempotency-Key", UUID.randomUUID())
                        .post("/api/v1/connections/" + connection + "/runs");

        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(409);
        assertThat(refused.jsonPath().getString("type"))
                .isEqualTo("/problems/connection-runs-in-pages");
    }

    @Test
    void goalsOfOtherTypesAreRefusedByName() {
        Response refused =
                make(
                        """
                        {"kind":"IMPORT_PROFILES","id":"%s","name":"Files","source":{"namePattern":"*.csv"}}
                        """
                                .formatted(UUID.randomUUID()));

        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(422);
        assertThat(refused.jsonPath().getList("errors.pointer")).containsExactly("/goals/0/kind");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"channel\":\"x\"}",
                "{\"channel\":\"0199c0de-0000-7000-8000-000000000001\",\"visitor\":\"x\"}",
                "{\"channel\":\"0199c0de-0000-7000-8000-000000000001\",\"visitor\":\"aaaaaaaaaaaaaaaaaaaaaa\",\"url\":3}",
                "{\"channel\":\"0199c0de-0000-7000-8000-000000000001\",\"visitor\":\"aaaaaaaaaaaaaaaaaaaaaa\",\"url\":\"https://a.example/\",\"identity\":3}"
            })
    void whatIsNoSuchQuestionIsRefused(String body) {
        Response refused = shop.fromItsPage().body(body).post(CollectPaths.VARIABLES);

        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(400);
        assertThat(refused.jsonPath().getString("type")).isEqualTo("/problems/request-malformed");
    }

    @Test
    void aPageOfAnotherSiteIsToldNothing() {
        switchOn(made(goals()));

        Response refused =
                given().contentType("text/plain")
                        .header("Origin", "https://other.example")
                        .body(question("https://other.example/", proof()))
                        .post(CollectPaths.VARIABLES);

        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(403);
    }

    private String goals() {
        return """
               {"kind":"IMPORT_VARIABLES","id":"%s","name":"In","createWhenNoMatch":true,
                "mapping":[{"field":"shop.customer.city","property":"%s"}]},
               {"kind":"EXPORT_VARIABLES","id":"%s","name":"Out",
                "values":[{"property":"%2$s","variable":"profile.city"}]}
               """
                .formatted(UUID.randomUUID(), city, UUID.randomUUID());
    }

    private String made(String goals) {
        Response made = make(goals);
        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        return made.jsonPath().getString("id");
    }

    private Response make(String goals) {
        return As.a(Role.MARKETER)
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID())
                .body(
                        """
                        {"typeId":"data-layer","name":"Pages %s","goals":[%s],
                         "scope":{"kind":"CHOSEN","channels":[{"channelId":"%s","rules":[]}]}}
                        """
                                .formatted(shop.own, goals, shop.channel))
                .post("/api/v1/connections");
    }

    private static void switchOn(String connection) {
        As.a(Role.MARKETER)
                .contentType("application/json")
                .body("{\"on\":true}")
                .put("/api/v1/connections/" + connection + "/on")
                .then()
                .statusCode(200);
    }

    private Response admitted() {
        return shop.fromItsPage()
                .queryParam("channel", shop.channel)
                .queryParam("url", shop.origin + "/a")
                .get(CollectPaths.PAGE);
    }

    private Response asked(String proof) {
        return shop.fromItsPage()
                .body(question(shop.origin + "/a", proof))
                .post(CollectPaths.VARIABLES);
    }

    private String question(String url, String proof) {
        return """
               {"channel":"%s","visitor":"%s","url":"%s","zone":"gdpr",
                "identity":{"identifiers":{"%s":"%s"}%s}}
               """
                .formatted(
                        shop.channel,
                        shop.visitor,
                        url,
                        mail,
                        email,
                        proof.isEmpty() ? "" : "," + proof);
    }

    private String identify() {
        return shop.event(
                "i",
                "\"type\":\"identify\",\"identifiers\":{\"%s\":\"%s\"},%s"
                        .formatted(mail, email, proof()));
    }

    private String variables(String connection, String value) {
        return shop.event(
                "v",
                """
                "type":"variables","connection":"%s","values":{"shop.customer.city":["%s"],"other":[1]},
                "identity":{"identifiers":{"%s":"%s"},%s}
                """
                        .formatted(connection, value, mail, email, proof()));
    }

    private String proof() {
        return "\"proof\":\"%s\""
                .formatted(
                        IdentityProof.of(
                                key,
                                new ChannelId(UUID.fromString(shop.channel)),
                                new VisitorId(shop.visitor),
                                Map.of(mail, email),
                                Instant.now().plusSeconds(600)));
    }

    private long profiles() {
        return Rows.count("select count(*) from profile_identifier where value = ?", email);
    }

    private static void property(String id, String type, boolean identifier) {
        As.a(Role.MARKETER)
                .contentType("application/json")
                .body(
                        Map.of(
                                "id",
                                id,
                                "name",
                                id,
                                "type",
                                type,
                                "identifier",
                                identifier,
                                "pii",
                                true))
                .post("/api/v1/profile-properties")
                .then()
                .statusCode(201);
    }
}
