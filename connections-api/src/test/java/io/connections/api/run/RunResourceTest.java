package io.connections.api.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.api.testing.ApiTest;
import io.connections.api.testing.As;
import io.connections.api.testing.Overheard;
import io.connections.api.testing.Rows;
import io.connections.api.testing.WhoMay;
import io.connections.domain.access.Permission;
import io.connections.domain.access.Role;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@ApiTest
@Tag("M17")
@Tag("M18")
@Tag("M30")
class RunResourceTest {
    private static final String PATH = "/api/v1/runs/";

    private final UUID connection = UUID.randomUUID();
    private final UUID goal = UUID.randomUUID();

    @Test
    void everyEndpointAsksForItsPermission() {
        UUID run = run("FINISHED", 1);
        for (String part : List.of("", "/events", "/rate", "/log")) {
            WhoMay.needs(Permission.CONNECTIONS_READ, who -> who.get(PATH + run + part));
        }
        WhoMay.needs(Permission.CONNECTIONS_READ, who -> who.get("/api/v1/runs?state=running"));
        for (String part : List.of("/profiles", "/rejected", "/rejected.csv")) {
            WhoMay.needs(Permission.PROFILES_READ, who -> who.get(PATH + run + part));
        }
        WhoMay.needs(Permission.RUNS_EXECUTE, who -> who.post(PATH + run + "/stop"));
        WhoMay.needs(
                Permission.RUNS_EXECUTE,
                who -> {
                    UUID own = UUID.randomUUID();
                    connection(own, true);
                    return who.post(PATH + run("STOPPED", 1, own) + "/resume");
                });
    }

