package io.connections.domain.discovery;

import io.connections.domain.catalog.ConnectionType;
import io.connections.domain.catalog.ConnectionType.GoalKind;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/// What somebody wants from being connected.
public enum Wish {
    BRING_DATA_IN("bring data in"),
    SEND_DATA_OUT("send data out"),
    ACTIVATE_AUDIENCES("activate audiences");

    private final String words;

    Wish(String words) {
        this.words = words;
    }

    /// As it follows *it can*.
    public String words() {
        return words;
    }

    /// What connections of the type do already, whatever is planned for it.
    public static Set<Wish> metBy(ConnectionType type) {
        return type.goalKinds().stream()
                .map(Wish::metBy)
                .flatMap(Set::stream)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Wish.class)));
    }

    private static Set<Wish> metBy(GoalKind kind) {
        return switch (kind) {
            case IMPORT_PROFILES, IMPORT_VARIABLES -> Set.of(BRING_DATA_IN);
            case EXPORT_VARIABLES -> Set.of(SEND_DATA_OUT);
        };
    }
}
