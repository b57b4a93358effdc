package io.connections.api.label;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.api.testing.ApiTest;
import io.connections.api.testing.As;
import io.connections.api.testing.Rows;
import io.connections.api.testing.WhoMay;
import io.connections.domain.access.Permission;
import io.connections.domain.access.Role;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Labels, stars and what was used last, on real PostgreSQL.
@ApiTest
@Tag("M7")
class LabelResourceTest {
    private static final String API = "/api/v1";

    /// In every name: the service is shared.
    private final String own = UUID.randomUUID().toString().substring(0, 13);

    @BeforeEach
    void theTestSystemIsInstalled() {
        As.a(Role.ADMINISTRATOR).put(API + "/connection-types/test-system/installation");
    }

    @Test
    void labelsAndStarTouchNeitherVersionNorStamp() {
        String at = connection("Shop");
        Response before = As.a(Role.MARKETER).get(at);

        put(at, "VIP " + own, "Sale " + own);
        star(at);
        Response after = As.a(Role.MARKETER).get(at);

        assertThat(after.header("ETag")).isEqualTo(before.header("ETag"));
        assertThat(after.jsonPath().getString("modifiedAt"))
                .isEqualTo(before.jsonPath().getString("modifiedAt"));
        assertThat(after.jsonPath().getString("modifiedBy"))
                .isEqualTo(before.jsonPath().getString("modifiedBy"));
        assertThat(after.jsonPath().getList("labels.name"))
                .containsExactly("Sale " + own, "VIP " + own);
        assertThat(after.jsonPath().getBoolean("favorite")).isTrue();
        assertThat(As.a(Role.VIEWER).get(at).jsonPath().getBoolean("favorite")).isFalse();
    }

    @Test
    @Tag("M1")
    void theListCarriesLabelsAndStars() {
        String bare = connection("Bare " + own);
        String marked = connection("Marked " + own);
        put(marked, "VIP " + own);
        star(marked);

        Response list = As.a(Role.MARKETER).queryParam("search", own).get(API + "/connections");

        assertThat(list.jsonPath().getList("items.name"))
                .containsExactly("Bare " + own, "Marked " + own);
        assertThat(list.jsonPath().getList("items.favorite")).containsExactly(false, true);
        assertThat(list.jsonPath().getList("items.labels.name"))
                .isEqualTo(List.of(List.of(), List.of("VIP " + own)));
        assertThat(bare).isNotEqualTo(marked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\u05E9\u05DC\u05D5\u05DD",
                "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
                "'; drop table label; --",
                "100 %_",
            })
    void anyWritingComesBackAsItWent(String text) {
        String name = text + " " + own;

        Response put = put(connection("Shop"), name);
        Response found = As.a(Role.VIEWER).queryParam("search", name).get(API + "/labels");

        assertThat(put.jsonPath().getList("items.name")).containsExactly(name);
        assertThat(found.jsonPath().getList("items.name")).containsExactly(name);
        assertThat(found.jsonPath().getList("items.uses")).containsExactly(1);
    }

