package io.connections.domain.connection;

import io.connections.domain.audit.Subject;
import io.connections.domain.catalog.ConnectionTypeId;
import io.connections.domain.catalog.SetupValues;
import io.connections.domain.channel.ChannelScope;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.goal.Goal;
import io.connections.domain.goal.GoalId;
import io.connections.domain.kernel.Naming;
import io.connections.domain.kernel.Version;
import io.connections.domain.kernel.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A configured link to one outside system. What *Save* covers is in `version`; `on` acts at once
/// and is no part of it.
public record Connection(
        ConnectionId id,
        Version version,
        ConnectionTypeId type,
        String name,
        String description,
        boolean on,
        SetupValues setup,
        List<Goal> goals,
        EditRights editRights,
        ChannelScope scope,
        List<ObjectiveId> objectives,
        Stamp created,
        Stamp modified) {
    public static final int MAX_NAME = 200;
    public static final int MAX_GOALS = 100;
    public static final int MAX_DESCRIPTION = 4000;
    public static final int MAX_OBJECTIVES = 100;

    public Connection {
        goals = List.copyOf(goals);
        objectives = List.copyOf(objectives);
    }

    /// What a person made just now: off, so that nothing runs before it was looked at.
    public static Connection create(
            ConnectionId id, ConnectionTypeId type, Content content, Stamp by) {
        return new Connection(
                id,
                Version.FIRST,
                type,
                content.name(),
                content.description(),
                false,
                content.setup(),
                content.goals(),
                content.editRights(),
                content.scope(),
                content.objectives(),
                by,
                by);
    }

    /// The next version, with what a person saved.
    public Connection save(Content content, Stamp by) {
        return new Connection(
                id,
                version.next(),
                type,
                content.name(),
                content.description(),
                on,
                content.setup(),
                content.goals(),
                content.editRights(),
                content.scope(),
                content.objectives(),
                created,
                by);
    }

    /// On or off: the version stays.
    public Connection turn(boolean nowOn) {
        return new Connection(
                id,
                version,
                type,
                name,
                description,
                nowOn,
                setup,
                goals,
                editRights,
                scope,
                objectives,
                created,
                modified);
    }

    /// What the newest version says.
    public Content content() {
        return new Content(name, description, setup, goals, editRights, scope, objectives);
    }

    /// As the audit trail names it.
    public Subject subject() {
        return Subject.of(id.ref(), name);
    }

    /// What *Save* covers.
    ///
    /// @param objectives of which a person's consent has to cover some (see
    ///     [io.connections.domain.consent.ConsentGate])
    public record Content(
            String name,
            String description,
            SetupValues setup,
            List<Goal> goals,
            EditRights editRights,
            ChannelScope scope,
            List<ObjectiveId> objectives) {
        public static final Content NOTHING = new Content("", "", SetupValues.NONE, List.of());

        public Content {
            goals = List.copyOf(goals);
            objectives = List.copyOf(objectives);
        }

        /// To be changed by everybody who may change connections, active on all channels, and
        /// linked to no objective.
        public Content(String name, String description, SetupValues setup, List<Goal> goals) {
            this(
                    name,
                    description,
                    setup,
                    goals,
                    EditRights.EVERYBODY,
                    new ChannelScope.Everywhere(),
                    List.of());
        }

        public Content withName(String other) {
            return new Content(other, description, setup, goals, editRights, scope, objectives);
        }

        public Content withDescription(String other) {
            return new Content(name, other, setup, goals, editRights, scope, objectives);
        }

        public Content withSetup(SetupValues other) {
            return new Content(name, description, other, goals, editRights, scope, objectives);
        }

        public Content withGoals(List<Goal> other) {
            return new Content(name, description, setup, other, editRights, scope, objectives);
        }

        public Content withEditRights(EditRights other) {
            return new Content(name, description, setup, goals, other, scope, objectives);
        }

        public Content withScope(ChannelScope other) {
            return new Content(name, description, setup, goals, editRights, other, objectives);
        }

        public Content withObjectives(List<ObjectiveId> other) {
            return new Content(name, description, setup, goals, editRights, scope, other);
        }

        /// What cannot be saved, pointed at in the request.
        public List<Violation> violations() {
            List<Violation> found =
                    new ArrayList<>(Naming.violations("/name", name, "the connection", MAX_NAME));
            if (description.length() > MAX_DESCRIPTION) {
                found.add(
                        new Violation(
                                "/description",
                                "too-long",
                                "A description has at most %d characters."
                                        .formatted(MAX_DESCRIPTION)));
            }
            found.addAll(editRights.violations("/editRoles"));
            found.addAll(scope.violations("/scope"));
            Set<GoalId> seen = new HashSet<>();
            for (int i = 0; i < goals.size(); i++) {
                if (!seen.add(goals.get(i).id())) {
                    found.add(
                            new Violation(
                                    "/goals/" + i + "/id",
                                    "duplicate",
                                    "Another goal has this id. Give each its own."));
                }
                found.addAll(goals.get(i).tooMuch("/goals/" + i));
            }
            Set<ObjectiveId> linked = new HashSet<>();
            for (int i = 0; i < objectives.size(); i++) {
                if (!linked.add(objectives.get(i))) {
                    found.add(
                            new Violation(
                                    "/objectives/" + i,
                                    "duplicate",
                                    "The connection is linked to this objective already."));
                }
            }
            if (objectives.size() > MAX_OBJECTIVES) {
                found.add(
                        new Violation(
                                "/objectives",
                                "too-many",
                                "A connection is linked to at most %d objectives."
                                        .formatted(MAX_OBJECTIVES)));
            }
            if (goals.size() > MAX_GOALS) {
                found.add(
                        new Violation(
                                "/goals",
                                "too-many",
                                "A connection has at most %d goals.".formatted(MAX_GOALS)));
            }
            return found;
        }
    }

    /// Who did something, and when.
    public record Stamp(String by, Instant at) {}
}
