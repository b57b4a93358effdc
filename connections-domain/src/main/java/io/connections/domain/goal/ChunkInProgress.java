package io.connections.domain.goal;

import io.connections.domain.consent.ConsentGate.Verdict;
import io.connections.domain.consent.ConsentStatement;
import io.connections.domain.consent.ConsentTally;
import io.connections.domain.consent.PrivacyState;
import io.connections.domain.goal.ChunkDecision.ChangedProfile;
import io.connections.domain.goal.ChunkDecision.HeldBack;
import io.connections.domain.goal.ChunkDecision.LedgerEntry;
import io.connections.domain.goal.ChunkDecision.NewProfile;
import io.connections.domain.goal.ChunkDecision.OwnedIdentifier;
import io.connections.domain.goal.ChunkDecision.PastStatement;
import io.connections.domain.goal.KnownProfiles.KnownProfile;
import io.connections.domain.profile.FormerValues;
import io.connections.domain.profile.Identifier;
import io.connections.domain.profile.ProfileId;
import io.connections.domain.profile.PropertyValues;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/// One chunk while it is decided: what its records have done so far lies over what was read, so
/// that each record meets the profiles as the one before it left them.
final class ChunkInProgress {
    /// Stands for the owner of an identifier that nobody has, and for no match.
    private static final ProfileDraft NOBODY =
            ProfileDraft.ofNew(
                    new ProfileId(new UUID(0, 0)),
                    PropertyValues.NONE,
                    PrivacyState.UNKNOWN,
                    PrivacyState.UNKNOWN);

    private final ImportPlan plan;
    private final KnownProfiles known;
    private final ConsentTerms terms;
    private final Supplier<ProfileId> newIds;
    private final Merge merge;

    private final Map<ProfileId, ProfileDraft> met;
    private final Map<Identifier, Move> moves = new LinkedHashMap<>();
    private final List<ProfileDraft> made = new ArrayList<>();
    private final List<ProfileDraft> changed = new ArrayList<>();
    private final Set<Integer> multiValued = new HashSet<>();
    private final List<LedgerEntry> ledger;
    private final List<MappedRecord.Rejected> rejected = new ArrayList<>();
    private final List<HeldBack> heldBack = new ArrayList<>();
    private final List<PastStatement> pastStatements = new ArrayList<>();
    private final List<Disposition> dispositions;
    private final long[] leftOut;
    private boolean anyLeftOut;

    private ProfileDraft[] owners = new ProfileDraft[4];

    ChunkInProgress(
            ImportPlan plan,
            KnownProfiles known,
            ConsentTerms terms,
            Supplier<ProfileId> newIds,
            int records) {
        this.plan = plan;
        this.known = known;
        this.terms = terms;
        this.newIds = newIds;
        this.merge = new Merge(plan);
        this.met = HashMap.newHashMap(records);
        this.ledger = new ArrayList<>(records);
        this.dispositions = new ArrayList<>(records);
        this.leftOut = new long[plan.rows().size()];
    }

    /// Where an identifier was before the chunk, and where it is by now.
    private record Move(ProfileDraft from, ProfileDraft to) {}

    void take(MappedRecord record) {
        dispositions.add(
                switch (record) {
                    case MappedRecord.Mapped mapped -> decide(mapped);
                    case MappedRecord.Filtered _ -> Disposition.FILTERED;
                    case MappedRecord.Rejected broken -> reject(broken);
                });
    }

    private Disposition reject(MappedRecord.Rejected record) {
        rejected.add(record);
        return Disposition.REJECTED;
    }