    @Test
    void whatIsNoNameIsSaidAtItsPlace() {
        Response refused = put(connection("Shop"), "a,b", " ", "x".repeat(10_000), "a\u0007");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.jsonPath().getList("errors.collect { it.pointer + ' ' + it.code }"))
                .containsExactly(
                        "/names/0 comma",
                        "/names/1 required",
                        "/names/2 too-long",
                        "/names/3 control-character");
    }

    @Test
    void ofManyWhoLabelAtOnceEveryLabelStays() throws Exception {
        String at = connection("Shop");

        try (ExecutorService people = Executors.newFixedThreadPool(8)) {
            List<Future<Response>> answers =
                    people.invokeAll(
                            IntStream.range(0, 16)
                                    .mapToObj(
                                            i ->
                                                    (Callable<Response>)
                                                            () ->
                                                                    change(
                                                                            at,
                                                                            "{\"add\":[\"%s %d\",\"Both %s\"]}"
                                                                                    .formatted(
                                                                                            own, i,
                                                                                            own)))
                                    .toList());
            for (Future<Response> answer : answers) {
                assertThat(answer.get().statusCode()).isEqualTo(200);
            }
        }

        assertThat(As.a(Role.VIEWER).get(at).jsonPath().getList("labels")).hasSize(17);
    }

    @Test
    void anotherLabelsNameIsRefusedWithThatLabel() {
        String at = connection("Shop");
        String vip = labelId(put(at, "VIP " + own), 0);
        String top = labelId(put(at, "Top " + own), 0);

        Response refused = rename(top, "vip " + own);
        Response merged =
                As.a(Role.APPLICATION_MANAGER)
                        .contentType("application/json")
                        .body("{\"into\":\"%s\"}".formatted(vip))
                        .post(API + "/labels/" + top + "/merge");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.jsonPath().getString("type")).isEqualTo("/problems/label-name-taken");
        assertThat(refused.jsonPath().getString("label.id")).isEqualTo(vip);
        assertThat(merged.jsonPath().getInt("objects")).isEqualTo(1);
        assertThat(As.a(Role.VIEWER).get(at).jsonPath().getList("labels.name"))
                .containsExactly("VIP " + own);
        assertThat(As.a(Role.VIEWER).get(API + "/labels/" + top).statusCode()).isEqualTo(404);
    }

    @Test
    void aLabelLeadsToThingsOfAllKinds() {
        String at = connection("Shop " + own);
        String property = property();
        String label = labelId(put(at, "VIP " + own), 0);
        put(API + "/profile-properties/" + property, "vip " + own);

        Response first = As.a(Role.VIEWER).get(API + "/labels/" + label + "/objects?limit=1");
        Response second =
                As.a(Role.VIEWER)
                        .queryParam("after", first.jsonPath().getString("next"))
                        .get(API + "/labels/" + label + "/objects");

        assertThat(first.jsonPath().getList("items.kind")).containsExactly("profile-property");
        assertThat(first.jsonPath().getList("items.id")).containsExactly(property);
        assertThat(second.jsonPath().getList("items.kind")).containsExactly("connection");
        assertThat(second.jsonPath().getList("items.name")).containsExactly("Shop " + own);
        assertThat(second.jsonPath().getString("next")).isNull();
    }

    @Test
    void whoDeletesALabelIsToldHowManyLoseIt() {
        String at = connection("Shop");
        String label = labelId(put(at, "VIP " + own), 0);

        Response deleted = As.a(Role.ADMINISTRATOR).delete(API + "/labels/" + label);

        assertThat(deleted.jsonPath().getInt("objects")).isEqualTo(1);
        assertThat(As.a(Role.VIEWER).get(at).jsonPath().getList("labels")).isEmpty();
    }

    @Test
    @Tag("M8")
    void whatIsDeletedTakesItsLabelsAndStarsAway() {
        String at = connection("Shop");
        String label = labelId(put(at, "VIP " + own), 0);
        star(at);
        note(at);

        As.a(Role.MARKETER).delete(at);

        String id = at.substring(at.lastIndexOf('/') + 1);
        assertThat(As.a(Role.VIEWER).get(API + "/labels/" + label).jsonPath().getInt("uses"))
                .isZero();
        for (String table : List.of("label_use", "favorite", "last_used")) {
            assertThat(
                            Rows.count(
                                    "select count(*) from %s where object_id = ?".formatted(table),
                                    id))
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void starredThingsAreListedUntilTheStarIsTakenBack() {
        String at = connection("Shop " + own);
        star(at);
        star(at);
        List<String> starred = names(API + "/favorites?limit=200");

        Response unstarred = As.a(Role.MARKETER).delete(marks("/favorites", at));
        Response again = As.a(Role.MARKETER).delete(marks("/favorites", at));

        assertThat(starred).containsOnlyOnce("Shop " + own);
        assertThat(unstarred.statusCode()).isEqualTo(204);
        assertThat(again.statusCode()).isEqualTo(204);
        assertThat(names(API + "/favorites?limit=200")).doesNotContain("Shop " + own);
    }

    @Test
    @Tag("M29")
    void whatWasOpenedLastComesFirst() {
        String one = connection("One " + own);
        String two = connection("Two " + own);
        note(one);
        note(two);
        note(one);

        Response used = As.a(Role.MARKETER).get(API + "/last-used?limit=2");

        assertThat(used.jsonPath().getList("items.name"))
                .containsExactly("One " + own, "Two " + own);
        assertThat(used.jsonPath().getList("items.kind"))
                .containsExactly("connection", "connection");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/favorites/connection/none",
                "/favorites/rainbow/1",
                "/favorites/run/0198c0de-0000-7000-8000-000000000001",
                "/last-used/profile-property/no%20such",
            })
    void whatIsNotThereCannotBeStarred(String path) {
        Response refused = As.a(Role.MARKETER).urlEncodingEnabled(false).put(API + path);

        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(refused.jsonPath().getString("type")).isEqualTo("/problems/object-not-found");
    }

    @Test
    void aPageOfLabelsIsNeitherEmptyNorEndless() {
        assertThat(As.a(Role.VIEWER).get(API + "/labels?limit=0").statusCode()).isEqualTo(422);
        assertThat(As.a(Role.VIEWER).get(API + "/labels?limit=1000000").statusCode())
                .isEqualTo(422);
        assertThat(As.a(Role.VIEWER).get(API + "/labels?after=bm9uc2Vuc2U").statusCode())
                .isEqualTo(422);
    }

    @Test
    @Tag("M30")
    void onlyWhoMayWriteAThingLabelsIt() {
        String at = connection("Guarded");
        String property = API + "/profile-properties/" + property();

        WhoMay.needs(
                Permission.CONNECTIONS_WRITE,
                by ->
                        by.contentType("application/json")
                                .body("{\"names\":[]}")
                                .put(at + "/labels"));
        WhoMay.needs(
                Permission.PROPERTIES_WRITE,
                by -> by.contentType("application/json").body("{}").patch(property + "/labels"));
        WhoMay.needs(Permission.CONNECTIONS_READ, by -> by.put(marks("/favorites", at)));
        WhoMay.needs(Permission.CONNECTIONS_READ, by -> by.get(API + "/labels"));
        WhoMay.needs(
                Permission.LABELS_MANAGE,
                by ->
                        by.contentType("application/json")
                                .body("{\"name\":\"Guarded %s\"}".formatted(own))
                                .put(API + "/labels/" + labelId(put(at, "Guarded " + own), 0)));
    }

    private static String connection(String name) {
        return API
                + "/connections/"
                + As.a(Role.MARKETER)
                        .contentType("application/json")
                        .body("{\"typeId\":\"test-system\",\"name\":\"%s\"}".formatted(name))
                        .post(API + "/connections")
                        .jsonPath()
                        .getString("id");
    }

    private String property() {
        String id = "p-" + own;
        As.a(Role.MARKETER)
                .contentType("application/json")
                .body(
                        "{\"id\":\"%s\",\"name\":\"Property %s\",\"type\":\"TEXT\",\"identifier\":false,\"pii\":false}"
                                .formatted(id, own))
                .post(API + "/profile-properties");
        return id;
    }

    private static Response put(String at, String... names) {
        return As.a(Role.MARKETER)
                .contentType("application/json")
                .body(Map.of("names", List.of(names)))
                .put(at + "/labels");
    }

    private static Response change(String at, String body) {
        return As.a(Role.MARKETER).contentType("application/json").body(body).patch(at + "/labels");
    }

    private static Response rename(String label, String name) {
        return As.a(Role.APPLICATION_MANAGER)
                .contentType("application/json")
                .body("{\"name\":\"%s\"}".formatted(name))
                .put(API + "/labels/" + label);
    }

    private static void star(String at) {
        assertThat(As.a(Role.MARKETER).put(marks("/favorites", at)).statusCode()).isEqualTo(204);
    }

    private static void note(String at) {
        assertThat(As.a(Role.MARKETER).put(marks("/last-used", at)).statusCode()).isEqualTo(204);
    }

    private static String marks(String which, String at) {
        return API + which + "/connection/" + at.substring(at.lastIndexOf('/') + 1);
    }

    private static List<String> names(String path) {
        return As.a(Role.MARKETER).get(path).jsonPath().getList("items.name");
    }

    private static String labelId(Response labels, int index) {
        return labels.jsonPath().getString("items[%d].id".formatted(index));
    }
}
