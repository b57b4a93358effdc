package io.connections.application.connection;

import io.connections.application.kernel.RequestInvalid;
import io.connections.domain.catalog.ConnectionType;
import io.connections.domain.connection.Connection.Content;
import io.connections.domain.kernel.Violation;
import java.util.ArrayList;
import java.util.List;

/// What a person wants saved, checked and tidied.
final class ContentCheck {
    private ContentCheck() {}

    /// @throws RequestInvalid naming every place that cannot be saved
    static Content checked(TypedContent typed, ConnectionType type) {
        Content content = typed.content();
        Content tidy =
                new Content(
                        content.name().strip(),
                        content.description().strip(),
                        content.setup(),
                        content.goals());
        List<Violation> violations = new ArrayList<>(tidy.violations());
        violations.addAll(type.form().violations(tidy.setup(), "/setup"));
        violations.addAll(typed.unreadable());
        if (!violations.isEmpty()) {
            throw new RequestInvalid(violations);
        }
        return new Content(
                tidy.name(), tidy.description(), type.form().kept(tidy.setup()), tidy.goals());
    }
}