    private void countLeftOut(BitSet rows) {
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            leftOut[row]++;
            anyLeftOut = true;
        }
    }

    private Disposition decide(MappedRecord.Mapped record) {
        countLeftOut(record.leftOutRows());
        findOwners(record.identifiers());
        ProfileDraft match = NOBODY;
        for (int[] group : plan.groups()) {
            for (int i = 0; i < record.identifiers().size(); i++) {
                ProfileDraft owner = owners[i];
                if (owner == NOBODY
                        || owner == match
                        || record.identifiers().get(i).property() != group[0]
                        || !ownsAll(owner, group, record.identifiers())) {
                    continue;
                }
                if (match != NOBODY) {
                    return reject(severalProfiles(record, match, owner));
                }
                match = owner;
            }
        }
        if (match == NOBODY && !plan.createWhenNoMatch()) {
            return Disposition.SKIPPED_WITHOUT_MATCH;
        }
        PrivacyState before = match == NOBODY ? saidBefore(record) : PrivacyState.UNKNOWN;
        SaidConsent.Heard heard =
                record.said().heardBy(match == NOBODY ? before : match.privacy(), terms);
        if (terms.gate().judge(heard.privacy()) instanceof Verdict.HeldBack held) {
            return holdBack(record, match, held, heard);
        }
        for (int i = 0; i < record.claims(); i++) {
            if (owners[i] != NOBODY && owners[i] != match) {
                return reject(taken(record, record.identifiers().get(i), owners[i], match));
            }
        }
        Optional<Merge.Impossible> problem = merge.run(record, match.values(), match == NOBODY);
        if (problem.isPresent()) {
            return reject(
                    record.rejected(
                            "sum-impossible", problem.get().message(), problem.get().place()));
        }
        return match == NOBODY ? create(record, heard, before) : update(record, match, heard);
    }

    /// Who has no profile yet may have been to websites.
    private PrivacyState saidBefore(MappedRecord.Mapped record) {
        List<ConsentStatement> said = new ArrayList<>(0);
        for (int i = 0; i < record.identifiers().size(); i++) {
            if (owners[i] == NOBODY) {
                said.addAll(known.saidBy(record.identifiers().get(i)));
            }
        }
        return PrivacyState.UNKNOWN.hear(Optional.empty(), said).now();
    }

    private void findOwners(List<Identifier> identifiers) {
        if (owners.length < identifiers.size()) {
            owners = new ProfileDraft[identifiers.size()];
        }
        for (int i = 0; i < identifiers.size(); i++) {
            owners[i] = ownerOf(identifiers.get(i));
        }
    }

    private ProfileDraft ownerOf(Identifier identifier) {
        if (!moves.isEmpty()) {
            Move move = moves.get(identifier);
            if (move != null) {
                return move.to();
            }
        }
        Optional<KnownProfile> owner = known.ownerOf(identifier);
        if (owner.isEmpty()) {
            return NOBODY;
        }
        ProfileDraft draft = met.get(owner.get().id());
        if (draft == null) {
            draft = ProfileDraft.of(owner.get());
            met.put(draft.id(), draft);
        }
        return draft;
    }

    private boolean ownsAll(ProfileDraft draft, int[] group, List<Identifier> identifiers) {
        for (int g = 1; g < group.length; g++) {
            boolean owns = false;
            for (int i = 0; i < identifiers.size() && !owns; i++) {
                owns = owners[i] == draft && identifiers.get(i).property() == group[g];
            }
            if (!owns) {
                return false;
            }
        }
        return true;
    }

    private static MappedRecord.Rejected severalProfiles(
            MappedRecord.Mapped record, ProfileDraft one, ProfileDraft other) {
        return record.rejected(
                "several-profiles",
                "The record matches several profiles, among them %s and %s."
                        .formatted(one.id().value(), other.id().value()));
    }

    private MappedRecord.Rejected taken(
            MappedRecord.Mapped record,
            Identifier identifier,
            ProfileDraft owner,
            ProfileDraft match) {
        String name = plan.nameOf(identifier.property());
        String value = PlannedRow.shown(identifier.value());
        return record.rejected(
                "identifier-taken",
                match == NOBODY
                        ? "The record matches no profile, but its \"%s\" (\"%s\") belongs to the profile %s."
                                .formatted(name, value, owner.id().value())
                        : "The record matches the profile %s, but its \"%s\" (\"%s\") belongs to the profile %s."
                                .formatted(match.id().value(), name, value, owner.id().value()),
                plan.placeOf(identifier, record));
    }

    /// Nothing of the record is written but what it says of consent.
    private Disposition holdBack(
            MappedRecord.Mapped record,
            ProfileDraft match,
            Verdict.HeldBack held,
            SaidConsent.Heard heard) {
        if (match == NOBODY) {
            heldBack.add(new HeldBack(record.number(), Optional.empty(), held));
        } else {
            heldBack.add(new HeldBack(record.number(), Optional.of(match.id()), held));
            hear(match, heard);
            enter(match, record, Disposition.SKIPPED_FOR_CONSENT, FormerValues.NONE);
        }
        return Disposition.SKIPPED_FOR_CONSENT;
    }

    private Disposition create(
            MappedRecord.Mapped record, SaidConsent.Heard heard, PrivacyState before) {
        ProfileDraft draft =
                ProfileDraft.ofNew(newIds.get(), merge.values(), heard.privacy(), before);
        made.add(draft);
        keepPast(draft, heard);
        moveIdentifiers(draft);
        enter(draft, record, Disposition.CREATED, FormerValues.NONE);
        return Disposition.CREATED;
    }

    private Disposition update(
            MappedRecord.Mapped record, ProfileDraft draft, SaidConsent.Heard heard) {
        boolean heardNews = hear(draft, heard);
        if (!merge.changesAnything()) {
            Disposition disposition = heardNews ? Disposition.UPDATED : Disposition.UNCHANGED;
            enter(draft, record, disposition, FormerValues.NONE);
            return disposition;
        }
        toBeChanged(draft);
        draft.change(merge.values());
        moveIdentifiers(draft);
        enter(draft, record, Disposition.UPDATED, merge.former());
        return Disposition.UPDATED;
    }

    /// Whether the profile's zone or consent is another one now.
    private boolean hear(ProfileDraft draft, SaidConsent.Heard heard) {
        keepPast(draft, heard);
        if (heard.privacy().equals(draft.privacy())) {
            return false;
        }
        toBeChanged(draft);
        draft.hear(heard.privacy());
        return true;
    }

    private void keepPast(ProfileDraft draft, SaidConsent.Heard heard) {
        for (ConsentStatement statement : heard.past()) {
            pastStatements.add(new PastStatement(draft.id(), statement));
        }
    }

    private void toBeChanged(ProfileDraft draft) {
        if (draft.isStored() && !draft.changed()) {
            changed.add(draft);
        }
    }

    private void enter(
            ProfileDraft draft,
            MappedRecord.Mapped record,
            Disposition disposition,
            FormerValues before) {
        ledger.add(new LedgerEntry(draft.id(), record.number(), disposition, before));
    }

    private void moveIdentifiers(ProfileDraft draft) {
        for (int target = 0; target < plan.targets().length; target++) {
            if (!plan.identifies(target) || !merge.changes(target)) {
                continue;
            }
            int property = plan.targets()[target];
            List<String> before = merge.before(target);
            List<String> after = merge.after(target);
            for (String value : before) {
                if (!after.contains(value)) {
                    move(new Identifier(property, value), draft, NOBODY);
                }
            }
            for (String value : after) {
                if (!before.contains(value)) {
                    move(new Identifier(property, value), NOBODY, draft);
                }
            }
            if (after.size() > 1) {
                multiValued.add(property);
            }
        }
    }

    private void move(Identifier identifier, ProfileDraft from, ProfileDraft to) {
        Move earlier = moves.get(identifier);
        moves.put(identifier, new Move(earlier == null ? from : earlier.from(), to));
    }

    ChunkDecision decision() {
        List<NewProfile> newProfiles = new ArrayList<>(made.size());
        ConsentTally tally = new ConsentTally();
        for (ProfileDraft draft : made) {
            newProfiles.add(
                    new NewProfile(
                            draft.id(), draft.values(), draft.privacyOfNew(), draft.withdrawn()));
            tally.moved(draft.consentsBefore(), draft.consents());
        }
        List<ChangedProfile> changedProfiles = new ArrayList<>(changed.size());
        for (ProfileDraft draft : changed) {
            changedProfiles.add(
                    new ChangedProfile(
                            draft.id(),
                            draft.version(),
                            draft.values(),
                            draft.privacy(),
                            draft.privacyChanged(),
                            draft.withdrawn()));
            tally.moved(draft.consentsBefore(), draft.consents());
        }
        List<OwnedIdentifier> added = new ArrayList<>();
        List<OwnedIdentifier> removed = new ArrayList<>();
        moves.forEach(
                (identifier, move) -> {
                    if (move.from() == move.to()) {
                        return;
                    }
                    if (move.from() != NOBODY) {
                        removed.add(new OwnedIdentifier(identifier, move.from().id()));
                    }
                    if (move.to() != NOBODY) {
                        added.add(new OwnedIdentifier(identifier, move.to().id()));
                    }
                });
        return new ChunkDecision(
                Counts.of(dispositions),
                newProfiles,
                changedProfiles,
                added,
                removed,
                multiValued,
                pastStatements,
                tally,
                ledger,
                rejected,
                heldBack,
                dispositions,
                anyLeftOut ? LeftOut.of(leftOut) : LeftOut.NOTHING,
                known.asOf());
    }
}
