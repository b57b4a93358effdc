package io.connections.application.connection;

import io.connections.domain.connection.Connection.Content;
import io.connections.domain.kernel.Violation;
import java.util.List;
import java.util.Set;

/// What a person wants saved, as far as it could be read. What could not is said together with all
/// else that is wrong, so that nobody mends one thing only to hear of the next.
///
/// @param unsaid what was not said at all: there, what stands is meant
/// @param unreadable what stands in `content` by a stand-in, with its place
public record TypedContent(Content content, Set<Part> unsaid, List<Violation> unreadable) {
    public TypedContent {
        unsaid = Set.copyOf(unsaid);
        unreadable = List.copyOf(unreadable);
    }

    /// What came later than the first programs that save connections. One that knows nothing of it
    /// must not open what others reserved or narrowed, nor unlink what others linked.
    public enum Part {
        EDIT_RIGHTS,
        SCOPE,
        OBJECTIVES
    }

    public static TypedContent of(Content content) {
        return new TypedContent(content, Set.of(), List.of());
    }

    TypedContent with(Content other) {
        return new TypedContent(other, unsaid, unreadable);
    }

    /// Said of a connection that stands already.
    TypedContent over(Content standing) {
        Content said = content;
        for (Part part : unsaid) {
            said =
                    switch (part) {
                        case EDIT_RIGHTS -> said.withEditRights(standing.editRights());
                        case SCOPE -> said.withScope(standing.scope());
                        case OBJECTIVES -> said.withObjectives(standing.objectives());
                    };
        }
        return new TypedContent(said, Set.of(), unreadable);
    }
}
