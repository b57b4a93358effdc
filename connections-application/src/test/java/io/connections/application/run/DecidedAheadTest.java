package io.connections.application.run;

import static io.connections.domain.goal.GoalFixtures.aGoal;
import static io.connections.domain.goal.GoalFixtures.record;
import static io.connections.domain.goal.GoalFixtures.row;
import static io.connections.domain.profile.ProfileFixtures.aProperty;
import static io.connections.domain.profile.ProfileFixtures.anIdentifier;
import static org.assertj.core.api.Assertions.assertThat;

import io.connections.application.run.port.ChunkConflict;
import io.connections.application.run.port.ChunkRefused;
import io.connections.application.run.port.ChunkStore.Answer;
import io.connections.application.run.port.ChunkStore.LaneStore;
import io.connections.application.run.port.ChunkStore.Step;
import io.connections.application.run.port.LanePosition;
import io.connections.application.run.port.StoreUnavailable;
import io.connections.domain.consent.ConsentGate;
import io.connections.domain.goal.ChunkDecision;
import io.connections.domain.goal.ChunkDecision.LedgerEntry;
import io.connections.domain.goal.ConsentTerms;
import io.connections.domain.goal.Disposition;
import io.connections.domain.goal.ImportDecider;
import io.connections.domain.goal.ImportPlan;
import io.connections.domain.goal.KnownProfiles;
import io.connections.domain.goal.KnownProfiles.KnownProfile;
import io.connections.domain.goal.MappedRecord;
import io.connections.domain.profile.Identifier;
import io.connections.domain.profile.ProfileId;
import io.connections.domain.profile.ProfileProperty;
import io.connections.domain.profile.PropertyType;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A lane alone decides the next chunks while this one is written.
@Tag("M18")
@Timeout(60)
class DecidedAheadTest {
    private static final ProfileProperty MAIL = anIdentifier(1, "mail", new PropertyType.Text());
    private static final ProfileProperty CITY = aProperty(2, "city", new PropertyType.Text());
    private static final ImportPlan PLAN =
            ImportPlan.of(
                    aGoal().matchedBy(MAIL).mapping(row("mail", MAIL), row("city", CITY)).build(),
                    List.of(MAIL, CITY));

    private final Written store = new Written();
    private final List<String> repeated = new ArrayList<>();
    private boolean unreachable;
    private final ChunkWriter writer =
            new ChunkWriter(
                    () -> store,
                    Optional.of(this::wayOfItsOwn),
                    new ImportDecider(PLAN),
                    ConsentTerms.bringingNone(ConsentGate.forNoObjectives()),
                    () -> new ProfileId(UUID.randomUUID()),
                    new Patience(Duration.ofSeconds(1), InstantSource.system(), _ -> {}),
                    new RejectionLimit(10, 0),
                    new Heard());

    private LaneStore wayOfItsOwn() {
        if (unreachable) {
            throw new StoreUnavailable(new IllegalStateException("down"));
        }
        return store;
    }

    @Test
    void aChunkIsDecidedUponThoseThatAreStillUnderWay() throws Exception {
        Chunk first = started(1, "Oslo");
        Chunk second = started(2, "Rome");
        Chunk third = started(3, "Rome");
        long lookUps = store.lookUps;

        write(first);
        write(second);
        write(third);

        assertThat(store.lookUps).isEqualTo(lookUps);
        assertThat(repeated).isEmpty();
        assertThat(store.ledger)
                .extracting(LedgerEntry::disposition)
                .containsExactly(Disposition.CREATED, Disposition.UPDATED, Disposition.UNCHANGED);
        assertThat(store.ledger).extracting(LedgerEntry::profile).containsOnly(store.only().id());
        assertThat(store.only().version()).isEqualTo(2);
    }

    @Test
    void whatWasDecidedUponAChunkThatIsDecidedAgainIsDecidedAgainToo() throws Exception {
        Chunk first = started(1, "Oslo");
        Chunk second = started(2, "Oslo");
        store.next.add(new ChunkConflict("somebody else was there"));

        write(first);
        write(second);

        assertThat(repeated).hasSize(1);
        assertThat(store.ledger)
                .extracting(LedgerEntry::disposition)
                .containsExactly(Disposition.CREATED, Disposition.UNCHANGED);
        assertThat(store.ledger).extracting(LedgerEntry::profile).containsOnly(store.only().id());
    }

    @Test
    void whatWasDecidedUponARecordThatCannotBeStoredIsDecidedAgain() throws Exception {
        Chunk first = started(1, "Oslo");
        Chunk second = started(2, "Oslo");
        store.next.add(new ChunkRefused("no", new IllegalStateException("no")));

        write(first);
        write(second);

        assertThat(store.ledger)
                .extracting(LedgerEntry::disposition)
                .containsExactly(Disposition.CREATED);
        assertThat(store.ledger).extracting(LedgerEntry::profile).containsOnly(store.only().id());
    }

