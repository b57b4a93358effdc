package io.connections.application.kernel;

import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.kernel.ObjectKind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/// Which kinds of things an actor may know of, wherever they are named together.
public final class ReadableKinds {
    private ReadableKinds() {}

    /// What it takes to read a thing of the kind.
    public static Permission permission(ObjectKind kind) {
        return switch (kind) {
            case CONNECTION,
                    CONNECTION_TYPE,
                    RUN,
                    LABEL,
                    CHANNEL,
                    OBJECTIVE,
                    PRIVACY_SETTINGS,
                    VIEW ->
                    Permission.CONNECTIONS_READ;
            case PROFILE, PROFILE_PROPERTY -> Permission.PROFILES_READ;
            case SESSION, AUDIT_TRAIL -> Permission.AUDIT_READ;
        };
    }

    public static Set<ObjectKind> by(Actor actor) {
        return Arrays.stream(ObjectKind.values())
                .filter(kind -> actor.may(permission(kind)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ObjectKind.class)));
    }
}
