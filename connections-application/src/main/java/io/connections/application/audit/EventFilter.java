package io.connections.application.audit;

import io.connections.application.kernel.RequestInvalid;
import io.connections.domain.audit.Action;
import io.connections.domain.kernel.ObjectKind;
import java.time.Instant;
import java.util.Optional;

/// Which events are wanted. What is absent leaves nothing out.
///
/// @param actor by the provider's subject
/// @param from the first moment
/// @param to the moment after the last
/// @param search a text anywhere in the event's words, in any case; it is looked up by its groups
///     of three characters, so it has at least three
public record EventFilter(
        Optional<String> actor,
        Optional<Action> action,
        Optional<ObjectKind> kind,
        Optional<String> object,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<String> search) {
    public static final int MIN_SEARCH = 3;
    public static final int MAX_SEARCH = 200;

    public static final EventFilter ALL =
            new EventFilter(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    public EventFilter {
        search = search.map(String::strip).filter(text -> !text.isEmpty());
    }

    /// Fails with [RequestInvalid] where the search is too short or too long.
    void requireSearchable() {
        search.ifPresent(
                text -> {
                    if (text.codePointCount(0, text.length()) < MIN_SEARCH
                            || text.length() > MAX_SEARCH) {
                        throw RequestInvalid.at(
                                "/search",
                                "out-of-range",
                                "Search for %d to %d characters."
                                        .formatted(MIN_SEARCH, MAX_SEARCH));
                    }
                });
    }
}
