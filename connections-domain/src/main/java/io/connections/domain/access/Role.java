package io.connections.domain.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// The four roles and what each grants: the one table from roles to permissions.
public enum Role {
    VIEWER("viewer", EnumSet.of(Permission.CONNECTIONS_READ, Permission.PROFILES_READ)),
    MARKETER(
            "marketer",
            EnumSet.of(
                    Permission.CONNECTIONS_READ,
                    Permission.CONNECTIONS_WRITE,
                    Permission.RUNS_EXECUTE,
                    Permission.PROFILES_READ,
                    Permission.PROFILES_WRITE,
                    Permission.PROPERTIES_WRITE,
                    Permission.CHANNELS_WRITE,
                    Permission.OBJECTIVES_WRITE)),
    APPLICATION_MANAGER(
            "application-manager",
            EnumSet.of(
                    Permission.CONNECTIONS_READ,
                    Permission.CONNECTIONS_WRITE,
                    Permission.RUNS_EXECUTE,
                    Permission.PROFILES_READ,
                    Permission.PROPERTIES_WRITE,
                    Permission.TYPES_INSTALL,
                    Permission.APPLICATIONS_MANAGE,
                    Permission.LABELS_MANAGE,
                    Permission.CHANNELS_WRITE,
                    Permission.OBJECTIVES_WRITE)),
    ADMINISTRATOR("administrator", EnumSet.allOf(Permission.class));

    private final String id;

    @SuppressWarnings("ImmutableEnumChecker") // Set.copyOf is immutable, the type cannot say so
    private final Set<Permission> permissions;

    Role(String id, Set<Permission> permissions) {
        this.id = id;
        this.permissions = Set.copyOf(permissions);
    }

    public static Optional<Role> find(String id) {
        return Arrays.stream(values()).filter(role -> role.id.equals(id)).findFirst();
    }

    /// The name as the identity provider's tokens carry it.
    public String id() {
        return id;
    }

    public Set<Permission> permissions() {
        return permissions;
    }
}
