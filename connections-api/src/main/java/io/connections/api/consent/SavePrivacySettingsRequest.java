package io.connections.api.consent;

import io.connections.application.consent.SavePrivacySettings.InUse;
import io.connections.application.kernel.RequestInvalid;
import io.connections.domain.consent.Regime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// @param zones every zone that is to be in use, `rest-of-world` among them
@Schema(
        name = "SavePrivacySettings",
        requiredProperties = {"zones"},
        examples =
                """
                {"zones":[{"code":"gdpr","regime":"OPT_IN"},{"code":"ccpa","regime":"OPT_OUT"},
                {"code":"rest-of-world","regime":"OPT_IN"}]}
                """)
record SavePrivacySettingsRequest(@Nullable List<@Nullable ZoneToUse> zones) {
    /// @param code or name of the zone
    @Schema(
            name = "ZoneToUse",
            requiredProperties = {"code", "regime"})
    public record ZoneToUse(@Nullable String code, @Nullable Regime regime) {}

    static List<InUse> read(@Nullable SavePrivacySettingsRequest given) {
        if (given == null || given.zones() == null) {
            throw RequestInvalid.at("/zones", "required", "Send every zone that is to be in use.");
        }
        List<InUse> zones = new ArrayList<>();
        for (ZoneToUse zone : given.zones()) {
            zones.add(
                    zone == null
                            ? new InUse("", Optional.empty())
                            : new InUse(
                                    Objects.requireNonNullElse(zone.code(), ""),
                                    Optional.ofNullable(zone.regime())));
        }
        return zones;
    }
}
