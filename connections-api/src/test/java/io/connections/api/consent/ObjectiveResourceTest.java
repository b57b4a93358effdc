package io.connections.api.consent;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.api.testing.ApiTest;
import io.connections.api.testing.As;
import io.connections.domain.access.Role;
import io.restassured.response.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Objectives and privacy settings, on real PostgreSQL.
@ApiTest
@Tag("M26")
class ObjectiveResourceTest {
    private static final String API = "/api/v1/objectives";
    private static final String SETTINGS = "/api/v1/privacy-settings";

    /// In every id: the service is shared.
    private final String own = UUID.randomUUID().toString().substring(0, 13);
    private final String id = "News_" + own;

    @Test
    void anObjectiveIsMadeFoundChangedAndDeleted() {
        Response made =
                create(
                        """
                        {"id":"%s","name":"Newsletter","zones":["GDPR","UK GDPR"],
                        "title":"Our newsletter","text":"Once a month.","colour":"TEAL"}
                        """
                                .formatted(id));
        Response found = As.a(Role.VIEWER).get(API + "/" + id);
        Response changed =
                change(
                        found.header("ETag"),
                        "{\"name\":\"News\",\"zones\":[\"gdpr\",\"rest-of-world\"],\"text\":\"Once a week.\"}");
        Response deleted = As.a(Role.MARKETER).delete(API + "/" + id);

        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        assertThat(made.header("Location")).endsWith(API + "/" + id);
        assertThat(found.asString()).isEqualTo(made.asString());
        assertThat(found.jsonPath().getList("zones")).containsExactly("gdpr", "uk-gdpr");
        assertThat(found.jsonPath().getString("textFingerprint")).hasSize(64);
        assertThat(changed.statusCode()).as(changed.asString()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        assertThat(changed.jsonPath().getString("title")).isEqualTo("Our newsletter");
        assertThat(changed.jsonPath().getString("colour")).isEqualTo("TEAL");
        assertThat(deleted.statusCode()).isEqualTo(204);
        assertThat(As.a(Role.VIEWER).get(API + "/" + id).statusCode()).isEqualTo(404);
        assertThat(
                        As.a(Role.VIEWER)
                                .get(API + "/" + id + "/texts")
                                .jsonPath()
                                .getList("items.text"))
                .containsExactly("Once a week.", "Once a month.");
    }

    @Test
    void whatNobodySaidAnythingAboutIsUnknownOfEveryProfile() {
        Response made = create(objective(id, "Newsletter"));

        assertThat(made.jsonPath().getInt("consents.granted")).isZero();
        assertThat(made.jsonPath().getInt("consents.refused")).isZero();
        assertThat(made.jsonPath().getInt("consents.unknown")).isNotNegative();
        assertThat(made.jsonPath().getBoolean("consents.estimated")).isFalse();
    }

    @Test
    void theListIsByName() {
        create(objective("b-" + own, "b " + own));
        create(objective("a-" + own, "A " + own));

        List<String> names =
                As.a(Role.VIEWER).get(API).jsonPath().<String>getList("items.name").stream()
                        .filter(name -> name.endsWith(own))
                        .toList();

        assertThat(names).containsExactly("A " + own, "b " + own);
    }

    @Test
    void anIdThatWasOnceTakenStaysTaken() {
        create(objective(id, "Newsletter"));
        Response taken = create(objective(id.toUpperCase(Locale.ROOT), "Other"));
        As.a(Role.MARKETER).delete(API + "/" + id);
        Response spent = create(objective(id, "Another purpose"));

        assertThat(taken.statusCode()).isEqualTo(409);
        assertThat(taken.jsonPath().getString("type")).isEqualTo("/problems/objective-id-taken");
        assertThat(taken.jsonPath().getBoolean("deleted")).isFalse();
        assertThat(spent.statusCode()).isEqualTo(409);
        assertThat(spent.jsonPath().getBoolean("deleted")).isTrue();
        assertThat(spent.jsonPath().getString("detail")).contains("never used again");
    }

    @Test
    void whatIsWrongIsSaidAtItsPlace() {
        Response refused =
                create(
                        """
                        {"id":"9","name":" ","zones":["gpdr","PDPA",""],"title":"a\\u0007"}
                        """);
        Response withoutZones = create("{\"id\":\"%s\",\"name\":\"X\"}".formatted(id));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.jsonPath().getList("errors.collect { it.pointer + ' ' + it.code }"))
                .containsExactly(
                        "/id not-an-id",
                        "/zones/0 zone-unknown",
                        "/zones/1 zone-ambiguous",
                        "/zones/2 required",
                        "/name required",
                        "/title control-character");
        assertThat(withoutZones.jsonPath().getList("errors.pointer")).containsExactly("/zones");
    }

