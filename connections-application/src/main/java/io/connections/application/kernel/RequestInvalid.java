package io.connections.application.kernel;

import io.connections.domain.kernel.Invalid;
import io.connections.domain.kernel.Violation;
import java.util.List;

/// The request's fields are not what they must be; each violation names its place.
public final class RequestInvalid extends Invalid {
    public RequestInvalid(List<Violation> violations) {
        super(
                violations.size() == 1
                        ? violations.getFirst().message()
                        : violations.size() + " fields need attention.",
                violations);
    }

    public static RequestInvalid at(String pointer, String code, String message) {
        return new RequestInvalid(List.of(new Violation(pointer, code, message)));
    }

    /// The cursor was made up, or made by another list.
    public static RequestInvalid cursor() {
        return at(
                "/after",
                "cursor-invalid",
                "after is no place in this list. Send the `next` of the page before unchanged, with"
                        + " the same search and filters, or leave it out to begin anew.");
    }

    @Override
    public String code() {
        return "request-invalid";
    }
}