    @Test
    void nothingIsDecidedAheadUntilAllThatIsDecidedAgainIsWritten() throws Exception {
        Chunk first = started(1, "Oslo");
        Chunk second = started(2, "Rome");
        store.next.add(new ChunkConflict("somebody else was there"));
        write(first);
        Chunk third = started(3, "Bern");
        write(second);
        write(third);

        Chunk fourth = started(4, "Bern");
        Chunk fifth = started(5, "Bonn");
        long lookUps = store.lookUps;
        write(fourth);
        write(fifth);

        assertThat(third.started().decision()).isEmpty();
        assertThat(fourth.started().decision()).isPresent();
        assertThat(store.lookUps).isEqualTo(lookUps);
        assertThat(store.ledger)
                .extracting(LedgerEntry::disposition)
                .containsExactly(
                        Disposition.CREATED,
                        Disposition.UPDATED,
                        Disposition.UPDATED,
                        Disposition.UNCHANGED,
                        Disposition.UPDATED);
        assertThat(store.ledger).extracting(LedgerEntry::profile).containsOnly(store.only().id());
    }

    @Test
    void aStoreThatIsNotReachedAheadLeavesTheDecisionToTheWriting() throws Exception {
        unreachable = true;
        Chunk first = started(1, "Oslo");
        unreachable = false;
        Chunk second = started(2, "Oslo");

        write(first);
        write(second);

        assertThat(first.started().decision()).isEmpty();
        assertThat(second.started().decision()).isEmpty();
        assertThat(store.ledger).extracting(LedgerEntry::profile).containsOnly(store.only().id());
    }

    private record Chunk(long number, List<MappedRecord> records, HeadStart.Started started) {}

    private Chunk started(long number, String city) {
        List<MappedRecord> records =
                List.of(PLAN.map(record(number, "mail", "ann@example.com", "city", city)));
        return new Chunk(number, records, writer.start(records));
    }

    private void write(Chunk chunk) throws InterruptedException {
        Step step = new Step(at(chunk.number() - 1), at(chunk.number()));
        assertThat(writer.write(chunk.records(), step, chunk.started())).isTrue();
    }

    private static LanePosition at(long number) {
        return new LanePosition(0, number, Optional.empty());
    }

    private final class Heard implements ChunkWriter.Listener {
        @Override
        public void committed(ChunkDecision chunk) {}

        @Override
        public void repeated(String why) {
            repeated.add(why);
        }

        @Override
        public void rejectedByStore(long line, String why) {}
    }

    /// Carries out what it is given, unless it is told what comes next.
    private static final class Written implements LaneStore {
        private final Map<Identifier, KnownProfile> owners = new HashMap<>();
        private final List<LedgerEntry> ledger = new ArrayList<>();
        private final Deque<Exception> next = new ArrayDeque<>();
        private long lookUps;

        KnownProfile only() {
            assertThat(owners).hasSize(1);
            return owners.values().iterator().next();
        }

        @Override
        public KnownProfiles lookUp(Collection<Identifier> identifiers) {
            lookUps++;
            KnownProfiles.Builder known = KnownProfiles.builder(identifiers.size());
            for (Identifier identifier : identifiers) {
                KnownProfile owner = owners.get(identifier);
                if (owner != null) {
                    known.owner(identifier, owner);
                }
            }
            return known.build();
        }

        @Override
        public Answer write(ChunkDecision decision, Step step) throws ChunkConflict, ChunkRefused {
            switch (next.poll()) {
                case null -> {}
                case ChunkConflict conflict -> throw conflict;
                case ChunkRefused refused -> throw refused;
                case Exception other -> throw new IllegalStateException(other);
            }
            Set<Identifier> all = Set.copyOf(owners.keySet());
            KnownProfiles now = lookedUp(all).after(decision, identifiers(decision, all));
            for (Identifier identifier : identifiers(decision, all)) {
                now.ownerOf(identifier).ifPresent(owner -> owners.put(identifier, owner));
            }
            ledger.addAll(decision.ledger());
            return Answer.COMMITTED;
        }

        private KnownProfiles lookedUp(Set<Identifier> identifiers) {
            lookUps--;
            return lookUp(identifiers);
        }

        private static Set<Identifier> identifiers(ChunkDecision decision, Set<Identifier> known) {
            Set<Identifier> all = new HashSet<>(known);
            decision.identifiersAdded().forEach(added -> all.add(added.identifier()));
            return all;
        }

        @Override
        public void close() {}
    }
}
