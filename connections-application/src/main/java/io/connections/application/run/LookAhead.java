package io.connections.application.run;

import io.connections.application.run.port.ChunkStore.LaneStore;
import io.connections.domain.goal.ChunkDecision;
import io.connections.domain.goal.KnownProfiles;
import io.connections.domain.profile.Identifier;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Supplier;

/// Looks the next chunk's profiles up while this one is written, on a way of its own to the store.
/// What was written since is laid over what it found, so the chunk is decided as if it had been
/// looked up after.
///
/// One thread looks ahead, another one writes.
final class LookAhead implements AutoCloseable {
    /// Of a lane that has company: there is no core to look ahead with.
    static final LookAhead NONE = new LookAhead(Optional.empty());

    private final Optional<Supplier<LaneStore>> stores;
    private final Deque<ChunkDecision> written = new ArrayDeque<>();
    private long forgotten;
    private Optional<LaneStore> store = Optional.empty();

    /// @param known absent where the store was not reached: whoever writes then finds out why
    /// @param chunks that were written for certain when it was looked
    record LookedAhead(Optional<KnownProfiles> known, long chunks) {}

    private LookAhead(Optional<Supplier<LaneStore>> stores) {
        this.stores = stores;
    }

    static LookAhead through(Supplier<LaneStore> stores) {
        return new LookAhead(Optional.of(stores));
    }

    LookedAhead look(Collection<Identifier> identifiers) {
        long before = chunksWritten();
        return new LookedAhead(stores.flatMap(way -> found(way, identifiers)), before);
    }

    private Optional<KnownProfiles> found(
            Supplier<LaneStore> way, Collection<Identifier> identifiers) {
        try {
            LaneStore open = store.orElseGet(way);
            store = Optional.of(open);
            return Optional.of(open.lookUp(identifiers));
        } catch (RuntimeException _) {
            close();
            return Optional.empty();
        }
    }

    private synchronized long chunksWritten() {
        return forgotten + written.size();
    }

    synchronized void wrote(ChunkDecision chunk) {
        if (stores.isPresent()) {
            written.addLast(chunk);
        }
    }

    /// What the look would find now. Nobody looks further back than this one did.
    synchronized Optional<KnownProfiles> now(LookedAhead ahead) {
        while (forgotten < ahead.chunks()) {
            written.removeFirst();
            forgotten++;
        }
        return ahead.known().map(this::withWhatWasWritten);
    }

    private KnownProfiles withWhatWasWritten(KnownProfiles read) {
        KnownProfiles known = read;
        for (ChunkDecision chunk : written) {
            known = known.after(chunk);
        }
        return known;
    }

    @Override
    public void close() {
        store.ifPresent(LaneStore::close);
        store = Optional.empty();
    }
}
