package io.connections.api.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.api.testing.ApiTest;
import io.connections.api.testing.As;
import io.connections.api.testing.Rows;
import io.connections.api.testing.WhoMay;
import io.connections.domain.access.Permission;
import io.connections.domain.access.Role;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@ApiTest
@Tag("M15")
@Tag("M30")
class ProfileResourceTest {
    private static final String PATH = "/api/v1/profiles";

    private final String unique = UUID.randomUUID().toString().replace("-", "");
    private final String email = "e" + unique;

    @Test
    void everyEndpointAsksForItsPermission() {
        int number = property();
        String id = profile(number, unique + "@x.example");
        WhoMay.needs(Permission.PROFILES_READ, who -> who.get(PATH));
        WhoMay.needs(Permission.PROFILES_READ, who -> who.get(PATH + "/" + id));
        WhoMay.needs(
                Permission.PROFILES_WRITE,
                who ->
                        edit(
                                who,
                                id,
                                As.a(Role.VIEWER).get(PATH + "/" + id).header("ETag"),
                                unique + "@y.example"));
        WhoMay.needs(
                Permission.PROFILES_WRITE,
                who -> who.delete(PATH + "/" + profile(number, UUID.randomUUID() + "@x.example")));
    }

    @Test
    void anOpenedProfileSaysWhereItsValuesComeFrom() {
        String id = profile(property(), unique + "@x.example");

        Response opened = As.a(Role.VIEWER).get(PATH + "/" + id);

        assertThat(opened.statusCode()).isEqualTo(200);
        assertThat(opened.header("ETag")).isEqualTo("\"1\"");
        assertThat(opened.jsonPath().getString("values[0].property")).isEqualTo(email);
        assertThat(opened.jsonPath().getList("values[0].values"))
                .containsExactly(unique + "@x.example");
        assertThat(opened.jsonPath().getString("values[0].origin.kind")).isEqualTo("RUN");
        assertThat(opened.jsonPath().getString("values[0].origin.connectionName"))
                .isEqualTo("Shop");
    }

    @Test
    void aProfileIsFoundHoweverItsIdentifierIsTyped() {
        String id = profile(property(), unique + "@x.example");

        Response found =
                As.a(Role.VIEWER)
                        .queryParam(
                                "identifier", "  " + unique.toUpperCase(Locale.ROOT) + "@X.example")
                        .get(PATH);

        assertThat(found.jsonPath().getList("items.id")).containsExactly(id);
        assertThat(found.jsonPath().getString("items[0].label")).isEqualTo(unique + "@x.example");
    }

    @Test
    void theLastMadeAreListedPageByPage() {
        int number = property();
        profile(number, unique + "@x.example");
        profile(number, unique + "@y.example");

        Response page = As.a(Role.VIEWER).queryParam("limit", 1).get(PATH);

        assertThat(page.jsonPath().getList("items")).hasSize(1);
        assertThat(page.jsonPath().getString("next")).isNotBlank();
    }

    @Test
    void anEditIsNormalisedKeptAndSignedByThePerson() {
        String id = profile(property(), unique + "@x.example");

        Response edited =
                edit(
                        As.a(Role.MARKETER),
                        id,
                        "\"1\"",
                        " " + unique.toUpperCase(Locale.ROOT) + "@Y.example ");

        assertThat(edited.statusCode()).as(edited.asString()).isEqualTo(200);
        assertThat(edited.header("ETag")).isEqualTo("\"2\"");
        assertThat(edited.jsonPath().getList("values[0].values"))
                .containsExactly(unique + "@y.example");
        assertThat(edited.jsonPath().getString("values[0].origin.kind")).isEqualTo("PERSON");
        assertThat(edited.jsonPath().getString("values[0].origin.by")).isEqualTo("A marketer");
    }

    @Test
    void anEditOfAnOldVersionIsRefused() {
        String id = profile(property(), unique + "@x.example");
        edit(As.a(Role.MARKETER), id, "\"1\"", unique + "@y.example");

        Response refused = edit(As.a(Role.MARKETER), id, "\"1\"", unique + "@z.example");

        assertThat(refused.statusCode()).isEqualTo(412);
        assertThat(refused.jsonPath().getString("type")).isEqualTo("/problems/profile-changed");
    }

