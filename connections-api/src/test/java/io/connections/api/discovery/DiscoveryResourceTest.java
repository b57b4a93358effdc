package io.connections.api.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.adapters.website.TestWebsite;
import io.connections.api.testing.ApiTest;
import io.connections.api.testing.As;
import io.connections.api.testing.WhoMay;
import io.connections.domain.access.Permission;
import io.connections.domain.access.Role;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ApiTest
@Tag("M3")
class DiscoveryResourceTest {
    private static final String DISCOVERY = "/api/v1/discovery";
    private static final String TYPES = "/api/v1/connection-types";

    @Test
    void theSystemsOfAllShippedTypesAreKnownAndManyOthers() {
        Response systems = As.a(Role.VIEWER).get(DISCOVERY + "/systems");
        Response found =
                As.a(Role.VIEWER).get(DISCOVERY + "/systems?search=emarsys&category=Marketing");

        assertThat(systems.jsonPath().getList("items")).hasSizeGreaterThan(100);
        assertThat(systems.jsonPath().getList("categories")).contains("Analytics", "Marketing");
        assertThat(found.jsonPath().getList("items.typeId")).containsExactly("sap-emarsys");
        WhoMay.needs(Permission.CONNECTIONS_READ, by -> by.get(DISCOVERY + "/systems"));
    }

    @Test
    void aWebsiteGivesItsSystemsAwayAndSaysByWhat() {
        try (TestWebsite website =
                new TestWebsite()
                        .serving(
                                """
                                <script async src="//js.hs-scripts.com/42.js?user=mia"></script>
                                <script src="https://widget.beop.io/sdk.js"></script>
                                <script src="/app.js"></script>
                                """)) {
            String url = "http://localhost:%d/?visitor=mia".formatted(website.port());

            Response look = look(As.a(Role.MARKETER), url);

            assertThat(look.statusCode()).as(look.asString()).isEqualTo(200);
            assertThat(look.jsonPath().getList("findings.system.id"))
                    .containsExactly("beop", "hubspot");
            assertThat(look.jsonPath().getString("findings[0].system.typeId")).isEqualTo("beop");
            assertThat(look.jsonPath().getString("findings[0].evidence[0].message"))
                    .isEqualTo("The page loads https://widget.beop.io/sdk.js.");
            assertThat(look.jsonPath().getInt("looked")).isEqualTo(3);
            assertThat(look.asString()).doesNotContain("mia");
            WhoMay.needs(Permission.CONNECTIONS_WRITE, by -> look(by, url));
        }
    }

