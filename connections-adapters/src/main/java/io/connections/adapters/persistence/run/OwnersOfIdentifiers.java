package io.connections.adapters.persistence.run;

import io.connections.adapters.persistence.document.ConsentDocuments;
import io.connections.domain.consent.ConsentGate;
import io.connections.domain.consent.ConsentStatement;
import io.connections.domain.consent.Consents;
import io.connections.domain.consent.EvidenceId;
import io.connections.domain.consent.PrivacyState;
import io.connections.domain.goal.KnownProfiles;
import io.connections.domain.goal.KnownProfiles.KnownProfile;
import io.connections.domain.profile.Identifier;
import io.connections.domain.profile.ProfileId;
import io.connections.domain.visitor.Identity;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The profiles that a chunk's identifiers belong to: one statement for each property, whatever the
/// number of records. Takes no locks.
final class OwnersOfIdentifiers {
    private final LaneSession session;
    private final ProfileDeletions deletions;

    OwnersOfIdentifiers(LaneSession session, ProfileDeletions deletions) {
        this.session = session;
        this.deletions = deletions;
    }

    KnownProfiles of(Collection<Identifier> identifiers) throws SQLException {
        Map<Integer, List<String>> byProperty = new HashMap<>();
        for (Identifier identifier : identifiers) {
            byProperty
                    .computeIfAbsent(
                            identifier.property(), _ -> new ArrayList<>(identifiers.size()))
                    .add(identifier.value());
        }
        KnownProfiles.Builder known = KnownProfiles.builder(identifiers.size());
        Map<UUID, KnownProfile> profiles = HashMap.newHashMap(identifiers.size());
        session.beginReading();
        known.asOf(deletions.times());
        for (Map.Entry<Integer, List<String>> entry : byProperty.entrySet()) {
            lookUp(entry.getKey(), sortedOnce(entry.getValue()), known, profiles);
        }
        listenToBrowsers(identifiers, known);
        return known.build();
    }

    /// Sorted, so that neighbours in the index are asked for together. Most files are sorted
    /// already, or nearly so.
    private static String[] sortedOnce(List<String> values) {
        String[] sorted = values.toArray(String[]::new);
        Arrays.sort(sorted);
        int count = 0;
        for (String value : sorted) {
            if (count == 0 || !value.equals(sorted[count - 1])) {
                sorted[count++] = value;
            }
        }
        return Arrays.copyOf(sorted, count);
    }

    private void lookUp(
            int property,
            String[] values,
            KnownProfiles.Builder known,
            Map<UUID, KnownProfile> profiles)
            throws SQLException {
        PreparedStatement statement =
                session.prepared(
                        """
                        select i.value, p.id, p.version, p.properties, p.zone, p.consent
                        from profile_identifier i join profile p on p.id = i.profile_id
                        where i.property = ? and i.value = any (?)
                        """);
        statement.setInt(1, property);
        statement.setArray(2, session.array("text", values));
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                UUID id = rows.getObject(2, UUID.class);
                KnownProfile profile = profiles.get(id);
                if (profile == null) {
                    profile = profile(id, rows);
                    profiles.put(id, profile);
                }
                known.owner(new Identifier(property, rows.getString(1)), profile);
            }
        }
    }

    /// Of those who have no profile yet.
    private void listenToBrowsers(Collection<Identifier> identifiers, KnownProfiles.Builder known)
            throws SQLException {
        List<Identifier> unowned =
                identifiers.stream().filter(each -> !known.isOwned(each)).distinct().toList();
        if (unowned.isEmpty() || !anybodyIsNamed()) {
            return;
        }
        PreparedStatement statement =
                session.prepared(
                        """
                        select i.property, i.value, i.proven, i.grants_since, v.consent
                        from unnest(?, ?) as w(property, value)
                        join visitor_identity i
                          on i.property = w.property and i.value = w.value collate "C"
                        join visitor v on v.id = i.visitor
                        where v.consent is not null
                        """);
        statement.setArray(
                1, session.array("int4", unowned.stream().map(Identifier::property).toArray()));
        statement.setArray(
                2, session.array("text", unowned.stream().map(Identifier::value).toArray()));
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                Identity identity =
                        new Identity(
                                new Identifier(rows.getInt(1), rows.getString(2)),
                                rows.getBoolean(3),
                                rows.getObject(4, OffsetDateTime.class).toInstant());
                known.said(identity.identifier(), said(identity, rows.getBytes(5)));
            }
        }
    }

    private boolean anybodyIsNamed() throws SQLException {
        try (ResultSet row =
                session.prepared("select exists (select from visitor_identity)").executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    /// A browser's evidence is an event, which is none of a profile's.
    private static List<ConsentStatement> said(Identity identity, byte[] consent) {
        return switch (ConsentDocuments.read(null, consent)) {
            case PrivacyState(_, Consents consents) ->
                    consents.all().stream()
                            .filter(identity::carries)
                            .map(
                                    each ->
                                            new ConsentStatement(
                                                    each.objective(),
                                                    each.answer(),
                                                    each.at(),
                                                    EvidenceId.NONE))
                            .toList();
            case ConsentGate.Unreadable.UNREADABLE ->
                    throw new IllegalStateException("a visitor's consent cannot be read");
        };
    }

    private static KnownProfile profile(UUID id, ResultSet row) throws SQLException {
        return new KnownProfile(
                new ProfileId(id),
                row.getLong(3),
                ProfileDocuments.read(row.getBytes(4)),
                ConsentDocuments.read(row.getString(5), row.getBytes(6)));
    }
}
