package io.connections.adapters.persistence.run;

import io.connections.application.run.port.ChunkConflict;
import io.connections.domain.goal.ChunkDecision.ChangedProfile;
import io.connections.domain.goal.ChunkDecision.NewProfile;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Writes a chunk's new and changed profiles. A change is checked by the version that was read.
final class ProfileWriting {
    private final LaneSession session;
    private final Set<Integer> knownMultiValued = new HashSet<>();

    ProfileWriting(LaneSession session) {
        this.session = session;
    }

    void create(List<NewProfile> profiles) throws SQLException {
        if (profiles.isEmpty()) {
            return;
        }
        session.copy(
                "copy profile (id, properties)",
                copy -> {
                    for (NewProfile profile : profiles) {
                        copy.row(2);
                        copy.uuid(profile.id().value());
                        copy.jsonb(out -> ProfileDocuments.write(profile.values(), out));
                    }
                });
    }

    void change(List<ChangedProfile> profiles) throws SQLException, ChunkConflict {
        if (profiles.isEmpty()) {
            return;
        }
        session.copy(
                "copy changed_profile (id, version, properties)",
                copy -> {
                    for (ChangedProfile profile : profiles) {
                        copy.row(3);
                        copy.uuid(profile.id().value());
                        copy.int8(profile.expectedVersion());
                        copy.jsonb(out -> ProfileDocuments.write(profile.values(), out));
                    }
                });
        int updated =
                session.prepared(
                                """
                                update profile p
                                set properties = c.properties, version = p.version + 1,
                                  modified_at = now()
                                from changed_profile c
                                where p.id = c.id and p.version = c.version
                                """)
                        .executeUpdate();
        if (updated != profiles.size()) {
            throw new ChunkConflict(
                    "%d of %d profiles were changed by somebody else"
                            .formatted(profiles.size() - updated, profiles.size()));
        }
    }

    void noteSeveralValues(Set<Integer> properties) throws SQLException {
        for (int property : properties) {
            if (knownMultiValued.contains(property)) {
                continue;
            }
            PreparedStatement statement =
                    session.prepared(
                            """
                            update profile_property set multi_valued = true
                            where number = ? and not multi_valued
                            """);
            statement.setInt(1, property);
            statement.executeUpdate();
            knownMultiValued.add(property);
        }
    }
}