    @Test
    void aColourOfNoPaletteIsRefused() {
        Response refused =
                create(
                        "{\"id\":\"%s\",\"name\":\"X\",\"zones\":[],\"colour\":\"#ff0000\"}"
                                .formatted(id));

        assertThat(refused.statusCode()).as(refused.asString()).isIn(400, 422);
        assertThat(As.a(Role.VIEWER).get(API + "/" + id).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "שלום",
                "👨‍👩‍👧",
                "'; drop table objective; --",
            })
    void anyWritingComesBackAsItWent(String text) {
        create(
                Map.of(
                        "id",
                        id,
                        "name",
                        text,
                        "zones",
                        List.of(),
                        "title",
                        text,
                        "text",
                        text + "\n\n" + text));

        Response found = As.a(Role.VIEWER).get(API + "/" + id);

        assertThat(found.jsonPath().getString("name")).isEqualTo(text);
        assertThat(found.jsonPath().getString("title")).isEqualTo(text);
        assertThat(found.jsonPath().getString("text")).isEqualTo(text + "\n\n" + text);
    }

    @Test
    void ofTwoWhoChangeOneVersionTheSecondIsShownWhatStands() {
        create(objective(id, "Newsletter"));
        change("\"1\"", "{\"name\":\"First\",\"zones\":[]}");

        Response refused = change("\"1\"", "{\"name\":\"Second\",\"zones\":[]}");
        Response blind = change(null, "{\"name\":\"Second\",\"zones\":[]}");

        assertThat(refused.statusCode()).isEqualTo(412);
        assertThat(refused.jsonPath().getString("type")).isEqualTo("/problems/objective-changed");
        assertThat(refused.jsonPath().getString("current.name")).isEqualTo("First");
        assertThat(blind.statusCode()).isEqualTo(428);
    }

    @Test
    @Tag("M7")
    void labelsAndStarTouchNoVersionAndGoWithTheObjective() {
        create(objective(id, "Newsletter " + own));
        Response labelled =
                As.a(Role.MARKETER)
                        .contentType("application/json")
                        .body("{\"names\":[\"VIP %s\"]}".formatted(own))
                        .put(API + "/" + id + "/labels");
        As.a(Role.MARKETER).put("/api/v1/favorites/objective/" + id);

        Response found = As.a(Role.MARKETER).get(API + "/" + id);
        String label = labelled.jsonPath().getString("items[0].id");
        Response objects = As.a(Role.VIEWER).get("/api/v1/labels/" + label + "/objects");
        As.a(Role.MARKETER).delete(API + "/" + id);

        assertThat(found.jsonPath().getList("labels.name")).containsExactly("VIP " + own);
        assertThat(found.jsonPath().getBoolean("favorite")).isTrue();
        assertThat(found.header("ETag")).isEqualTo("\"1\"");
        assertThat(objects.jsonPath().getList("items.kind")).containsExactly("objective");
        assertThat(objects.jsonPath().getList("items.id")).containsExactly(id);
        assertThat(As.a(Role.VIEWER).get("/api/v1/labels/" + label).jsonPath().getInt("uses"))
                .isZero();
    }

    @Test
    @Tag("M30")
    void whatWasChangedIsInTheAuditTrail() {
        create(objective(id, "Newsletter"));
        change("\"1\"", "{\"name\":\"News\",\"zones\":[\"gdpr\"]}");
        As.a(Role.MARKETER).delete(API + "/" + id);

        Response events =
                As.a(Role.ADMINISTRATOR)
                        .queryParam("objectKind", "objective")
                        .queryParam("objectId", id)
                        .get("/api/v1/audit-events");

        assertThat(events.jsonPath().getList("items.action"))
                .as(events.asString())
                .containsExactly("deleted", "changed", "created");
    }

