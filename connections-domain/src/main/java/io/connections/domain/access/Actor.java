package io.connections.domain.access;

import java.util.Set;

/// Whoever asks: a signed-in person or an application. `id` is the identity provider's subject,
/// `name` is for people.
public record Actor(String id, String name, Kind kind, Origin origin, Set<Permission> permissions) {
    /// The service itself, in what it does unasked.
    public static final Actor SYSTEM =
            new Actor("system", "Connections", Kind.SYSTEM, Origin.NOWHERE, Set.of());

    public enum Kind {
        PERSON,
        APPLICATION,
        SYSTEM,
        /// Somebody who could not say who they are.
        UNKNOWN
    }

    public Actor {
        permissions = Set.copyOf(permissions);
    }

    /// A person who asks from nowhere in particular.
    public Actor(String id, String name, Set<Permission> permissions) {
        this(id, name, Kind.PERSON, Origin.NOWHERE, permissions);
    }

    /// Somebody whose sign-in failed.
    public static Actor unknown(Origin origin) {
        return new Actor("", "", Kind.UNKNOWN, origin, Set.of());
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /// Fails with [PermissionMissing] unless the actor has the permission.
    public void require(Permission permission) {
        if (!may(permission)) {
            throw new PermissionMissing(permission);
        }
    }
}
