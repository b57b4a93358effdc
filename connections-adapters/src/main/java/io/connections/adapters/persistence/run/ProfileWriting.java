package io.connections.adapters.persistence.run;

import io.connections.adapters.persistence.document.ConsentDocuments;
import io.connections.application.run.port.ChunkConflict;
import io.connections.domain.consent.Consents;
import io.connections.domain.consent.PrivacyState;
import io.connections.domain.consent.Zone;
import io.connections.domain.goal.ChunkDecision.ChangedProfile;
import io.connections.domain.goal.ChunkDecision.NewProfile;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Writes a chunk's new and changed profiles. A change is checked by the version that was read.
final class ProfileWriting {
    private static final String CHANGE =
            """
            update profile p
            set properties = c.properties, version = p.version + 1, modified_at = now()
            from changed_profile c
            where p.id = c.id and p.version = c.version
            """;
    private static final String CHANGE_WITH_PRIVACY =
            """
            update profile p
            set properties = c.properties, version = p.version + 1, modified_at = now(),
              zone = case when c.privacy then c.zone else p.zone end,
              consent = case when c.privacy then c.consent else p.consent end
            from changed_profile c
            where p.id = c.id and p.version = c.version
            """;

    private final LaneSession session;
    private final Set<Integer> knownMultiValued = new HashSet<>();

    ProfileWriting(LaneSession session) {
        this.session = session;
    }

    void create(List<NewProfile> profiles) throws SQLException {
        if (profiles.isEmpty()) {
            return;
        }
        boolean unknown =
                profiles.stream().allMatch(each -> each.privacy().equals(PrivacyState.UNKNOWN));
        session.copy(
                unknown
                        ? "copy profile (id, properties)"
                        : "copy profile (id, properties, zone, consent)",
                copy -> {
                    for (NewProfile profile : profiles) {
                        copy.row(unknown ? 2 : 4);
                        copy.uuid(profile.id().value());
                        copy.jsonb(out -> ProfileDocuments.write(profile.values(), out));
                        if (!unknown) {
                            privacy(profile.privacy(), copy);
                        }
                    }
                });
    }

    private static void privacy(PrivacyState privacy, BinaryCopy copy) throws SQLException {
        if (privacy.zone().equals(Zone.REST_OF_WORLD)) {
            copy.absent();
        } else {
            copy.text(privacy.zone().code());
        }
        if (privacy.consents().equals(Consents.NONE)) {
            copy.absent();
        } else {
            copy.jsonb(out -> ConsentDocuments.write(privacy.consents(), out));
        }
    }

    void change(List<ChangedProfile> profiles) throws SQLException, ChunkConflict {
        if (profiles.isEmpty()) {
            return;
        }
        boolean asRead = profiles.stream().noneMatch(ChangedProfile::privacyChanged);
        session.copy(
                asRead
                        ? "copy changed_profile (id, version, properties)"
                        : "copy changed_profile (id, version, properties, privacy, zone, consent)",
                copy -> {
                    for (ChangedProfile profile : profiles) {
                        copy.row(asRead ? 3 : 6);
                        copy.uuid(profile.id().value());
                        copy.int8(profile.expectedVersion());
                        copy.jsonb(out -> ProfileDocuments.write(profile.values(), out));
                        if (!asRead) {
                            changedPrivacy(profile, copy);
                        }
                    }
                });
        int updated = session.prepared(asRead ? CHANGE : CHANGE_WITH_PRIVACY).executeUpdate();
        if (updated != profiles.size()) {
            throw new ChunkConflict(
                    "%d of %d profiles were changed by somebody else"
                            .formatted(profiles.size() - updated, profiles.size()));
        }
    }

    private static void changedPrivacy(ChangedProfile profile, BinaryCopy copy)
            throws SQLException {
        boolean changed = profile.privacyChanged();
        copy.bool(changed);
        if (changed && profile.privacy() instanceof PrivacyState privacy) {
            privacy(privacy, copy);
        } else {
            copy.absent();
            copy.absent();
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
