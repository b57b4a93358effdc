package io.connections.api.audit;

import io.connections.application.audit.EventFilter;
import io.connections.application.kernel.RequestInvalid;
import io.connections.domain.audit.Action;
import io.connections.domain.kernel.ObjectKind;
import io.connections.domain.kernel.Violation;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Filters as they stand behind the question mark. Everything that is wrong is said at once.
final class AuditFilters {
    private final Map<String, String> parameters;
    private final List<Violation> violations = new ArrayList<>();

    private AuditFilters(Map<String, String> parameters) {
        this.parameters = parameters;
    }

    static EventFilter of(Map<String, String> parameters) {
        AuditFilters given = new AuditFilters(parameters);
        EventFilter filter =
                new EventFilter(
                        given.text("actor"),
                        given.word("action", Action::of),
                        given.word("objectKind", ObjectKind::of),
                        given.text("objectId"),
                        given.moment("from"),
                        given.moment("to"),
                        given.text("search"));
        if (!given.violations.isEmpty()) {
            throw new RequestInvalid(given.violations);
        }
        return filter;
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(text -> !text.isEmpty());
    }

    private <T> Optional<T> word(String name, Function<String, Optional<T>> words) {
        Optional<String> given = text(name);
        Optional<T> known = given.flatMap(words);
        if (given.isPresent() && known.isEmpty()) {
            violations.add(
                    new Violation(
                            "/" + name, "unknown", "There is no '%s'.".formatted(given.get())));
        }
        return known;
    }

    /// A moment, or a day in UTC that begins then.
    private Optional<Instant> moment(String name) {
        Optional<String> given = text(name);
        try {
            return given.map(
                    text ->
                            text.length() == 10
                                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                                    : Instant.parse(text));
        } catch (DateTimeParseException e) {
            violations.add(
                    new Violation(
                            "/" + name,
                            "wrong-type",
                            "Write a time as 2026-11-23T10:15:30Z, or a day as 2026-11-23."));
            return Optional.empty();
        }
    }
}
