package io.connections.api.profile;

import io.connections.application.profile.FindPropertyUses;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// @param profiles how many would lose values; counted only as far as it matters to a person
@Schema(name = "PropertyUses")
public record PropertyUsesResponse(List<Use> usedBy, Profiles profiles) {
    @Schema(name = "PropertyUse")
    public record Use(UUID connectionId, String connectionName) {}

    @Schema(name = "ProfilesWithValues")
    public record Profiles(long atLeast, boolean exact) {}

    static PropertyUsesResponse of(FindPropertyUses.Uses uses) {
        return new PropertyUsesResponse(
                uses.usedBy().stream()
                        .map(use -> new Use(use.connectionId(), use.connectionName()))
                        .toList(),
                new Profiles(uses.profiles().atLeast(), uses.profiles().exact()));
    }
}