    @Test
    void aWebsiteThatCannotBeReachedSaysWhyAndTheWayOut() {
        Response refused = look(As.a(Role.MARKETER), "nobody.invalid");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.jsonPath().getString("type")).isEqualTo("/problems/website-unreadable");
        assertThat(refused.jsonPath().getString("reason")).isEqualTo("host-not-found");
        assertThat(refused.jsonPath().getString("remedy")).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "'',required",
        "javascript:alert(1),scheme-not-allowed",
        "http://169.254.169.254/latest,address-is-number",
        "http://[::1]/,address-is-number",
        "https://mia:secret@shop.example/,user-in-address",
        "shop..example,not-an-address",
    })
    void whatIsNoWebsiteIsRefusedAtItsField(String url, String code) {
        Response refused = look(As.a(Role.MARKETER), url);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.jsonPath().getString("errors[0].pointer")).isEqualTo("/url");
        assertThat(refused.jsonPath().getString("errors[0].code")).isEqualTo(code);
    }

    @Test
    void anAddressOfTenThousandCharactersIsRefusedAtItsField() {
        Response refused = look(As.a(Role.MARKETER), "shop.example/" + "x".repeat(10_000));

        assertThat(refused.jsonPath().getString("errors[0].code")).isEqualTo("too-long");
    }

    @Test
    void whatIsProposedComesWithReasonsDirectionAndCredentials() {
        Response advice =
                propose(
                        As.a(Role.VIEWER),
                        """
                        {"systems":["hubspot","tibco-reward"],"others":["Our tills"],
                        "wishes":["BRING_DATA_IN","SEND_DATA_OUT"],"freshness":"REAL_TIME"}
                        """);

        assertThat(advice.statusCode()).as(advice.asString()).isEqualTo(200);
        assertThat(advice.jsonPath().getList("proposals.typeId"))
                .containsExactly("tibco-reward", "sftp");
        assertThat(advice.jsonPath().getList("proposals.universal")).containsExactly(false, true);
        assertThat(advice.jsonPath().getString("proposals[0].direction")).isEqualTo("OUTBOUND");
        assertThat(advice.jsonPath().getList("proposals[0].reasons.kind"))
                .containsExactly("MADE_FOR_SYSTEM", "MEETS_WISH");
        assertThat(advice.jsonPath().getList("proposals[0].gaps.message"))
                .containsExactly(
                        "It cannot send data out yet.", "It works in batches, not in real time.");
        assertThat(advice.jsonPath().getList("proposals[1].credentials.label"))
                .containsExactly(
                        "Host", "User", "Password", "Private key", "Passphrase of the key");
        assertThat(advice.jsonPath().getString("proposals[1].credentials[2].when"))
                .isEqualTo("Sign in with: Password or Private key and password");
        assertThat(advice.jsonPath().getList("proposals[1].connections.name"))
                .containsExactly("HubSpot by SFTP", "Our tills by SFTP");
        assertThat(advice.jsonPath().getList("withoutType"))
                .containsExactly("HubSpot", "Our tills");
        assertThat(advice.jsonPath().getList("unmet.message"))
                .contains("None of the types for these systems can send data out yet.");
    }

    @Test
    void everythingThatIsMissingIsSaidTogether() {
        Response refused = propose(As.a(Role.VIEWER), "{}");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.jsonPath().getList("errors.pointer"))
                .containsExactly("/systems", "/wishes", "/freshness");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"systems\":[\"telepathy\"],\"wishes\":[\"BRING_DATA_IN\"],\"freshness\":\"BATCH\"}",
                "{\"systems\":[null],\"wishes\":[\"BRING_DATA_IN\"],\"freshness\":\"BATCH\"}",
                "{\"systems\":[\"hubspot\"],\"wishes\":[null],\"freshness\":\"BATCH\"}",
                "{\"systems\":[\"hubspot\"],\"wishes\":[\"FLY\"],\"freshness\":\"BATCH\"}",
                "{\"systems\":\"hubspot\",\"wishes\":[\"BRING_DATA_IN\"],\"freshness\":\"BATCH\"}",
            })
    void whatCannotBeUnderstoodIsRefused(String question) {
        assertThat(propose(As.a(Role.VIEWER), question).statusCode()).isIn(400, 422);
    }

    @Test
    void whatWasChosenIsMadeOffAndSaysWhatIsLeftToDo() {
        Response made =
                create(
                        As.a(Role.MARKETER),
                        UUID.randomUUID().toString(),
                        chosen("sftp", "Discovered tills"),
                        chosen("sap-emarsys", "Discovered mail"));

        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        assertThat(made.jsonPath().getList("items.name"))
                .containsExactly("Discovered tills", "Discovered mail");
        assertThat(made.jsonPath().getList("items.on")).containsExactly(false, false);
        assertThat(made.jsonPath().getList("items[0].problems.pointer"))
                .contains("/setup/host", "/secrets/password", "/setup/hostKey");
        assertThat(made.jsonPath().getInt("items[0].setup.port")).isEqualTo(22);
        assertThat(made.jsonPath().getList("items[1].goals")).isNotEmpty();
        assertThat(
                        As.a(Role.VIEWER)
                                .get(
                                        "/api/v1/connections/"
                                                + made.jsonPath().getString("items[1].id"))
                                .statusCode())
                .isEqualTo(200);
    }

    @Test
    void twoClicksMakeNothingTwice() {
        String key = UUID.randomUUID().toString();
        String[] chosen = {chosen("sftp", "Clicked once"), chosen("sftp", "Clicked twice")};

        Response first = create(As.a(Role.MARKETER), key, chosen);
        Response second = create(As.a(Role.MARKETER), key, chosen);
        Response other = create(As.a(Role.MARKETER), key, chosen("sftp", "Another"));

        assertThat(second.jsonPath().<String>getList("items.id"))
                .isEqualTo(first.jsonPath().<String>getList("items.id"))
                .hasSize(2);
        assertThat(found("Clicked")).hasSize(2);
        assertThat(other.jsonPath().getString("type"))
                .isEqualTo("/problems/idempotency-key-reused");
    }

    @Test
    void aTypeIsInstalledFirstByWhoMayAndNothingIsMadeByWhoMayNot() {
        String[] chosen = {chosen("sftp", "Never made"), chosen("mapp-engage", "Never made")};

        Response refused = create(As.a(Role.MARKETER), UUID.randomUUID().toString(), chosen);
        Response made =
                create(
                        As.a(Role.APPLICATION_MANAGER),
                        UUID.randomUUID().toString(),
                        chosen("mapp-engage", "Made of a new type"));

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.jsonPath().getString("permission")).isEqualTo("types:install");
        assertThat(found("Never made")).isEmpty();
        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        assertThat(As.a(Role.VIEWER).get(TYPES + "/mapp-engage").jsonPath().getBoolean("installed"))
                .isTrue();
    }

    @Test
    void aRequestWithoutAKeyIsRefusedAsTwoClicksCouldNotBeToldApart() {
        Response refused =
                As.a(Role.MARKETER)
                        .contentType("application/json")
                        .body("{\"connections\":[%s]}".formatted(chosen("sftp", "Keyless")))
                        .post(DISCOVERY + "/connections");

        assertThat(refused.jsonPath().getString("type"))
                .isEqualTo("/problems/idempotency-key-missing");
        assertThat(found("Keyless")).isEmpty();
    }

    @Test
    void nothingChosenIsRefused() {
        Response refused = create(As.a(Role.MARKETER), UUID.randomUUID().toString());

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.jsonPath().getString("errors[0].pointer")).isEqualTo("/connections");
    }

    private static Response look(RequestSpecification by, String url) {
        return by.contentType("application/json")
                .body("{\"url\":\"%s\"}".formatted(url))
                .post(DISCOVERY + "/website");
    }

    private static Response propose(RequestSpecification by, String question) {
        return by.contentType("application/json").body(question).post(DISCOVERY + "/proposals");
    }

    private static Response create(RequestSpecification by, String key, String... chosen) {
        return by.contentType("application/json")
                .header("Idempotency-Key", key)
                .body("{\"connections\":[%s]}".formatted(String.join(",", chosen)))
                .post(DISCOVERY + "/connections");
    }

    private static String chosen(String type, String name) {
        return "{\"typeId\":\"%s\",\"name\":\"%s\"}".formatted(type, name);
    }

    private static List<String> found(String name) {
        return As.a(Role.VIEWER)
                .get("/api/v1/connections?search=" + name.replace(" ", "%20"))
                .jsonPath()
                .getList("items.name");
    }
}
