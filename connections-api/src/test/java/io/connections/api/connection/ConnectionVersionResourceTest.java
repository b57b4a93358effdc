package io.connections.api.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.api.testing.ApiTest;
import io.connections.api.testing.As;
import io.connections.api.testing.SftpConnection;
import io.connections.api.testing.WhoMay;
import io.connections.domain.access.Permission;
import io.connections.domain.access.Role;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What was saved before, and *Save as*.
@ApiTest
@Tag("M8")
class ConnectionVersionResourceTest {
    private static final String SETUP =
            "{\"host\":\"files.example\",\"port\":22,\"user\":\"shop\",\"signIn\":\"PASSWORD\"}";
    private static final String CANARY = "canary-41d2-stays-behind";

    @SuppressWarnings("NullAway.Init") // made before each test
    private String at;

    @BeforeEach
    void saveOne() {
        at = "/api/v1/connections/" + SftpConnection.saved(SETUP, CANARY, "");
    }

    @Test
    void everySaveIsListedWithWhoMadeItAndWhatStoodInIt() {
        save(1, "Second");

        Response versions = As.a(Role.VIEWER).get(at + "/versions");

        assertThat(versions.jsonPath().getList("items.version")).containsExactly(2, 1);
        assertThat(versions.jsonPath().getList("items.name")).containsExactly("Second", "Shop");
        assertThat(versions.jsonPath().getList("items.savedBy"))
                .containsExactly("A marketer", "A marketer");
        assertThat(versions.jsonPath().getString("items[1].setup.host")).isEqualTo("files.example");
    }

    @Test
    void goingBackSavesTheOldStateAsTheNewestVersion() {
        save(1, "Second");

        Response restored = restore(1, "\"2\"");

        assertThat(restored.statusCode()).as(restored.asString()).isEqualTo(200);
        assertThat(restored.header("ETag")).isEqualTo("\"3\"");
        assertThat(As.a(Role.VIEWER).get(at).jsonPath().getString("name")).isEqualTo("Shop");
        assertThat(As.a(Role.VIEWER).get(at + "/versions/2").jsonPath().getString("name"))
                .isEqualTo("Second");
    }

    @Test
    void goingBackOverWhatSomebodySavedMeanwhileIsRefused() {
        save(1, "Second");

        Response late = restore(1, "\"1\"");

        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(late.jsonPath().getString("current.name")).isEqualTo("Second");
    }

    @Test
    void aVersionThatNeverWasIsNotThere() {
        Response unknown = As.a(Role.VIEWER).get(at + "/versions/99");
        Response noNumber = As.a(Role.VIEWER).get(at + "/versions/newest");

        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.jsonPath().getString("type")).isEqualTo("/problems/version-not-found");
        assertThat(noNumber.statusCode()).isEqualTo(404);
    }

    @Test
    @Tag("M11")
    void aCopyLeavesTheSecretsBehindUnlessAskedForThem() {
        Response without = copy("{\"name\":\"Till\"}");

        Response with = copy("{\"name\":\"Till\",\"withSecrets\":true}");

        assertThat(without.statusCode()).as(without.asString()).isEqualTo(201);
        assertThat(without.jsonPath().getBoolean("on")).isFalse();
        assertThat(without.jsonPath().getBoolean("secrets.password.set")).isFalse();
        assertThat(with.jsonPath().getBoolean("secrets.password.set")).isTrue();
        assertThat(with.asString()).doesNotContain(CANARY);
    }

    @Test
    void aCopyTakesWhatIsNotSavedYet() {
        Response copy =
                copy(
                        "{\"name\":\"Till\",\"unsaved\":{\"description\":\"Draft\",\"setup\":%s,\"goals\":[]}}"
                                .formatted(SETUP.replace("shop", "till")));

        assertThat(copy.jsonPath().getString("description")).isEqualTo("Draft");
        assertThat(copy.jsonPath().getString("setup.user")).isEqualTo("till");
        assertThat(As.a(Role.VIEWER).get(at).jsonPath().getString("setup.user")).isEqualTo("shop");
    }

    @Test
    @Tag("M30")
    void onlyWhoMayLooksBackAndOnlyWhoMayGoesBackOrCopies() {
        WhoMay.needs(Permission.CONNECTIONS_READ, by -> by.get(at + "/versions"));
        WhoMay.needs(Permission.CONNECTIONS_READ, by -> by.get(at + "/versions/1"));
        WhoMay.needs(
                Permission.CONNECTIONS_WRITE,
                by ->
                        by.contentType("application/json")
                                .body("{\"name\":\"Till\"}")
                                .post(at + "/copies"));
    }

    private Response save(int from, String name) {
        return As.a(Role.MARKETER)
                .contentType("application/json")
                .header("If-Match", "\"" + from + "\"")
                .body("{\"name\":\"%s\",\"setup\":%s,\"goals\":[]}".formatted(name, SETUP))
                .put(at);
    }

    private Response restore(int version, String ifMatch) {
        return As.a(Role.MARKETER)
                .header("If-Match", ifMatch)
                .post(at + "/versions/" + version + "/restore");
    }

    private Response copy(String body) {
        return As.a(Role.MARKETER).contentType("application/json").body(body).post(at + "/copies");
    }
}
