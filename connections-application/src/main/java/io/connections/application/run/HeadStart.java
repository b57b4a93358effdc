package io.connections.application.run;

import io.connections.application.run.port.ChunkStore.LaneStore;
import io.connections.domain.goal.ChunkDecision;
import io.connections.domain.goal.KnownProfiles;
import io.connections.domain.goal.MappedRecord;
import io.connections.domain.profile.Identifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/// Decides the next chunks while this one is written: looks their profiles up on a way of its own
/// to the store and lays the chunks under way over what it found. When one of those turns out to be
/// written in another way than was decided, all that was decided upon it is void.
///
/// One thread decides ahead, another one writes.
final class HeadStart implements AutoCloseable {
    private static final Started NOT_STARTED = new Started(Optional.empty(), 0);

    private final Optional<Supplier<LaneStore>> stores;
    private final BiFunction<List<MappedRecord>, KnownProfiles, ChunkDecision> decider;
    private Optional<LaneStore> store = Optional.empty();

    /// Not yet written for certain, the oldest first. Absent: how it will be written is not known.
    private final Deque<Optional<ChunkDecision>> underWay = new ArrayDeque<>();

    private int course;

    /// @param decision absent where it is for whoever writes to look up and decide
    /// @param course the one that it holds in
    record Started(Optional<ChunkDecision> decision, int course) {}

    private record Footing(List<ChunkDecision> chunks, int course) {}

    /// @param stores none for a lane that has company: there is no core to decide ahead with
    HeadStart(
            Optional<Supplier<LaneStore>> stores,
            BiFunction<List<MappedRecord>, KnownProfiles, ChunkDecision> decider) {
        this.stores = stores;
        this.decider = decider;
    }

    /// For each chunk once, in their order.
    Started start(List<MappedRecord> records, Collection<Identifier> identifiers) {
        if (stores.isEmpty()) {
            return NOT_STARTED;
        }
        Optional<Footing> footing = footing();
        Optional<ChunkDecision> decision =
                footing.flatMap(
                        known ->
                                found(stores.get(), identifiers)
                                        .map(read -> laidOver(read, known, identifiers))
                                        .map(now -> decider.apply(records, now)));
        return underWay(decision, footing);
    }

    /// What was not written before the look-up began. A chunk that is written meanwhile is in it
    /// too: laid over what was read of it, it changes nothing.
    private synchronized Optional<Footing> footing() {
        List<ChunkDecision> chunks = new ArrayList<>(underWay.size());
        for (Optional<ChunkDecision> chunk : underWay) {
            if (chunk.isEmpty()) {
                return Optional.empty();
            }
            chunks.add(chunk.get());
        }
        return Optional.of(new Footing(chunks, course));
    }

    /// Absent where the store was not reached: whoever writes finds out why.
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

    private static KnownProfiles laidOver(
            KnownProfiles read, Footing footing, Collection<Identifier> identifiers) {
        Set<Identifier> asked = new HashSet<>(identifiers);
        KnownProfiles known = read;
        for (ChunkDecision chunk : footing.chunks()) {
            known = known.after(chunk, asked);
        }
        return known;
    }

    private synchronized Started underWay(
            Optional<ChunkDecision> decision, Optional<Footing> footing) {
        Optional<ChunkDecision> holds =
                footing.filter(known -> known.course() == course).flatMap(_ -> decision);
        underWay.addLast(holds);
        return new Started(holds, course);
    }

    /// The decision, where it still holds.
    synchronized Optional<ChunkDecision> decided(Started started) {
        return started.course() == course ? started.decision() : Optional.empty();
    }

    /// The oldest chunk under way is written in another way than was decided.
    synchronized void leaveCourse() {
        course++;
        int chunks = underWay.size();
        underWay.clear();
        for (int chunk = 0; chunk < chunks; chunk++) {
            underWay.addLast(Optional.empty());
        }
    }

    /// All of the oldest chunk under way is written.
    synchronized void written() {
        underWay.pollFirst();
    }

    @Override
    public void close() {
        store.ifPresent(LaneStore::close);
        store = Optional.empty();
    }
}
