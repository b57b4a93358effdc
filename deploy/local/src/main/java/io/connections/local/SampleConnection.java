package io.connections.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Makes a connection to the sample server through the REST API, as the demo marketer would in the
/// page, and runs it once, so that the page opens on something finished to look at.
final class SampleConnection {
    static final String NAME = "Customers of the shop";
    private static final int RECORDS = 100_000;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);
    private static final Set<String> ENDS = Set.of("FINISHED", "FAILED", "STOPPED");
    private static final List<String> OUTCOMES =
            List.of(
                    "created",
                    "updated",
                    "unchanged",
                    "skippedForConsent",
                    "skippedWithoutMatch",
                    "filtered",
                    "rejected");

    private static final List<Property> PROPERTIES =
            List.of(
                    new Property("customer_id", "Customer number", "TEXT", true, false),
                    new Property("email", "E-mail", "EMAIL", false, true),
                    new Property("first_name", "First name", "TEXT", false, true),
                    new Property("last_name", "Last name", "TEXT", false, true),
                    new Property("phone", "Phone", "PHONE", false, true),
                    new Property("birth_date", "Date of birth", "DATE", false, true),
                    new Property("address", "Address", "TEXT", false, true),
                    new Property("country", "Country", "TEXT", false, false),
                    new Property("loyalty_points", "Loyalty points", "NUMBER", false, false),
                    new Property("last_purchase_at", "Last purchase", "DATE_TIME", false, false));

    private record Property(String id, String name, String type, boolean identifier, boolean pii) {}

    private final ConnectionsApi api;
    private final int sftpPort;

    SampleConnection(ConnectionsApi api, int sftpPort) {
        this.api = api;
        this.sftpPort = sftpPort;
    }

    static String make(Ports ports, Secrets secrets, Progress progress) throws Exception {
        var sample = signedIn(ports, secrets);
        return progress.step("Sample connection and its run", sample::makeAndRun);
    }

    /// With another `--port` the sample server has another one too: the connection to it follows.
    /// One that was deleted or now leads elsewhere stays as it is.
    ///
    /// @return whether something had to change
    static boolean follow(Ports ports, Secrets secrets) throws Exception {
        var sample = signedIn(ports, secrets);
        var id = sample.find();
        return id.isPresent() && sample.follow(id.get());
    }

    private static SampleConnection signedIn(Ports ports, Secrets secrets) throws Exception {
        return new SampleConnection(ConnectionsApi.ofTheMarketer(ports, secrets), ports.sftp());
    }

    /// Answers the line that tells what the run did, as the API counted it. Whatever an
    /// interrupted start left is taken on: a connection half made, a run under way or stopped.
    String makeAndRun() throws IOException, InterruptedException {
        makeProperties();
        var id = make();
        api.put("/connections/%s/on".formatted(id), Map.of("on", true));
        var ended = awaitEnd(run(id));
        if (!ended.path("state").asText().equals("FINISHED")) {
            throw new IOException(
                    "its run ended as %s: %s"
                            .formatted(ended.path("state").asText(), ended.path("problem")));
        }
        return line(ended);
    }

    /// The line about a finished run; fails when its counts are not those of the file.
    static String line(JsonNode run) {
        var counts = run.path("counts");
        var read = counts.path("read").asLong();
        var sum = OUTCOMES.stream().mapToLong(outcome -> counts.path(outcome).asLong()).sum();
        var line =
                "sample run: read=%d created=%d updated=%d unchanged=%d rejected=%d balanced=%s in %.1f s"
                        .formatted(
                                read,
                                counts.path("created").asLong(),
                                counts.path("updated").asLong(),
                                counts.path("unchanged").asLong(),
                                counts.path("rejected").asLong(),
                                read == sum ? "yes" : "no",
                                seconds(run));
        if (read != sum || read != RECORDS) {
            throw new CannotStart(
                    "The sample run's counts are wrong: %s\n  %s".formatted(line, counts),
                    "This is a defect of Connections. ./connections up --empty starts without it.");
        }
        return line;
    }

    private static double seconds(JsonNode run) {
        var began = Instant.parse(run.path("createdAt").asText());
        return Duration.between(began, Instant.parse(run.path("endedAt").asText())).toMillis()
                / 1000.0;
    }

    // The newest run decides what is left to do.
    private String run(String connection) throws IOException, InterruptedException {
        var runs = "/connections/%s/runs".formatted(connection);
        var newest = ConnectionsApi.items(api.get(runs + "?limit=1")).findFirst();
        if (newest.isPresent()) {
            var run = newest.get().path("id").asText();
            var state = newest.get().path("state").asText();
            if (state.equals("FINISHED") || !ENDS.contains(state)) {
                return run;
            }
            if (api.get("/runs/" + run).path("resumable").asBoolean()) {
                api.post("/runs/%s/resume".formatted(run), Map.of());
                return run;
            }
        }
        return api.post(runs, Map.of("rereadFinished", true)).path("id").asText();
    }

    private JsonNode awaitEnd(String run) throws IOException, InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            var state = api.get("/runs/" + run);
            if (ENDS.contains(state.path("state").asText())) {
                return state;
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
        throw new IOException(
                "its run did not end within %d minutes.".formatted(PATIENCE.toMinutes()));
    }

    private void makeProperties() throws IOException, InterruptedException {
        var known =
                ConnectionsApi.items(api.get("/profile-properties"))
                        .map(property -> property.path("id").asText())
                        .toList();
        for (var property : PROPERTIES) {
            if (!known.contains(property.id())) {
                api.post("/profile-properties", property);
            }
        }
    }

    private String make() throws IOException, InterruptedException {
        var found = find();
        var id =
                found.isPresent()
                        ? found.get()
                        : api.post("/connections", draft(Map.of())).path("id").asText();
        follow(id);
        var connection = api.get("/connections/" + id);
        if (connection.path("setup").path("hostKey").asText().isEmpty()) {
            finish(connection);
        }
        return id;
    }

    private Optional<String> find() throws IOException, InterruptedException {
        return ConnectionsApi.items(api.get("/connections?search=" + ConnectionsApi.encoded(NAME)))
                .filter(connection -> connection.path("name").asText().equals(NAME))
                .map(connection -> connection.path("id").asText())
                .findFirst();
    }

    // The password is given again, since one serves only the host and port it was given for.
    private boolean follow(String id) throws IOException, InterruptedException {
        var connection = api.get("/connections/" + id);
        var setup = (ObjectNode) connection.path("setup");
        var isOurs =
                setup.path("host").asText().equals("localhost")
                        && setup.path("user").asText().equals(SampleServer.USER);
        if (!isOurs || setup.path("port").asInt() == sftpPort) {
            return false;
        }
        setup.put("port", sftpPort);
        var content = new HashMap<String, Object>();
        for (var member : List.of("name", "description", "setup", "goals")) {
            content.put(member, connection.path(member));
        }
        api.put("/connections/" + id, content, connection.path("version").asLong());
        givePassword(id);
        return true;
    }

    private void givePassword(String id) throws IOException, InterruptedException {
        api.put(
                "/connections/%s/secrets/password".formatted(id),
                Map.of("value", SampleServer.PASSWORD));
    }

    // As a person does: type the password, test, look at the host key, save it.
    private void finish(JsonNode connection) throws IOException, InterruptedException {
        var id = connection.path("id").asText();
        givePassword(id);
        var report = api.post("/connections/%s/test".formatted(id), Map.of());
        var hostKey = report.path("pins").path("hostKey").asText();
        if (!report.path("passed").asBoolean() || hostKey.isEmpty()) {
            throw new IOException("its test did not pass: " + report);
        }
        var version = connection.path("version").asLong();
        api.put("/connections/" + id, draft(Map.of("hostKey", hostKey)), version);
    }

    private Map<String, Object> draft(Map<String, String> pins) {
        var setup = new HashMap<String, Object>(pins);
        setup.put("host", "localhost");
        setup.put("port", sftpPort);
        setup.put("user", SampleServer.USER);
        setup.put("signIn", "PASSWORD");
        var draft = new HashMap<String, Object>();
        draft.put("name", NAME);
        draft.put("description", "Every customer of the shop's till, from the sample SFTP server.");
        draft.put("setup", setup);
        draft.put("goals", List.of(goal()));
        if (pins.isEmpty()) {
            draft.put("typeId", "sftp");
        }
        return draft;
    }

    private static Map<String, Object> goal() {
        return Map.of(
                "kind",
                "IMPORT_PROFILES",
                "id",
                UUID.nameUUIDFromBytes(NAME.getBytes(StandardCharsets.UTF_8)),
                "name",
                "Import customers",
                "enabled",
                true,
                "source",
                Map.of(
                        "kind",
                        "FILES",
                        "folder",
                        SampleServer.FOLDER,
                        "namePattern",
                        "customers-%d.csv".formatted(RECORDS),
                        "pick",
                        "NEWEST",
                        "compression",
                        "AUTO",
                        "afterImport",
                        Map.of("kind", "LEAVE")),
                "matching",
                Map.of("anyOf", List.of(List.of("customer_id"))),
                "createWhenNoMatch",
                true,
                "mapping",
                mapping());
    }

    private static List<Map<String, Object>> mapping() {
        var trim = List.of(Map.<String, Object>of("kind", "TRIM"));
        var email = List.of(Map.<String, Object>of("kind", "CLEAN_EMAIL"));
        var phone =
                List.of(
                        Map.<String, Object>of(
                                "kind", "CLEAN_PHONE", "region", "NL", "regionField", "country"));
        var upper = List.of(Map.<String, Object>of("kind", "CHANGE_CASE", "to", "UPPER"));
        var patterns = List.of("yyyy-MM-dd", "dd-MM-yyyy");
        var date = List.of(Map.<String, Object>of("kind", "DATE_FORMAT", "patterns", patterns));
        var times = List.of("yyyy-MM-dd'T'HH:mm:ssX", "yyyy-MM-dd'T'HH:mmX", "yyyy-MM-dd HH:mm:ss");
        var time = List.of(Map.<String, Object>of("kind", "DATE_FORMAT", "patterns", times));
        return List.of(
                row("customer_id", "REJECT_RECORD", trim),
                row("email", "LEAVE_OUT", email),
                row("first_name", "LEAVE_OUT", trim),
                row("last_name", "LEAVE_OUT", trim),
                row("phone", "LEAVE_OUT", phone),
                row("birth_date", "REJECT_RECORD", date),
                row("address", "LEAVE_OUT", trim),
                row("country", "LEAVE_OUT", upper),
                row("loyalty_points", "LEAVE_OUT", List.of()),
                row("last_purchase_at", "LEAVE_OUT", time));
    }

    private static Map<String, Object> row(
            String field, String onBadValue, List<Map<String, Object>> processors) {
        return Map.of(
                "field",
                field,
                "property",
                field,
                "processors",
                processors,
                "strategy",
                "SET",
                "restriction",
                "ALL_PROFILES",
                "onBadValue",
                onBadValue);
    }
}
