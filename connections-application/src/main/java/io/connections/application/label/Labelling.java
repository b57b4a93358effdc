package io.connections.application.label;

import io.connections.application.audit.port.AuditTrail;
import io.connections.application.kernel.NamedObject;
import io.connections.application.kernel.RequestInvalid;
import io.connections.application.kernel.port.Ids;
import io.connections.application.label.port.LabelRepository;
import io.connections.domain.access.Actor;
import io.connections.domain.audit.Action;
import io.connections.domain.audit.AuditEvent;
import io.connections.domain.audit.Change;
import io.connections.domain.audit.Subject;
import io.connections.domain.kernel.Failure;
import io.connections.domain.kernel.ObjectRef;
import io.connections.domain.kernel.Violation;
import io.connections.domain.label.Label;
import io.connections.domain.label.LabelId;
import io.connections.domain.label.LabelName;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Changes the labels of an object of any kind, for the use case that knows who may. Labels that
/// are new are made by being used.
@Singleton
public final class Labelling {
    /// How many one object can have.
    public static final int MOST = 20;

    private final LabelRepository labels;
    private final AuditTrail trail;
    private final Ids ids;
    private final InstantSource clock;

    public Labelling(LabelRepository labels, AuditTrail trail, Ids ids, InstantSource clock) {
        this.labels = labels;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    /// Which names to put on, and which labels to take off.
    private record Plan(String pointer, Map<String, LabelName> on, Predicate<Label> off) {
        /// How many labels an object has afterwards.
        int after(List<Label> before) {
            Set<String> had = keys(before);
            long more = on.keySet().stream().filter(key -> !had.contains(key)).count();
            long fewer = before.stream().filter(off).count();
            return Math.toIntExact(before.size() + more - fewer);
        }
    }

    /// Answers what the object has afterwards, by name. Fails with [RequestInvalid].
    ///
    /// @param object held until the end of this unit of work, by
    ///     [io.connections.application.kernel.port.KnownObjects]: whoever else labels it waits
    public Uni<List<Label>> change(NamedObject object, LabelChange change, Actor actor) {
        Plan plan = plan(change);
        return of(object.ref()).chain(before -> carryOut(plan, before, object, actor));
    }

    private Uni<List<Label>> carryOut(
            Plan plan, List<Label> before, NamedObject object, Actor actor) {
        requireFewEnough(plan, before);
        return carryOut(plan, Map.of(object, before), actor).chain(() -> of(object.ref()));
    }

    /// As [#change] for many at once, in a few statements however many there are. Answers those
    /// that would have too many labels: they stay as they are.
    ///
    /// @param objects each held until the end of this unit of work
    public Uni<Set<ObjectRef>> changeAll(
            Collection<NamedObject> objects, LabelChange change, Actor actor) {
        Plan plan = plan(change);
        return labels.of(objects.stream().map(NamedObject::ref).toList())
                .chain(before -> changeAll(plan, objects, before, actor));
    }

    private Uni<Set<ObjectRef>> changeAll(
            Plan plan,
            Collection<NamedObject> objects,
            Map<ObjectRef, List<Label>> labelsBefore,
            Actor actor) {
        Map<NamedObject, List<Label>> accepted = new LinkedHashMap<>();
        Set<ObjectRef> refused = new HashSet<>();
        for (NamedObject object : objects) {
            List<Label> before = labelsBefore.getOrDefault(object.ref(), List.of());
            if (plan.after(before) > MOST) {
                refused.add(object.ref());
            } else {
                accepted.put(object, before);
            }
        }
        return carryOut(plan, accepted, actor).replaceWith(refused);
    }

    private Uni<Void> carryOut(Plan plan, Map<NamedObject, List<Label>> before, Actor actor) {
        List<Label> wanted =
                plan.on().entrySet().stream()
                        .filter(
                                one ->
                                        before.values().stream()
                                                .anyMatch(had -> !keys(had).contains(one.getKey())))
                        .map(one -> made(one.getValue(), actor))
                        .toList();
        Set<Label> unwanted =
                before.values().stream()
                        .flatMap(List::stream)
                        .filter(plan.off())
                        .collect(Collectors.toSet());
        List<ObjectRef> refs = before.keySet().stream().map(NamedObject::ref).toList();
        return labels.findOrAdd(wanted)
                .call(on -> labels.put(refs, idsOf(on)))
                .call(() -> labels.take(refs, idsOf(unwanted)))
                .chain(on -> trail.recordAll(events(plan, before, on, actor)));
    }

    /// Of what changed, each object by itself.
    private static List<AuditEvent> events(
            Plan plan, Map<NamedObject, List<Label>> before, List<Label> on, Actor actor) {
        List<AuditEvent> events = new ArrayList<>();
        before.forEach(
                (object, had) -> {
                    Set<String> keys = keys(had);
                    List<Label> put =
                            on.stream()
                                    .filter(label -> !keys.contains(label.name().key()))
                                    .toList();
                    List<Label> taken = had.stream().filter(plan.off()).toList();
                    event(Action.LABELLED, object, put, actor).ifPresent(events::add);
                    event(Action.UNLABELLED, object, taken, actor).ifPresent(events::add);
                });
        return events;
    }

    private Label made(LabelName name, Actor actor) {
        return new Label(new LabelId(ids.next()), name, clock.instant(), actor.name());
    }

    private Uni<List<Label>> of(ObjectRef object) {
        return labels.of(List.of(object)).map(found -> found.getOrDefault(object, List.of()));
    }

    private static Optional<AuditEvent> event(
            Action action, NamedObject object, List<Label> which, Actor actor) {
        if (which.isEmpty()) {
            return Optional.empty();
        }
        boolean on = action == Action.LABELLED;
        Change[] changes =
                which.stream()
                        .map(label -> label.name().value())
                        .map(name -> Change.of("Label", on ? "" : name, on ? name : ""))
                        .toArray(Change[]::new);
        return Optional.of(
                AuditEvent.of(actor, action, Subject.of(object.ref(), object.name()), changes));
    }

    private static Plan plan(LabelChange change) {
        List<Violation> violations = new ArrayList<>();
        Plan plan =
                switch (change) {
                    case LabelChange.Replace(List<String> texts) -> {
                        Map<String, LabelName> names = names("/names", texts, violations);
                        yield new Plan(
                                "/names", names, label -> !names.containsKey(label.name().key()));
                    }
                    case LabelChange.Adjust(List<String> add, List<String> remove) -> {
                        Set<String> gone =
                                remove.stream().map(LabelName::key).collect(Collectors.toSet());
                        yield new Plan(
                                "/add",
                                names("/add", add, violations),
                                label -> gone.contains(label.name().key()));
                    }
                };
        if (!violations.isEmpty()) {
            throw new RequestInvalid(violations);
        }
        return plan;
    }

    /// By key: a name that stands there twice counts once.
    private static Map<String, LabelName> names(
            String pointer, List<String> texts, List<Violation> violations) {
        Map<String, LabelName> names = new LinkedHashMap<>();
        for (int i = 0; i < texts.size() && violations.size() < MOST; i++) {
            String text = texts.get(i);
            LabelName.violation(pointer + "/" + i, text)
                    .ifPresentOrElse(
                            violations::add,
                            () -> {
                                LabelName name = LabelName.of(text);
                                names.putIfAbsent(name.key(), name);
                            });
        }
        return names;
    }

    /// Why an object of [#changeAll] stays as it is.
    public static Failure tooMany() {
        return RequestInvalid.at(
                "/add", "too-many", "It would have more than %d labels.".formatted(MOST));
    }

    private static void requireFewEnough(Plan plan, List<Label> before) {
        int count = plan.after(before);
        if (count > MOST) {
            throw RequestInvalid.at(
                    plan.pointer(),
                    "too-many",
                    "One object has at most %d labels; these would be %d.".formatted(MOST, count));
        }
    }

    private static Set<String> keys(Collection<Label> labels) {
        return labels.stream().map(label -> label.name().key()).collect(Collectors.toSet());
    }

    private static List<LabelId> idsOf(Collection<Label> labels) {
        return labels.stream().map(Label::id).toList();
    }
}
