package io.connections.api.visitor;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.connections.adapters.testing.Things;
import io.connections.api.testing.ApiTest;
import io.connections.api.testing.As;
import io.connections.api.testing.Rows;
import io.connections.api.testing.Until;
import io.connections.api.testing.WhoMay;
import io.connections.domain.access.Permission;
import io.connections.domain.access.Role;
import io.connections.domain.channel.ChannelId;
import io.connections.domain.kernel.Secret;
import io.connections.domain.visitor.IdentityProof;
import io.connections.domain.visitor.VisitorId;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a page may do, what visitors said, and what of it reaches profiles.
@ApiTest
@Tag("M25")
@Tag("M27")
@SuppressWarnings("NullAway.Init")
class AdmissionAndConsentTest {
    private static final String SETTINGS = "/api/v1/privacy-settings";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private TagCalls shop;
    private String ads;
    private String news;

    @BeforeEach
    void aShopAndTwoObjectives() {
        As.a(Role.ADMINISTRATOR)
                .contentType("application/json")
                .header("If-Match", As.a(Role.VIEWER).get(SETTINGS).header("ETag"))
                .body(
                        """
                        {"zones":[{"code":"gdpr","regime":"OPT_IN"},{"code":"ccpa","regime":"OPT_OUT"},
                        {"code":"rest-of-world","regime":"OPT_IN"}]}
                        """)
                .put(SETTINGS)
                .then()
                .statusCode(200);
        shop = new TagCalls();
        ads = objective("ads");
        news = objective("news");
    }

    private String objective(String name) {
        String id = name + "-" + shop.own;
        As.a(Role.MARKETER)
                .contentType("application/json")
                .body(Map.of("id", id, "name", id, "zones", List.of("gdpr", "ccpa")))
                .post("/api/v1/objectives")
                .then()
                .statusCode(201);
        return id;
    }

    @ParameterizedTest
    @CsvSource({
        "gdpr, gdpr, OPT_IN, false",
        "GDPR, gdpr, OPT_IN, false",
        "ccpa, ccpa, OPT_OUT, true",
        "'', rest-of-world, OPT_IN, false",
        "atlantis, rest-of-world, OPT_IN, false"
    })
    void whatAPageMayDoDependsOnTheZone(
            String zone, String counted, String regime, boolean remember) {
        Response answer = ask(zone, "");

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.jsonPath().getMap(""))
                .isEqualTo(Map.of("zone", counted, "regime", regime, "remember", remember));
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(shop.origin);
        assertThat(answer.header("Vary")).isEqualTo("Origin");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void aBrowserThatKeepsTheWishIsNotRemembered() {
        assertThat(ask("ccpa", "none").jsonPath().getBoolean("remember")).isFalse();
    }

    @Test
    void pagesOfOthersAndChannelsThatAreNoneAreToldSo() {
        Response otherPage =
                shop.fromItsPage()
                        .queryParam("channel", shop.channel)
                        .queryParam("url", "https://other.example/")
                        .get(CollectPaths.PAGE);
        Response otherOrigin =
                given().header("Origin", "https://other.example")
                        .queryParam("channel", shop.channel)
                        .queryParam("url", shop.origin)
                        .get(CollectPaths.PAGE);
        Response forged =
                shop.fromItsPage()
                        .queryParam("channel", UUID.randomUUID())
                        .queryParam("url", shop.origin)
                        .get(CollectPaths.PAGE);
        Response nothing = shop.fromItsPage().get(CollectPaths.PAGE);

        assertThat(otherPage.statusCode()).isEqualTo(403);
        assertThat(otherOrigin.statusCode()).isEqualTo(403);
        assertThat(otherOrigin.header("Access-Control-Allow-Origin"))
                .isEqualTo("https://other.example");
        assertThat(forged.statusCode()).isEqualTo(404);
        assertThat(nothing.statusCode()).isEqualTo(400);
    }

    /// The tag asks right after it has sent what the visitor said.
    @Test
    void whatTheVisitorJustSaidCountsAtOnce() {
        shop.send(consent("1", news, ""));
        boolean granted = ask("gdpr", shop.visitor).jsonPath().getBoolean("remember");
        shop.send(consent("2", "", news));
        boolean withdrawn = ask("gdpr", shop.visitor).jsonPath().getBoolean("remember");

        assertThat(granted).isTrue();
        assertThat(withdrawn).isFalse();
    }

    /// Whatever else there is that they were not asked about.
    @Test
    void whoRefusesWhereOthersAreRememberedIsNotUntilTheyGrantSomething() {
        boolean silent = ask("ccpa", shop.visitor).jsonPath().getBoolean("remember");
        shop.send(consent("1", "", ads));
        boolean refused = ask("ccpa", shop.visitor).jsonPath().getBoolean("remember");
        shop.send(consent("2", news, ""));

        assertThat(silent).isTrue();
        assertThat(refused).isFalse();
        assertThat(ask("ccpa", shop.visitor).jsonPath().getBoolean("remember")).isTrue();
    }

