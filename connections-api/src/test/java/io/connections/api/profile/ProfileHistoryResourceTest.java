package io.connections.api.profile;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@ApiTest
@Tag("M28")
class ProfileHistoryResourceTest {
    private final UUID profile = UUID.randomUUID();
    private final UUID first = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();
    private final String path = "/api/v1/profiles/" + profile + "/history";

    @BeforeEach
    void aProfileThatTwoRunsMet() {
        Rows.change("insert into profile (id, properties) values (?, '{}')", profile);
        aRun(first, "Till", 'C', 7);
        aRun(second, "Shop", 'H', 12);
    }

    @Test
    @Tag("M30")
    void itAsksForItsPermission() {
        WhoMay.needs(Permission.PROFILES_READ, who -> who.get(path));
    }

    @Test
    void everyRunThatTouchedItOrHeldItBackIsThereTheLatestFirst() {
        Response history = As.a(Role.VIEWER).get(path);

        assertThat(history.statusCode()).as(history.asString()).isEqualTo(200);
        assertThat(history.jsonPath().getList("items.kind"))
                .containsExactly("HELD_BACK", "CREATED");
        assertThat(history.jsonPath().getMap("items[0].run"))
                .containsEntry("id", second.toString())
                .containsEntry("number", 4)
                .containsEntry("connectionName", "Shop")
                .containsEntry("goal", "Customers")
                .containsEntry("record", 12);
    }

    @Test
    void whetherOnePastRunHadItIsAnswered() {
        assertThat(kindsOf(first)).containsExactly("CREATED");
        assertThat(kindsOf(second)).containsExactly("HELD_BACK");
        assertThat(kindsOf(UUID.randomUUID())).isEmpty();
    }

    @Test
    void whatAPersonChangedSaysWhoAndWhatStoodThereBefore() {
        String property = "p" + UUID.randomUUID();
        As.a(Role.MARKETER)
                .contentType("application/json")
                .body(Map.of("id", property, "name", property, "type", "TEXT"))
                .post("/api/v1/profile-properties");
        edit(property, "Delft");
        Response edited = edit(property, "Breda");
        assertThat(edited.statusCode()).as(edited.asString()).isEqualTo(200);

        Response history = As.a(Role.VIEWER).get(path);

        assertThat(history.jsonPath().getString("items[0].kind")).isEqualTo("UPDATED");
        assertThat(history.jsonPath().getString("items[0].by")).isEqualTo("A marketer");
        assertThat(history.jsonPath().getString("items[0].before[0].property")).isEqualTo(property);
        assertThat(history.jsonPath().getList("items[0].before[0].values"))
                .containsExactly("Delft");
        assertThat(history.jsonPath().getList("items[1].before[0].values"))
                .as(history.asString())
                .isEmpty();
    }

    @Test
    void itComesInPagesAndAPlaceInOneIsNoPlaceInAnother() {
        Response page = As.a(Role.VIEWER).queryParam("limit", 1).get(path);
        String next = page.jsonPath().getString("next");

        assertThat(page.jsonPath().getList("items.kind")).containsExactly("HELD_BACK");
        assertThat(
                        As.a(Role.VIEWER)
                                .queryParam("limit", 1)
                                .queryParam("after", next)
                                .get(path)
                                .jsonPath()
                                .getList("items.kind"))
                .containsExactly("CREATED");
        assertThat(
                        As.a(Role.VIEWER)
                                .queryParam("run", first)
                                .queryParam("after", next)
                                .get(path)
                                .statusCode())
                .isEqualTo(422);
    }

    @Test
    void aDeletedProfileKeepsItsHistoryAndOneThatNeverWasHasNone() {
        As.a(Role.MARKETER).delete("/api/v1/profiles/" + profile);

        Response gone = As.a(Role.VIEWER).get(path);
        Response never =
                As.a(Role.VIEWER).get("/api/v1/profiles/" + UUID.randomUUID() + "/history");

        assertThat(gone.jsonPath().getList("items.kind"))
                .containsExactly("ERASED", "HELD_BACK", "CREATED");
        assertThat(As.a(Role.VIEWER).queryParam("run", UUID.randomUUID()).get(path).statusCode())
                .isEqualTo(200);
        assertThat(never.statusCode()).isEqualTo(404);
        assertThat(As.a(Role.VIEWER).queryParam("run", "x").get(path).statusCode()).isEqualTo(404);
    }

    private List<String> kindsOf(UUID run) {
        return As.a(Role.VIEWER).queryParam("run", run).get(path).jsonPath().getList("items.kind");
    }

    private Response edit(String property, String value) {
        String etag = As.a(Role.VIEWER).get("/api/v1/profiles/" + profile).header("ETag");
        return As.a(Role.MARKETER)
                .contentType("application/json")
                .header("If-Match", etag)
                .body("{\"values\":{\"%s\":[\"%s\"]}}".formatted(property, value))
                .put("/api/v1/profiles/" + profile);
    }

    private void aRun(UUID run, String connection, char disposition, long record) {
        UUID goal = UUID.randomUUID();
        Rows.change(
                """
                insert into run (id, connection_id, connection_version, connection_name, number,
                                 state, trigger)
                values (?, gen_random_uuid(), 1, ?, 4, 'FINISHED', 'MANUAL')
                """,
                run,
                connection);
        Rows.change(
                """
                insert into run_goal (run_id, ordinal, goal_id, name, state)
                values (?, 0, ?, 'Customers', 'FINISHED')
                """,
                run,
                goal);
        Rows.change(
                """
                insert into profile_change (profile_id, run_id, goal_id, record_no, disposition)
                values (?, ?, ?, ?, ?::"char")
                """,
                profile,
                run,
                goal,
                record,
                String.valueOf(disposition));
    }
}