    @Test
    void aRunSaysHowFarItHasComeAndItsCountsBalance() {
        UUID run = run("RUNNING", 1);

        Response answer = As.a(Role.VIEWER).get(PATH + run);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.jsonPath().getString("state")).isEqualTo("RUNNING");
        assertThat(answer.jsonPath().getString("connectionName")).isEqualTo("Shop");
        assertThat(answer.jsonPath().getInt("counts.read")).isEqualTo(12);
        assertThat(answer.jsonPath().getInt("counts.created")).isEqualTo(7);
        assertThat(answer.jsonPath().getInt("counts.rejected")).isEqualTo(5);
        assertThat(answer.jsonPath().getString("trigger.by")).isEqualTo("Eva");
        assertThat(answer.jsonPath().getDouble("progress.share")).isEqualTo(0.25);
        assertThat(answer.jsonPath().getString("progress.currentFile")).isEqualTo("/in/a.csv");
        assertThat(answer.jsonPath().getString("goals[0].state")).isEqualTo("RUNNING");
        assertThat(answer.jsonPath().getInt("goals[0].counts.read")).isEqualTo(12);
        assertThat(answer.jsonPath().getString("files[0].state")).isEqualTo("READING");
        assertThat(answer.jsonPath().getBoolean("resumable")).isFalse();
    }

    @Test
    @Tag("M26")
    void aGoalSaysWhichRulesAndObjectivesHeldHowManyBack() {
        UUID run = run("RUNNING", 1);
        Rows.change(
                """
                insert into run_held_back (run_id, ordinal, share, lane, rule, objectives, reason,
                  records, verdict)
                values (?, 0, 0, 0, 'REFUSED', '{ads}', 'Refused.', 4, '1'),
                  (?, 0, 0, 1, 'NOT_GRANTED', '{newsletter,ads}', 'Not granted.', 9, '2')
                """,
                run,
                run);

        JsonPath answer = As.a(Role.VIEWER).get(PATH + run).jsonPath();

        assertThat(answer.getList("goals[0].heldBack.rule"))
                .containsExactly("NOT_GRANTED", "REFUSED");
        assertThat(answer.getList("goals[0].heldBack.objectives"))
                .containsExactly(List.of("newsletter", "ads"), List.of("ads"));
        assertThat(answer.getList("goals[0].heldBack.records")).containsExactly(9, 4);
    }

    @Test
    void runsThatHaveNotEndedAreListedAlone() {
        UUID ended = run("FINISHED", 1);
        UUID active = run("RUNNING", 2);

        Response list = As.a(Role.VIEWER).get("/api/v1/runs?state=running&limit=200");

        assertThat(list.jsonPath().getList("items.id"))
                .contains(active.toString())
                .doesNotContain(ended.toString());
    }

    @Test
    @Tag("M29")
    void runsThatHaveEndedAreListedAlone() {
        UUID ended = run("FINISHED", 1);
        UUID active = run("RUNNING", 2);

        Response list = As.a(Role.VIEWER).get("/api/v1/runs?state=ended&limit=200");
        Response unknown = As.a(Role.VIEWER).get("/api/v1/runs?state=tired");

        assertThat(list.jsonPath().getList("items.id"))
                .contains(ended.toString())
                .doesNotContain(active.toString());
        assertThat(unknown.statusCode()).isEqualTo(422);
    }

    @Test
    @Tag("M29")
    void theLastHoursSayWhatCameInAndWhatFailed() {
        UUID run = run("RUNNING", 1);
        Rows.change(
                "update run set state = 'FAILED', ended_at = '2020-05-05T10:00:00Z' where id = ?",
                run);
        Rows.change(
                "update hourly_total set hour = date_trunc('hour', now() - interval '30 days', 'UTC')"
                        + " where hour = '2020-05-05T10:00:00Z'");

        Response all = As.a(Role.VIEWER).get("/api/v1/runs/hourly-totals?hours=744");
        Response day = As.a(Role.VIEWER).get("/api/v1/runs/hourly-totals");

        assertThat(all.jsonPath().getInt("items[0].runs.failed")).isPositive();
        assertThat(all.jsonPath().getInt("items[0].recordsIn.read")).isZero();
        assertThat(all.jsonPath().getInt("items[-1].recordsIn.read")).isPositive();
        assertThat(day.jsonPath().getInt("items[0].recordsIn.read")).isPositive();
        assertThat(
                        Duration.between(
                                Instant.parse(day.jsonPath().getString("from")),
                                Instant.parse(day.jsonPath().getString("until"))))
                .isEqualTo(Duration.ofHours(24));
        assertThat(As.a(Role.VIEWER).get("/api/v1/runs/hourly-totals?hours=745").statusCode())
                .isEqualTo(422);
        WhoMay.needs(
                Permission.CONNECTIONS_READ, who -> who.get("/api/v1/runs/hourly-totals?hours=1"));
    }

    @Test
    void theEventsOfAnEndedRunAreItsLastStateAlone() {
        UUID run = run("FINISHED", 1);

        Response events = As.a(Role.VIEWER).get(PATH + run + "/events");

        assertThat(events.contentType()).startsWith("text/event-stream");
        assertThat(events.asString().lines().filter(line -> line.equals("event:run"))).hasSize(1);
        assertThat(events.asString()).contains("\"state\":\"FINISHED\"");
    }

    @Test
    void theEventsOfARunGoOnUntilItHasEnded() throws Exception {
        UUID run = run("RUNNING", 1);
        var watching =
                CompletableFuture.supplyAsync(
                        () -> As.a(Role.VIEWER).get(PATH + run + "/events").asString());
        As.a(Role.MARKETER).post(PATH + run + "/stop");
        Rows.change("update run set state = 'STOPPED', ended_at = now() where id = ?", run);

        String events = watching.get(20, TimeUnit.SECONDS);

        assertThat(events.lines().filter(line -> line.startsWith("data:")).toList())
                .last()
                .asString()
                .contains("\"state\":\"STOPPED\"");
    }

    @Test
    void theRateIsCutIntoEqualSteps() {
        UUID run = run("RUNNING", 1);

        Response rate = As.a(Role.VIEWER).get(PATH + run + "/rate");

        assertThat(rate.jsonPath().getList("points")).hasSizeBetween(1, 300);
        assertThat(rate.jsonPath().getInt("points[-1].records")).isEqualTo(12);
    }

    @Test
    void rejectedRecordsAreListedAndDownloadedAsTheyStoodInTheFile() {
        UUID run = run("FINISHED", 1);

        Response list = As.a(Role.VIEWER).get(PATH + run + "/rejected?limit=1");
        Response csv = As.a(Role.VIEWER).get(PATH + run + "/rejected.csv");

        assertThat(list.jsonPath().getString("items[0].file")).isEqualTo("/in/a.csv");
        assertThat(list.jsonPath().getString("items[0].reason")).isEqualTo("value-invalid");
        assertThat(list.jsonPath().getString("items[0].field")).isEqualTo("mail");
        assertThat(list.jsonPath().getString("items[0].value")).isEqualTo("=1+1");
        assertThat(list.jsonPath().getString("next")).isNotBlank();
        assertThat(csv.contentType()).startsWith("text/csv");
        assertThat(csv.asString())
                .isEqualTo(
                        """
                        file,line,record,reason,message,field,value,raw\r
                        "/in/a.csv","3","2","value-invalid","No.","mail","'=1+1","=1+1,""x""\"\r
                        "/in/a.csv","4","3","value-invalid","No.","","","two
                        lines"\r
                        """);
    }

    @Test
    void theProfilesMetLastAreNamedAlsoWhenTheyAreGone() {
        UUID run = run("RUNNING", 1);
        UUID profile = UUID.randomUUID();
        Rows.change(
                """
                insert into profile_change (profile_id, run_id, record_no, disposition)
                values (?, ?, 1, 'U')
                """,
                profile,
                run);

        Response touched = As.a(Role.VIEWER).get(PATH + run + "/profiles");

        assertThat(touched.jsonPath().getString("items[0].profileId"))
                .isEqualTo(profile.toString());
        assertThat(touched.jsonPath().getString("items[0].disposition")).isEqualTo("UPDATED");
        assertThat(touched.jsonPath().getString("items[0].label")).startsWith("Profile ");
    }

    @Test
    void aStopIsSeenAtOnceAndWrittenDown() {
        UUID run = run("RUNNING", 1);

        Response stopped = As.a(Role.MARKETER).post(PATH + run + "/stop");

        assertThat(stopped.statusCode()).isEqualTo(202);
        assertThat(stopped.jsonPath().getString("state")).isEqualTo("STOPPING");
        assertThat(As.a(Role.VIEWER).get(PATH + run + "/log").jsonPath().getList("items.message"))
                .containsExactly("Stop asked for by A marketer.");
    }

    @Test
    void aStoppedRunIsQueuedAgain() {
        connection(connection, true);
        UUID run = run("STOPPED", 1);

        Response resumed = As.a(Role.MARKETER).post(PATH + run + "/resume");

        assertThat(resumed.statusCode()).as(resumed.asString()).isEqualTo(202);
        assertThat(resumed.jsonPath().getString("state")).isEqualTo("QUEUED");
    }

    @Test
    void ofThousandsOfFilesARunNamesAHundredThoseNotFinishedFirst() {
        UUID run = run("RUNNING", 1);
        Rows.change(
                """
                insert into run_file (run_id, ordinal, part, path, size, modified, state)
                select ?, 0, part, '/in/' || part, 10, now(),
                  case when part < 2500 then 'FINISHED' else 'WAITING' end
                from generate_series(1, 3000) part
                """,
                run);

        Response answer = As.a(Role.VIEWER).get(PATH + run);

        assertThat(answer.jsonPath().getInt("fileCount")).isEqualTo(3001);
        assertThat(answer.jsonPath().getList("files")).hasSize(100);
        assertThat(answer.jsonPath().getList("files.state", String.class))
                .doesNotContain("FINISHED")
                .startsWith("READING");
        assertThat(answer.jsonPath().getLong("progress.bytesTotal")).isEqualTo(31_000);
        assertThat(answer.jsonPath().getLong("progress.bytesDone")).isEqualTo(24_990 + 250);
        assertThat(answer.jsonPath().getString("progress.currentFile")).isEqualTo("/in/a.csv");
    }

    @Test
    void aStreamOnWhichNothingMovesSaysItsRunAgain() throws Exception {
        UUID run = run("RUNNING", 1);
        // Without them there is no rate, which would move with the clock.
        Rows.change("delete from run_chunk where run_id = ?", run);

        try (HttpClient client = HttpClient.newHttpClient();
                Stream<String> lines =
                        client.send(events(run), HttpResponse.BodyHandlers.ofLines()).body()) {
            List<String> said =
                    lines.filter(line -> line.startsWith("data:")).limit(3).distinct().toList();

            assertThat(said).hasSize(1);
            client.shutdownNow();
        }
    }

    @Test
    void whoGoesAwayIsNoErrorOfTheService() throws Exception {
        UUID run = run("RUNNING", 1);

        try (Overheard log = Overheard.asShipped()) {
            for (int i = 0; i < 10; i++) {
                goesAwayFrom(run);
            }
            // As long as a stream takes to say five events, the others are missed.
            try (HttpClient client = HttpClient.newHttpClient();
                    Stream<String> lines =
                            client.send(events(run), HttpResponse.BodyHandlers.ofLines()).body()) {
                assertThat(lines.filter(line -> line.startsWith("data:")).limit(5)).hasSize(5);
                client.shutdownNow();
            }

            assertThat(log.text()).doesNotContain("Exception");
        }
    }

    /// Without a word: the connection is reset.
    private static void goesAwayFrom(UUID run) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.getOutputStream()
                    .write(
                            "GET %s%s/events HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n"
                                    .formatted(PATH, run, As.tokenOf(Role.VIEWER))
                                    .getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().read()).isPositive();
            socket.setSoLinger(true, 0);
        }
    }

    private static HttpRequest events(UUID run) {
        return HttpRequest.newBuilder(
                        URI.create(
                                "http://localhost:%d%s%s/events"
                                        .formatted(RestAssured.port, PATH, run)))
                .header("Authorization", "Bearer " + As.tokenOf(Role.VIEWER))
                .build();
    }

    @Test
    void onlyTheNewestRunGoesOn() {
        connection(connection, true);
        UUID run = run("STOPPED", 1);
        run("FINISHED", 2);

        Response refused = As.a(Role.MARKETER).post(PATH + run + "/resume");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.jsonPath().getString("type")).isEqualTo("/problems/run-not-resumable");
    }

    @Test
    void aRunDoesNotGoOnWhileAnotherRuns() {
        connection(connection, true);
        UUID run = run("STOPPED", 1);
        UUID active = run("RUNNING", 2);

        Response refused = As.a(Role.MARKETER).post(PATH + run + "/resume");

        assertThat(refused.jsonPath().getString("type")).isEqualTo("/problems/run-in-progress");
        assertThat(refused.jsonPath().getString("runId")).isEqualTo(active.toString());
    }

    @Test
    void aRunOfAConnectionThatIsOffDoesNotGoOn() {
        connection(connection, false);
        UUID run = run("STOPPED", 1);

        Response refused = As.a(Role.MARKETER).post(PATH + run + "/resume");

        assertThat(refused.jsonPath().getString("type")).isEqualTo("/problems/connection-off");
    }

    @Test
    void aGoalThatIsNoIdIsNoGoalOfTheDownload() {
        UUID run = run("FINISHED", 1);

        Response refused = As.a(Role.VIEWER).get(PATH + run + "/rejected.csv?goal=first");

        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(422);
        assertThat(refused.jsonPath().getString("errors[0].message"))
                .isEqualTo("goal must be a UUID, not \"first\".");
    }

    @Test
    void whatIsNoRunIsNotFound() {
        for (String part : List.of("", "/events", "/rate", "/log", "/rejected", "/rejected.csv")) {
            Response missing = As.a(Role.VIEWER).get(PATH + UUID.randomUUID() + part);

            assertThat(missing.statusCode()).as(part).isEqualTo(404);
        }
    }

    private static void connection(UUID id, boolean on) {
        Rows.change(
                """
                insert into connection (id, version, type_id, name, description, turned_on, setup,
                  goals, created_at, created_by, modified_at, modified_by)
                values (?, 1, 'sftp', 'Shop', '', ?, '{}', '[]', now(), 'Eva', now(), 'Eva')
                """,
                id,
                on);
    }

    private UUID run(String state, int number) {
        return run(state, number, connection);
    }

    /// With a file read to a quarter, seven created and five rejected, two of them kept.
    private UUID run(String state, int number, UUID of) {
        UUID run = UUID.randomUUID();
        Rows.change(
                """
                insert into run (id, connection_id, connection_version, connection_name, number,
                  state, trigger, triggered_by, started_at, ended_at)
                values (?, ?, 1, 'Shop', ?, ?, 'MANUAL', 'Eva', now() - interval '4 seconds',
                  case when ? in ('QUEUED', 'RUNNING') then null else now() end)
                """,
                run,
                of,
                number,
                state,
                state);
        Rows.change(
                "insert into run_goal (run_id, ordinal, goal_id, name, state) values (?, 0, ?, 'People', 'RUNNING')",
                run,
                goal);
        Rows.change(
                """
                insert into run_file (run_id, ordinal, part, path, size, modified, state)
                values (?, 0, 0, '/in/a.csv', 1000, now(), 'READING')
                """,
                run);
        Rows.change(
                """
                insert into run_lane (run_id, ordinal, share, lane, part, proof_bytes, read, created,
                  rejected)
                values (?, 0, 0, 0, 0, 250, 12, 7, 5)
                """,
                run);
        Rows.change(
                """
                insert into run_chunk (run_id, ordinal, share, lane, read, created, updated,
                  unchanged, skipped_for_consent, skipped_without_match, filtered, rejected, bytes)
                values (?, 0, 0, 0, 12, 7, 0, 0, 0, 0, 0, 5, 250)
                """,
                run);
        Rows.change(
                """
                insert into rejected_record (run_id, ordinal, part, number, line, reason, message,
                  field, value, raw)
                values (?, 0, 0, 2, 3, 'value-invalid', 'No.', 'mail', '=1+1', '=1+1,"x"'),
                       (?, 0, 0, 3, 4, 'value-invalid', 'No.', '', '', E'two\\nlines')
                """,
                run,
                run);
        return run;
    }
}
