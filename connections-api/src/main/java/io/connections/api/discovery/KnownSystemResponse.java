package io.connections.api.discovery;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.connections.application.discovery.ListSystems;
import io.connections.domain.catalog.ConnectionTypeId;
import io.connections.domain.discovery.KnownSystem;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// @param typeId the connection type that is made for it; absent: there is none yet
@Schema(name = "KnownSystem")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record KnownSystemResponse(
        String id, String name, String vendor, String category, @Nullable String typeId) {
    static KnownSystemResponse of(KnownSystem system) {
        return new KnownSystemResponse(
                system.id().value(),
                system.name(),
                system.vendor(),
                system.category(),
                system.type().map(ConnectionTypeId::value).orElse(null));
    }

    /// @param categories all that there are, whatever was searched for
    @Schema(name = "KnownSystemList")
    public record Items(List<KnownSystemResponse> items, List<String> categories) {
        static Items of(ListSystems.Listed listed) {
            return new Items(
                    listed.systems().stream().map(KnownSystemResponse::of).toList(),
                    listed.categories());
        }
    }
}
