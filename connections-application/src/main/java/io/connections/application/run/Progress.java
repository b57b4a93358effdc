package io.connections.application.run;

import io.connections.domain.goal.ChunkDecision;
import io.connections.domain.goal.Counts;
import io.connections.domain.goal.LeftOut;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Says every few seconds how far a goal has come, also with what an earlier attempt has done.
/// Heard by all lanes.
final class Progress implements ChunkWriter.Listener {
    private static final Duration EVERY = Duration.ofSeconds(10);

    private final RunLog log;
    private final InstantSource clock;
    private Counts counts;
    private LeftOut leftOut;
    private Instant lastSaid;
    private long lastRead;

    Progress(RunLog log, InstantSource clock, Counts counts, LeftOut leftOut) {
        this.log = log;
        this.clock = clock;
        this.counts = counts;
        this.leftOut = leftOut;
        this.lastSaid = clock.instant();
        this.lastRead = counts.read();
    }

    @Override
    public void committed(ChunkDecision chunk) {
        String line;
        synchronized (this) {
            counts = counts.plus(chunk.counts());
            leftOut = leftOut.plus(chunk.leftOut());
            Instant now = clock.instant();
            Duration since = Duration.between(lastSaid, now);
            if (since.compareTo(EVERY) < 0) {
                return;
            }
            long rate = (counts.read() - lastRead) * 1000 / Math.max(1, since.toMillis());
            lastSaid = now;
            lastRead = counts.read();
            line = "%,d records done, %,d a second.".formatted(counts.read(), rate);
        }
        log.info(line);
    }

    @Override
    public void repeated(String why) {
        log.info("A chunk is decided again, because somebody changed a profile meanwhile: " + why);
    }

    @Override
    public void rejectedByStore(long line, String why) {
        log.warn("The record of line %,d cannot be stored: %s".formatted(line, why));
    }

    synchronized LeftOut leftOut() {
        return leftOut;
    }
}
