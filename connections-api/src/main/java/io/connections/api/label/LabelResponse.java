package io.connections.api.label;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.connections.api.kernel.Paging;
import io.connections.application.kernel.Page;
import io.connections.application.label.UsedLabel;
import io.connections.domain.label.Label;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// @param uses how many objects have it
@Schema(
        name = "Label",
        examples =
                """
                {"id":"0198c0de-0000-7000-8000-000000000007","name":"Black Friday","uses":12,
                "createdAt":"2026-11-20T09:30:00Z","createdBy":"Mia"}
                """)
public record LabelResponse(UUID id, String name, long uses, Instant createdAt, String createdBy) {
    public static LabelResponse of(UsedLabel used) {
        Label label = used.label();
        return new LabelResponse(
                label.id().value(),
                label.name().value(),
                used.uses(),
                label.createdAt(),
                label.createdBy());
    }

    @Schema(name = "LabelPage")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Items(List<LabelResponse> items, @Nullable String next) {
        static Items of(Page<UsedLabel> page, Paging paging) {
            return new Items(
                    page.items().stream().map(LabelResponse::of).toList(),
                    paging.next(page).orElse(null));
        }
    }

    /// What a deleted label was on.
    ///
    /// @param objects how many lost it
    @Schema(name = "LabelDeleted")
    public record Deleted(long objects) {}

    /// @param label the one that stays
    /// @param objects how many had the one that is gone
    @Schema(name = "LabelsMerged")
    public record Merged(LabelResponse label, long objects) {}
}
