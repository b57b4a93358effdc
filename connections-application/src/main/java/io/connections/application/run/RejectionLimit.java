package io.connections.application.run;

import io.connections.domain.goal.Counts;
import java.util.concurrent.atomic.AtomicLong;

/// How many rejected records a run may keep. Where more are rejected, not the records are wrong but
/// the file or its mapping, and keeping them all would fill the disk. Heard by all lanes.
final class RejectionLimit {
    private final long most;
    private final AtomicLong kept;

    /// @param kept by what the run has done before
    RejectionLimit(long most, long kept) {
        this.most = most;
        this.kept = new AtomicLong(kept);
    }

    /// Before a chunk is written: also a run that goes on writes nothing beyond it.
    void check() {
        if (kept.get() > most) {
            throw new TooManyRejected(most);
        }
    }

    /// A chunk is committed. What is beyond the limit then is less than a chunk of each lane.
    void count(Counts committed) {
        kept.addAndGet(committed.rejected());
    }

    static final class TooManyRejected extends RuntimeException {
        TooManyRejected(long most) {
            super(
                    "More than %,d records were rejected, and no more are kept. All that was read is counted."
                            .formatted(most),
                    null,
                    false,
                    false);
        }
    }
}
