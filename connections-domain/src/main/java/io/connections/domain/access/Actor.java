package io.connections.domain.access;

import java.util.Set;

/// Whoever asks: a signed-in person or an application. `id` is the identity provider's subject,
/// `name` is for people.
public record Actor(String id, String name, Set<Permission> permissions) {
    public Actor {
        permissions = Set.copyOf(permissions);
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
