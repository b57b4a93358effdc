package io.connections.api.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.connections.api.kernel.Paging;
import io.connections.application.kernel.Page;
import io.connections.application.profile.Erasure;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The receipt of an erasure. It holds no personal data: the profile's id is random and stands for
/// nobody any more.
///
/// @param by the person or program that asked for it
/// @param completedAt when all traces were gone as well; absent: they are being looked for
@Schema(name = "Erasure")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ErasureResponse(
        UUID id,
        UUID profileId,
        Instant at,
        String by,
        Removed removed,
        @Nullable Instant completedAt) {

    /// @param values of properties, identifiers among them
    /// @param statements of consent, those that counted and those before
    /// @param events of the profile's history that lost what they remembered
    /// @param websiteEvents sent by browsers that were said to be the person's
    /// @param rejectedRecords whose content went because they named the person; absent while they
    ///     are being looked for
    @Schema(name = "ErasedData")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Removed(
            int identifiers,
            int values,
            int statements,
            int events,
            int websiteEvents,
            @Nullable Long rejectedRecords) {}

    static ErasureResponse of(Erasure erasure) {
        Erasure.Removed removed = erasure.removed();
        Erasure.Traces.@Nullable Gone gone =
                switch (erasure.traces()) {
                    case Erasure.Traces.Sought() -> null;
                    case Erasure.Traces.Gone all -> all;
                };
        return new ErasureResponse(
                erasure.id().value(),
                erasure.profile().value(),
                erasure.at(),
                erasure.by(),
                new Removed(
                        removed.identifiers(),
                        removed.values(),
                        removed.statements(),
                        removed.events(),
                        removed.websiteEvents(),
                        gone == null ? null : gone.rejectedRecords()),
                gone == null ? null : gone.at());
    }

    @Schema(name = "ErasurePage")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Items(List<ErasureResponse> items, @Nullable String next) {
        static Items of(Page<Erasure> page, Paging paging) {
            return new Items(
                    page.items().stream().map(ErasureResponse::of).toList(),
                    paging.next(page).orElse(null));
        }
    }
}
