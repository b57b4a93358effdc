package io.connections.application.run.port;

import io.connections.domain.consent.ConsentStatement.Answer;
import io.connections.domain.consent.ConsentTally;
import io.connections.domain.consent.Consents;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.consent.PrivacyState;
import io.connections.domain.goal.ChunkDecision.HeldBack;
import io.connections.domain.goal.ChunkDecision.LedgerEntry;
import io.connections.domain.goal.ChunkDecision.PastStatement;
import io.connections.domain.goal.Counts;
import io.connections.domain.goal.Disposition;
import io.connections.domain.goal.GoalId;
import io.connections.domain.profile.ProfileId;
import io.connections.domain.run.Run;
import io.connections.domain.run.RunId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class InMemoryChunkStoreTest extends ChunkStoreContract {
    private final InMemoryRunJournal journal = new InMemoryRunJournal();
    private final InMemoryChunkStore store = new InMemoryChunkStore(journal, CrashPoints.NONE);

    @Override
    protected RunJournal journal() {
        return journal;
    }

    private final Set<ObjectiveId> cleaning = new HashSet<>();

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

    @Override
    protected List<String> pastStatements(ProfileId profile) {
        return store.pastStatements().stream()
                .filter(past -> past.profile().equals(profile))
                .map(PastStatement::statement)
                .map(
                        said ->
                                "%s %s %d"
                                        .formatted(
                                                said.objective().value(),
                                                said.answer() == Answer.GRANTED ? "g" : "r",
                                                said.at().getEpochSecond()))
                .toList();
    }

    @Override
    protected List<String> consentTotals() {
        ConsentTally tally = new ConsentTally();
        store.profiles().stream()
                .map(profile -> ((PrivacyState) profile.privacy()).consents())
                .forEach(consents -> tally.moved(Consents.NONE, consents));
        return tally.shifts().entrySet().stream()
                .map(
                        each ->
                                "%s %d %d"
                                        .formatted(
                                                each.getKey().value(),
                                                each.getValue().granted(),
                                                each.getValue().refused()))
                .toList();
    }

    @Override
    protected void cleansUp(ObjectiveId objective) {
        cleaning.add(objective);
    }

    @Override
    protected List<String> cleanUps() {
        return store.withdrawn().entrySet().stream()
                .flatMap(
                        each ->
                                each.getValue().stream()
                                        .filter(cleaning::contains)
                                        .map(one -> each.getKey().value() + " " + one.value()))
                .toList();
    }

    @Override
    protected List<String> heldBack(RunId run) {
        return store.heldBackOf(run).stream()
                .collect(Collectors.groupingBy(HeldBack::verdict, Collectors.counting()))
                .entrySet()
                .stream()
                .map(
                        each ->
                                "%s %s %s %d"
                                        .formatted(
                                                each.getKey().rule(),
                                                each.getKey().objectives().stream()
                                                        .map(ObjectiveId::value)
                                                        .collect(Collectors.joining(",")),
                                                each.getKey().reason(),
                                                each.getValue()))
                .toList();
    }
}
