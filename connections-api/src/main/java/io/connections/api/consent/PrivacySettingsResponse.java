package io.connections.api.consent;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.connections.application.consent.PrivacySettingsView;
import io.connections.application.consent.SavedPrivacySettings.Saved;
import io.connections.domain.consent.KnownZone;
import io.connections.domain.consent.KnownZones;
import io.connections.domain.consent.PrivacySettings;
import io.connections.domain.consent.Regime;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// @param zones those in use, *rest of world* last
/// @param others those that are known and not in use: they count as *rest of world*
/// @param savedAt absent: nobody has saved them yet, they are as they came
@Schema(
        name = "PrivacySettings",
        examples =
                """
                {"version":3,
                "zones":[{"code":"gdpr","name":"GDPR","place":"European Union and European Economic Area",
                "regime":"OPT_IN","usual":"OPT_IN","objectives":4},
                {"code":"rest-of-world","name":"Rest of world",
                "place":"Everywhere else, and wherever a profile's zone is not known",
                "regime":"OPT_IN","usual":"OPT_IN","objectives":1}],
                "others":[{"code":"lgpd","name":"LGPD","place":"Brazil","usual":"OPT_IN","objectives":0}],
                "savedAt":"2026-11-21T11:00:00Z","savedBy":"Noah"}
                """)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PrivacySettingsResponse(
        long version,
        List<ZoneInUse> zones,
        List<OtherZone> others,
        @Nullable Instant savedAt,
        @Nullable String savedBy) {
    public static PrivacySettingsResponse of(PrivacySettingsView view) {
        PrivacySettings settings = view.saved().settings();
        return new PrivacySettingsResponse(
                view.saved().version().number(),
                KnownZones.all().stream()
                        .filter(known -> settings.zones().contains(known.zone()))
                        .map(known -> ZoneInUse.of(known, view))
                        .toList(),
                KnownZones.all().stream()
                        .filter(known -> !settings.zones().contains(known.zone()))
                        .map(known -> OtherZone.of(known, view))
                        .toList(),
                view.saved().saved().map(Saved::at).orElse(null),
                view.saved().saved().map(Saved::by).orElse(null));
    }

    /// @param place where the law holds
    /// @param usual what the law usually asks for
    /// @param objectives how many name it
    @Schema(name = "ZoneInUse")
    public record ZoneInUse(
            String code, String name, String place, Regime regime, Regime usual, int objectives) {
        static ZoneInUse of(KnownZone known, PrivacySettingsView view) {
            return new ZoneInUse(
                    known.zone().code(),
                    known.name(),
                    known.place(),
                    view.saved().settings().regimeOf(known.zone()),
                    known.usual(),
                    view.objectivesThatName(known.zone()));
        }
    }

    /// @param place where the law holds
    /// @param usual what the law usually asks for
    /// @param objectives how many name it, for whom it counts as *rest of world*
    @Schema(name = "OtherZone")
    public record OtherZone(String code, String name, String place, Regime usual, int objectives) {
        static OtherZone of(KnownZone known, PrivacySettingsView view) {
            return new OtherZone(
                    known.zone().code(),
                    known.name(),
                    known.place(),
                    known.usual(),
                    view.objectivesThatName(known.zone()));
        }
    }
}
