package io.connections.api.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A busy house, made by statements of whole tables around the one connection that is there.
///
/// @param runs the same number for each connection
record Seed(int connections, int labels, int runs, int events) {
    static final Seed BUSY = new Seed(10_000, 200, 1_000_000, 5_000_000);

    private static final Pattern STEP = Pattern.compile("^-- > ", Pattern.MULTILINE);

    /// Says each step as it begins.
    void into(Connection database) throws SQLException {
        try (Statement statement = database.createStatement()) {
            for (String setting : settings()) {
                statement.execute(setting);
            }
            for (String step : steps()) {
                String what = step.lines().findFirst().orElseThrow();
                System.err.printf(Locale.ROOT, "bench: seeds %s%n", what);
                statement.execute(step.substring(what.length()));
            }
        }
    }

    private List<String> settings() {
        return Stream.of(
                        "connections=" + connections,
                        "labels=" + labels,
                        "runs=" + runs,
                        "events=" + events)
                .map(setting -> "set seed." + setting.replace("=", " = "))
                .toList();
    }

    /// What stands before the first step is what the file says of itself.
    private static List<String> steps() {
        try (InputStream file =
                Objects.requireNonNull(Seed.class.getResourceAsStream("/bench/seed.sql"))) {
            return STEP.splitAsStream(new String(file.readAllBytes(), StandardCharsets.UTF_8))
                    .skip(1)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
