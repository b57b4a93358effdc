package io.connections.api.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.adapters.connector.sftp.SftpTestServer;
import io.connections.api.testing.ApiTest;
import io.connections.api.testing.As;
import io.connections.api.testing.CustomerGoal;
import io.connections.api.testing.SftpConnection;
import io.connections.api.testing.WhoMay;
import io.connections.domain.access.Permission;
import io.connections.domain.access.Role;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a person sees while laying out a goal, from a real SFTP server.
@ApiTest
@Tag("M14")
@Tag("M19")
class PreviewResourceTest {
    @TempDir Path folder;
    private CustomerGoal goal;
    private SftpTestServer server;

    @BeforeEach
    void start() throws IOException {
        Files.createDirectories(folder.resolve("in"));
        server = SftpTestServer.serving(folder);
        goal = CustomerGoal.withOwnProperties();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    @Tag("M21")
    void theFirstRecordsAreShownWithWhatWasDetected() throws IOException {
        file("a.csv", "number;email;points\nA1;a@shop.test;7\nA2;b@shop.test\nA3;c@shop.test;9\n");
        file("b.csv", "number;email;points\n");

        Response preview = sourcePreview(As.a(Role.MARKETER), connection(), goal.source());

        assertThat(preview.statusCode()).as(preview.asString()).isEqualTo(200);
        assertThat(preview.jsonPath().getList("files.name")).containsExactly("a.csv", "b.csv");
        assertThat(preview.jsonPath().getList("files.alreadyImported"))
                .containsExactly(false, false);
        assertThat(preview.jsonPath().getString("detected.separator")).isEqualTo(";");
        assertThat(preview.jsonPath().getList("fields.collect { it.name + ' ' + it.guessedType }"))
                .containsExactly("number TEXT", "email EMAIL", "points NUMBER");
        assertThat(preview.jsonPath().getString("fields[1].example")).isEqualTo("a@shop.test");
        assertThat(preview.jsonPath().getList("records.values.number"))
                .containsExactly(List.of("A1"), List.of("A3"));
        assertThat(preview.jsonPath().getList("broken.line")).containsExactly(3);
        assertThat(preview.jsonPath().getString("broken[0].raw")).isEqualTo("A2;b@shop.test");
    }

    @Test
    @Tag("M15")
    void eachColumnComesWithItsTypeAndWhatCleansItUp() throws IOException {
        file(
                "a.csv",
                """
                number;phone;country;born
                A1;020 7654321;NL;31.12.1980
                A2;030 123456;DE;1.2.1999
                """);

        Response preview = sourcePreview(As.a(Role.MARKETER), connection(), goal.source());

        assertThat(preview.jsonPath().getList("fields.guessedType"))
                .containsExactly("TEXT", "PHONE", "TEXT", "DATE");
        assertThat(preview.jsonPath().getList("fields[1].cleaning"))
                .containsExactly(
                        Map.of("kind", "CLEAN_PHONE", "region", "NL", "regionField", "country"));
        assertThat(preview.jsonPath().getList("fields[3].cleaning.patterns"))
                .containsExactly(List.of("yyyy-MM-dd", "d.M.yyyy"));
        assertThat(preview.jsonPath().getList("fields.unfit")).containsOnly(0);
    }

    @Test
    @Tag("M21")
    void aFolderThatIsMissingIsNamedWithTheWayOut() {
        Response refused =
                sourcePreview(
                        As.a(Role.MARKETER),
                        connection(),
                        goal.source().replace("\"in\"", "\"incoming\""));

        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(422);
        assertThat(refused.jsonPath().getString("type")).isEqualTo("/problems/source-unreadable");
        assertThat(refused.jsonPath().getString("reason")).isEqualTo("folder-missing");
        assertThat(refused.jsonPath().getString("detail")).contains("/incoming");
        assertThat(refused.jsonPath().getString("remedy")).isNotBlank();
    }

    @Test
    @Tag("M21")
    void aFileThatIsNoTextIsRefusedWithTheWayOut() throws IOException {
        Files.write(folder.resolve("in/a.csv"), new byte[] {0, 1, 2, 3, 0, 0, (byte) 0xff, 0});

        Response refused = sourcePreview(As.a(Role.MARKETER), connection(), goal.source());

        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(422);
        assertThat(refused.jsonPath().getString("reason")).isEqualTo("not-text");
        assertThat(refused.jsonPath().getString("remedy")).isNotBlank();
    }

    @Test
    void theMappingIsShownStepByStepAndWhatBecomesOfEachRecord() {
        Response preview =
                mappingPreview(
                        As.a(Role.MARKETER),
                        connection(),
                        goal.json(),
                        """
                        {"number":1,"line":2,"values":{"number":[" A1 "],"email":["A@Shop.Test"],"points":["7"]}},
                        {"number":2,"line":3,"values":{"number":["test-2"]}},
                        {"number":3,"line":4,"values":{"number":["A3"],"points":["many"]}},
                        {"number":4,"line":5,"values":{"number":["A1"],"points":["8"]}}
                        """);

        assertThat(preview.statusCode()).as(preview.asString()).isEqualTo(200);
        assertThat(preview.jsonPath().getList("records.outcome"))
                .containsExactly("WOULD_CREATE", "FILTERED", "REJECTED", "WOULD_MATCH");
        assertThat(preview.jsonPath().getList("records[0].rows[0].steps"))
                .containsExactly(List.of("A1"), List.of("A1"));
        assertThat(preview.jsonPath().getList("records[0].rows[1].result"))
                .containsExactly("a@shop.test");
        assertThat(preview.jsonPath().getString("records[2].rows[2].problem.code"))
                .isEqualTo("bad-value");
        assertThat(preview.jsonPath().getString("records[2].reason")).contains("many");
        assertThat(
                        As.a(Role.VIEWER)
                                .get("/api/v1/profiles?identifier=A1")
                                .jsonPath()
                                .getList("items"))
                .isEmpty();
    }

    @Test
    @Tag("M26")
    void consentIsAskedForAsARunWouldAskForIt() {
        String objective = "preview-" + UUID.randomUUID();
        As.a(Role.MARKETER)
                .contentType("application/json")
                .body(
                        """
                        {"id":"%s","name":"News","zones":["gdpr"]}
                        """
                                .formatted(objective))
                .post("/api/v1/objectives");
        String withConsent =
                goal.json().stripTrailing().replaceAll("}$", "")
                        + """
                        ,"consent":[{"field":"news","says":"ANSWER","objective":"%s"},
                          {"field":"zone","says":"ZONE"}]}
                        """
                                .formatted(objective);
        String records =
                """
                {"number":1,"line":2,"values":{"number":["P1"],"zone":["GDPR"],"news":["yes"]}},
                {"number":2,"line":3,"values":{"number":["P2"],"zone":["GDPR"],"news":["no"]}},
                {"number":3,"line":4,"values":{"number":["P3"],"zone":["nowhere"]}}
                """;
        String connection = connection();

        Response linked =
                As.a(Role.MARKETER)
                        .contentType("application/json")
                        .body(
                                "{\"goal\":%s,\"objectives\":[\"%s\"],\"records\":[%s]}"
                                        .formatted(withConsent, objective, records))
                        .post("/api/v1/connections/" + connection + "/mapping-preview");
        Response asSaved = mappingPreview(As.a(Role.MARKETER), connection, withConsent, records);

        assertThat(linked.statusCode()).as(linked.asString()).isEqualTo(200);
        assertThat(linked.jsonPath().getList("records.outcome"))
                .containsExactly("WOULD_CREATE", "HELD_BACK", "REJECTED");
        assertThat(linked.jsonPath().getString("records[1].reason")).contains("News");
        assertThat(linked.jsonPath().getString("records[1].heldBack.rule"))
                .isEqualTo("NOT_GRANTED");
        assertThat(linked.jsonPath().getList("records[1].heldBack.objectives"))
                .containsExactly(objective);
        assertThat(linked.jsonPath().getString("records[2].code")).isEqualTo("consent-unclear");
        assertThat(asSaved.jsonPath().getList("records.outcome"))
                .containsExactly("WOULD_CREATE", "WOULD_CREATE", "REJECTED");
    }

    @Test
    @Tag("M27")
    void whatEachRecordSaysOfConsentIsToldRowByRow() {
        String objective = "said-" + UUID.randomUUID();
        As.a(Role.MARKETER)
                .contentType("application/json")
                .body(
                        """
                        {"id":"%s","name":"News","zones":["gdpr"]}
                        """
                                .formatted(objective))
                .post("/api/v1/objectives");
        String withConsent =
                goal.json().stripTrailing().replaceAll("}$", "")
                        + """
                        ,"consent":[
                          {"field":"news","says":"ANSWER","objective":"%s",
                            "processors":[{"kind":"VALUE_TABLE","table":{"J":"yes","N":"no"},
                              "ignoreCase":true,"otherwise":"KEEP"}]},
                          {"field":"zone","says":"ZONE"},
                          {"field":"at","says":"STATED_AT"}]}
                        """
                                .formatted(objective);

        Response preview =
                mappingPreview(
                        As.a(Role.MARKETER),
                        connection(),
                        withConsent,
                        """
                        {"number":1,"line":2,"values":{"number":["S1"],"zone":["GDPR"],"news":["J"],
                          "at":["2026-05-03T10:00:00Z"]}},
                        {"number":2,"line":3,"values":{"number":["S2"],"news":["perhaps"]}}
                        """);

        assertThat(preview.statusCode()).as(preview.asString()).isEqualTo(200);
        assertThat(preview.jsonPath().getMap("records[0].consent"))
                .isEqualTo(
                        Map.of(
                                "granted",
                                List.of(objective),
                                "refused",
                                List.of(),
                                "zone",
                                "gdpr",
                                "statedAt",
                                "2026-05-03T10:00:00Z"));
        assertThat(preview.jsonPath().getList("records[0].consentRows[0].steps"))
                .containsExactly(List.of("yes"));
        assertThat(preview.jsonPath().getString("records[0].consentRows[2].says.statedAt"))
                .isEqualTo("2026-05-03T10:00:00Z");
        assertThat(preview.jsonPath().getString("records[1].consentRows[0].problem.code"))
                .isEqualTo("consent-unclear");
        assertThat(preview.jsonPath().getString("records[1].consentRows[0].problem.message"))
                .contains("perhaps");
    }

    @Test
    void anIncompleteGoalShowsItsRowsAndNoOutcome() {
        Response preview =
                mappingPreview(
                        As.a(Role.MARKETER),
                        connection(),
                        goal.json().replace("[[\"" + goal.number() + "\"]]", "[]"),
                        "{\"number\":1,\"line\":2,\"values\":{\"number\":[\"A1\"]}}");

        assertThat(preview.statusCode()).as(preview.asString()).isEqualTo(200);
        assertThat(preview.jsonPath().getList("records[0].rows[0].result")).containsExactly("A1");
        assertThat(preview.jsonPath().getMap("records[0]")).doesNotContainKey("outcome");
    }

    @Test
    @Tag("M30")
    void onlyWhoMayWriteConnectionsMayLookIntoTheOtherSystem() throws IOException {
        file("a.csv", "number\nA1\n");
        String connection = connection();

        WhoMay.needs(
                Permission.CONNECTIONS_WRITE, by -> sourcePreview(by, connection, goal.source()));
        WhoMay.needs(
                Permission.CONNECTIONS_WRITE,
                by -> mappingPreview(by, connection, goal.json(), ""));
    }

    @Test
    @Tag("M30")
    void whoMayNotReadProfilesLearnsNothingOfThemFromAPreview() {
        Response refused =
                mappingPreview(
                        As.a(Role.MARKETER, "connections:read connections:write"),
                        connection(),
                        goal.json(),
                        "");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.jsonPath().getString("permission")).isEqualTo("profiles:read");
    }

    private void file(String name, String content) throws IOException {
        Files.writeString(folder.resolve("in").resolve(name), content);
    }

    private String connection() {
        return SftpConnection.saved(server, "");
    }

    private static Response sourcePreview(
            RequestSpecification who, String connection, String source) {
        return who.contentType("application/json")
                .body("{\"source\":%s}".formatted(source))
                .post("/api/v1/connections/" + connection + "/source-preview");
    }

    static Response mappingPreview(
            RequestSpecification who, String connection, String goal, String records) {
        return who.contentType("application/json")
                .body("{\"goal\":%s,\"records\":[%s]}".formatted(goal, records))
                .post("/api/v1/connections/" + connection + "/mapping-preview");
    }
}
