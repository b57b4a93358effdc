package io.connections.domain.goal;

import io.connections.domain.consent.ConsentGate;
import io.connections.domain.consent.ConsentStatement;
import io.connections.domain.goal.ChunkDecision.ChangedProfile;
import io.connections.domain.goal.ChunkDecision.NewProfile;
import io.connections.domain.goal.ChunkDecision.OwnedIdentifier;
import io.connections.domain.profile.Identifier;
import io.connections.domain.profile.ProfileId;
import io.connections.domain.profile.PropertyValues;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What one look-up found for the identifiers of a chunk. An identifier that is not in it belongs
/// to nobody.
public final class KnownProfiles {
    public static final KnownProfiles NONE = builder(0).build();

    private final Map<Identifier, KnownProfile> owners;
    private final Map<Identifier, List<ConsentStatement>> said;
    private final long asOf;

    private KnownProfiles(
            Map<Identifier, KnownProfile> owners,
            Map<Identifier, List<ConsentStatement>> said,
            long asOf) {
        this.owners = owners;
        this.said = said;
        this.asOf = asOf;
    }

    /// When the look-up was, in the store's own count.
    public long asOf() {
        return asOf;
    }

    public Optional<KnownProfile> ownerOf(Identifier identifier) {
        return Optional.ofNullable(owners.get(identifier));
    }

    /// What was said at websites, and holds for whoever the identifier belongs to.
    List<ConsentStatement> saidBy(Identifier identifier) {
        return said.isEmpty() ? List.of() : said.getOrDefault(identifier, List.of());
    }

    /// As a look-up would find them once the decision is written: it is laid over what was read
    /// before. Where the look-up saw it already, or something newer, what was read stays.
    ///
    /// @param asked what the look-up was asked for: a decision gives thousands of identifiers that
    ///     nobody asked for
    public KnownProfiles after(ChunkDecision decision, Set<Identifier> asked) {
        List<OwnedIdentifier> given =
                decision.identifiersAdded().stream()
                        .filter(added -> asked.contains(added.identifier()))
                        .toList();
        Set<ProfileId> met = HashSet.newHashSet(owners.size() + given.size());
        owners.values().forEach(owner -> met.add(owner.id()));
        given.forEach(added -> met.add(added.owner()));
        if (met.isEmpty()) {
            return this;
        }
        Map<ProfileId, KnownProfile> written = HashMap.newHashMap(met.size());
        for (NewProfile created : decision.created()) {
            if (met.contains(created.id())) {
                written.put(created.id(), asWritten(created));
            }
        }
        for (ChangedProfile changed : decision.changed()) {
            if (met.contains(changed.id())) {
                written.put(changed.id(), asWritten(changed));
            }
        }
        Map<Identifier, KnownProfile> now = HashMap.newHashMap(owners.size() + given.size());
        owners.forEach((identifier, owner) -> now.put(identifier, newer(owner, written)));
        for (OwnedIdentifier removed : decision.identifiersRemoved()) {
            now.computeIfPresent(
                    removed.identifier(),
                    (_, owner) -> owner.id().equals(removed.owner()) ? null : owner);
        }
        for (OwnedIdentifier added : given) {
            KnownProfile owner = written.get(added.owner());
            if (owner != null) {
                now.merge(added.identifier(), owner, KnownProfiles::newer);
            }
        }
        return new KnownProfiles(now, said, asOf);
    }

    private static KnownProfile asWritten(NewProfile created) {
        return new KnownProfile(created.id(), 1, created.values(), created.privacy());
    }

    private static KnownProfile asWritten(ChangedProfile changed) {
        return new KnownProfile(
                changed.id(), changed.expectedVersion() + 1, changed.values(), changed.privacy());
    }

    private static KnownProfile newer(KnownProfile read, Map<ProfileId, KnownProfile> written) {
        KnownProfile by = written.get(read.id());
        return by == null ? read : newer(read, by);
    }

    private static KnownProfile newer(KnownProfile read, KnownProfile written) {
        return read.id().equals(written.id()) && read.version() >= written.version()
                ? read
                : written;
    }

    /// A profile as it was read.
    ///
    /// @param version what it must still be when the decision is written
    public record KnownProfile(
            ProfileId id, long version, PropertyValues values, ConsentGate.Subject privacy) {}

    public static Builder builder(int expectedIdentifiers) {
        return new Builder(expectedIdentifiers);
    }

    /// Takes what the look-up found in any order.
    public static final class Builder {
        private final Map<Identifier, KnownProfile> owners;
        private final Map<Identifier, List<ConsentStatement>> said = new HashMap<>();
        private long asOf;

        private Builder(int expected) {
            owners = HashMap.newHashMap(expected);
        }

        /// @param owner the same instance (or an equal one) for every identifier of a profile
        public Builder owner(Identifier identifier, KnownProfile owner) {
            owners.put(identifier, owner);
            return this;
        }

        /// @param statements that hold for whoever the identifier belongs to
        public Builder said(Identifier identifier, Collection<ConsentStatement> statements) {
            said.computeIfAbsent(identifier, _ -> new ArrayList<>()).addAll(statements);
            return this;
        }

        public boolean isOwned(Identifier identifier) {
            return owners.containsKey(identifier);
        }

        public Builder asOf(long time) {
            asOf = time;
            return this;
        }

        public KnownProfiles build() {
            return new KnownProfiles(owners, said, asOf);
        }
    }
}
