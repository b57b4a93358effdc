package io.connections.domain.catalog;

import java.util.List;
import java.util.Set;

/// What a connection can be made of. Data, read from one file per type: server validation and the
/// page's form both come from it.
///
/// @param summary one line for the gallery
/// @param connector the kind of connector that does the work (`sftp`); several types may share one
/// @param logo the name of one of the page's own glyphs
public record ConnectionType(
        ConnectionTypeId id,
        String name,
        String vendor,
        String category,
        String summary,
        String logo,
        Direction direction,
        Mode mode,
        Set<GoalKind> goalKinds,
        String connector,
        List<SetupField> setup) {
    public ConnectionType {
        goalKinds = Set.copyOf(goalKinds);
        setup = List.copyOf(setup);
    }

    public SetupForm form() {
        return new SetupForm(setup);
    }

    public enum Direction {
        OUTBOUND,
        INBOUND
    }

    public enum Mode {
        BATCH,
        CONTINUOUS,
        IN_PAGE,
        API
    }

    public enum GoalKind {
        IMPORT_PROFILES
    }
}