    @Test
    void aClaimTakesAwayAndAProofGrantsToo() {
        String property = "mail-" + shop.own;
        int number = identifier(property);
        String email = "Ada." + shop.own + "@Example.com";
        UUID profile = profile(number, email.toLowerCase(Locale.ROOT));

        shop.send(consent("1", news, ads) + "," + identify("2", property, email, ""));
        Until.holds(
                () -> "the refusal reaches the profile", PATIENCE, () -> says(profile, ads, "r"));
        boolean grantedByClaim = says(profile, news, "g");
        long version = Rows.count("select version from profile where id = ?", profile);

        String key = make().path("key");
        Response forged =
                shop.send(identify("3", property, email, "\"proof\":\"" + "A".repeat(43) + "\""));
        String proof =
                IdentityProof.of(
                        new Secret(key),
                        new ChannelId(UUID.fromString(shop.channel)),
                        new VisitorId(shop.visitor),
                        Map.of(property, email),
                        Instant.now().plusSeconds(600));
        Response proven = shop.send(identify("4", property, email, "\"proof\":\"" + proof + "\""));

        Until.holds(
                () -> "the grant reaches the profile", PATIENCE, () -> says(profile, news, "g"));
        assertThat(grantedByClaim).isFalse();
        assertThat(version).isEqualTo(2);
        assertThat(forged.jsonPath().getInt("accepted")).isEqualTo(1);
        assertThat(forged.jsonPath().getString("refused[0].reason")).contains("does not hold");
        assertThat(proven.jsonPath().getInt("accepted")).as(proven.asString()).isEqualTo(1);
        Response seen = As.a(Role.VIEWER).get("/api/v1/profiles/" + profile + "/consents");
        assertThat(seen.asString()).contains("Website tag", shop.host + "/a");
        assertThat(
                        Rows.count(
                                """
                                select count(*) from visitor_statement
                                where visitor = ? and shown = 'Our news.' and objective = ?
                                """,
                                shop.visitor,
                                news))
                .isEqualTo(1);
    }

    @Test
    void aKeyIsMadeByApplicationManagersAndShownOnce() {
        Response none = As.a(Role.VIEWER).get(key());
        Response made = make();
        Response known = As.a(Role.VIEWER).get(key());
        Response again = make();

        assertThat(none.jsonPath().getMap("")).isEqualTo(Map.of("made", false));
        assertThat(made.statusCode()).as(made.asString()).isEqualTo(200);
        assertThat(made.jsonPath().getString("key")).hasSize(43);
        assertThat(known.jsonPath().getMap("")).containsOnlyKeys("made", "madeAt", "madeBy");
        assertThat(again.jsonPath().getString("key"))
                .isNotEqualTo(made.jsonPath().getString("key"));
        assertThat(
                        As.a(Role.ADMINISTRATOR)
                                .get("/api/v1/audit-events?objectId=" + shop.channel)
                                .asString())
                .contains("secret-set")
                .doesNotContain(made.jsonPath().getString("key"));
        WhoMay.needs(
                Permission.APPLICATIONS_MANAGE,
                as -> as.contentType("application/json").post(key()));
    }

    private Response make() {
        return As.a(Role.APPLICATION_MANAGER).contentType("application/json").post(key());
    }

    private String key() {
        return "/api/v1/channels/" + shop.channel + "/key";
    }

    private Response ask(String zone, String visitor) {
        return shop.fromItsPage()
                .queryParam("channel", shop.channel)
                .queryParam("url", shop.origin + "/a?b=c")
                .queryParam("zone", zone)
                .queryParam("visitor", visitor)
                .get(CollectPaths.PAGE);
    }

    private String consent(String id, String granted, String refused) {
        return shop.event(
                        id,
                        """
                        "type":"consent","granted":[%s],"refused":[%s],"shown":{"%s":"Our news."}
                        """
                                .formatted(quoted(granted), quoted(refused), news))
                .replace("10:00:01", "10:00:0" + id);
    }

    private static String quoted(String text) {
        return text.isEmpty() ? "" : "\"" + text + "\"";
    }

    private String identify(String id, String property, String value, String more) {
        return shop.event(
                id,
                "\"type\":\"identify\",\"identifiers\":{\"%s\":\"%s\"}%s"
                        .formatted(property, value, more.isEmpty() ? "" : "," + more));
    }

    private static int identifier(String id) {
        As.a(Role.MARKETER)
                .contentType("application/json")
                .body(
                        Map.of(
                                "id",
                                id,
                                "name",
                                id,
                                "type",
                                "EMAIL",
                                "identifier",
                                true,
                                "pii",
                                true))
                .post("/api/v1/profile-properties")
                .then()
                .statusCode(201);
        return (int) Rows.count("select number from profile_property where id = ?", id);
    }

    private static UUID profile(int property, String email) {
        UUID id = Things.oldId();
        Rows.change("insert into profile (id, properties) values (?, '{}')", id);
        Rows.change(
                "insert into profile_identifier (property, value, profile_id) values (?, ?, ?)",
                property,
                email,
                id);
        return id;
    }

    private static boolean says(UUID profile, String objective, String answer) {
        return Rows.count(
                        """
                        select count(*) from profile
                        where id = ? and consent -> ? ->> 0 = ?
                        """,
                        profile,
                        objective,
                        answer)
                == 1;
    }
}
