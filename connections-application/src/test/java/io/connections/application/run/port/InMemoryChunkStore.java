package io.connections.application.run.port;

import io.connections.application.run.port.CrashPoints.Point;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.goal.ChunkDecision;
import io.connections.domain.goal.ChunkDecision.ChangedProfile;
import io.connections.domain.goal.ChunkDecision.HeldBack;
import io.connections.domain.goal.ChunkDecision.LedgerEntry;
import io.connections.domain.goal.ChunkDecision.OwnedIdentifier;
import io.connections.domain.goal.ChunkDecision.PastStatement;
import io.connections.domain.goal.Counts;
import io.connections.domain.goal.KnownProfiles;
import io.connections.domain.goal.KnownProfiles.KnownProfile;
import io.connections.domain.goal.MappedRecord.Rejected;
import io.connections.domain.profile.Identifier;
import io.connections.domain.profile.ProfileId;
import io.connections.domain.run.RunId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Profiles, counts and ledger in memory; the positions of lanes are the journal's. Like
/// PostgreSQL it holds no NUL.
public final class InMemoryChunkStore implements ChunkStore {
    private final InMemoryRunJournal journal;
    private final CrashPoints crashPoints;
    private final Map<ProfileId, KnownProfile> profiles = new HashMap<>();
    private final Map<Identifier, ProfileId> owners = new HashMap<>();
    private final Map<RunId, Counts> counts = new HashMap<>();
    private final Map<RunId, List<LedgerEntry>> ledgers = new HashMap<>();
    private final Map<RunId, List<Rejected>> rejected = new HashMap<>();
    private final Map<RunId, List<HeldBack>> heldBack = new HashMap<>();
    private final Set<PastStatement> past = new LinkedHashSet<>();
    private final Map<ProfileId, Set<ObjectiveId>> withdrawn = new HashMap<>();
    private long deletions;

    public InMemoryChunkStore(InMemoryRunJournal journal, CrashPoints crashPoints) {
        this.journal = journal;
        this.crashPoints = crashPoints;
    }

    public synchronized Counts countsOf(RunId run) {
        return counts.getOrDefault(run, Counts.NONE);
    }

    public synchronized List<LedgerEntry> ledgerOf(RunId run) {
        return List.copyOf(ledgers.getOrDefault(run, List.of()));
    }

    public synchronized List<Rejected> rejectedOf(RunId run) {
        return List.copyOf(rejected.getOrDefault(run, List.of()));
    }

    public synchronized List<HeldBack> heldBackOf(RunId run) {
        return List.copyOf(heldBack.getOrDefault(run, List.of()));
    }

    /// What people refused by the chunks.
    public synchronized Map<ProfileId, Set<ObjectiveId>> withdrawn() {
        return Map.copyOf(withdrawn);
    }

    /// Each once, however often it was said.
    public synchronized Set<PastStatement> pastStatements() {
        return Set.copyOf(past);
    }

    public synchronized List<KnownProfile> profiles() {
        return List.copyOf(profiles.values());
    }

    /// Somebody else changes it.
    public synchronized void touch(ProfileId profile) {
        profiles.computeIfPresent(
                profile,
                (id, one) -> new KnownProfile(id, one.version() + 1, one.values(), one.privacy()));
    }

    /// Somebody else deletes it.
    public synchronized void delete(ProfileId profile) {
        profiles.remove(profile);
        owners.values().removeIf(profile::equals);
        deletions++;
    }

    @Override
    public LaneStore open(Lease lease, int goal, int lane) {
        return new Lane(lease, goal, lane);
    }

    private final class Lane implements LaneStore {
        private final Lease lease;
        private final int goal;
        private final int lane;

        private Lane(Lease lease, int goal, int lane) {
            this.lease = lease;
            this.goal = goal;
            this.lane = lane;
        }

        @Override
        public KnownProfiles lookUp(Collection<Identifier> identifiers) {
            synchronized (InMemoryChunkStore.this) {
                KnownProfiles.Builder known =
                        KnownProfiles.builder(identifiers.size()).asOf(deletions);
                for (Identifier identifier : identifiers) {
                    ProfileId owner = owners.get(identifier);
                    if (owner != null) {
                        known.owner(identifier, Objects.requireNonNull(profiles.get(owner)));
                    }
                }
                return known.build();
            }
        }

