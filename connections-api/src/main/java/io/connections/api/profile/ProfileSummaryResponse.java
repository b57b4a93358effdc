package io.connections.api.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.connections.api.kernel.Paging;
import io.connections.application.kernel.Page;
import io.connections.application.profile.ProfileSummary;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "ProfileSummary")
public record ProfileSummaryResponse(
        UUID id, String label, Map<String, List<String>> identifiers, Instant modifiedAt) {
    static ProfileSummaryResponse of(ProfileSummary summary) {
        Map<String, List<String>> identifiers = new LinkedHashMap<>();
        summary.identifiers().forEach((id, values) -> identifiers.put(id.value(), values));
        return new ProfileSummaryResponse(
                summary.id().value(), summary.label(), identifiers, summary.modified());
    }

    @Schema(name = "ProfilePage")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Items(List<ProfileSummaryResponse> items, @Nullable String next) {
        static Items of(Page<ProfileSummary> page, Paging paging) {
            return new Items(
                    page.items().stream().map(ProfileSummaryResponse::of).toList(),
                    paging.next(page).orElse(null));
        }
    }
}
