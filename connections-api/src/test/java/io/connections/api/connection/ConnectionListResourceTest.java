package io.connections.api.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.api.testing.ApiTest;
import io.connections.api.testing.As;
import io.connections.api.testing.Rows;
import io.connections.api.testing.WhoMay;
import io.connections.domain.access.Permission;
import io.connections.domain.access.Role;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The list of connections, its menus, what is done to many, and its download.
@ApiTest
@Tag("M1")
class ConnectionListResourceTest {
    private static final String CONNECTIONS = "/api/v1/connections";

    /// In every name: other tests have connections too.
    private final String mark = "m" + UUID.randomUUID().toString().replace("-", "");

    @BeforeEach
    void install() {
        As.a(Role.ADMINISTRATOR).put("/api/v1/connection-types/test-system/installation");
    }

    @Test
    void theListIsSearchedFilteredSortedAndCounted() {
        create("b");
        create("a");
        String on = create("c");
        turn(on, true);

        Response sorted = asked().queryParam("sort", "-name").get(CONNECTIONS);
        Response filtered = asked().queryParam("on", true).get(CONNECTIONS);

        assertThat(sorted.jsonPath().getList("items.name"))
                .containsExactly("c " + mark, "b " + mark, "a " + mark);
        assertThat(sorted.jsonPath().getInt("total")).isEqualTo(3);
        assertThat(filtered.jsonPath().getList("items.id")).containsExactly(on);
        assertThat(filtered.jsonPath().getInt("total")).isEqualTo(1);
        assertThat(filtered.jsonPath().getString("items[0].direction")).isEqualTo("OUTBOUND");
        assertThat(filtered.jsonPath().getBoolean("items[0].favorite")).isFalse();
    }

    @Test
    @Tag("M29")
    void whatNeedsSomebodyIsListedWithTheReasonAndThePlaceWhereItIsMended() {
        create("resting");
        String needy = create("needy");
        turn(needy, true);

        Response found =
                asked().queryParam("attention", true)
                        .queryParam("sort", "attention")
                        .get(CONNECTIONS);
        Response others = asked().queryParam("attention", false).get(CONNECTIONS);

        assertThat(found.jsonPath().getList("items.id")).containsExactly(needy);
        assertThat(found.jsonPath().getInt("total")).isEqualTo(1);
        assertThat(found.jsonPath().getString("items[0].attention.reason"))
                .isEqualTo("NOT_CONFIGURED");
        assertThat(found.jsonPath().getString("items[0].attention.problem.pointer"))
                .startsWith("/");
        assertThat(others.jsonPath().getList("items.attention")).containsOnlyNulls();
    }

    @Test
    @Tag("M6")
    void oneConnectionIsSummarizedAsTheListShowsIt() {
        String one = create("one");
        turn(one, true);

        Response summary = As.a(Role.VIEWER).get(CONNECTIONS + "/" + one + "/summary");
        Response gone = As.a(Role.VIEWER).get(CONNECTIONS + "/nobody/summary");

        assertThat(summary.jsonPath().getMap(""))
                .containsAllEntriesOf(asked().get(CONNECTIONS).jsonPath().getMap("items[0]"))
                .containsEntry("namesakes", 0);
        assertThat(summary.jsonPath().getString("status")).isEqualTo("NOT_CONFIGURED");
        assertThat(gone.statusCode()).isEqualTo(404);
    }

    @Test
    @Tag("M7")
    void aNameThatAnotherConnectionHasIsAllowedAndSaid() {
        String one = create("one");
        create("one");

        Response summary = As.a(Role.VIEWER).get(CONNECTIONS + "/" + one + "/summary");

        assertThat(summary.jsonPath().getInt("namesakes")).isEqualTo(1);
    }

    @Test
    void goneThroughByPagesEachComesOnceWhateverIsMadeMeanwhile() {
        List<String> there = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            there.add(create("same"));
        }
        List<String> seen = new ArrayList<>();
        String after = null;

        do {
            Response page = page("modified", after);
            seen.addAll(page.jsonPath().getList("items.id"));
            after = page.jsonPath().getString("next");
            if (seen.size() < 5) {
                create("0 newer");
            }
        } while (after != null);

