package io.connections.api.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.api.testing.ApiTest;
import io.connections.api.testing.As;
import io.connections.api.testing.WhoMay;
import io.connections.domain.access.Permission;
import io.connections.domain.access.Role;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@ApiTest
@Tag("M15")
@Tag("M30")
class PropertyResourceTest {
    private static final String PATH = "/api/v1/profile-properties";

    @Test
    void everyEndpointAsksForItsPermission() {
        WhoMay.needs(Permission.PROFILES_READ, who -> who.get(PATH));
        WhoMay.needs(Permission.PROPERTIES_WRITE, who -> create(who, aNewId(), "TEXT"));
        WhoMay.needs(Permission.PROPERTIES_WRITE, who -> createAll(who, aNewId()));
        WhoMay.needs(
                Permission.PROPERTIES_WRITE,
                who -> {
                    String id = aNewId();
                    create(As.a(Role.MARKETER), id, "TEXT");
                    return who.contentType("application/json")
                            .body(Map.of("name", "Other", "pii", true))
                            .put(PATH + "/" + id);
                });
        WhoMay.needs(
                Permission.PROPERTIES_WRITE,
                who -> {
                    String id = aNewId();
                    create(As.a(Role.MARKETER), id, "TEXT");
                    return who.delete(PATH + "/" + id);
                });
    }

    @Test
    void aMadePropertyIsListed() {
        String id = aNewId();

        Response made = create(As.a(Role.MARKETER), id, "EMAIL");

        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(made.header("Location")).endsWith(PATH + "/" + id);
        Response list = As.a(Role.VIEWER).get(PATH);
        assertThat(list.jsonPath().getMap("items.find { it.id == '" + id + "' }"))
                .isEqualTo(
                        Map.of(
                                "id",
                                id,
                                "number",
                                made.jsonPath().getInt("number"),
                                "name",
                                "A name",
                                "type",
                                "EMAIL",
                                "identifier",
                                true,
                                "pii",
                                false));
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        Response refused =
                As.a(Role.MARKETER)
                        .contentType("application/json")
                        .body(Map.of("id", "not an id", "name", " ", "type", "CHOICE"))
                        .post(PATH);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.jsonPath().getList("errors.pointer"))
                .containsExactly("/id", "/name", "/choices");
    }

    @Test
    void severalAreMadeAtOnceInTheirOrder() {
        String id = aNewId();

        Response made = createAll(As.a(Role.MARKETER), id + "b", id + "a");

        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        assertThat(made.jsonPath().getList("items.id")).containsExactly(id + "b", id + "a");
    }

    @Test
    void whereOneOfSeveralIsTakenNoneIsMade() {
        String id = aNewId();
        create(As.a(Role.MARKETER), id + "b", "TEXT");

        Response refused = createAll(As.a(Role.MARKETER), id + "a", id + "b");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.jsonPath().getString("detail")).contains(id + "b");
        assertThat(As.a(Role.VIEWER).get(PATH).jsonPath().getList("items.id"))
                .doesNotContain(id + "a");
    }

    @Test
    void ofSeveralEachFaultHasItsPlace() {
        Response refused = createAll(As.a(Role.MARKETER), "fine", "not an id", "FINE");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.jsonPath().getList("errors.pointer"))
                .containsExactly("/items/1/id", "/items/2/id");
        assertThat(createAll(As.a(Role.MARKETER)).jsonPath().getList("errors.pointer"))
                .containsExactly("/items");
    }

    @Test
    void aChoiceThatIsNoTextIsNamedByItsPlace() {
        Response refused =
                As.a(Role.MARKETER)
                        .contentType("application/json")
                        .body(
                                """
                                {"id":"%s","name":"A","type":"CHOICE","choices":["x",null]}
                                """
                                        .formatted(aNewId()))
                        .post(PATH);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.jsonPath().getList("errors.pointer")).containsExactly("/choices/1");
    }

    @Test
    void aNumberIsNoType() {
        Response refused =
                As.a(Role.MARKETER)
                        .contentType("application/json")
                        .body(Map.of("id", aNewId(), "name", "A", "type", 3))
                        .post(PATH);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.jsonPath().getList("errors.pointer")).containsExactly("/type");
    }

    @Test
    void anIdThatDiffersInCaseAloneIsTaken() {
        String id = aNewId();
        create(As.a(Role.MARKETER), id, "TEXT");

        Response refused = create(As.a(Role.MARKETER), "P" + id.substring(1), "TEXT");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.jsonPath().getString("type")).isEqualTo("/problems/property-id-taken");
    }

    @Test
    void nameChoicesAndPiiCanBeChanged() {
        String id = aNewId();
        As.a(Role.MARKETER)
                .contentType("application/json")
                .body(Map.of("id", id, "name", "A", "type", "CHOICE", "choices", List.of("x")))
                .post(PATH);

        Response changed =
                As.a(Role.MARKETER)
                        .contentType("application/json")
                        .body(Map.of("name", "B", "choices", List.of("x", "y"), "pii", true))
                        .put(PATH + "/" + id);

        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.jsonPath().getString("name")).isEqualTo("B");
        assertThat(changed.jsonPath().getList("choices")).containsExactly("x", "y");
        assertThat(changed.jsonPath().getBoolean("pii")).isTrue();
    }

    @Test
    void aDeletedPropertyIsNotFound() {
        String id = aNewId();
        create(As.a(Role.MARKETER), id, "TEXT");
        As.a(Role.MARKETER).delete(PATH + "/" + id);

        Response again = As.a(Role.MARKETER).delete(PATH + "/" + id);

        assertThat(again.statusCode()).isEqualTo(404);
        assertThat(again.jsonPath().getString("type")).isEqualTo("/problems/property-not-found");
    }

    private static Response createAll(RequestSpecification who, String... ids) {
        return who.contentType("application/json")
                .body(
                        Map.of(
                                "items",
                                Stream.of(ids)
                                        .map(id -> Map.of("id", id, "name", id, "type", "TEXT"))
                                        .toList()))
                .post(PATH + "/batch");
    }

    private static Response create(RequestSpecification who, String id, String type) {
        return who.contentType("application/json")
                .body(Map.of("id", id, "name", "A name", "type", type, "identifier", true))
                .post(PATH);
    }

    private static String aNewId() {
        return "p" + UUID.randomUUID().toString().replace("-", "");
    }
}
