package io.connections.api.kernel;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.connections.application.kernel.NamedObject;
import io.connections.application.kernel.Page;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// One thing of any kind: `/api/v1/connections/{id}` is where a connection is read, and so on.
@Schema(
        name = "NamedObject",
        examples =
                """
                {"kind":"connection","id":"0198c0de-0000-7000-8000-000000000001","name":"Shop customers"}
                """)
public record NamedObjectResponse(
        @Schema(enumeration = {"connection", "profile-property", "objective", "channel", "label"})
                String kind,
        String id,
        String name) {
    public static NamedObjectResponse of(NamedObject object) {
        return new NamedObjectResponse(
                object.ref().kind().word(), object.ref().id(), object.name());
    }

    @Schema(name = "NamedObjectPage")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Items(List<NamedObjectResponse> items, @Nullable String next) {
        public static Items of(Page<NamedObject> page, Paging paging) {
            return new Items(
                    page.items().stream().map(NamedObjectResponse::of).toList(),
                    paging.next(page).orElse(null));
        }
    }
}
