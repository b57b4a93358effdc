package io.connections.api.connection;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.connections.api.kernel.Paging;
import io.connections.application.connection.ConnectionView;
import io.connections.application.kernel.Page;
import io.connections.domain.catalog.ConnectionType;
import io.connections.domain.connection.Connection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "ConnectionSummary")
public record ConnectionSummaryResponse(
        UUID id,
        String name,
        String description,
        TypeSummary type,
        boolean on,
        Status status,
        Instant createdAt,
        String createdBy,
        Instant modifiedAt,
        String modifiedBy) {

    public enum Status {
        NOT_CONFIGURED,
        READY,
        RUNNING,
        CONFIGURATION_ERROR,
        FLOWING_WITH_ERRORS,
        FLOWING
    }

    @Schema(name = "ConnectionTypeSummary")
    public record TypeSummary(String id, String name, String logo, String vendor) {}

    static ConnectionSummaryResponse of(ConnectionView view) {
        Connection connection = view.connection();
        ConnectionType type = view.type();
        return new ConnectionSummaryResponse(
                connection.id().value(),
                connection.name(),
                connection.description(),
                new TypeSummary(type.id().value(), type.name(), type.logo(), type.vendor()),
                connection.on(),
                view.problems().isEmpty() ? Status.READY : Status.NOT_CONFIGURED,
                connection.created().at(),
                connection.created().by(),
                connection.modified().at(),
                connection.modified().by());
    }

    @Schema(name = "ConnectionPage")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Items(List<ConnectionSummaryResponse> items, @Nullable String next) {
        static Items of(Page<ConnectionView> page) {
            return new Items(
                    page.items().stream().map(ConnectionSummaryResponse::of).toList(),
                    Paging.next(page).orElse(null));
        }
    }
}
