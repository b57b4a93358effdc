package io.connections.application.connection;

import io.connections.domain.connection.Connection.Content;
import io.connections.domain.kernel.Violation;
import java.util.List;

/// What a person wants saved, as far as it could be read. What could not is said together with all
/// else that is wrong, so that nobody mends one thing only to hear of the next.
///
/// @param unreadable what stands in `content` by a stand-in, with its place
public record TypedContent(Content content, List<Violation> unreadable) {
    public TypedContent {
        unreadable = List.copyOf(unreadable);
    }

    public static TypedContent of(Content content) {
        return new TypedContent(content, List.of());
    }
}
