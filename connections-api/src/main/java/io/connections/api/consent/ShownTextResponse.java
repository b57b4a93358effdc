package io.connections.api.consent;

import io.connections.application.consent.ShownText;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// @param fingerprint SHA-256 (hexadecimal) of title, a line feed and text in UTF-8
/// @param version of the objective that brought it
/// @param since from when on it was shown, until the next one
@Schema(
        name = "ShownText",
        examples =
                """
                {"title":"Our newsletter","text":"Once a month, what is new in the shop.",
                "fingerprint":"77cf54f415225026b072ee2e81bba08e8e2611c5ba7d651a2585c30b4274b371",
                "version":2,"since":"2026-11-21T11:00:00Z","savedBy":"Noah"}
                """)
public record ShownTextResponse(
        String title,
        String text,
        String fingerprint,
        long version,
        Instant since,
        String savedBy) {
    static ShownTextResponse of(ShownText shown) {
        return new ShownTextResponse(
                shown.text().title(),
                shown.text().text(),
                shown.text().fingerprint(),
                shown.version().number(),
                shown.since(),
                shown.by());
    }

    @Schema(name = "ShownTextList")
    public record Items(List<ShownTextResponse> items) {}
}
