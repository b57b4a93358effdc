package io.connections.adapters.persistence.run;

import io.connections.application.run.port.ChunkConflict;
import io.connections.domain.goal.ChunkDecision.OwnedIdentifier;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Gives profiles their identifiers and takes them away, always in the same order: neighbours in
/// the index, and two transactions never wait for each other crosswise.
final class IdentifierWriting {
    private static final Comparator<OwnedIdentifier> BY_KEY =
            Comparator.comparingInt((OwnedIdentifier owned) -> owned.identifier().property())
                    .thenComparing(owned -> owned.identifier().value());

    private final LaneSession session;

    IdentifierWriting(LaneSession session) {
        this.session = session;
    }

    void remove(List<OwnedIdentifier> identifiers) throws SQLException, ChunkConflict {
        if (identifiers.isEmpty()) {
            return;
        }
        PreparedStatement statement =
                session.prepared(
                        """
                        delete from profile_identifier i
                        using unnest(?, ?, ?) as gone (property, value, profile_id)
                        where i.property = gone.property and i.value = gone.value
                          and i.profile_id = gone.profile_id
                        """);
        List<OwnedIdentifier> sorted = sorted(identifiers);
        statement.setArray(
                1,
                session.array(
                        "int4", sorted.stream().map(o -> o.identifier().property()).toArray()));
        statement.setArray(
                2,
                session.array("text", sorted.stream().map(o -> o.identifier().value()).toArray()));
        statement.setArray(
                3, session.array("uuid", sorted.stream().map(o -> o.owner().value()).toArray()));
        if (statement.executeUpdate() != identifiers.size()) {
            throw new ChunkConflict("an identifier was taken away by somebody else");
        }
    }

    void add(List<OwnedIdentifier> identifiers) throws SQLException {
        if (identifiers.isEmpty()) {
            return;
        }
        List<OwnedIdentifier> sorted = sorted(identifiers);
        session.copy(
                "copy profile_identifier (property, value, profile_id)",
                copy -> {
                    for (OwnedIdentifier owned : sorted) {
                        copy.row(3);
                        copy.int4(owned.identifier().property());
                        copy.text(owned.identifier().value());
                        copy.uuid(owned.owner().value());
                    }
                });
    }

    private static List<OwnedIdentifier> sorted(List<OwnedIdentifier> identifiers) {
        List<OwnedIdentifier> sorted = new ArrayList<>(identifiers);
        sorted.sort(BY_KEY);
        return sorted;
    }
}
