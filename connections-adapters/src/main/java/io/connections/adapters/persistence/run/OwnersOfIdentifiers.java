package io.connections.adapters.persistence.run;

import io.connections.adapters.persistence.document.ConsentDocuments;
import io.connections.domain.goal.KnownProfiles;
import io.connections.domain.goal.KnownProfiles.KnownProfile;
import io.connections.domain.profile.Identifier;
import io.connections.domain.profile.ProfileId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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

    private static KnownProfile profile(UUID id, ResultSet row) throws SQLException {
        return new KnownProfile(
                new ProfileId(id),
                row.getLong(3),
                ProfileDocuments.read(row.getBytes(4)),
                ConsentDocuments.read(row.getString(5), row.getBytes(6)));
    }
}
