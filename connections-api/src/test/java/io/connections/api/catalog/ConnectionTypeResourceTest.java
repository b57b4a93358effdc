package io.connections.api.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.api.testing.ApiTest;
import io.connections.api.testing.As;
import io.connections.api.testing.WhoMay;
import io.connections.domain.access.Permission;
import io.connections.domain.access.Role;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ApiTest
@Tag("M2")
class ConnectionTypeResourceTest {
    private static final String TYPES = "/api/v1/connection-types";
    private static final String CONNECTIONS = "/api/v1/connections";

    @Test
    void fourTypesAreInstalledAtFirstAndTheGalleryHasTheOthers() {
        List<String> installed = ids(As.a(Role.VIEWER).get(TYPES));
        List<String> others = ids(As.a(Role.VIEWER).get(TYPES + "?installed=false"));
        List<String> all = ids(As.a(Role.VIEWER).get(TYPES + "?installed=all"));

        assertThat(installed)
                .contains(
                        "sftp",
                        "adobe-experience-platform",
                        "salesforce-marketing-cloud",
                        "sap-emarsys");
        assertThat(others).contains("beop", "flip-to", "oracle-responsys", "promio-connect");
        assertThat(all)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(installed.stream(), others.stream()).toList())
                .hasSizeGreaterThan(11);
    }

    @Test
    @Tag("M4")
    void aSearchFindsAGuidesWordsAndShowsThePlace() {
        Response found = As.a(Role.VIEWER).get(TYPES + "?installed=all&search=FromInStorecard");

        assertThat(ids(found)).containsExactly("tibco-reward");
        assertThat(found.jsonPath().getString("items[0].found")).contains("FromInStorecard");
    }

    @Test
    void aCategoryLeavesOutTheOthers() {
        assertThat(ids(As.a(Role.VIEWER).get(TYPES + "?installed=all&category=Loyalty")))
                .containsExactly("tibco-reward");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "TRUE", "1"})
    void whatIsNeitherTrueNorFalseNorAllIsRefusedSayingSo(String installed) {
        Response refused = As.a(Role.VIEWER).get(TYPES + "?installed=" + installed);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.jsonPath().getString("errors[0].pointer")).isEqualTo("/installed");
    }

    @Test
    void whoMayInstallsATypeAndAgainAndTakesItBack() {
        String at = TYPES + "/mailup/installation";

        WhoMay.needs(Permission.TYPES_INSTALL, by -> by.put(at));
        Response shown = As.a(Role.VIEWER).get(TYPES + "/mailup");
        WhoMay.needs(Permission.TYPES_INSTALL, by -> by.delete(at));

        assertThat(shown.jsonPath().getBoolean("installed")).isTrue();
        assertThat(shown.jsonPath().getString("installedBy")).isNotBlank();
        assertThat(As.a(Role.VIEWER).get(TYPES + "/mailup").jsonPath().getBoolean("installed"))
                .isFalse();
    }

    @Test
    void aTypeWithConnectionsIsNotUninstalledAndTheyAreNamed() {
        As.a(Role.ADMINISTRATOR).put(TYPES + "/beop/installation");
        String id = made("beop", "Readers").jsonPath().getString("id");

        Response refused = As.a(Role.ADMINISTRATOR).delete(TYPES + "/beop/installation");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.jsonPath().getString("type"))
                .isEqualTo("/problems/connection-type-in-use");
        assertThat(refused.jsonPath().getInt("count")).isEqualTo(1);
        assertThat(refused.jsonPath().getString("usedByConnections[0].id")).isEqualTo(id);
        assertThat(refused.jsonPath().getString("usedByConnections[0].name")).isEqualTo("Readers");
    }

    @Test
    void ofATypeThatWasUninstalledMeanwhileNoConnectionIsMade() {
        As.a(Role.APPLICATION_MANAGER).put(TYPES + "/flip-to/installation");
        As.a(Role.APPLICATION_MANAGER).delete(TYPES + "/flip-to/installation");

        Response refused = made("flip-to", "Guests");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.jsonPath().getString("type"))
                .isEqualTo("/problems/connection-type-not-installed");
        assertThat(refused.jsonPath().getString("detail")).contains("Flip.to", "Nothing");
    }

    @Test
    void aTypeThatIsNotShippedIsNotFoundWhateverIsWantedOfIt() {
        for (Response refused :
                List.of(
                        As.a(Role.ADMINISTRATOR).get(TYPES + "/telepathy"),
                        As.a(Role.ADMINISTRATOR).get(TYPES + "/telepathy/guide"),
                        As.a(Role.ADMINISTRATOR).get(TYPES + "/telepathy/goals"),
                        As.a(Role.ADMINISTRATOR).put(TYPES + "/telepathy/installation"),
                        As.a(Role.ADMINISTRATOR).delete(TYPES + "/telepathy/installation"))) {
            assertThat(refused.statusCode()).isEqualTo(404);
            assertThat(refused.jsonPath().getString("type"))
                    .isEqualTo("/problems/connection-type-not-found");
        }
    }

    @Test
    void aNewConnectionsGoalIsPreparedAsItCanBeSavedAndItsColumnsAreOffered() {
        Response prepared = As.a(Role.VIEWER).get(TYPES + "/salesforce-marketing-cloud/goals");
        String goal =
                new JsonObject(prepared.asString())
                        .getJsonArray("items")
                        .getJsonObject(0)
                        .getJsonObject("goal")
                        .encode();

        Response saved =
                As.a(Role.MARKETER)
                        .contentType("application/json")
                        .body(
                                "{\"typeId\":\"salesforce-marketing-cloud\",\"name\":\"SFMC\",\"setup\":{\"port\":22},\"goals\":[%s]}"
                                        .formatted(goal))
                        .post(CONNECTIONS);

        assertThat(saved.statusCode()).as(saved.asString()).isEqualTo(201);
        assertThat(saved.jsonPath().getString("goals[0].source.folder")).isEqualTo("Export");
        assertThat(prepared.jsonPath().getList("items[0].columns.column"))
                .contains("EmailAddress", "SubscriberKey");
        assertThat(prepared.jsonPath().getList("items[0].matchBy"))
                .containsExactly(List.of("salesforce-subscriber-key"), List.of("email"));
    }

    @Test
    @Tag("M4")
    void everyTypeHasItsGuideInstalledOrNot() {
        for (String id : ids(As.a(Role.VIEWER).get(TYPES + "?installed=all"))) {
            Response guide = As.a(Role.VIEWER).get(TYPES + "/" + id + "/guide");

            assertThat(guide.statusCode()).as(id).isEqualTo(200);
            assertThat(guide.contentType()).startsWith("text/markdown");
            assertThat(guide.asString()).startsWith("# ");
        }
    }

    @Test
    @Tag("M4")
    void aGuidesPictureIsShownAndMayRunNothing() {
        Response picture = As.a(Role.VIEWER).get("/api/v1/guide-pictures/host-key.svg");
        Response none = As.a(Role.VIEWER).get("/api/v1/guide-pictures/sftp.yaml");

        assertThat(picture.statusCode()).isEqualTo(200);
        assertThat(picture.contentType()).startsWith("image/svg+xml");
        assertThat(picture.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(none.statusCode()).isEqualTo(404);
        WhoMay.needs(
                Permission.CONNECTIONS_READ, by -> by.get("/api/v1/guide-pictures/host-key.svg"));
    }

    private static Response made(String type, String name) {
        return As.a(Role.MARKETER)
                .contentType("application/json")
                .body("{\"typeId\":\"%s\",\"name\":\"%s\"}".formatted(type, name))
                .post(CONNECTIONS);
    }

    private static List<String> ids(Response listed) {
        assertThat(listed.statusCode()).as(listed.asString()).isEqualTo(200);
        return listed.jsonPath().getList("items.id");
    }
}