        assertThat(seen).doesNotHaveDuplicates().containsAll(there);
    }

    private Response page(String sort, @Nullable String after) {
        RequestSpecification asked = asked().queryParam("sort", sort).queryParam("limit", 2);
        return (after == null ? asked : asked.queryParam("after", after)).get(CONNECTIONS);
    }

    @Test
    @Tag("M13")
    void aCursorFromAnotherFilterOrAnotherOrderIsRefused() {
        create("a");
        create("b");
        create("c");
        String next = page("name", null).jsonPath().getString("next");

        Response otherFilter =
                asked().queryParam("on", false).queryParam("after", next).get(CONNECTIONS);
        Response otherOrder =
                asked().queryParam("sort", "-name").queryParam("after", next).get(CONNECTIONS);

        for (Response refused : List.of(otherFilter, otherOrder)) {
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.jsonPath().getString("errors[0].code")).isEqualTo("cursor-invalid");
        }
    }

    @ParameterizedTest
    @Tag("M13")
    @ValueSource(
            strings = {
                "limit=0",
                "limit=1000000",
                "skip=-1",
                "sort=colour",
                "status=FINE",
                "label=none",
                "favorite=maybe",
                "direction=UP",
                "objective=1st",
                "objective=Of_Nobody",
                "channel=shop",
                "channel=00000000-0000-0000-0000-000000000001"
            })
    void whatCannotBeAskedIsNamed(String query) {
        Response refused = As.a(Role.VIEWER).get(CONNECTIONS + "?" + query);

        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(422);
        assertThat(refused.jsonPath().getString("errors[0].pointer"))
                .isEqualTo("/" + query.substring(0, query.indexOf('=')));
    }

    @Test
    void theListCanBeEnteredInTheMiddle() {
        create("a");
        create("b");
        create("c");

        Response middle = asked().queryParam("skip", 1).queryParam("limit", 1).get(CONNECTIONS);

        assertThat(middle.jsonPath().getList("items.name")).containsExactly("b " + mark);
        assertThat(middle.jsonPath().getInt("total")).isEqualTo(3);
    }

    @Test
    void aNewConnectionIsJudgedAtOnceAndSoIsOneWhoseSecretIsGiven() {
        String id = create("fresh");

        assertThat(asked().queryParam("status", "NOT_CONFIGURED").get(CONNECTIONS).asString())
                .contains(id);
        assertThat(
                        Rows.count(
                                "select count(*) from connection_overview where connection_id = ?"
                                        + " and not stale",
                                UUID.fromString(id)))
                .isEqualTo(1);
    }

    @Test
    void theMenusSayHowManyOneWouldSee() {
        create("a");
        turn(create("b"), true);

        Response facets = asked().queryParam("on", true).get(CONNECTIONS + "/facets");

        assertThat(facets.jsonPath().getList("on.value")).containsExactly("false", "true");
        assertThat(facets.jsonPath().getList("on.count")).containsExactly(1, 1);
        assertThat(facets.jsonPath().getInt("status[0].count")).isEqualTo(1);
        assertThat(facets.jsonPath().getString("type[0].value")).isEqualTo("test-system");
        assertThat(facets.jsonPath().getString("creator[0].name")).isEqualTo("A marketer");
    }

    @Test
    @Tag("M24")
    @Tag("M26")
    void whatIsLinkedToAnObjectiveOrHasChosenAChannelIsListedCountedAndChanged() {
        String objective = "News-" + mark;
        String unused = "Ads-" + mark;
        for (String id : List.of(objective, unused)) {
            json().body("{\"id\":\"%s\",\"name\":\"Word of %s\",\"zones\":[]}".formatted(id, id))
                    .post("/api/v1/objectives");
        }
        String channel =
                json().body(
                                "{\"name\":\"Shop %s\",\"kind\":\"WEBSITE\",\"hostname\":\"%s.example\",\"aliases\":[]}"
                                        .formatted(mark, mark))
                        .post("/api/v1/channels")
                        .jsonPath()
                        .getString("id");
        List<String> linked = List.of(create("a"), create("b"), create("c"));
        create("other");
        for (String id : linked) {
            json().put("/api/v1/objectives/" + objective + "/connections/" + id);
            Rows.change(
                    "update connection set scope = ?::jsonb where id = ?",
                    "{\"kind\":\"CHOSEN\",\"channels\":[{\"channel\":\"%s\",\"rules\":[]}]}"
                            .formatted(channel),
                    UUID.fromString(id));
        }

        JsonPath first =
                wanted(objective, channel).queryParam("limit", 2).get(CONNECTIONS).jsonPath();
        JsonPath rest =
                wanted(objective, channel)
                        .queryParam("limit", 2)
                        .queryParam("after", first.getString("next"))
                        .get(CONNECTIONS)
                        .jsonPath();
        Response elsewhere =
                wanted(unused, channel)
                        .queryParam("limit", 2)
                        .queryParam("after", first.getString("next"))
                        .get(CONNECTIONS);
        JsonPath facets = wanted(unused, channel).get(CONNECTIONS + "/facets").jsonPath();
        Response bulk =
                bulk(
                        """
                        {"action":"TURN_ON","filter":{"objective":["%s"],"channel":["%s"]},"total":3}
                        """
                                .formatted(objective, channel));

        assertThat(first.getList("items.id")).isEqualTo(linked.subList(0, 2));
        assertThat(first.getInt("total")).isEqualTo(3);
        assertThat(rest.getList("items.id")).isEqualTo(linked.subList(2, 3));
        assertThat(elsewhere.jsonPath().getString("errors[0].code")).isEqualTo("cursor-invalid");
        assertThat(facets.getList("objective.name"))
                .containsExactly("Word of " + objective, "Word of " + unused);
        assertThat(facets.getList("objective.count")).containsExactly(3, 0);
        assertThat(facets.getList("channel"))
                .containsExactly(Map.of("value", channel, "name", "Shop " + mark, "count", 0));
        assertThat(bulk.jsonPath().getList("done")).isEqualTo(linked);
    }

    private RequestSpecification wanted(String objective, String channel) {
        return asked().queryParam("objective", objective).queryParam("channel", channel);
    }

    @ParameterizedTest
    @Tag("M26")
    @CsvSource({
        "objective, 1st",
        "objective, Of_Nobody",
        "channel, shop",
        "channel, 00000000-0000-0000-0000-000000000001"
    })
    void whatAFilterAsksForAndIsNotThereChangesNothing(String kind, String id) {
        String one = create("one");

        Response refused =
                bulk(
                        "{\"action\":\"DELETE\",\"filter\":{\"search\":\"%s\",\"%s\":[\"%s\"]},\"total\":1}"
                                .formatted(mark, kind, id));

        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(422);
        assertThat(refused.jsonPath().getList("errors.pointer")).containsExactly("/filter/" + kind);
        assertThat(asked().get(CONNECTIONS).jsonPath().getList("items.id")).containsExactly(one);
    }

    @Test
    void manyAreChangedAtOnceAndWhatCannotBeIsSaid() {
        String one = create("one");
        String other = create("other");
        String gone = UUID.randomUUID().toString();

        Response changed =
                bulk(
                        "{\"action\":\"TURN_ON\",\"ids\":[\"%s\",\"%s\",\"%s\"]}"
                                .formatted(one, other, gone));

        assertThat(changed.statusCode()).as(changed.asString()).isEqualTo(200);
        assertThat(changed.jsonPath().getList("done")).containsExactly(one, other);
        assertThat(changed.jsonPath().getString("refused[0].id")).isEqualTo(gone);
        assertThat(changed.jsonPath().getString("refused[0].code"))
                .isEqualTo("connection-not-found");
        assertThat(asked().queryParam("on", true).get(CONNECTIONS).jsonPath().getInt("total"))
                .isEqualTo(2);
    }

    @Test
    void allThatAFilterFindsAreDeletedUnlessItFindsOthersByNow() {
        create("one");
        create("other");
        String body = "{\"action\":\"DELETE\",\"filter\":{\"search\":\"%s\"},\"total\":%d}";

        Response refused = bulk(body.formatted(mark, 3));
        Response deleted = bulk(body.formatted(mark, 2));

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.jsonPath().getString("type")).isEqualTo("/problems/selection-changed");
        assertThat(refused.jsonPath().getInt("total")).isEqualTo(2);
        assertThat(deleted.jsonPath().getList("done")).hasSize(2);
        assertThat(asked().get(CONNECTIONS).jsonPath().getInt("total")).isZero();
    }

    @Test
    void theDownloadHoldsWhatTheFilterFindsInItsOrderAndNoFormula() {
        create("=cmd()");
        create("plain \"quoted\"");

        Response csv =
                asked().queryParam("sort", "-name")
                        .queryParam("column", "name")
                        .queryParam("column", "on")
                        .get(CONNECTIONS + "/export.csv");

        List<String> lines = csv.asString().lines().toList();
        assertThat(csv.contentType()).startsWith("text/csv");
        assertThat(lines.getFirst()).isEqualTo("\uFEFF\"Name\",\"On\"");
        assertThat(lines.get(1)).isEqualTo("\"plain \"\"quoted\"\" %s\",\"Off\"".formatted(mark));
        assertThat(lines.get(2)).isEqualTo("\"'=cmd() %s\",\"Off\"".formatted(mark));
        assertThat(lines).hasSize(3);
    }

    @Test
    void theDownloadIsReadByASpreadsheetWithItsAccentsAndTimesOfTheReader() {
        create("Zoë's shops");

        byte[] csv =
                asked().queryParam("column", "name")
                        .queryParam("column", "status")
                        .queryParam("column", "created")
                        .queryParam("zone", "Asia/Kolkata")
                        .get(CONNECTIONS + "/export.csv")
                        .asByteArray();

        assertThat(new String(csv, StandardCharsets.UTF_8).split("\r\n"))
                .hasSize(2)
                .satisfies(
                        lines ->
                                assertThat(lines[0])
                                        .isEqualTo(
                                                "\uFEFF\"Name\",\"Status\","
                                                        + "\"Created (Asia/Kolkata)\",\"Created by\""))
                .satisfies(
                        lines ->
                                assertThat(lines[1])
                                        .startsWith(
                                                "\"Zoë's shops %s\",\"Not configured\","
                                                        .formatted(mark))
                                        .containsPattern(
                                                ",\"[0-9-]{10} [0-9:]{8}\",\"A marketer\"$"));
    }

    @Test
    void aZoneThatIsNoneIsRefused() {
        Response refused = asked().queryParam("zone", "Mars/Base").get(CONNECTIONS + "/export.csv");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.jsonPath().getString("errors[0].pointer")).isEqualTo("/zone");
    }

    @Test
    @Tag("M30")
    void eachOperationAsksForItsPermission() {
        WhoMay.needs(Permission.CONNECTIONS_READ, as -> as.get(CONNECTIONS));
        WhoMay.needs(Permission.CONNECTIONS_READ, as -> as.get(CONNECTIONS + "/facets"));
        WhoMay.needs(
                Permission.CONNECTIONS_WRITE,
                as ->
                        as.contentType("application/json")
                                .body(
                                        "{\"action\":\"TURN_OFF\",\"ids\":[\"%s\"]}"
                                                .formatted(UUID.randomUUID()))
                                .post(CONNECTIONS + "/bulk"));
    }

    @Test
    void aViewAndTheColumnsAreRememberedForWhoeverKeptThem() {
        String body =
                """
                {"list":"connections","name":"%s","state":{"search":"tills",
                "filters":{"status":["FLOWING"]},"sort":"-lastRun","columns":["name","status"]}}
                """
                        .formatted(mark);

        Response made = json().body(body).post("/api/v1/views");
        Response again = json().body(body).post("/api/v1/views");
        Response renamed =
                json().body("{\"name\":\"%s!\"}".formatted(mark))
                        .put("/api/v1/views/" + made.jsonPath().getString("id"));
        json().body("{\"values\":[\"name\"]}").put("/api/v1/preferences/connections.columns");

        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        assertThat(again.jsonPath().getString("type")).isEqualTo("/problems/view-name-taken");
        assertThat(renamed.jsonPath().getString("name")).isEqualTo(mark + "!");
        assertThat(renamed.jsonPath().getList("state.filters.status")).containsExactly("FLOWING");
        assertThat(As.a(Role.VIEWER).get("/api/v1/views").asString()).doesNotContain(mark);
        assertThat(
                        As.a(Role.MARKETER)
                                .get("/api/v1/preferences/connections.columns")
                                .jsonPath()
                                .getList("values"))
                .containsExactly("name");
        assertThat(
                        As.a(Role.MARKETER)
                                .delete("/api/v1/views/" + made.jsonPath().getString("id"))
                                .statusCode())
                .isEqualTo(204);
    }

    private RequestSpecification asked() {
        return As.a(Role.VIEWER).queryParam("search", mark);
    }

    private static RequestSpecification json() {
        return As.a(Role.MARKETER).contentType("application/json");
    }

    private Response bulk(String body) {
        return json().body(body).post(CONNECTIONS + "/bulk");
    }

    @Test
    @Tag("M7")
    void manyAreLabelledAtOnceAndAWordThatIsNoLabelIsNamed() {
        String a = create("a");
        String b = create("b");

        Response labelled =
                json().body(
                                "{\"action\":\"LABEL\",\"ids\":[\"%s\",\"%s\"],\"add\":[\"L %s\"]}"
                                        .formatted(a, b, mark))
                        .post(CONNECTIONS + "/bulk");
        Response wrong =
                json().body(
                                "{\"action\":\"LABEL\",\"ids\":[\"%s\"],\"add\":[\"x,y\"]}"
                                        .formatted(a))
                        .post(CONNECTIONS + "/bulk");
        Response nothing =
                json().body("{\"action\":\"LABEL\",\"ids\":[\"%s\"]}".formatted(a))
                        .post(CONNECTIONS + "/bulk");

        assertThat(labelled.jsonPath().getList("done")).containsExactly(a, b);
        assertThat(asked().get(CONNECTIONS).jsonPath().getList("items.labels.name.flatten()"))
                .containsExactly("L " + mark, "L " + mark);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.jsonPath().getString("errors[0].pointer")).isEqualTo("/add/0");
        assertThat(nothing.jsonPath().getString("errors[0].pointer")).isEqualTo("/add");
    }

    private String create(String name) {
        return json().body(
                        "{\"typeId\":\"test-system\",\"name\":\"%s %s\"}"
                                .formatted(name.replace("\"", "\\\""), mark))
                .post(CONNECTIONS)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
    }

    private static void turn(String id, boolean on) {
        json().body("{\"on\":%s}".formatted(on)).put(CONNECTIONS + "/" + id + "/on");
    }
}
