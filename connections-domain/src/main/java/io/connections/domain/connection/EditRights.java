package io.connections.domain.connection;

import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.access.Role;
import io.connections.domain.kernel.Violation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which roles may change one connection. Whoever changes any needs the permission for that
/// besides, and administrators always may: no connection can become nobody's.
///
/// @param roles in the order they were chosen in; none: everybody who may change connections
public record EditRights(Set<Role> roles) {
    public static final EditRights EVERYBODY = new EditRights(Set.of());

    public EditRights {
        roles = Collections.unmodifiableSet(new LinkedHashSet<>(roles));
    }

    public static EditRights of(Role... roles) {
        return new EditRights(new LinkedHashSet<>(List.of(roles)));
    }

    /// Whether these rights let the actor change the connection, as far as they go.
    public boolean allows(Actor actor) {
        return roles.isEmpty()
                || actor.is(Role.ADMINISTRATOR)
                || roles.stream().anyMatch(actor::is);
    }

    /// Whether the actor may change the connection, all told.
    public boolean letChange(Actor actor) {
        return actor.may(Permission.CONNECTIONS_WRITE) && allows(actor);
    }

    /// Why they do not let the actor; absent where they do.
    public Optional<EditingReserved> refusal(Actor actor) {
        return allows(actor) ? Optional.empty() : Optional.of(new EditingReserved(this));
    }

    /// Fails with [EditingReserved] unless they let the actor.
    public void require(Actor actor) {
        refusal(actor)
                .ifPresent(
                        refused -> {
                            throw refused;
                        });
    }

    /// Roles that could not change a connection whatever stood here.
    ///
    /// @param at the pointer to the roles
    public List<Violation> violations(String at) {
        List<Violation> found = new ArrayList<>();
        int place = 0;
        for (Role role : roles) {
            if (!role.permissions().contains(Permission.CONNECTIONS_WRITE)) {
                found.add(
                        new Violation(
                                at + "/" + place,
                                "not-an-option",
                                "The role %s changes no connection at all. Leave it out."
                                        .formatted(role.id())));
            }
            place++;
        }
        return found;
    }

    /// In words, with the administrators that need no mention.
    String said() {
        return roles.isEmpty() ? "everybody" : String.join(", ", who());
    }

    /// Those who may, always the same way round.
    List<String> who() {
        Set<Role> all = EnumSet.of(Role.ADMINISTRATOR);
        all.addAll(roles);
        return all.stream().map(EditRights::plural).toList();
    }

    private static String plural(Role role) {
        return switch (role) {
            case VIEWER -> "viewers";
            case MARKETER -> "marketers";
            case APPLICATION_MANAGER -> "application managers";
            case ADMINISTRATOR -> "administrators";
        };
    }
}
