package io.connections.domain.profile;

import io.connections.domain.kernel.Conflict;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/// Goals or runs write the property, or profiles have values of it.
public final class PropertyInUse extends Conflict {
    private final transient List<Use> usedBy;
    private final transient ProfilesWithValues profiles;

    /// A connection with a goal that maps the property or matches by it.
    public record Use(UUID connectionId, String connectionName) {}

    private PropertyInUse(String detail, List<Use> usedBy, ProfilesWithValues profiles) {
        super(detail);
        this.usedBy = List.copyOf(usedBy);
        this.profiles = profiles;
    }

    public static PropertyInUse byGoals(
            PropertyId id, List<Use> usedBy, ProfilesWithValues profiles) {
        return new PropertyInUse(
                "The property '%s' is mapped by %s. Take it out of their goals first, or delete it all the same: then they cannot run until they are mended."
                                .formatted(id.value(), names(usedBy))
                        + (profiles.mayBeAny()
                                ? " %s values of it, which are deleted with it."
                                        .formatted(profiles.have())
                                : ""),
                usedBy,
                profiles);
    }

    public static PropertyInUse byProfiles(PropertyId id, ProfilesWithValues profiles) {
        return new PropertyInUse(
                "%s values of the property '%s', which are deleted with it for good."
                        .formatted(profiles.have(), id.value()),
                List.of(),
                profiles);
    }

    /// Not to be forced.
    public static PropertyInUse byRuns(PropertyId id, List<Use> usedBy) {
        return new PropertyInUse(
                "A run of %s that is queued or running writes the property '%s'. Wait until it has ended, or stop it."
                        .formatted(names(usedBy), id.value()),
                usedBy,
                ProfilesWithValues.NONE);
    }

    private static String names(List<Use> uses) {
        return uses.stream()
                .map(use -> "'" + use.connectionName() + "'")
                .collect(Collectors.joining(", "));
    }

    public List<Use> usedBy() {
        return usedBy;
    }

    public ProfilesWithValues profiles() {
        return profiles;
    }

    @Override
    public String code() {
        return "property-in-use";
    }
}
