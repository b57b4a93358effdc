package io.connections.api.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import io.connections.api.testing.ApiTest;
import io.connections.api.testing.As;
import io.connections.domain.access.Role;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Who may change one connection.
@ApiTest
@Tag("M7")
@Tag("M30")
class EditRightsResourceTest {
    private static final String CONNECTIONS = "/api/v1/connections";

    @SuppressWarnings("NullAway.Init") // made before each test
    private String id;

    @SuppressWarnings("NullAway.Init") // made before each test
    private String at;

    @BeforeEach
    void oneIsReservedForApplicationManagers() {
        Response made =
                json(Role.APPLICATION_MANAGER)
                        .body(
                                "{\"typeId\":\"sftp\",\"name\":\"Reserved\","
                                        + "\"editRoles\":[\"application-manager\"]}")
                        .post(CONNECTIONS);
        id = made.jsonPath().getString("id");
        at = CONNECTIONS + "/" + id;
    }

    @Test
    void everyoneSeesForWhomItIsReservedAndWhetherTheyMayChangeIt() {
        Response seen = As.a(Role.MARKETER).get(at);

        assertThat(seen.jsonPath().getList("editRoles")).containsExactly("application-manager");
        assertThat(seen.jsonPath().getBoolean("mayEdit")).isFalse();
        assertThat(mayEdit(Role.VIEWER)).isFalse();
        assertThat(mayEdit(Role.APPLICATION_MANAGER)).isTrue();
        assertThat(mayEdit(Role.ADMINISTRATOR)).isTrue();
    }

    @Test
    void whoseRoleIsNotAmongThoseIsToldWhoMayChangeIt() {
        assertAll(
                List.of(
                                save(Role.MARKETER, "\"1\"", "[]"),
                                save(Role.MARKETER, "\"7\"", "[]"),
                                json(Role.MARKETER).body("{\"on\":true}").put(at + "/on"),
                                json(Role.MARKETER)
                                        .body("{\"value\":\"stolen\"}")
                                        .put(at + "/secrets/password"),
                                As.a(Role.MARKETER).delete(at + "/secrets/password"),
                                json(Role.MARKETER)
                                        .body("{\"add\":[\"Stores\"]}")
                                        .patch(at + "/labels"),
                                json(Role.MARKETER)
                                        .header("If-Match", "\"1\"")
                                        .post(at + "/versions/1/restore"),
                                json(Role.MARKETER)
                                        .body("{\"name\":\"Copy\",\"withSecrets\":true}")
                                        .post(at + "/copies"),
                                As.a(Role.MARKETER).delete(at))
                        .stream()
                        .map(answer -> () -> assertReserved(answer)));

        assertThat(As.a(Role.VIEWER).get(at).jsonPath().getInt("version")).isEqualTo(1);
    }

    @Test
    void theListSaysItToo() {
        made(Role.MARKETER, "[]");

        assertThat(listed(Role.MARKETER, id)).isFalse();
        assertThat(listed(Role.VIEWER, id)).isFalse();
        assertThat(listed(Role.APPLICATION_MANAGER, id)).isTrue();
        assertThat(As.a(Role.MARKETER).get(at + "/summary").jsonPath().getBoolean("mayEdit"))
                .isFalse();
    }

    private static boolean listed(Role role, String connection) {
        return As.a(role)
                .get(CONNECTIONS + "?limit=100&search=Reserved")
                .jsonPath()
                .getBoolean("items.find { it.id == '%s' }.mayEdit".formatted(connection));
    }

    @Test
    void ofManyItAloneIsRefused() {
        String open = made(Role.MARKETER, "[]").jsonPath().getString("id");

        Response answer =
                json(Role.MARKETER)
                        .body(
                                "{\"action\":\"TURN_ON\",\"ids\":[\"%s\",\"%s\"]}"
                                        .formatted(id, open))
                        .post(CONNECTIONS + "/bulk");

        assertThat(answer.jsonPath().getList("done")).containsExactly(open);
        assertThat(answer.jsonPath().getString("refused[0].id")).isEqualTo(id);
        assertThat(answer.jsonPath().getString("refused[0].code")).isEqualTo("editing-reserved");
        assertThat(answer.jsonPath().getString("refused[0].message"))
                .startsWith("Only application managers and administrators may change");
    }

