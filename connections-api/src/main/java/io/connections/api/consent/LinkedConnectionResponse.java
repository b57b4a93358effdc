package io.connections.api.consent;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.connections.api.kernel.Paging;
import io.connections.application.consent.LinkedConnection;
import io.connections.application.kernel.Page;
import io.connections.domain.access.Actor;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// @param mayEdit whether whoever asks may change it, and so link and unlink it
@Schema(
        name = "LinkedConnection",
        examples =
                """
                {"id":"0198c0de-0000-7000-8000-000000000001","name":"Shop customers","on":true,"mayEdit":true}
                """)
public record LinkedConnectionResponse(UUID id, String name, boolean on, boolean mayEdit) {
    @Schema(name = "LinkedConnectionPage")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Items(List<LinkedConnectionResponse> items, @Nullable String next) {
        static Items of(Page<LinkedConnection> page, Paging paging, Actor actor) {
            return new Items(
                    page.items().stream()
                            .map(
                                    one ->
                                            new LinkedConnectionResponse(
                                                    one.id().value(),
                                                    one.name(),
                                                    one.on(),
                                                    one.editRights().letChange(actor)))
                            .toList(),
                    paging.next(page).orElse(null));
        }
    }
}
