package io.connections.application.run;

import io.connections.application.run.HeadStart.Started;
import io.connections.application.run.port.ChunkConflict;
import io.connections.application.run.port.ChunkRefused;
import io.connections.application.run.port.ChunkStore.Answer;
import io.connections.application.run.port.ChunkStore.LaneStore;
import io.connections.application.run.port.ChunkStore.Step;
import io.connections.application.run.port.LanePosition;
import io.connections.application.run.port.StoreFailed;
import io.connections.application.run.port.StoreUnavailable;
import io.connections.domain.goal.ChunkDecision;
import io.connections.domain.goal.ConsentTerms;
import io.connections.domain.goal.ImportDecider;
import io.connections.domain.goal.KnownProfiles;
import io.connections.domain.goal.MappedRecord;
import io.connections.domain.profile.Identifier;
import io.connections.domain.profile.ProfileId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Turns batches of one lane into committed chunks. A chunk that meets somebody else's change is
/// decided again, after many times in halves; one that the store refuses is halved until the record
/// is found and rejected.
final class ChunkWriter implements AutoCloseable {
    /// Beyond it, a smaller chunk is more likely to find a moment without a conflict.
    private static final int REPEATS = 8;

    /// For a record alone: some minutes. Nothing is wrong with it, so it is never rejected for
    /// this; the run fails instead and can be resumed.
    private static final int REPEATS_ALONE = 300;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(10);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final Supplier<LaneStore> stores;
    private final HeadStart headStart;
    private final ImportDecider decider;
    private final ConsentTerms terms;
    private final Supplier<ProfileId> newIds;
    private final Patience patience;
    private final RejectionLimit rejections;
    private final Listener listener;
    private Optional<LaneStore> store = Optional.empty();

    interface Listener {
        void committed(ChunkDecision chunk);

        void repeated(String why);

        void rejectedByStore(long line, String why);
    }

    ChunkWriter(
            Supplier<LaneStore> stores,
            Optional<Supplier<LaneStore>> storesAhead,
            ImportDecider decider,
            ConsentTerms terms,
            Supplier<ProfileId> newIds,
            Patience patience,
            RejectionLimit rejections,
            Listener listener) {
        this.stores = stores;
        this.decider = decider;
        this.terms = terms;
        this.newIds = newIds;
        this.patience = patience;
        this.rejections = rejections;
        this.listener = listener;
        this.headStart = new HeadStart(storesAhead, this::decide);
    }

    /// For the thread that prepares chunks; the others are for the one that writes them.
    Started start(List<MappedRecord> records) {
        return headStart.start(records, identifiers(records));
    }

    /// Writes what was started, each chunk in its turn.
    ///
    /// @return false when a stop was asked for and not all was written
    boolean write(List<MappedRecord> records, Step step, Started started)
            throws InterruptedException {
        boolean written = write(records, step, headStart.decided(started));
        if (written) {
            headStart.written();
        }
        return written;
    }

    private boolean write(List<MappedRecord> records, Step step, Optional<ChunkDecision> decided)
            throws InterruptedException {
        String refusal;
        rejections.check();
        try {
            Optional<ChunkDecision> decision = repeatedly(records, step, decided);
            decision.ifPresent(this::committed);
            return decision.isPresent();
        } catch (ChunkConflict _) {
            return halves(records, step);
        } catch (ChunkRefused e) {
            headStart.leaveCourse();
            refusal = String.valueOf(e.getMessage());
        }
        if (records.size() > 1) {
            return halves(records, step);
        }
        listener.rejectedByStore(records.getFirst().line(), refusal);
        try {
            Optional<ChunkDecision> decision =
                    repeatedly(
                            List.of(rejected(records.getFirst(), refusal)), step, Optional.empty());
            decision.ifPresent(this::committed);
            return decision.isPresent();
        } catch (ChunkConflict | ChunkRefused e) {
            throw new IllegalStateException("a rejected record cannot be stored", e);
        }
    }

    private void committed(ChunkDecision chunk) {
        listener.committed(chunk);
        rejections.count(chunk.counts());
        rejections.check();
    }