    @Test
    void administratorsChangeItAndWhomItIsReservedFor() {
        Response saved = save(Role.ADMINISTRATOR, "\"1\"", "[\"administrator\",\"marketer\"]");

        assertThat(saved.statusCode()).as(saved.asString()).isEqualTo(200);
        assertThat(saved.jsonPath().getList("editRoles"))
                .containsExactly("marketer", "administrator");
        assertThat(mayEdit(Role.MARKETER)).isTrue();
        assertThat(mayEdit(Role.APPLICATION_MANAGER)).isFalse();
    }

    @Test
    void aProgramThatKnowsNothingOfThemLeavesThemAsTheyAre() {
        Response saved =
                json(Role.ADMINISTRATOR)
                        .header("If-Match", "\"1\"")
                        .body("{\"name\":\"Renamed\"}")
                        .put(at);

        assertThat(saved.statusCode()).as(saved.asString()).isEqualTo(200);
        assertThat(saved.jsonPath().getList("editRoles")).containsExactly("application-manager");
    }

    @Test
    @Tag("M8")
    void everyVersionSaysWhomItWasReservedForThen() {
        save(Role.ADMINISTRATOR, "\"1\"", "[]");

        Response versions = As.a(Role.VIEWER).get(at + "/versions");

        assertThat(versions.jsonPath().getList("items.editRoles"))
                .isEqualTo(List.of(List.of(), List.of("application-manager")));
    }

    @Test
    @Tag("M8")
    void whoMayNotChangeItCopiesItWithoutSecretsAndMayChangeTheCopy() {
        Response copy = json(Role.MARKETER).body("{\"name\":\"Mine\"}").post(at + "/copies");

        assertThat(copy.statusCode()).as(copy.asString()).isEqualTo(201);
        assertThat(copy.jsonPath().getList("editRoles")).isEmpty();
        assertThat(copy.jsonPath().getBoolean("mayEdit")).isTrue();
    }

    @Test
    void rolesThatCannotBeMeantAreNamedByTheirPlace() {
        assertRefusedAt("/editRoles/1", made(Role.ADMINISTRATOR, "[\"marketer\",\"chef\"]"));
        assertRefusedAt("/editRoles/1", made(Role.ADMINISTRATOR, "[\"marketer\",\"viewer\"]"));
        assertRefusedAt("/editRoles/0", made(Role.ADMINISTRATOR, "[null]"));
        assertRefusedAt("/editRoles/0", made(Role.ADMINISTRATOR, "[\"\"]"));
        assertRefusedAt("/editRoles", made(Role.MARKETER, "[\"application-manager\"]"));
    }

    @Test
    void whoNamesAnUnknownRoleReadsWhichThereAre() {
        Response refused = made(Role.ADMINISTRATOR, "[\"chef\"]");

        assertThat(refused.jsonPath().getString("errors[0].message"))
                .isEqualTo(
                        "'chef' is none of [viewer, marketer, application-manager, administrator].");
    }

    private boolean mayEdit(Role role) {
        return As.a(role).get(at).jsonPath().getBoolean("mayEdit");
    }

    private Response save(Role role, String ifMatch, String editRoles) {
        return json(role)
                .header("If-Match", ifMatch)
                .body("{\"name\":\"Reserved\",\"editRoles\":%s}".formatted(editRoles))
                .put(at);
    }

    private static Response made(Role role, String editRoles) {
        return json(role)
                .body(
                        "{\"typeId\":\"sftp\",\"name\":\"Another\",\"editRoles\":%s}"
                                .formatted(editRoles))
                .post(CONNECTIONS);
    }

    private static RequestSpecification json(Role role) {
        return As.a(role).contentType("application/json");
    }

    private static void assertReserved(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(403);
        assertThat(answer.jsonPath().getString("type")).isEqualTo("/problems/editing-reserved");
        assertThat(answer.jsonPath().getString("detail"))
                .isEqualTo(
                        "Only application managers and administrators may change this connection."
                                + " Ask one of them, or save it as another connection.");
    }

    private static void assertRefusedAt(String pointer, Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(422);
        assertThat(answer.jsonPath().getList("errors.pointer")).containsExactly(pointer);
    }
}
