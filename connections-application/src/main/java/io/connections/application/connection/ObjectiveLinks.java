package io.connections.application.connection;

import io.connections.application.consent.port.ObjectiveRepository;
import io.connections.application.kernel.RequestInvalid;
import io.connections.domain.connection.Connection.Content;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.kernel.Violation;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A connection is linked to objectives that there are, and none of them is deleted while it is
/// saved.
@Singleton
final class ObjectiveLinks {
    private final ObjectiveRepository objectives;

    ObjectiveLinks(ObjectiveRepository objectives) {
        this.objectives = objectives;
    }

    /// Until the unit of work ends, those that goals bring answers to as well. Fails with
    /// [RequestInvalid] for linked ones that there are not.
    Uni<Void> hold(Content content) {
        Set<ObjectiveId> used = new HashSet<>(content.objectives());
        content.goals().forEach(goal -> used.addAll(goal.answered()));
        return objectives
                .hold(used)
                .invoke(there -> requireAll(content.objectives(), there))
                .replaceWithVoid();
    }

    private static void requireAll(List<ObjectiveId> wanted, Set<ObjectiveId> there) {
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            if (!there.contains(wanted.get(i))) {
                violations.add(
                        new Violation(
                                "/objectives/" + i,
                                "objective-unknown",
                                "There is no objective '%s' (any more). Take it out: linked to it, the connection would process nobody."
                                        .formatted(wanted.get(i).value())));
            }
        }
        if (!violations.isEmpty()) {
            throw new RequestInvalid(violations);
        }
    }
}