    @Test
    void aLinkIsMadeFromEitherSideAndKeepsTheObjective() {
        create(objective(id, "Newsletter"));
        String connection = connection();
        Response linked = As.a(Role.MARKETER).put(API + "/" + id + "/connections/" + connection);
        Response seen = As.a(Role.VIEWER).get(API + "/" + id + "/connections");
        Response refused = As.a(Role.MARKETER).delete(API + "/" + id);
        Response one = As.a(Role.VIEWER).get("/api/v1/connections/" + connection);

        Response unlinked = save(connection, one.header("ETag"), "[]");
        Response deleted = As.a(Role.MARKETER).delete(API + "/" + id);
        Response late = save(connection, unlinked.header("ETag"), "[\"%s\"]".formatted(id));

        assertThat(linked.statusCode()).as(linked.asString()).isEqualTo(204);
        assertThat(seen.jsonPath().getList("items.id")).containsExactly(connection);
        assertThat(seen.jsonPath().getList("items.mayEdit")).containsExactly(false);
        assertThat(one.jsonPath().getList("objectives")).containsExactly(id);
        assertThat(one.jsonPath().getLong("version")).isEqualTo(2);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.jsonPath().getString("type")).isEqualTo("/problems/objective-in-use");
        assertThat(refused.jsonPath().getList("usedBy.connectionId")).containsExactly(connection);
        assertThat(refused.jsonPath().getInt("count")).isEqualTo(1);
        assertThat(unlinked.statusCode()).as(unlinked.asString()).isEqualTo(200);
        assertThat(deleted.statusCode()).isEqualTo(204);
        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.jsonPath().getList("errors.collect { it.pointer + ' ' + it.code }"))
                .containsExactly("/objectives/0 objective-unknown");
    }

    private static String connection() {
        As.a(Role.ADMINISTRATOR).put("/api/v1/connection-types/test-system/installation");
        return As.a(Role.MARKETER)
                .contentType("application/json")
                .body("{\"typeId\":\"test-system\",\"name\":\"Shop\"}")
                .post("/api/v1/connections")
                .jsonPath()
                .getString("id");
    }

    private static Response save(String connection, String etag, String objectives) {
        return As.a(Role.MARKETER)
                .contentType("application/json")
                .header("If-Match", etag)
                .body("{\"name\":\"Shop\",\"objectives\":%s}".formatted(objectives))
                .put("/api/v1/connections/" + connection);
    }

    @Test
    void settingsAreSavedOverTheVersionThatTheyWereMadeFrom() {
        create("{\"id\":\"%s\",\"name\":\"X\",\"zones\":[\"lgpd\"]}".formatted(id));
        Response before = As.a(Role.VIEWER).get(SETTINGS);
        String wanted =
                """
                {"zones":[{"code":"GDPR","regime":"OPT_IN"},{"code":"ccpa","regime":"OPT_OUT"},
                {"code":"rest-of-world","regime":"OPT_OUT"}]}
                """;

        Response saved = save(before.header("ETag"), wanted);
        Response late = save(before.header("ETag"), wanted);

        assertThat(before.jsonPath().getList("zones.code")).contains("gdpr", "rest-of-world");
        assertThat(saved.statusCode()).as(saved.asString()).isEqualTo(200);
        assertThat(saved.jsonPath().getList("zones.collect { it.code + ' ' + it.regime }"))
                .containsExactly("gdpr OPT_IN", "ccpa OPT_OUT", "rest-of-world OPT_OUT");
        assertThat(saved.jsonPath().getInt("others.find { it.code == 'lgpd' }.objectives"))
                .isPositive();
        assertThat(saved.jsonPath().getString("savedBy")).isNotBlank();
        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(late.jsonPath().getString("type"))
                .isEqualTo("/problems/privacy-settings-changed");
        assertThat(late.jsonPath().getLong("current.version"))
                .isEqualTo(saved.jsonPath().getLong("version"));
    }

    @Test
    void settingsWithoutRestOfWorldAreRefused() {
        String etag = As.a(Role.VIEWER).get(SETTINGS).header("ETag");

        Response refused = save(etag, "{\"zones\":[{\"code\":\"gdpr\",\"regime\":\"OPT_IN\"}]}");
        Response nothing = save(etag, "{}");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.jsonPath().getString("detail")).contains("rest-of-world");
        assertThat(nothing.statusCode()).isEqualTo(422);
    }

    private static String objective(String id, String name) {
        return "{\"id\":\"%s\",\"name\":\"%s\",\"zones\":[]}".formatted(id, name);
    }

    private static Response create(Object body) {
        return As.a(Role.MARKETER).contentType("application/json").body(body).post(API);
    }

    private Response change(@Nullable String etag, String body) {
        var request = As.a(Role.MARKETER).contentType("application/json").body(body);
        return (etag == null ? request : request.header("If-Match", etag)).put(API + "/" + id);
    }

    private static Response save(String etag, String body) {
        return As.a(Role.ADMINISTRATOR)
                .contentType("application/json")
                .header("If-Match", Objects.requireNonNull(etag))
                .body(body)
                .put(SETTINGS);
    }
}
