package io.connections.domain.goal;

import io.connections.domain.profile.ProfileId;
import java.util.List;
import java.util.function.Supplier;

/// Decides what a chunk of records does to profiles: matching, gate, strategies. It writes nothing
/// and keeps nothing, so a chunk can be decided again on what another look-up found.
public final class ImportDecider {
    private final ImportPlan plan;

    public ImportDecider(ImportPlan plan) {
        this.plan = plan;
    }

    /// @param records in the order of the source: of two for one profile the later wins
    /// @param known owners of all the records' identifiers
    /// @param newIds asked once for every profile that is made
    public ChunkDecision decide(
            List<? extends MappedRecord> records,
            KnownProfiles known,
            ConsentTerms terms,
            Supplier<ProfileId> newIds) {
        ChunkInProgress chunk = new ChunkInProgress(plan, known, terms, newIds, records.size());
        for (int i = 0; i < records.size(); i++) {
            chunk.take(records.get(i));
        }
        return chunk.decision();
    }
}
