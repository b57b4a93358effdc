package io.connections.api.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.api.testing.ApiTest;
import io.connections.api.testing.As;
import io.connections.api.testing.Rows;
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
class ExplanationResourceTest {
    private final UUID profile = UUID.randomUUID();
    private final String objective = "o" + profile;
    private String connection = "";

    @BeforeEach
    void aConnectionLinkedToAnObjective() {
        Rows.change("insert into profile (id, properties) values (?, '{}')", profile);
        As.a(Role.MARKETER)
                .contentType("application/json")
                .body(
                        Map.of(
                                "id",
                                objective,
                                "name",
                                "Newsletter " + profile,
                                "zones",
                                List.of("rest-of-world")))
                .post("/api/v1/objectives");
        As.a(Role.ADMINISTRATOR).put("/api/v1/connection-types/test-system/installation");
        connection =
                As.a(Role.MARKETER)
                        .contentType("application/json")
                        .body("{\"typeId\":\"test-system\",\"name\":\"Shop\"}")
                        .post("/api/v1/connections")
                        .jsonPath()
                        .getString("id");
        As.a(Role.MARKETER).put("/api/v1/objectives/" + objective + "/connections/" + connection);
    }

    @Test
    void everyRuleSaysWhatItSawAndTheFirstThatDoesNotHoldDecides() {
        As.a(Role.MARKETER)
                .contentType("application/json")
                .body(
                        Map.of(
                                "statements",
                                List.of(
                                        Map.of(
                                                "objective", objective,
                                                "answer", "REFUSED",
                                                "at", "2026-11-20T10:00:00Z"))))
                .post("/api/v1/profiles/" + profile + "/consents");

        Response explained = explain("");

        assertThat(explained.statusCode()).as(explained.asString()).isEqualTo(200);
        assertThat(explained.jsonPath().getBoolean("processed")).isFalse();
        assertThat(explained.jsonPath().getString("connectionName")).isEqualTo("Shop");
        assertThat(explained.jsonPath().getList("rules.kind")).containsExactly("ON", "CONSENT");
        assertThat(explained.jsonPath().getList("rules.holds")).containsExactly(false, false);
        assertThat(explained.jsonPath().getList("rules.decides")).containsExactly(true, false);
        assertThat(explained.jsonPath().getString("rules[1].reason"))
                .contains("Newsletter " + profile);
        assertThat(explained.jsonPath().getMap("rules[1].consent.objectives[0]"))
                .containsEntry("id", objective)
                .containsEntry("needsConsent", true)
                .containsEntry("answer", "REFUSED")
                .containsEntry("at", "2026-11-20T10:00:00Z");
    }

    @Test
    @Tag("M24")
    void onAPageTheScopeIsAskedToo() {
        Response explained = explain("https://nobodys.example/support/");

        assertThat(explained.jsonPath().getList("rules.kind"))
                .containsExactly("ON", "SCOPE", "CONSENT");
        assertThat(explained.jsonPath().getString("rules[1].scope.why")).isEqualTo("NO_CHANNEL");
        assertThat(explained.jsonPath().getString("rules[1].reason")).isNotBlank();
    }

    @Test
    void whoseConsentCannotBeReadIsHeldBack() {
        Rows.change("update profile set consent = '{\"x\": 7}' where id = ?", profile);

        Response explained = explain("");

        assertThat(explained.jsonPath().getString("rules[1].reason"))
                .isEqualTo("The profile's consent could not be read.");
        assertThat(explained.jsonPath().getBoolean("processed")).isFalse();
    }

    @Test
    void whatIsMissingOrWrongIsSaid() {
        Response unsaid = As.a(Role.VIEWER).get("/api/v1/profiles/" + profile + "/explanation");
        Response nobody =
                As.a(Role.VIEWER)
                        .queryParam("connection", connection)
                        .get("/api/v1/profiles/" + UUID.randomUUID() + "/explanation");

        assertThat(unsaid.statusCode()).isEqualTo(422);
        assertThat(unsaid.jsonPath().getString("errors[0].pointer")).isEqualTo("/connection");
        assertThat(explain("no page").statusCode()).isEqualTo(422);
        assertThat(nobody.statusCode()).isEqualTo(404);
    }

    private Response explain(String url) {
        return As.a(Role.VIEWER)
                .queryParam("connection", connection)
                .queryParam("url", url)
                .get("/api/v1/profiles/" + profile + "/explanation");
    }
}
