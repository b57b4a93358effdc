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
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@ApiTest
@Tag("M27")
class ProfileConsentResourceTest {
    private final UUID profile = UUID.randomUUID();
    private final String path = "/api/v1/profiles/" + profile + "/consents";
    private final String objective = "o" + profile;

    @BeforeEach
    void aProfileAndAnObjective() {
        Rows.change("insert into profile (id, properties) values (?, '{}')", profile);
        Response made =
                As.a(Role.MARKETER)
                        .contentType("application/json")
                        .body(
                                Map.of(
                                        "id",
                                        objective,
                                        "name",
                                        "Newsletter " + profile,
                                        "zones",
                                        List.of("rest-of-world"),
                                        "title",
                                        "Our newsletter"))
                        .post("/api/v1/objectives");
        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
    }

    @Test
    @Tag("M30")
    void bothEndpointsAskForTheirPermission() {
        WhoMay.needs(Permission.PROFILES_READ, who -> who.get(path));
        WhoMay.needs(Permission.PROFILES_WRITE, who -> record(who, statement("GRANTED", 1)));
    }

    @Test
    void ofAPersonWhoSaidNothingNothingIsKnown() {
        Response consents = As.a(Role.VIEWER).get(path);

        assertThat(consents.statusCode()).isEqualTo(200);
        assertThat(consents.jsonPath().getString("zone")).isEqualTo("rest-of-world");
        assertThat(consents.jsonPath().getBoolean("readable")).isTrue();
        assertThat(consents.jsonPath().getList("current")).isEmpty();
    }

    @Test
    void consentAndItsWithdrawalAreRecordedWithWhatProvesThem() {
        String shown =
                As.a(Role.VIEWER)
                        .get("/api/v1/objectives/" + objective + "/texts")
                        .jsonPath()
                        .getString("items[0].fingerprint");
        record(
                As.a(Role.MARKETER),
                Map.of(
                        "objective",
                        objective,
                        "answer",
                        "GRANTED",
                        "at",
                        "2026-11-20T10:00:00Z",
                        "shown",
                        shown));

        Response withdrawn = record(As.a(Role.MARKETER), statement("REFUSED", 21));

        assertThat(withdrawn.statusCode()).as(withdrawn.asString()).isEqualTo(200);
        assertThat(withdrawn.jsonPath().getString("current[0].answer")).isEqualTo("REFUSED");
        assertThat(withdrawn.jsonPath().getString("current[0].objectiveName"))
                .isEqualTo("Newsletter " + profile);
        assertThat(withdrawn.jsonPath().getString("past[0].answer")).isEqualTo("GRANTED");
        assertThat(withdrawn.jsonPath().getString("past[0].at")).isEqualTo("2026-11-20T10:00:00Z");
        assertThat(withdrawn.jsonPath().getMap("past[0].evidence"))
                .containsEntry("kind", "STATED")
                .containsEntry("by", "A marketer")
                .containsEntry("source", "By phone")
                .containsEntry("shown", shown);
        assertThat(As.a(Role.VIEWER).get(path).asString()).isEqualTo(withdrawn.asString());
    }

    @Test
    void ofManyWhoRecordAtTheSameTimeNobodyIsRefusedAndNoStatementIsLost() {
        List<Response> answers =
                IntStream.rangeClosed(1, 20)
                        .parallel()
                        .mapToObj(
                                day ->
                                        record(
                                                As.a(Role.MARKETER),
                                                statement(day == 20 ? "REFUSED" : "GRANTED", day)))
                        .toList();

        Response consents = As.a(Role.VIEWER).get(path);
        assertThat(answers).extracting(Response::statusCode).containsOnly(200);
        assertThat(consents.jsonPath().getString("current[0].answer")).isEqualTo("REFUSED");
        assertThat(consents.jsonPath().getList("past.at"))
                .hasSize(19)
                .first()
                .isEqualTo("2026-11-19T10:00:00Z");
    }

    @Test
    void evidenceOfARunNamesTheConnection() {
        UUID run = UUID.randomUUID();
        Rows.change(
                """
                insert into run (id, connection_id, connection_version, connection_name, number,
                                 state, trigger)
                values (?, gen_random_uuid(), 1, 'Shop', 1, 'FINISHED', 'MANUAL')
                """,
                run);
        Rows.change(
                """
                with e as (insert into consent_evidence (run_id, goal_id)
                           values (?, gen_random_uuid()) returning id)
                update profile set consent =
                  jsonb_build_object(?::text, jsonb_build_array('g', 1764000000000, e.id))
                from e where profile.id = ?
                """,
                run,
                objective,
                profile);

        Response consents = As.a(Role.VIEWER).get(path);

        assertThat(consents.jsonPath().getMap("current[0].evidence"))
                .containsEntry("kind", "RUN")
                .containsEntry("runId", run.toString())
                .containsEntry("connectionName", "Shop");
    }

    @Test
    void consentInTheFutureOrToWhatThereIsNotIsPointedAt() {
        Response refused =
                record(
                        As.a(Role.MARKETER),
                        Map.of("objective", "nobody-knows", "answer", "GRANTED"),
                        Map.of(
                                "objective", objective,
                                "answer", "GRANTED",
                                "at", "2999-01-01T00:00:00Z"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.jsonPath().getList("errors.pointer"))
                .containsExactlyInAnyOrder("/statements/0/objective", "/statements/1/at");
    }

    @Test
    void consentOfNobodyIsNotFound() {
        Response refused =
                As.a(Role.MARKETER)
                        .contentType("application/json")
                        .body(Map.of("zone", "gdpr"))
                        .post("/api/v1/profiles/" + UUID.randomUUID() + "/consents");

        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(refused.jsonPath().getString("type")).isEqualTo("/problems/profile-not-found");
    }

    @Test
    void consentThatCannotBeReadIsShownAsThatAndNotWrittenOver() {
        Rows.change("update profile set consent = '{\"x\": 7}' where id = ?", profile);

        Response consents = As.a(Role.VIEWER).get(path);
        Response refused = record(As.a(Role.MARKETER), statement("GRANTED", 1));

        assertThat(consents.jsonPath().getBoolean("readable")).isFalse();
        assertThat(consents.jsonPath().getString("countedZone")).isNull();
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.jsonPath().getString("type")).isEqualTo("/problems/consent-unreadable");
    }

    private Map<String, Object> statement(String answer, int day) {
        return Map.of(
                "objective", objective,
                "answer", answer,
                "at", "2026-11-%02dT10:00:00Z".formatted(day));
    }

    private Response record(RequestSpecification who, Object... statements) {
        return who.contentType("application/json")
                .body(Map.of("statements", List.of(statements), "source", "By phone"))
                .post(path);
    }
}
