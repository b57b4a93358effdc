package io.connections.api.consent;

import io.connections.application.consent.TypedObjective;
import io.connections.application.kernel.RequestInvalid;
import io.connections.domain.consent.ObjectiveColour;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What can be asked of objectives.
final class ObjectiveRequests {
    private ObjectiveRequests() {}

    /// @param zones where consent is needed, by code or name; none: nowhere
    /// @param title for visitors
    /// @param text for visitors
    /// @param cleansUp whether what only this objective justified is taken from the profile of
    ///     whoever refuses it; absent: it is kept
    @Schema(
            name = "CreateObjective",
            requiredProperties = {"id", "name", "zones"},
            examples =
                    """
                    {"id":"newsletter","name":"Newsletter","zones":["gdpr","uk-gdpr","ccpa"],
                    "title":"Our newsletter","text":"Once a month, what is new in the shop.","colour":"TEAL","cleansUp":true}
                    """)
    public record Create(
            @Nullable String id,
            @Nullable String name,
            @Nullable List<@Nullable String> zones,
            @Nullable String title,
            @Nullable String text,
            @Nullable ObjectiveColour colour,
            @Nullable Boolean cleansUp) {
        TypedObjective typed() {
            return ObjectiveRequests.typed(name, zones, title, text, colour, cleansUp);
        }
    }

    /// @param zones where consent is needed, by code or name; none: nowhere
    /// @param title for visitors; absent: as it is
    /// @param text for visitors; absent: as it is
    /// @param colour absent: as it is
    /// @param cleansUp whether what only this objective justified is taken from the profile of
    ///     whoever refuses it; absent: as it is
    @Schema(
            name = "ChangeObjective",
            requiredProperties = {"name", "zones"},
            examples =
                    """
                    {"name":"Newsletter","zones":["gdpr","uk-gdpr","ccpa","rest-of-world"],
                    "title":"Our newsletter","text":"Once a month, what is new in the shop.","colour":"TEAL","cleansUp":true}
                    """)
    public record Change(
            @Nullable String name,
            @Nullable List<@Nullable String> zones,
            @Nullable String title,
            @Nullable String text,
            @Nullable ObjectiveColour colour,
            @Nullable Boolean cleansUp) {
        TypedObjective typed() {
            return ObjectiveRequests.typed(name, zones, title, text, colour, cleansUp);
        }
    }

    private static TypedObjective typed(
            @Nullable String name,
            @Nullable List<@Nullable String> zones,
            @Nullable String title,
            @Nullable String text,
            @Nullable ObjectiveColour colour,
            @Nullable Boolean cleansUp) {
        return new TypedObjective(
                Objects.requireNonNullElse(name, ""),
                zones(zones),
                Optional.ofNullable(title),
                Optional.ofNullable(text),
                Optional.ofNullable(colour),
                Optional.ofNullable(cleansUp));
    }

    /// To leave them out is no way to say *nowhere*: everybody would be let through.
    private static List<String> zones(@Nullable List<@Nullable String> given) {
        if (given == null) {
            throw RequestInvalid.at(
                    "/zones",
                    "required",
                    "Say in which zones consent is needed; [] where it is needed in none.");
        }
        List<String> zones = new ArrayList<>(given.size());
        for (String zone : given) {
            zones.add(Objects.requireNonNullElse(zone, ""));
        }
        return zones;
    }
}
