package io.connections.application.overview;

import static io.connections.domain.audit.Action.DELETED;
import static io.connections.domain.audit.Action.TURNED_OFF;
import static io.connections.domain.audit.Action.TURNED_ON;

import io.connections.application.audit.port.AuditTrail;
import io.connections.application.connection.ConnectionNotFound;
import io.connections.application.connection.ConnectionRunning;
import io.connections.application.connection.port.ConnectionRepository;
import io.connections.application.connection.port.ConnectionRepository.Held;
import io.connections.application.connection.port.RunsOfConnections;
import io.connections.application.kernel.NamedObject;
import io.connections.application.kernel.RequestInvalid;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.application.label.LabelChange;
import io.connections.application.label.Labelling;
import io.connections.application.overview.port.ConnectionReadings;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.audit.AuditEvent;
import io.connections.domain.audit.Subject;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.connection.EditingReserved;
import io.connections.domain.kernel.Failure;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// One action on many connections, in one transaction and by the rules of the single action. What
/// cannot be done to one is said of it and keeps nobody else from being done.
@Singleton
public final class ChangeConnections {
    public static final int MOST_IDS = 500;

    /// What a filter may choose; the product is made for so many.
    public static final int MOST_FOUND = 10_000;

    public record Command(Action action, Selection selection, Actor actor) {}

    public sealed interface Action {
        record Turn(boolean on) implements Action {}

        record Delete() implements Action {}

        record Label(LabelChange.Adjust change) implements Action {}
    }

    public sealed interface Selection {
        record Named(List<ConnectionId> ids) implements Selection {
            public Named {
                ids = List.copyOf(new LinkedHashSet<>(ids));
            }
        }

        /// All that the filter finds.
        ///
        /// @param total how many those were when a person chose them
        record Found(ConnectionFilter filter, int total) implements Selection {}
    }

    /// Each chosen connection is in one of the two.
    public record Outcome(List<ConnectionId> done, List<Refused> refused) {
        public Outcome {
            done = List.copyOf(done);
            refused = List.copyOf(refused);
        }
    }

    /// @param name empty: it is gone
    public record Refused(ConnectionId id, String name, Failure why) {}

    private final UnitOfWork unitOfWork;
    private final ConnectionRepository connections;
    private final ConnectionReadings readings;
    private final RunsOfConnections runs;
    private final Labelling labelling;
    private final AuditTrail trail;
    private final AskedFor askedFor;

    ChangeConnections(
            UnitOfWork unitOfWork,
            ConnectionRepository connections,
            ConnectionReadings readings,
            RunsOfConnections runs,
            Labelling labelling,
            AuditTrail trail,
            AskedFor askedFor) {
        this.unitOfWork = unitOfWork;
        this.connections = connections;
        this.readings = readings;
        this.runs = runs;
        this.labelling = labelling;
        this.trail = trail;
        this.askedFor = askedFor;
    }

    /// Fails with [SelectionChanged].
    public Uni<Outcome> handle(Command command) {
        return Uni.createFrom()
                .deferred(
                        () -> {
                            command.actor().require(Permission.CONNECTIONS_WRITE);
                            return chosen(command);
                        })
                .chain(
                        ids ->
                                ids.isEmpty()
                                        ? Uni.createFrom().item(new Outcome(List.of(), List.of()))
                                        : unitOfWork.run(() -> change(command, ids)));
    }

    private Uni<List<ConnectionId>> chosen(Command command) {
        return switch (command.selection()) {
            case Selection.Named(List<ConnectionId> ids) -> {
                if (ids.isEmpty() || ids.size() > MOST_IDS) {
                    throw RequestInvalid.at(
                            "/ids",
                            ids.isEmpty() ? "required" : "too-many",
                            "Choose 1 to %d connections.".formatted(MOST_IDS));
                }
                yield Uni.createFrom().item(ids);
            }
            case Selection.Found(ConnectionFilter filter, int total) -> {
                if (total > MOST_FOUND) {
                    throw RequestInvalid.at(
                            "/total",
                            "too-many",
                            "At most %,d connections change at once. Narrow the filter."
                                    .formatted(MOST_FOUND));
                }
                yield askedFor.require(filter, "/filter")
                        .chain(() -> SeeConnections.by(command.actor(), readings))
                        .map(seen -> seen.ids(filter, MOST_FOUND + 1))
                        .invoke(
                                ids -> {
                                    if (ids.size() != total) {
                                        throw new SelectionChanged(total, ids.size());
                                    }
                                });
            }
        };
    }