    @Test
    void anEditSaysWhichVersionItWasMadeFrom() {
        String id = profile(property(), unique + "@x.example");

        Response refused =
                As.a(Role.MARKETER)
                        .contentType("application/json")
                        .body(Map.of("values", Map.of()))
                        .put(PATH + "/" + id);

        assertThat(refused.statusCode()).isEqualTo(428);
    }

    @Test
    void anIdentifierOfAnotherProfileIsRefusedNamingIt() {
        int number = property();
        String other = profile(number, unique + "@taken.example");
        String id = profile(number, unique + "@x.example");

        Response refused = edit(As.a(Role.MARKETER), id, "\"1\"", unique + "@taken.example");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.jsonPath().getString("type")).isEqualTo("/problems/identifier-taken");
        assertThat(refused.jsonPath().getString("profileId")).isEqualTo(other);
    }

    @Test
    void aValueThatIsNotOfItsTypeIsPointedAt() {
        String id = profile(property(), unique + "@x.example");

        Response refused = edit(As.a(Role.MARKETER), id, "\"1\"", "no address");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.jsonPath().getString("errors[0].pointer"))
                .isEqualTo("/values/" + email + "/0");
    }

    @Test
    void aDeletedProfileIsGone() {
        String id = profile(property(), unique + "@x.example");

        Response deleted = As.a(Role.MARKETER).delete(PATH + "/" + id);

        assertThat(deleted.statusCode()).as(deleted.asString()).isEqualTo(200);
        assertThat(As.a(Role.VIEWER).get(PATH + "/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    @Tag("M28")
    void anErasureLeavesAReceiptWithoutPersonalData() {
        String id = profile(property(), unique + "@x.example");

        Response receipt = As.a(Role.MARKETER).delete(PATH + "/" + id);
        String erasure = receipt.jsonPath().getString("id");

        assertThat(receipt.jsonPath().getString("profileId")).isEqualTo(id);
        assertThat(receipt.jsonPath().getString("by")).isEqualTo("A marketer");
        assertThat(receipt.jsonPath().getInt("removed.identifiers")).isEqualTo(1);
        assertThat(receipt.asString()).doesNotContain(unique + "@x.example");
        assertThat(As.a(Role.VIEWER).get("/api/v1/erasures/" + erasure).jsonPath().getMap(""))
                .containsAllEntriesOf(Map.of("id", erasure, "profileId", id, "by", "A marketer"));
        assertThat(
                        As.a(Role.VIEWER)
                                .queryParam("profile", id)
                                .get("/api/v1/erasures")
                                .jsonPath()
                                .getList("items.id"))
                .containsExactly(erasure);
        assertThat(As.a(Role.VIEWER).get("/api/v1/erasures/none").jsonPath().getString("type"))
                .isEqualTo("/problems/erasure-not-found");
        assertThat(As.a(Role.MARKETER).delete(PATH + "/" + id).statusCode()).isEqualTo(404);
    }

    private static Response edit(
            RequestSpecification who, String id, String ifMatch, String address) {
        String property =
                As.a(Role.VIEWER).get(PATH + "/" + id).jsonPath().getString("values[0].property");
        return who.contentType("application/json")
                .header("If-Match", ifMatch)
                .body(Map.of("values", Map.of(property, List.of(address))))
                .put(PATH + "/" + id);
    }

    private int property() {
        return As.a(Role.MARKETER)
                .contentType("application/json")
                .body(
                        Map.of(
                                "id",
                                email,
                                "name",
                                "E-mail",
                                "type",
                                "EMAIL",
                                "identifier",
                                true,
                                "pii",
                                true))
                .post("/api/v1/profile-properties")
                .jsonPath()
                .getInt("number");
    }

    /// As a run of the connection *Shop* leaves it.
    private static String profile(int property, String address) {
        UUID id = UUID.randomUUID();
        UUID run = UUID.randomUUID();
        Rows.change(
                """
                insert into run (id, connection_id, connection_version, connection_name, number,
                                 state, trigger)
                values (?, gen_random_uuid(), 1, 'Shop', 1, 'FINISHED', 'MANUAL')
                """,
                run);
        Rows.change(
                "insert into profile (id, properties) values (?, jsonb_build_object(?::text, ?::text))",
                id,
                String.valueOf(property),
                address);
        Rows.change("insert into profile_identifier values (?, ?, ?)", property, address, id);
        Rows.change(
                "insert into profile_change (profile_id, run_id, record_no, disposition) values (?, ?, 1, 'C')",
                id,
                run);
        return id.toString();
    }
}
