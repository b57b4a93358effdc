package io.connections.domain.goal;

import io.connections.domain.consent.ConsentGate;
import io.connections.domain.consent.EvidenceId;
import io.connections.domain.consent.PrivacyState;
import io.connections.domain.goal.ChunkDecision.ChangedProfile;
import io.connections.domain.goal.ChunkDecision.LedgerEntry;
import io.connections.domain.goal.ChunkDecision.NewProfile;
import io.connections.domain.goal.ChunkDecision.OwnedIdentifier;
import io.connections.domain.goal.KnownProfiles.KnownProfile;
import io.connections.domain.profile.Identifier;
import io.connections.domain.profile.ProfileId;
import io.connections.domain.profile.ProfileProperty;
import io.connections.domain.profile.PropertyValues;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// A small store in memory that carries out what the decider decided, and refuses what a real one
/// would refuse: an identifier given twice, a profile that changed meanwhile.
public final class Customers {
    private final Map<ProfileId, KnownProfile> profiles = new LinkedHashMap<>();
    private final Map<Identifier, ProfileId> identifiers = new HashMap<>();
    private final Set<ProfileProperty> properties;
    private final List<LedgerEntry> ledger = new ArrayList<>();
    private final List<Disposition> dispositions = new ArrayList<>();
    private final List<MappedRecord.Rejected> rejected = new ArrayList<>();
    private Counts counts = Counts.NONE;
    private int made;

    public Customers(ProfileProperty... properties) {
        this.properties = Set.of(properties);
    }

    public ProfileId has(PropertyValues values) {
        return has(values, PrivacyState.UNKNOWN);
    }

    /// One whose consent the store cannot read.
    public ProfileId hasUnreadable(PropertyValues values) {
        return hasWith(values, ConsentGate.Unreadable.UNREADABLE);
    }

    public ProfileId has(PropertyValues values, PrivacyState privacy) {
        return hasWith(values, privacy);
    }

    private ProfileId hasWith(PropertyValues values, ConsentGate.Subject privacy) {
        ProfileId id = nextId();
        profiles.put(id, new KnownProfile(id, 1, values, privacy));
        namesOf(values).forEach(identifier -> identifiers.put(identifier, id));
        return id;
    }

    public ChunkDecision take(ImportPlan plan, InputRecord... records) {
        return take(plan, terms(ConsentGate.forNoObjectives()), records);
    }

    public ChunkDecision take(ImportPlan plan, ConsentGate gate, InputRecord... records) {
        return take(plan, terms(gate), records);
    }

    /// Of a run that was started at the epoch.
    public static ConsentTerms terms(ConsentGate gate) {
        return new ConsentTerms(gate, Instant.EPOCH, new EvidenceId(1));
    }

    public ChunkDecision take(ImportPlan plan, ConsentTerms terms, InputRecord... records) {
        List<MappedRecord> mapped = List.of(records).stream().map(plan::map).toList();
        ChunkDecision decision =
                new ImportDecider(plan).decide(mapped, lookUp(mapped), terms, this::nextId);
        write(decision);
        return decision;
    }

    private ProfileId nextId() {
        return new ProfileId(new UUID(0x7000, ++made));
    }

    private KnownProfiles lookUp(List<MappedRecord> records) {
        KnownProfiles.Builder found = KnownProfiles.builder(records.size());
        for (MappedRecord record : records) {
            if (record instanceof MappedRecord.Mapped mapped) {
                for (Identifier identifier : mapped.identifiers()) {
                    ProfileId owner = identifiers.get(identifier);
                    if (owner != null) {
                        found.owner(identifier, profile(owner));
                    }
                }
            }
        }
        return found.build();
    }

    private void write(ChunkDecision decision) {
        for (NewProfile created : decision.created()) {
            profiles.put(
                    created.id(),
                    new KnownProfile(created.id(), 1, created.values(), created.privacy()));
        }
        for (ChangedProfile change : decision.changed()) {
            KnownProfile before = profile(change.id());
            if (before.version() != change.expectedVersion()) {
                throw new AssertionError("the profile changed meanwhile");
            }
            profiles.put(
                    change.id(),
                    new KnownProfile(
                            change.id(), before.version() + 1, change.values(), change.privacy()));
        }
        for (OwnedIdentifier removed : decision.identifiersRemoved()) {
            if (!identifiers.remove(removed.identifier(), removed.owner())) {
                throw new AssertionError(removed + " was not there to be taken away");
            }
        }
        for (OwnedIdentifier added : decision.identifiersAdded()) {
            if (identifiers.putIfAbsent(added.identifier(), added.owner()) != null) {
                throw new AssertionError(added + " belongs to somebody already");
            }
        }
        ledger.addAll(decision.ledger());
        dispositions.addAll(decision.dispositions());
        rejected.addAll(decision.rejected());
        counts = counts.plus(decision.counts());
    }

    public KnownProfile profile(ProfileId id) {
        KnownProfile profile = profiles.get(id);
        if (profile == null) {
            throw new AssertionError("there is no profile " + id);
        }
        return profile;
    }

    public PropertyValues values(ProfileId id) {
        return profile(id).values();
    }

    /// The values of all profiles, in the order in which they were made.
    public List<PropertyValues> all() {
        return profiles.values().stream().map(KnownProfile::values).toList();
    }

    public Map<Identifier, ProfileId> identifiers() {
        return Map.copyOf(identifiers);
    }

    /// What the identifiers would be, read from the profiles' values.
    public Map<Identifier, ProfileId> identifiersByValues() {
        Map<Identifier, ProfileId> byValues = new HashMap<>();
        for (KnownProfile profile : profiles.values()) {
            for (Identifier identifier : namesOf(profile.values())) {
                if (byValues.put(identifier, profile.id()) != null) {
                    throw new AssertionError(identifier + " names two profiles");
                }
            }
        }
        return byValues;
    }

    private List<Identifier> namesOf(PropertyValues values) {
        return properties.stream()
                .filter(ProfileProperty::identifier)
                .flatMap(
                        property ->
                                values.of(property.number()).stream()
                                        .map(value -> new Identifier(property.number(), value)))
                .toList();
    }

    public List<LedgerEntry> ledger() {
        return ledger;
    }

    public List<Disposition> dispositions() {
        return dispositions;
    }

    public List<MappedRecord.Rejected> rejected() {
        return rejected;
    }

    public Counts counts() {
        return counts;
    }
}
