package io.connections.domain.access;

import java.util.Set;

/// Whoever asks: a signed-in person or an application. `id` is the identity provider's subject,
/// `name` is for people.
///
/// @param roles as the identity provider has them, whatever a bearer token's scopes say
/// @param permissions what the roles grant; of a bearer token, at most what its scopes name
public record Actor(
        String id,
        String name,
        Kind kind,
        Origin origin,
        Set<Role> roles,
        Set<Permission> permissions) {
    /// The service itself, in what it does unasked.
    public static final Actor SYSTEM =
            new Actor("system", "Connections", Kind.SYSTEM, Origin.NOWHERE, Set.of(), Set.of());

    public enum Kind {
        PERSON,
        APPLICATION,
        SYSTEM,
        /// Somebody who could not say who they are.
        UNKNOWN
    }

    public Actor {
        roles = Set.copyOf(roles);
        permissions = Set.copyOf(permissions);
    }

    /// A person without a role, who asks from nowhere in particular.
    public Actor(String id, String name, Set<Permission> permissions) {
        this(id, name, Kind.PERSON, Origin.NOWHERE, Set.of(), permissions);
    }

    /// Somebody whose sign-in failed.
    public static Actor unknown(Origin origin) {
        return new Actor("", "", Kind.UNKNOWN, origin, Set.of(), Set.of());
    }

    public boolean is(Role role) {
        return roles.contains(role);
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
