package io.connections.api.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.connections.application.kernel.RequestInvalid;
import io.connections.domain.kernel.Failure;
import io.connections.domain.kernel.Invalid;
import io.connections.domain.kernel.Violation;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/// Turns what a resource or use case fails with into a problem document. What nobody expected is a
/// 500 without detail, logged once under the trace id the caller gets.
class Problems {
    private static final Logger LOG = Logger.getLogger(Problems.class);

    /// More than that nobody reads, and each is longer than what was wrong.
    private static final int MAX_ERRORS = 100;

    @ServerExceptionMapper
    RestResponse<Problem> failure(Failure failure, RoutingContext routing) {
        ProblemType type = ProblemType.of(failure);
        List<Violation> errors =
                failure instanceof Invalid invalid ? invalid.violations() : List.of();
        return answer(type, failure.detail(), errors, type.membersOf(failure), routing);
    }

    @ServerExceptionMapper
    RestResponse<Problem> refused(RequestRefused refused, RoutingContext routing) {
        return answer(
                refused.type(),
                detail(refused, refused.type().title()),
                refused.violations(),
                Map.of(),
                routing);
    }

    @ServerExceptionMapper({
        UnauthorizedException.class,
        AuthenticationFailedException.class,
        ForbiddenException.class
    })
    RestResponse<Problem> notSignedIn(SecurityException failure, RoutingContext routing) {
        RestResponse<Problem> answer =
                answer(
                        ProblemType.NOT_SIGNED_IN,
                        ProblemWriter.NOT_SIGNED_IN,
                        List.of(),
                        Map.of(),
                        routing);
        // The page, whose session is over, has no use for it.
        if (routing.request().getHeader("Authorization") != null) {
            answer.getHeaders().add("WWW-Authenticate", ProblemWriter.challenge(routing));
        }
        return answer;
    }

    @ServerExceptionMapper
    RestResponse<Problem> json(MismatchedInputException mismatch, RoutingContext routing) {
        if (mismatch.getPath().isEmpty()
                && mismatch.getOriginalMessage().startsWith("Trailing token")) {
            return answer(
                    ProblemType.REQUEST_MALFORMED,
                    "Something stands behind the end of the JSON document%s."
                            .formatted(place(mismatch)),
                    List.of(),
                    Map.of(),
                    routing);
        }
        return failure(new RequestInvalid(List.of(violation(mismatch))), routing);
    }

    private static String place(JacksonException malformed) {
        return malformed.getLocation() == null
                ? ""
                : " at line %d, column %d"
                        .formatted(
                                malformed.getLocation().getLineNr(),
                                malformed.getLocation().getColumnNr());
    }

    @ServerExceptionMapper
    RestResponse<Problem> json(JacksonException malformed, RoutingContext routing) {
        if (malformed instanceof JsonMappingException mapping
                && mapping.getCause() instanceof JacksonException inner) {
            return json(inner, routing);
        }
        if (malformed instanceof MismatchedInputException mismatch) {
            return json(mismatch, routing);
        }
        String place = place(malformed);
        return answer(
                ProblemType.REQUEST_MALFORMED,
                malformed instanceof StreamConstraintsException
                        ? "The body holds more%s than a request may: too many values, or too long or too deep ones."
                                .formatted(place)
                        : "The body is not JSON%s: %s".formatted(place, JsonFault.words(malformed)),
                List.of(),
                Map.of(),
                routing);
    }

    @ServerExceptionMapper
    RestResponse<Problem> http(WebApplicationException failure, RoutingContext routing) {
        if (failure.getCause() instanceof JacksonException json) {
            return json(json, routing);
        }
        // a parameter that could not be read, which the standard calls a path that is not there
        if (failure.getCause() instanceof Failure refused) {
            return failure(refused, routing);
        }
        String path = routing.request().path();
        return switch (failure.getResponse().getStatus()) {
            case 404 ->
                    answer(
                            ProblemType.PATH_NOT_FOUND,
                            "There is nothing at " + path + ".",
                            List.of(),
                            Map.of(),
                            routing);
            case 405 ->
                    answer(
                            ProblemType.METHOD_NOT_ALLOWED,
                            "%s does not answer to %s."
                                    .formatted(path, routing.request().method().name()),
                            List.of(),
                            Map.of(),
                            routing);
            case 406 ->
                    answer(
                            ProblemType.NOT_ACCEPTABLE,
                            "This path has no representation that the Accept header allows.",
                            List.of(),
                            Map.of(),
                            routing);
            case 413 ->
                    answer(
                            ProblemType.REQUEST_TOO_LARGE,
                            "The body is longer than this path takes.",
                            List.of(),
                            Map.of(),
                            routing);
            case 415 ->
                    answer(
                            ProblemType.MEDIA_TYPE_NOT_SUPPORTED,
                            "This path does not take the request's Content-Type. Most take"
                                    + " application/json.",
                            List.of(),
                            Map.of(),
                            routing);
            case 400 ->
                    answer(
                            ProblemType.REQUEST_MALFORMED,
                            detail(failure, "The request cannot be read."),
                            List.of(),
                            Map.of(),
                            routing);
            default -> unexpected(failure, routing);
        };
    }

