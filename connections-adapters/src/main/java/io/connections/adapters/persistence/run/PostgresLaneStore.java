package io.connections.adapters.persistence.run;

import io.connections.application.run.port.ChunkConflict;
import io.connections.application.run.port.ChunkRefused;
import io.connections.application.run.port.ChunkStore.Answer;
import io.connections.application.run.port.ChunkStore.LaneStore;
import io.connections.application.run.port.ChunkStore.Step;
import io.connections.application.run.port.CrashPoints;
import io.connections.application.run.port.CrashPoints.Point;
import io.connections.domain.goal.ChunkDecision;
import io.connections.domain.goal.KnownProfiles;
import io.connections.domain.profile.Identifier;
import java.sql.SQLException;
import java.util.Collection;

/// The one transaction of a chunk. What it reads takes no locks; what it writes is checked by
/// version.
final class PostgresLaneStore implements LaneStore {
    private final LaneSession session;
    private final CrashPoints crashPoints;
    private final OwnersOfIdentifiers owners;
    private final LaneProgress progress;
    private final ProfileWriting profiles;
    private final ProfileDeletions deletions;
    private final IdentifierWriting identifiers;
    private final Ledger ledger;
    private final RejectedRecords rejected;
    private final ConsentWriting consent;

    PostgresLaneStore(LaneSession session, CrashPoints crashPoints, LaneKey key) {
        this.session = session;
        this.crashPoints = crashPoints;
        this.deletions = new ProfileDeletions(session);
        this.owners = new OwnersOfIdentifiers(session, deletions);
        this.progress = new LaneProgress(session, key);
        this.profiles = new ProfileWriting(session);
        this.identifiers = new IdentifierWriting(session);
        this.ledger = new Ledger(session, key);
        this.rejected = new RejectedRecords(session, key);
        this.consent = new ConsentWriting(session, key);
    }

    @Override
    public KnownProfiles lookUp(Collection<Identifier> identifiers) {
        try {
            return owners.of(identifiers);
        } catch (SQLException e) {
            throw session.unexpected(e);
        }
    }

    @Override
    public Answer write(ChunkDecision decision, Step step) throws ChunkConflict, ChunkRefused {
        try {
            session.beginWriting();
            if (progress.stopRequested()) {
                session.rollBack();
                return Answer.STOP_REQUESTED;
            }
            if (!progress.advance(decision.counts(), step)) {
                session.rollBack();
                return Answer.COMMITTED;
            }
            crashPoints.reached(Point.BEFORE_COPY);
            effects(decision, step);
            crashPoints.reached(Point.BEFORE_COMMIT);
            session.commit();
            crashPoints.reached(Point.AFTER_COMMIT);
            return Answer.COMMITTED;
        } catch (SQLException e) {
            session.rollBack();
            if (SqlFailures.conflict(e)) {
                throw new ChunkConflict(SqlFailures.described(e));
            }
            if (SqlFailures.refused(e)) {
                throw new ChunkRefused(SqlFailures.described(e), SqlFailures.withoutValues(e));
            }
            throw session.unexpected(e);
        } catch (ChunkConflict | RuntimeException e) {
            session.rollBack();
            throw e;
        }
    }

    private void effects(ChunkDecision decision, Step step) throws SQLException, ChunkConflict {
        profiles.change(decision.changed());
        profiles.create(decision.created());
        identifiers.remove(decision.identifiersRemoved());
        identifiers.add(decision.identifiersAdded());
        profiles.noteSeveralValues(decision.multiValued());
        ledger.append(decision.ledger());
        rejected.keep(decision.rejected(), step.to().part());
        consent.keepPast(decision.pastStatements());
        consent.count(decision.tally());
        consent.cleanUp(decision);
        consent.noteHeldBack(decision.heldBack());
        progress.noteLeftOut(decision.leftOut());
        progress.noteChunk(decision.counts(), step);
        deletions.check(decision);
    }

    @Override
    public void close() {
        session.close();
    }
}
