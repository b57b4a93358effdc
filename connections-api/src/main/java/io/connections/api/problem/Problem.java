package io.connections.api.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.connections.domain.kernel.Violation;
import java.util.List;
import java.util.Map;

/// The body of every refusal (RFC 9457).
///
/// @param type `/problems/<code>`: stable, and a page of the documentation
/// @param traceId names this request in the service's log
/// @param errors what is wrong where, for requests that say something impossible
/// @param members what this type of problem tells besides
@JsonPropertyOrder({"type", "title", "status", "detail", "traceId", "errors"})
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String traceId,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Violation> errors,
        @JsonAnyGetter Map<String, Object> members) {
    public static final String MEDIA_TYPE = "application/problem+json";
}
