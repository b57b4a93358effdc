package io.connections.api.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.api.testing.ApiTest;
import io.connections.api.testing.As;
import io.connections.api.testing.CustomerGoal;
import io.connections.api.testing.Rows;
import io.connections.api.testing.Until;
import io.connections.domain.access.Role;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// From the refusal to the profile without what only that purpose justified.
@ApiTest
@Tag("M27")
class CleanUpTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final UUID profile = UUID.randomUUID();
    private final String objective = "o" + profile;

    @Test
    @Tag("M26")
    void whoRefusesLosesWhatOnlyThatJustifiedAndItIsRemembered() {
        CustomerGoal goal = CustomerGoal.withOwnProperties();
        sent(
                "/api/v1/objectives",
                Map.of(
                        "id",
                        objective,
                        "name",
                        "Points " + profile,
                        "zones",
                        List.of("rest-of-world"),
                        "cleansUp",
                        true));
        assertThat(
                        As.a(Role.VIEWER)
                                .get("/api/v1/objectives/" + objective)
                                .jsonPath()
                                .getBoolean("cleansUp"))
                .isTrue();
        sent(
                "/api/v1/connections",
                """
                {"typeId":"sftp","name":"Points %s","goals":[%s],"objectives":["%s"]}
                """
                        .formatted(profile, goal.json(), objective));
        Rows.change(
                """
                insert into profile (id, properties)
                select ?, jsonb_object_agg(number::text, case when id = ? then '5' else 'x' end)
                from profile_property where id in (?, ?)
                """,
                profile,
                goal.points(),
                goal.points(),
                goal.number());

        sent(
                "/api/v1/profiles/" + profile + "/consents",
                Map.of("statements", List.of(Map.of("objective", objective, "answer", "REFUSED"))));

        Until.holds(
                () -> "what the objective justified is cleared",
                PATIENCE,
                () -> history().getString("items[0].kind").equals("CLEARED"));
        assertThat(history().getString("items[0].by")).isEqualTo("Points " + profile);
        assertThat(history().getList("items[0].before.property")).containsExactly(goal.points());
        assertThat(history().getList("items[0].before[0].values")).isEmpty();
        assertThat(
                        As.a(Role.VIEWER)
                                .get("/api/v1/profiles/" + profile)
                                .jsonPath()
                                .getList("values.property"))
                .containsExactly(goal.number());
    }

    private JsonPath history() {
        return As.a(Role.VIEWER).get("/api/v1/profiles/" + profile + "/history").jsonPath();
    }

    private static JsonPath sent(String path, Object body) {
        Response answer =
                As.a(Role.MARKETER)
                        .contentType("application/json")
                        .header("Idempotency-Key", UUID.randomUUID())
                        .body(body)
                        .post(path);
        assertThat(answer.statusCode()).as(answer.asString()).isBetween(200, 201);
        return answer.jsonPath();
    }
}