    @ServerExceptionMapper
    RestResponse<Problem> unexpected(Throwable failure, RoutingContext routing) {
        // A body that grew too large was refused while it was read; what read it fails afterwards.
        boolean answered = routing.response().ended();
        LOG.logf(
                answered ? Logger.Level.DEBUG : Logger.Level.ERROR,
                failure,
                "request failed unexpectedly method=%s path=%s traceId=%s",
                routing.request().method(),
                routing.request().path(),
                TraceId.of(routing));
        return answer(
                ProblemType.INTERNAL_ERROR,
                "The service's log says more under this trace id.",
                List.of(),
                Map.of(),
                routing);
    }

    private static RestResponse<Problem> answer(
            ProblemType type,
            String detail,
            List<Violation> errors,
            Map<String, Object> members,
            RoutingContext routing) {
        Problem problem =
                new Problem(
                        type.uri(),
                        type.title(),
                        type.status(),
                        errors.size() > MAX_ERRORS
                                ? detail + " The first %d are listed.".formatted(MAX_ERRORS)
                                : detail,
                        TraceId.of(routing),
                        errors.subList(0, Math.min(errors.size(), MAX_ERRORS)),
                        members);
        return RestResponse.ResponseBuilder.<Problem>create(type.status())
                .entity(problem)
                .type(Problem.MEDIA_TYPE)
                .build();
    }

    private static Violation violation(MismatchedInputException mismatch) {
        String pointer = pointer(mismatch.getPath());
        return switch (mismatch) {
            case NotText text -> new Violation(pointer, "not-text", text.getOriginalMessage());
            case InvalidNullException _ ->
                    new Violation(pointer, "required", "This list holds a null: leave it out.");
            case UnrecognizedPropertyException unknown ->
                    new Violation(
                            pointer,
                            "unknown-field",
                            "There is no field '%s' here. Known: %s."
                                    .formatted(
                                            unknown.getPropertyName(),
                                            unknown.getKnownPropertyIds().stream()
                                                    .map(String::valueOf)
                                                    .sorted()
                                                    .collect(Collectors.joining(", "))));
            case InvalidTypeIdException kind ->
                    new Violation(
                            pointer + "/kind",
                            kind.getTypeId() == null ? "required" : "not-an-option",
                            kind.getTypeId() == null
                                    ? "Say which kind it is."
                                    : "There is no kind '%s' here.".formatted(kind.getTypeId()));
            case InvalidFormatException format when format.getTargetType().isEnum() ->
                    new Violation(
                            pointer,
                            "not-an-option",
                            "'%s' is none of %s."
                                    .formatted(
                                            format.getValue(),
                                            Arrays.toString(
                                                    format.getTargetType().getEnumConstants())));
            default ->
                    new Violation(
                            pointer,
                            "wrong-type",
                            mismatch.getTargetType() == null
                                    ? "This value has the wrong type."
                                    : "This must be a %s."
                                            .formatted(JsonTypes.nameOf(mismatch.getTargetType())));
        };
    }

    private static String pointer(List<JsonMappingException.Reference> path) {
        return path.stream()
                .map(
                        step ->
                                step.getFieldName() == null
                                        ? String.valueOf(step.getIndex())
                                        : step.getFieldName().replace("~", "~0").replace("/", "~1"))
                .map(step -> "/" + step)
                .collect(Collectors.joining());
    }

    private static String detail(Throwable failure, String otherwise) {
        @Nullable String message = failure.getMessage();
        return message == null || message.isBlank() ? otherwise : message;
    }
}
