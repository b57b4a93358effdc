package io.connections.api.connection;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.connections.application.kernel.RequestInvalid;
import io.connections.domain.access.Role;
import io.connections.domain.connection.EditRights;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A role, by the name that `GET /me` gives it.
@Schema(name = "Role")
public enum RoleJson {
    @JsonProperty("viewer")
    VIEWER(Role.VIEWER),
    @JsonProperty("marketer")
    MARKETER(Role.MARKETER),
    @JsonProperty("application-manager")
    APPLICATION_MANAGER(Role.APPLICATION_MANAGER),
    @JsonProperty("administrator")
    ADMINISTRATOR(Role.ADMINISTRATOR);

    private final Role role;

    RoleJson(Role role) {
        this.role = role;
    }

    /// As requests name it, for whoever is told which roles there are.
    @Override
    public String toString() {
        return role.id();
    }

    /// @throws RequestInvalid where a place is empty
    static EditRights rights(@Nullable List<@Nullable RoleJson> wanted) {
        Set<Role> roles = new LinkedHashSet<>();
        List<@Nullable RoleJson> named = Objects.requireNonNullElse(wanted, List.of());
        for (int i = 0; i < named.size(); i++) {
            RoleJson one = named.get(i);
            if (one == null) {
                throw RequestInvalid.at("/editRoles/" + i, "required", "Name a role.");
            }
            roles.add(one.role);
        }
        return new EditRights(roles);
    }

    static List<RoleJson> of(EditRights rights) {
        List<RoleJson> all = new ArrayList<>(List.of(values()));
        all.removeIf(one -> !rights.roles().contains(one.role));
        return all;
    }
}