        @Override
        public Answer write(ChunkDecision decision, Step step) throws ChunkConflict, ChunkRefused {
            synchronized (InMemoryChunkStore.this) {
                if (journal.stopRequested(lease)) {
                    return Answer.STOP_REQUESTED;
                }
                LanePosition at = journal.position(lease, goal, lane);
                if (same(at, step.to())) {
                    return Answer.COMMITTED;
                }
                if (!same(at, step.from())) {
                    throw new IllegalStateException("the lane stands at " + at);
                }
                crashPoints.reached(Point.BEFORE_COPY);
                requireUnchanged(decision);
                requireStillThere(decision);
                requireStorable(decision);
                crashPoints.reached(Point.BEFORE_COMMIT);
                apply(decision);
                journal.move(lease, goal, lane, step.to(), decision);
                crashPoints.reached(Point.AFTER_COMMIT);
                return Answer.COMMITTED;
            }
        }

        private void requireUnchanged(ChunkDecision decision) throws ChunkConflict {
            for (ChangedProfile changed : decision.changed()) {
                KnownProfile now = profiles.get(changed.id());
                if (now == null || now.version() != changed.expectedVersion()) {
                    throw new ChunkConflict("a profile was changed");
                }
            }
            Map<Identifier, ProfileId> afterwards = new HashMap<>(owners);
            for (OwnedIdentifier removed : decision.identifiersRemoved()) {
                if (!afterwards.remove(removed.identifier(), removed.owner())) {
                    throw new ChunkConflict("an identifier was taken away");
                }
            }
            for (OwnedIdentifier added : decision.identifiersAdded()) {
                if (afterwards.put(added.identifier(), added.owner()) != null) {
                    throw new ChunkConflict("an identifier was given away");
                }
            }
        }

        private void requireStillThere(ChunkDecision decision) throws ChunkConflict {
            Set<ProfileId> there = new HashSet<>(profiles.keySet());
            decision.created().forEach(made -> there.add(made.id()));
            if (!decision.ledger().stream().map(LedgerEntry::profile).allMatch(there::contains)) {
                throw new ChunkConflict("a profile was deleted");
            }
        }

        private static void requireStorable(ChunkDecision decision) throws ChunkRefused {
            for (OwnedIdentifier added : decision.identifiersAdded()) {
                if (added.identifier().value().indexOf('\0') >= 0) {
                    throw new ChunkRefused("NUL", new IllegalArgumentException("NUL"));
                }
            }
        }

        private void apply(ChunkDecision decision) {
            decision.changed()
                    .forEach(
                            changed ->
                                    profiles.computeIfPresent(
                                            changed.id(),
                                            (id, one) ->
                                                    new KnownProfile(
                                                            id,
                                                            one.version() + 1,
                                                            changed.values(),
                                                            changed.privacy())));
            decision.created()
                    .forEach(
                            made ->
                                    profiles.put(
                                            made.id(),
                                            new KnownProfile(
                                                    made.id(), 1, made.values(), made.privacy())));
            decision.identifiersRemoved().forEach(gone -> owners.remove(gone.identifier()));
            decision.identifiersAdded()
                    .forEach(added -> owners.put(added.identifier(), added.owner()));
            RunId run = lease.run();
            counts.merge(run, decision.counts(), Counts::plus);
            ledgers.computeIfAbsent(run, _ -> new ArrayList<>()).addAll(decision.ledger());
            rejected.computeIfAbsent(run, _ -> new ArrayList<>()).addAll(decision.rejected());
            heldBack.computeIfAbsent(run, _ -> new ArrayList<>()).addAll(decision.heldBack());
            past.addAll(decision.pastStatements());
            decision.created().forEach(made -> withdraw(made.id(), made.withdrawn()));
            decision.changed().forEach(changed -> withdraw(changed.id(), changed.withdrawn()));
        }

        private void withdraw(ProfileId profile, Set<ObjectiveId> refused) {
            withdrawn.computeIfAbsent(profile, _ -> new HashSet<>()).addAll(refused);
        }

        private static boolean same(LanePosition one, LanePosition other) {
            return one.part() == other.part() && one.number() == other.number();
        }

        @Override
        public void close() {}
    }
}
