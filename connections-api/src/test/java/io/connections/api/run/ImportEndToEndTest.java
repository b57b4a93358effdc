package io.connections.api.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.adapters.connector.sftp.SftpTestServer;
import io.connections.api.testing.ApiTest;
import io.connections.api.testing.As;
import io.connections.api.testing.CustomerGoal;
import io.connections.api.testing.Rows;
import io.connections.api.testing.SftpConnection;
import io.connections.api.testing.WithWorker;
import io.connections.domain.access.Role;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Through the API alone: a real SFTP server, the real engine, real profiles.
@ApiTest
@TestProfile(WithWorker.class)
@Tag("M14")
class ImportEndToEndTest {
    private static final String JSON = "application/json";
    private static final String HEADER = "number,email,points\n";

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
    @Tag("M17")
    @Tag("M19")
    void aPreviewForetellsWhatTheRunThenDoes() throws IOException {
        String connection = connection(goal.json(true));
        file("a.csv", HEADER + "K1,k1@shop.test,1\n");
        ended(run(connection));
        Files.delete(folder.resolve("in/a.csv"));
        file(
                "b.csv",
                HEADER
                        + "K1,K1@SHOP.TEST,1\n"
                        + "K1,k1@shop.test,5\n"
                        + "K2,k2@shop.test,2\n"
                        + "test3,x@shop.test,3\n"
                        + "K4,k4@shop.test,four\n"
                        + "K2,k6@shop.test,6\n");
        Response source =
                As.a(Role.MARKETER)
                        .contentType(JSON)
                        .body("{\"source\":%s}".formatted(goal.source()))
                        .post("/api/v1/connections/%s/source-preview".formatted(connection));
        List<Map<String, Object>> records = source.jsonPath().getList("records");
        List<String> foretold =
                As.a(Role.MARKETER)
                        .contentType(JSON)
                        .body(Map.of("goal", goalOf(connection), "records", records))
                        .post("/api/v1/connections/%s/mapping-preview".formatted(connection))
                        .jsonPath()
                        .getList("records.outcome");

        Response run = ended(run(connection));

        assertThat(foretold)
                .containsExactly(
                        "WOULD_CHANGE_NOTHING",
                        "WOULD_MATCH",
                        "WOULD_CREATE",
                        "FILTERED",
                        "REJECTED",
                        "WOULD_MATCH");
        assertThat(run.jsonPath().getMap("counts", String.class, Integer.class))
                .containsEntry("read", foretold.size())
                .containsEntry("created", count(foretold, "WOULD_CREATE"))
                .containsEntry("filtered", count(foretold, "FILTERED"))
                .containsEntry("rejected", count(foretold, "REJECTED"))
                .containsEntry("updated", count(foretold, "WOULD_MATCH"))
                .containsEntry("unchanged", count(foretold, "WOULD_CHANGE_NOTHING"));
    }

    @Test
    @Tag("M17")
    void mendedRecordsAreImportedByARunOfTheirOwn() throws IOException {
        String connection = connection(goal.json());
        file(
                "a.csv",
                HEADER + "R1,r1@shop.test,1\n\"R2\",r2@shop.test,two\nR3,r3@shop.test,many\n");
        Response first = ended(run(connection));
        String rejected =
                As.a(Role.MARKETER).get("/api/v1/runs/" + id(first) + "/rejected.csv").asString();
        String mended = rejected.replace(",two", ",2");
        String key = UUID.randomUUID().toString();

        Response replay = ended(id(replay(id(first), key, mended)));
        Response again = replay(id(first), key, mended);
        Response other = replay(id(first), key, rejected);

        assertThat(first.jsonPath().getInt("counts.rejected")).isEqualTo(2);
        assertThat(rejected).contains(",\"two\",\"\"\"R2\"\"");
        assertThat(
                        Rows.count(
                                "select count(*) from replay_file where run_id = ?",
                                UUID.fromString(id(replay))))
                .isZero();
        assertThat(replay.jsonPath().getString("trigger.kind")).isEqualTo("REPLAY");
        assertThat(replay.jsonPath().getString("trigger.ofRun")).isEqualTo(id(first));
        assertThat(replay.jsonPath().getInt("counts.read")).isEqualTo(2);
        assertThat(replay.jsonPath().getInt("counts.created")).isEqualTo(1);
        assertThat(replay.jsonPath().getInt("counts.rejected")).isEqualTo(1);
        assertThat(replay.jsonPath().getString("files[0].modified"))
                .isEqualTo(replay.jsonPath().getString("createdAt"));
        assertThat(As.a(Role.VIEWER).get("/api/v1/runs/" + id(first)).jsonPath().getList("replays"))
                .containsExactly(id(replay));
        assertThat(id(again)).isEqualTo(id(replay));
        assertThat(other.jsonPath().getString("type"))
                .isEqualTo("/problems/idempotency-key-reused");
        Response found = As.a(Role.VIEWER).get("/api/v1/profiles?identifier=R2");
        Response profile =
                As.a(Role.VIEWER)
                        .get("/api/v1/profiles/" + found.jsonPath().getString("items[0].id"));
        assertThat(
                        profile.jsonPath()
                                .getList(
                                        "values.find { it.property == '%s' }.values"
                                                .formatted(goal.points())))
                .containsExactly("2");
    }

