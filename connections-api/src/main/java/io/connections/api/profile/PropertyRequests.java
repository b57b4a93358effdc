package io.connections.api.profile;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What can be asked of properties.
final class PropertyRequests {
    private PropertyRequests() {}

    @Schema(
            name = "CreateProperty",
            requiredProperties = {"id", "name", "type"},
            examples =
                    """
                    {"id":"email","name":"E-mail","type":"EMAIL","identifier":true,"pii":true}
                    """)
    public record Create(
            @Nullable String id,
            @Nullable String name,
            @Nullable PropertyTypeJson type,
            @Nullable List<@Nullable String> choices,
            @Schema(defaultValue = "false") boolean identifier,
            @Schema(defaultValue = "false") boolean pii) {}

    @Schema(
            name = "CreateProperties",
            requiredProperties = {"items"},
            examples =
                    """
                    {"items":[{"id":"email","name":"E-mail","type":"EMAIL","identifier":true,"pii":true},
                    {"id":"city","name":"City","type":"TEXT","identifier":false,"pii":false}]}
                    """)
    public record CreateAll(@Nullable List<@Nullable Create> items) {}

    @Schema(
            name = "ChangeProperty",
            requiredProperties = {"name", "pii"},
            examples =
                    """
                    {"name":"Work e-mail","pii":true}
                    """)
    public record Change(
            @Nullable String name,
            @Nullable List<@Nullable String> choices,
            @Nullable Boolean pii) {}
}
