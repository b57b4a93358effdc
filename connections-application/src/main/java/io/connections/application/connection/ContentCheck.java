package io.connections.application.connection;

import io.connections.application.kernel.RequestInvalid;
import io.connections.domain.access.Actor;
import io.connections.domain.catalog.ConnectionType;
import io.connections.domain.connection.Connection.Content;
import io.connections.domain.goal.Goal;
import io.connections.domain.kernel.Violation;
import java.util.ArrayList;
import java.util.List;

/// What a person wants saved, checked and tidied.
final class ContentCheck {
    private ContentCheck() {}

    /// @param by who wants it saved, and is not to shut themselves out with it
    /// @throws RequestInvalid naming every place that cannot be saved
    static Content checked(TypedContent typed, ConnectionType type, Actor by) {
        Content content = typed.content();
        Content tidy =
                content.withName(content.name().strip())
                        .withDescription(content.description().strip());
        List<Violation> violations = new ArrayList<>(tidy.violations());
        if (!tidy.editRights().allows(by)) {
            violations.add(
                    new Violation(
                            "/editRoles",
                            "shuts-you-out",
                            "With these edit rights you could not change this connection again."
                                    + " Add one of your roles."));
        }
        violations.addAll(type.form().violations(tidy.setup(), "/setup"));
        violations.addAll(ofOtherTypes(tidy.goals(), type));
        violations.addAll(typed.unreadable());
        if (!violations.isEmpty()) {
            throw new RequestInvalid(violations);
        }
        return tidy.withSetup(type.form().kept(tidy.setup()));
    }

    private static List<Violation> ofOtherTypes(List<Goal> goals, ConnectionType type) {
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < goals.size(); i++) {
            if (!type.takes(goals.get(i))) {
                violations.add(
                        new Violation(
                                "/goals/" + i + "/kind",
                                "not-of-type",
                                "A connection of the type \"%s\" has no such goals."
                                        .formatted(type.name())));
            }
        }
        return violations;
    }
}