    @Test
    @Tag("M17")
    @Tag("M18")
    void mendedRecordsAreReadAsTheFileTheyAreFrom() throws IOException {
        String connection = connection(goal.json());
        file("a.csv", HEADER + "O1,o1@shop.test,two\n");
        file("b.csv", "email;points;number\no2@shop.test;two;O2\n");
        zip(
                "c.csv",
                Map.of(
                        "1.csv",
                        HEADER + "O3,o3@shop.test,two\nO4,o4@shop.test,4\n",
                        "2.csv",
                        "points,email,number\ntwo,o5@shop.test,O5\n"));
        String first = id(ended(run(connection)));

        String replay = id(ended(id(replay(first, key(), rejected(first).replace(",two", ",2")))));
        String second = id(ended(id(replay(replay, key(), rejected(replay).replace("two", "2")))));

        assertThat(rejected(first).lines()).hasSize(1 + 4);
        assertThat(rejected(replay).lines()).hasSize(1 + 2);
        assertThat(rejected(second).lines()).hasSize(1);
        assertThat(List.of("O1", "O2", "O3", "O4", "O5"))
                .allSatisfy(number -> assertThat(emailOf(number)).isEqualTo(emailFor(number)));
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static String rejected(String run) {
        return As.a(Role.MARKETER).get("/api/v1/runs/" + run + "/rejected.csv").asString();
    }

    private static String emailFor(String number) {
        return number.toLowerCase(Locale.ROOT) + "@shop.test";
    }

    private String emailOf(String number) {
        Response found = As.a(Role.VIEWER).get("/api/v1/profiles?identifier=" + number);
        assertThat(found.jsonPath().getList("items")).as(number).hasSize(1);
        return As.a(Role.VIEWER)
                .get("/api/v1/profiles/" + found.jsonPath().getString("items[0].id"))
                .jsonPath()
                .getString("values.find { it.property == '%s' }.values[0]".formatted(goal.email()));
    }

    @Test
    @Tag("M17")
    @Tag("M30")
    void whatCannotBeReplayedIsRefusedWithTheReason() throws IOException {
        String connection = connection(goal.json());
        file("a.csv", HEADER + "S1,s1@shop.test,one\n");
        String first = id(ended(run(connection)));
        Files.delete(folder.resolve("in/a.csv"));
        file("b.csv", HEADER + "S2,s2@shop.test,2\n");
        String clean = id(ended(run(connection)));

        Response nothingRejected = replay(clean, UUID.randomUUID().toString(), "x");
        Response tooLong = replay(first, UUID.randomUUID().toString(), "x".repeat(1_000_001));
        Response noKey =
                As.a(Role.MARKETER)
                        .contentType("text/csv")
                        .body("x")
                        .post("/api/v1/runs/" + first + "/replay");
        Response wrongRole =
                As.a(Role.VIEWER)
                        .contentType("text/csv")
                        .header("Idempotency-Key", "k")
                        .body("x")
                        .post("/api/v1/runs/" + first + "/replay");
        Response nobody =
                As.nobody()
                        .contentType("text/csv")
                        .body("x")
                        .post("/api/v1/runs/" + first + "/replay");

        assertThat(List.of(nothingRejected, tooLong, noKey, wrongRole, nobody))
                .extracting(refused -> refused.jsonPath().getString("type"))
                .containsExactly(
                        "/problems/run-not-replayable",
                        "/problems/request-too-large",
                        "/problems/idempotency-key-missing",
                        "/problems/permission-missing",
                        "/problems/not-signed-in");
    }

    private static Response replay(String run, String key, String content) {
        return As.a(Role.MARKETER)
                .contentType("text/csv")
                .header("Idempotency-Key", key)
                .body(content)
                .post("/api/v1/runs/" + run + "/replay");
    }

    private static String id(Response run) {
        assertThat(run.statusCode()).as(run.asString()).isIn(200, 202);
        return run.jsonPath().getString("id");
    }

    private static int count(List<String> outcomes, String outcome) {
        return (int) outcomes.stream().filter(outcome::equals).count();
    }

    private static Object goalOf(String connection) {
        return As.a(Role.VIEWER)
                .get("/api/v1/connections/" + connection)
                .jsonPath()
                .getMap("goals[0]");
    }

    private String connection(String goals) {
        String id = SftpConnection.saved(server, goals);
        Response on =
                As.a(Role.MARKETER)
                        .contentType(JSON)
                        .body("{\"on\":true}")
                        .put("/api/v1/connections/" + id + "/on");
        assertThat(on.statusCode()).as(on.asString()).isEqualTo(200);
        return id;
    }

    private static String run(String connection) {
        Response run =
                As.a(Role.MARKETER)
                        .contentType(JSON)
                        .header("Idempotency-Key", UUID.randomUUID())
                        .body("{}")
                        .post("/api/v1/connections/" + connection + "/runs");
        assertThat(run.statusCode()).as(run.asString()).isEqualTo(202);
        return run.jsonPath().getString("id");
    }

    /// The stream of a run's events closes with the run.
    private static Response ended(String run) {
        As.a(Role.VIEWER).get("/api/v1/runs/" + run + "/events").asString();
        Response ended = As.a(Role.VIEWER).get("/api/v1/runs/" + run);
        assertThat(ended.jsonPath().getString("state")).as(ended.asString()).isEqualTo("FINISHED");
        return ended;
    }

    private void zip(String name, Map<String, String> files) throws IOException {
        try (ZipOutputStream zip =
                new ZipOutputStream(Files.newOutputStream(folder.resolve("in").resolve(name)))) {
            for (String each : new TreeSet<>(files.keySet())) {
                zip.putNextEntry(new ZipEntry(each));
                zip.write(files.getOrDefault(each, "").getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private void file(String name, String content) throws IOException {
        Files.writeString(folder.resolve("in").resolve(name), content);
    }
}
