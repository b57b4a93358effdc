package io.connections.adapters.scheduler;

import com.github.kagkarlsson.scheduler.Clock;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import javax.sql.DataSource;

/// The database's time on every replica. Asked every few seconds; in between, and while the
/// database is away, this process's monotonic clock carries it on.
final class DatabaseClock implements Clock {
    private static final long ASK_EVERY = Duration.ofSeconds(5).toNanos();

    private final DataSource dataSource;
    private volatile Anchor anchor;

    private record Anchor(Instant time, long nanos) {
        Instant at(long now) {
            return time.plusNanos(now - nanos);
        }
    }

    DatabaseClock(DataSource dataSource) {
        this.dataSource = dataSource;
        try {
            anchor = ask();
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not tell the time.", e);
        }
    }

    @Override
    public Instant now() {
        Anchor known = anchor;
        if (System.nanoTime() - known.nanos() > ASK_EVERY) {
            try {
                known = ask();
            } catch (SQLException _) {
                known = new Anchor(known.at(System.nanoTime()), System.nanoTime());
            }
            anchor = known;
        }
        return known.at(System.nanoTime());
    }

    private Anchor ask() throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select clock_timestamp()")) {
            row.next();
            return new Anchor(
                    row.getObject(1, OffsetDateTime.class).toInstant(), System.nanoTime());
        }
    }
}