    private Uni<Outcome> change(Command command, List<ConnectionId> ids) {
        return connections.hold(ids).chain(held -> change(command, ids, held));
    }

    private Uni<Outcome> change(
            Command command, List<ConnectionId> ids, Map<ConnectionId, Held> held) {
        Map<ConnectionId, Failure> reserved = new HashMap<>();
        Map<ConnectionId, String> names = new LinkedHashMap<>();
        held.forEach(
                (id, one) -> {
                    Optional<EditingReserved> refused = one.editRights().refusal(command.actor());
                    if (refused.isPresent()) {
                        reserved.put(id, refused.get());
                    } else {
                        names.put(id, one.name());
                    }
                });
        return carriedOut(command.action(), names, command.actor())
                .map(
                        hindered -> {
                            Map<ConnectionId, Failure> refused = new HashMap<>(reserved);
                            refused.putAll(hindered);
                            return outcome(ids, held, refused);
                        });
    }

    /// Answers those it could not be done to, and why.
    ///
    /// @param names of those that the actor may change
    private Uni<Map<ConnectionId, Failure>> carriedOut(
            Action action, Map<ConnectionId, String> names, Actor by) {
        return switch (action) {
            case Action.Turn(boolean on) -> turn(names, on, by);
            case Action.Delete() -> delete(names, by);
            case Action.Label(LabelChange.Adjust change) -> label(names, change, by);
        };
    }

    /// What was so before is done, but nothing to remember.
    private Uni<Map<ConnectionId, Failure>> turn(
            Map<ConnectionId, String> names, boolean on, Actor by) {
        return connections
                .turnAll(names.keySet(), on)
                .call(() -> on ? Uni.createFrom().voidItem() : runs.stopAll(names.keySet()))
                .chain(
                        turned ->
                                remember(
                                        turned,
                                        names,
                                        one -> AuditEvent.of(by, on ? TURNED_ON : TURNED_OFF, one)))
                .replaceWith(Map.of());
    }

    private Uni<Map<ConnectionId, Failure>> label(
            Map<ConnectionId, String> names, LabelChange.Adjust change, Actor by) {
        List<NamedObject> objects =
                names.entrySet().stream()
                        .map(one -> new NamedObject(one.getKey().ref(), one.getValue()))
                        .toList();
        return labelling
                .changeAll(objects, change, by)
                .map(
                        full ->
                                names.keySet().stream()
                                        .filter(id -> full.contains(id.ref()))
                                        .collect(Collectors.toSet()))
                .map(full -> each(full, Labelling::tooMany));
    }

    private Uni<Map<ConnectionId, Failure>> delete(Map<ConnectionId, String> names, Actor by) {
        return runs.running(names.keySet())
                .call(
                        running -> {
                            Set<ConnectionId> idle = new LinkedHashSet<>(names.keySet());
                            idle.removeAll(running);
                            return connections
                                    .deleteAll(idle)
                                    .chain(
                                            () ->
                                                    remember(
                                                            idle,
                                                            names,
                                                            one ->
                                                                    AuditEvent.of(
                                                                            by, DELETED, one)));
                        })
                .map(running -> each(running, ConnectionRunning::new));
    }

    private static Map<ConnectionId, Failure> each(
            Set<ConnectionId> hindered, Supplier<Failure> hindrance) {
        return hindered.stream()
                .collect(Collectors.toMap(Function.identity(), _ -> hindrance.get()));
    }

    private Uni<Void> remember(
            Collection<ConnectionId> changed,
            Map<ConnectionId, String> names,
            Function<Subject, AuditEvent> event) {
        return trail.recordAll(
                changed.stream()
                        .map(id -> Subject.of(id.ref(), names.getOrDefault(id, "")))
                        .map(event)
                        .toList());
    }

    private static Outcome outcome(
            List<ConnectionId> ids,
            Map<ConnectionId, Held> held,
            Map<ConnectionId, Failure> hindered) {
        List<ConnectionId> done = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        for (ConnectionId id : ids) {
            Held one = held.get(id);
            Failure why = hindered.get(id);
            if (one == null) {
                refused.add(new Refused(id, "", new ConnectionNotFound(id)));
            } else if (why != null) {
                refused.add(new Refused(id, one.name(), why));
            } else {
                done.add(id);
            }
        }
        return new Outcome(done, refused);
    }
}
