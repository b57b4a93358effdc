package io.connections.api.consent;

import io.connections.api.label.LabelRefResponse;
import io.connections.application.consent.ConsentShares;
import io.connections.application.consent.ObjectiveView;
import io.connections.application.consent.SavedObjective;
import io.connections.domain.consent.Objective;
import io.connections.domain.consent.ObjectiveColour;
import io.connections.domain.consent.Zone;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// @param zones codes of those where consent is needed
/// @param title for visitors; empty: the name is shown
/// @param text for visitors
/// @param textFingerprint SHA-256 (hexadecimal) of title, a line feed and text in UTF-8: what
///     consent was given to
/// @param cleansUp whether what only this objective justified is taken from the profile of whoever
///     refuses it
/// @param labels by name; neither they nor the star belong to the version
/// @param favorite whether whoever asks starred it
/// @param consents how many profiles consented, refused and said nothing; no part of the version
@Schema(
        name = "Objective",
        examples =
                """
                {"id":"newsletter","version":2,"name":"Newsletter","zones":["ccpa","gdpr","uk-gdpr"],
                "title":"Our newsletter","text":"Once a month, what is new in the shop.",
                "textFingerprint":"77cf54f415225026b072ee2e81bba08e8e2611c5ba7d651a2585c30b4274b371",
                "colour":"TEAL","cleansUp":true,"labels":[],"favorite":false,
                "consents":{"granted":61204,"refused":9120,"unknown":29676,"estimated":false},
                "createdAt":"2026-11-20T09:30:00Z","createdBy":"Mia",
                "modifiedAt":"2026-11-21T11:00:00Z","modifiedBy":"Noah"}
                """)
public record ObjectiveResponse(
        String id,
        long version,
        String name,
        List<String> zones,
        String title,
        String text,
        String textFingerprint,
        ObjectiveColour colour,
        boolean cleansUp,
        List<LabelRefResponse> labels,
        boolean favorite,
        Consents consents,
        Instant createdAt,
        String createdBy,
        Instant modifiedAt,
        String modifiedBy) {
    public static ObjectiveResponse of(ObjectiveView view) {
        SavedObjective saved = view.saved();
        Objective objective = saved.objective();
        return new ObjectiveResponse(
                objective.id().value(),
                saved.version().number(),
                objective.name(),
                objective.zones().stream().map(Zone::code).sorted().toList(),
                objective.shown().title(),
                objective.shown().text(),
                objective.shown().fingerprint(),
                objective.colour(),
                objective.cleansUp(),
                LabelRefResponse.of(view.labels()),
                view.favorite(),
                Consents.of(view.consents()),
                saved.createdAt(),
                saved.createdBy(),
                saved.modifiedAt(),
                saved.modifiedBy());
    }

    /// @param granted profiles that consented, wherever they are
    /// @param refused profiles that refused
    /// @param unknown profiles that have said nothing about it
    /// @param estimated whether `unknown` rests on an estimate of how many profiles there are
    ///     because there are too many to count; `granted` and `refused` are always counted
    @Schema(name = "ObjectiveConsents")
    public record Consents(long granted, long refused, long unknown, boolean estimated) {
        static Consents of(ConsentShares shares) {
            return new Consents(
                    shares.granted(), shares.refused(), shares.unknown(), shares.estimated());
        }
    }

    @Schema(name = "ObjectiveList")
    public record Items(List<ObjectiveResponse> items) {}
}
