package io.connections.domain.goal;

import io.connections.domain.consent.ConsentGate;
import io.connections.domain.consent.ConsentGate.Verdict;
import io.connections.domain.consent.ConsentStatement;
import io.connections.domain.consent.ConsentTally;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.consent.PrivacyState;
import io.connections.domain.profile.FormerValues;
import io.connections.domain.profile.Identifier;
import io.connections.domain.profile.ProfileId;
import io.connections.domain.profile.PropertyValues;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// All that a chunk of records does, to be written in one transaction.
///
/// @param created in the order in which their first records stand in the source
/// @param changed profiles that existed before the chunk; nobody else may have changed them since
/// @param identifiersRemoved to be taken away before `identifiersAdded` are given: an identifier
///     may move from one profile to another
/// @param multiValued numbers of the identifier properties of which some profile has several values
///     by now
/// @param pastStatements to be kept as evidence; those that count are in the profiles
/// @param ledger one entry for every record that met or made a profile, in the order of records
/// @param dispositions what became of each record, in their order
/// @param asOf of the look-up that it rests on
public record ChunkDecision(
        Counts counts,
        List<NewProfile> created,
        List<ChangedProfile> changed,
        List<OwnedIdentifier> identifiersAdded,
        List<OwnedIdentifier> identifiersRemoved,
        Set<Integer> multiValued,
        List<PastStatement> pastStatements,
        ConsentTally tally,
        List<LedgerEntry> ledger,
        List<MappedRecord.Rejected> rejected,
        List<HeldBack> heldBack,
        List<Disposition> dispositions,
        LeftOut leftOut,
        long asOf) {
    public ChunkDecision {
        created = List.copyOf(created);
        changed = List.copyOf(changed);
        identifiersAdded = List.copyOf(identifiersAdded);
        identifiersRemoved = List.copyOf(identifiersRemoved);
        multiValued = Set.copyOf(multiValued);
        pastStatements = List.copyOf(pastStatements);
        ledger = List.copyOf(ledger);
        rejected = List.copyOf(rejected);
        heldBack = List.copyOf(heldBack);
        dispositions = List.copyOf(dispositions);
        if (counts.read() != dispositions.size()) {
            throw new IllegalArgumentException(
                    "%d records were counted, %d decided"
                            .formatted(counts.read(), dispositions.size()));
        }
    }

    /// It has version 1 once it is written.
    ///
    /// @param withdrawn objectives that the person refuses in the end
    public record NewProfile(
            ProfileId id, PropertyValues values, PrivacyState privacy, Set<ObjectiveId> withdrawn) {
        public NewProfile {
            withdrawn = Set.copyOf(withdrawn);
        }
    }

    /// @param expectedVersion the version that was read; the write raises it by one
    /// @param values all values of the profile, changed or not
    /// @param privacy as it is afterwards
    /// @param privacyChanged otherwise it is as it was read, and a write leaves it
    /// @param withdrawn objectives that the person refuses by it, for the first time or anew
    public record ChangedProfile(
            ProfileId id,
            long expectedVersion,
            PropertyValues values,
            ConsentGate.Subject privacy,
            boolean privacyChanged,
            Set<ObjectiveId> withdrawn) {
        public ChangedProfile {
            withdrawn = Set.copyOf(withdrawn);
        }
    }

    /// What a person said that counts no more, or came too late to count.
    public record PastStatement(ProfileId profile, ConsentStatement statement) {}

    public record OwnedIdentifier(Identifier identifier, ProfileId owner) {}

    /// @param before the former values of the properties that this record changed; none for a
    ///     record that changed nothing or made the profile
    public record LedgerEntry(
            ProfileId profile, long recordNumber, Disposition disposition, FormerValues before) {}

    /// A record whose profile the consent gate does not let through.
    ///
    /// @param profile absent where the record would have made one
    public record HeldBack(
            long recordNumber, Optional<ProfileId> profile, Verdict.HeldBack verdict) {
        public String reason() {
            return verdict.reason();
        }
    }
}
