package io.connections.api.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.api.testing.ServiceProcess;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// All that a run leaves behind, without what differs between any two runs: ids of new profiles and
/// times.
final class Outcome {
    private static final int PROFILES_ASKED_FOR = 40;

    private final Map<String, List<String>> facts;

    private Outcome(Map<String, List<String>> facts) {
        this.facts = facts;
    }

    static Outcome of(
            ServiceProcess service,
            RestartablePostgres database,
            String attempt,
            String run,
            Path folder) {
        Map<String, List<String>> facts = new LinkedHashMap<>();
        facts.put(
                "state", database.texts(attempt, "select state from run where id = ?::uuid", run));
        facts.put("counts", counts(service, run));
        facts.put(
                "profiles",
                database.texts(
                        attempt,
                        """
                        select i.value || ' ' || p.properties::text
                        from profile p join profile_identifier i on i.profile_id = p.id
                        order by i.value, p.properties::text
                        """));
        facts.put(
                "number of profiles",
                database.texts(attempt, "select count(*)::text from profile"));
        facts.put(
                "ledger",
                database.texts(
                        attempt,
                        """
                        select format('%s %s %s %s', c.record_no, c.disposition, i.value, c.before)
                        from profile_change c
                        left join profile_identifier i on i.profile_id = c.profile_id
                        where c.run_id = ?::uuid order by c.record_no, c.disposition::text
                        """,
                        run));
        facts.put("rejected", rejected(service, run));
        facts.put(
                "files in the run",
                database.texts(
                        attempt,
                        """
                        select format('%s %s %s %s %s', path, state, records, sha256, concluded)
                        from run_file where run_id = ?::uuid order by ordinal, part
                        """,
                        run));
        facts.put("files on the server", names(folder));
        facts.put("origins", origins(service, database, attempt, run));
        return new Outcome(facts);
    }

    private static List<String> counts(ServiceProcess service, String run) {
        Response detail = service.asMarketer().get("/api/v1/runs/" + run);
        assertThat(detail.statusCode()).as(detail.asString()).isEqualTo(200);
        return List.of(String.valueOf(detail.jsonPath().getMap("counts")));
    }

    private static List<String> rejected(ServiceProcess service, String run) {
        Response rejected = service.asMarketer().get("/api/v1/runs/" + run + "/rejected.csv");
        assertThat(rejected.statusCode()).as(rejected.asString()).isEqualTo(200);
        return rejected.asString().lines().sorted().toList();
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Where each value came from, as the page shows it.
    private static List<String> origins(
            ServiceProcess service, RestartablePostgres database, String attempt, String run) {
        List<String> ids =
                database.texts(
                        attempt,
                        """
                        select profile_id from profile_identifier
                        order by md5(value) limit ?
                        """,
                        PROFILES_ASKED_FOR);
        List<String> origins = new ArrayList<>();
        for (String id : ids) {
            Response profile = service.asMarketer().get("/api/v1/profiles/" + id);
            assertThat(profile.statusCode()).as(profile.asString()).isEqualTo(200);
            for (Map<String, Object> value :
                    profile.jsonPath().<Map<String, Object>>getList("values")) {
                Map<?, ?> origin = (Map<?, ?>) value.get("origin");
                origins.add(
                        "%s=%s from %s"
                                .formatted(
                                        value.get("property"),
                                        value.get("values"),
                                        origin == null
                                                ? "nowhere"
                                                : run.equals(origin.get("runId"))
                                                        ? "this run"
                                                        : origin.get("kind")
                                                                + " "
                                                                + origin.get("runId")));
            }
        }
        return origins;
    }

    List<String> fact(String name) {
        return facts.getOrDefault(name, List.of());
    }

    /// One line for each fact that differs: a whole list would be thousands of lines.
    List<String> differencesFrom(Outcome other) {
        List<String> differences = new ArrayList<>();
        facts.forEach(
                (name, ours) -> {
                    List<String> theirs = other.fact(name);
                    int line = 0;
                    while (line < Math.min(ours.size(), theirs.size())
                            && ours.get(line).equals(theirs.get(line))) {
                        line++;
                    }
                    if (line < ours.size() || line < theirs.size()) {
                        differences.add(
                                "%s: %d against %d lines; line %d is %s against %s"
                                        .formatted(
                                                name,
                                                ours.size(),
                                                theirs.size(),
                                                line,
                                                at(ours, line),
                                                at(theirs, line)));
                    }
                });
        return differences;
    }

    private static String at(List<String> lines, int line) {
        return line < lines.size() ? lines.get(line) : "nothing";
    }
}
