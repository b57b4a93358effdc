package io.connections.application.connection;

import io.connections.domain.connection.Connection.Content;
import io.connections.domain.kernel.Violation;
import java.util.List;

/// What a person wants saved, as far as it could be read. What could not is said together with all
/// else that is wrong, so that nobody mends one thing only to hear of the next.
///
/// @param rightsSaid whether edit rights were said at all: else those that stand are meant
/// @param unreadable what stands in `content` by a stand-in, with its place
public record TypedContent(Content content, boolean rightsSaid, List<Violation> unreadable) {
    public TypedContent {
        unreadable = List.copyOf(unreadable);
    }

    public static TypedContent of(Content content) {
        return new TypedContent(content, true, List.of());
    }

    /// Said of a connection that stands already. A program that knows nothing of edit rights must
    /// not open what others reserved.
    TypedContent over(Content standing) {
        return rightsSaid
                ? this
                : new TypedContent(content.withEditRights(standing.editRights()), true, unreadable);
    }
}
