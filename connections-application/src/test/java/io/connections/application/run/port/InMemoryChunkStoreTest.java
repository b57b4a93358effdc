package io.connections.application.run.port;

import io.connections.domain.goal.ChunkDecision.LedgerEntry;
import io.connections.domain.goal.Counts;
import io.connections.domain.goal.Disposition;
import io.connections.domain.goal.GoalId;
import io.connections.domain.profile.ProfileId;
import io.connections.domain.run.Run;
import io.connections.domain.run.RunId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class InMemoryChunkStoreTest extends ChunkStoreContract {
    private final InMemoryRunJournal journal = new InMemoryRunJournal();
    private final InMemoryChunkStore store = new InMemoryChunkStore(journal, CrashPoints.NONE);

    @Override
    protected RunJournal journal() {
        return journal;
    }

    @Override
    protected ChunkStore store() {
        return store;
    }

    @Override
    protected void queue(Run.Order order, List<GoalId> goals) {
        journal.queue(order, goals);
    }

    @Override
    protected void askToStop(RunId run) {
        journal.askToStop(run);
    }

    @Override
    protected void touch(ProfileId profile) {
        store.touch(profile);
    }

    @Override
    protected void delete(ProfileId profile) {
        store.delete(profile);
    }

    @Override
    protected Counts counts(RunId run) {
        return store.countsOf(run);
    }

    @Override
    protected List<String> ledger(RunId run) {
        return store.ledgerOf(run).stream().map(InMemoryChunkStoreTest::text).toList();
    }

    private static String text(LedgerEntry entry) {
        String letter =
                entry.disposition() == Disposition.UNCHANGED
                        ? "N"
                        : entry.disposition().name().substring(0, 1);
        return entry.recordNumber()
                + " "
                + letter
                + " "
                + IntStream.range(0, entry.before().size())
                        .mapToObj(place -> Integer.toString(entry.before().numberAt(place)))
                        .collect(Collectors.joining(","));
    }

    @Override
    protected List<String> rejected(RunId run) {
        return store.rejectedOf(run).stream()
                .map(
                        one ->
                                "%d %d %s %s=%s"
                                        .formatted(
                                                one.number(),
                                                one.line(),
                                                one.code(),
                                                one.place().field(),
                                                one.place().value()))
                .toList();
    }
}
