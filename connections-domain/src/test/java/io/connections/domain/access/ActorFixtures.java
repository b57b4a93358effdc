package io.connections.domain.access;

import java.util.EnumSet;
import java.util.Set;

/// Who asks, in words.
public final class ActorFixtures {
    private ActorFixtures() {}

    public static Actor aViewer() {
        return a(Role.VIEWER);
    }

    public static Actor aMarketer() {
        return a(Role.MARKETER);
    }

    public static Actor anApplicationManager() {
        return a(Role.APPLICATION_MANAGER);
    }

    public static Actor anAdministrator() {
        return a(Role.ADMINISTRATOR);
    }

    /// Somebody without a role who may do everything but this.
    public static Actor lacking(Permission permission) {
        Set<Permission> others = EnumSet.allOf(Permission.class);
        others.remove(permission);
        return new Actor("somebody", "Somebody", others);
    }

    private static Actor a(Role role) {
        return new Actor(
                role.id(),
                "Demo " + role.id(),
                Actor.Kind.PERSON,
                Origin.NOWHERE,
                Set.of(role),
                role.permissions());
    }
}