    private boolean halves(List<MappedRecord> records, Step step) throws InterruptedException {
        int middle = records.size() / 2;
        List<MappedRecord> first = records.subList(0, middle);
        long before = records.getLast().number() - step.to().number();
        LanePosition between =
                new LanePosition(
                        step.to().part(), first.getLast().number() - before, step.to().proof());
        return write(first, new Step(step.from(), between), Optional.empty())
                && write(
                        records.subList(middle, records.size()),
                        new Step(between, step.to()),
                        Optional.empty());
    }

    /// @return empty when a stop was asked for
    /// @throws ChunkConflict when several records met conflicts again and again
    private Optional<ChunkDecision> repeatedly(
            List<MappedRecord> records, Step step, Optional<ChunkDecision> decided)
            throws InterruptedException, ChunkConflict, ChunkRefused {
        Duration pause = FIRST_PAUSE;
        for (int repeat = 0; ; repeat++) {
            try {
                return once(
                        repeat == 0 && decided.isPresent()
                                ? decided.get()
                                : decide(records, lookUp(records)),
                        step);
            } catch (ChunkConflict e) {
                headStart.leaveCourse();
                if (repeat >= REPEATS && records.size() > 1) {
                    throw e;
                }
                if (repeat == REPEATS_ALONE) {
                    throw new StoreFailed(
                            "A record met somebody else's change %,d times.".formatted(repeat), e);
                }
                // Once said, it is the same story each time.
                if (repeat <= REPEATS) {
                    listener.repeated(String.valueOf(e.getMessage()));
                }
                Patience.pause(pause);
                pause = Patience.longer(pause, LONGEST_PAUSE);
            }
        }
    }

    private KnownProfiles lookUp(List<MappedRecord> records) throws InterruptedException {
        List<Identifier> identifiers = identifiers(records);
        return patience.during(() -> with(open -> open.lookUp(identifiers)));
    }

    private ChunkDecision decide(List<MappedRecord> records, KnownProfiles known) {
        return decider.decide(records, known, terms, newIds);
    }

    private Optional<ChunkDecision> once(ChunkDecision decision, Step step)
            throws InterruptedException, ChunkConflict, ChunkRefused {
        WriteResult result = patience.during(() -> with(open -> attempt(open, decision, step)));
        return switch (result) {
            case WriteResult.Answered(Answer answer) ->
                    answer == Answer.COMMITTED ? Optional.of(decision) : Optional.empty();
            case WriteResult.Conflict(ChunkConflict conflict) -> throw conflict;
            case WriteResult.Refused(ChunkRefused refused) -> throw refused;
        };
    }

    private sealed interface WriteResult {
        record Answered(Answer answer) implements WriteResult {}

        record Conflict(ChunkConflict conflict) implements WriteResult {}

        record Refused(ChunkRefused refused) implements WriteResult {}
    }

    private static WriteResult attempt(LaneStore store, ChunkDecision decision, Step step) {
        try {
            return new WriteResult.Answered(store.write(decision, step));
        } catch (ChunkConflict e) {
            return new WriteResult.Conflict(e);
        } catch (ChunkRefused e) {
            return new WriteResult.Refused(e);
        }
    }

    private interface Work<T> {
        T on(LaneStore store);
    }

    /// A store that became unavailable is opened anew for the next attempt.
    private <T> T with(Work<T> work) {
        LaneStore open = store.orElseGet(stores);
        store = Optional.of(open);
        try {
            return work.on(open);
        } catch (StoreUnavailable e) {
            closeStore();
            throw e;
        }
    }

    private static List<Identifier> identifiers(List<MappedRecord> records) {
        List<Identifier> identifiers = new ArrayList<>(records.size());
        for (MappedRecord record : records) {
            if (record instanceof MappedRecord.Mapped mapped) {
                identifiers.addAll(mapped.identifiers());
            }
        }
        return identifiers;
    }

    private static MappedRecord rejected(MappedRecord record, String why) {
        String message = "The database cannot hold this record: " + why;
        return switch (record) {
            case MappedRecord.Mapped mapped -> mapped.rejected("not-storable", message);
            case MappedRecord.Filtered filtered -> filtered;
            // Its own text is what cannot be held.
            case MappedRecord.Rejected refused ->
                    new MappedRecord.Rejected(
                            refused.number(), refused.line(), refused.code(), message, "");
        };
    }

    @Override
    public void close() {
        headStart.close();
        closeStore();
    }

    private void closeStore() {
        store.ifPresent(LaneStore::close);
        store = Optional.empty();
    }
}
