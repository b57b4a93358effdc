package io.connections.application.label.port;

import io.connections.application.kernel.Cursor;
import io.connections.application.kernel.NamedObject;
import io.connections.application.kernel.Page;
import io.connections.application.kernel.PageRequest;
import io.connections.application.kernel.RequestInvalid;
import io.connections.application.kernel.port.InMemoryKnownObjects;
import io.connections.application.kernel.port.InMemoryUnitOfWork;
import io.connections.application.label.LabelNameTaken;
import io.connections.application.label.LabelNotFound;
import io.connections.application.label.UsedLabel;
import io.connections.domain.kernel.ObjectKind;
import io.connections.domain.kernel.ObjectRef;
import io.connections.domain.label.Label;
import io.connections.domain.label.LabelId;
import io.connections.domain.label.LabelName;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

public final class InMemoryLabelRepository implements LabelRepository, InMemoryUnitOfWork.Store {
    private record Use(ObjectRef object, LabelId label) {}

    private final InMemoryKnownObjects known;
    private final Map<LabelId, Label> labels = new LinkedHashMap<>();
    private final Set<Use> uses = new HashSet<>();

    public InMemoryLabelRepository(InMemoryKnownObjects known) {
        this.known = known;
    }

    @Override
    public Uni<Optional<UsedLabel>> find(LabelId id) {
        return Uni.createFrom().item(() -> Optional.ofNullable(labels.get(id)).map(this::used));
    }

    @Override
    public Uni<Page<UsedLabel>> list(String search, PageRequest page) {
        return Uni.createFrom()
                .item(
                        () ->
                                after(
                                        labels.values().stream()
                                                .filter(
                                                        label ->
                                                                label.name()
                                                                        .key()
                                                                        .contains(
                                                                                LabelName.key(
                                                                                        search)))
                                                .map(this::used)
                                                .sorted(
                                                        Comparator.comparingLong(UsedLabel::uses)
                                                                .reversed()
                                                                .thenComparing(
                                                                        used ->
                                                                                used.label()
                                                                                        .name()
                                                                                        .key()))
                                                .toList(),
                                        used ->
                                                Cursor.of(
                                                        Long.toString(used.uses()),
                                                        used.label().name().key()),
                                        page));
    }

    @Override
    public Uni<Void> add(Label label) {
        return Uni.createFrom()
                .voidItem()
                .invoke(
                        () -> {
                            byName(label.name())
                                    .ifPresent(
                                            taken -> {
                                                throw new LabelNameTaken(taken);
                                            });
                            labels.put(label.id(), label);
                        });
    }

    @Override
    public Uni<List<Label>> findOrAdd(List<Label> wanted) {
        return Uni.createFrom()
                .item(
                        () ->
                                wanted.stream()
                                        .map(
                                                label ->
                                                        byName(label.name())
                                                                .orElseGet(
                                                                        () -> {
                                                                            labels.put(
                                                                                    label.id(),
                                                                                    label);
                                                                            return label;
                                                                        }))
                                        .toList());
    }

    @Override
    public Uni<Void> rename(LabelId id, LabelName name) {
        return Uni.createFrom()
                .voidItem()
                .invoke(
                        () -> {
                            Label label = present(id);
                            byName(name)
                                    .filter(other -> !other.id().equals(id))
                                    .ifPresent(
                                            taken -> {
                                                throw new LabelNameTaken(taken);
                                            });
                            labels.put(id, label.rename(name));
                        });
    }

    @Override
    public Uni<Long> merge(LabelId from, LabelId into) {
        return Uni.createFrom()
                .item(
                        () -> {
                            present(into);
                            long had = used(present(from)).uses();
                            Set<Use> moved =
                                    uses.stream()
                                            .filter(use -> use.label().equals(from))
                                            .map(use -> new Use(use.object(), into))
                                            .collect(Collectors.toSet());
                            uses.addAll(moved);
                            remove(from);
                            return had;
                        });
    }

    @Override
    public Uni<Long> delete(LabelId id) {
        return Uni.createFrom()
                .item(
                        () -> {
                            long had = used(present(id)).uses();
                            remove(id);
                            return had;
                        });
    }

    private void remove(LabelId id) {
        labels.remove(id);
        uses.removeIf(use -> use.label().equals(id));
    }

    @Override
    public Uni<Map<ObjectRef, List<Label>>> of(Collection<ObjectRef> objects) {
        return Uni.createFrom()
                .item(
                        () ->
                                uses.stream()
                                        .filter(use -> objects.contains(use.object()))
                                        .filter(use -> known.find(use.object()).isPresent())
                                        .sorted(
                                                Comparator.comparing(
                                                        use -> present(use.label()).name().key()))
                                        .collect(
                                                Collectors.groupingBy(
                                                        Use::object,
                                                        Collectors.mapping(
                                                                use -> present(use.label()),
                                                                Collectors.toList()))));
    }

    @Override
    public Uni<Void> put(Collection<ObjectRef> objects, Collection<LabelId> wanted) {
        return Uni.createFrom()
                .voidItem()
                .invoke(
                        () ->
                                wanted.forEach(
                                        label ->
                                                objects.forEach(
                                                        object ->
                                                                uses.add(
                                                                        new Use(
                                                                                object,
                                                                                present(label)
                                                                                        .id())))));
    }

    @Override
    public Uni<Void> take(Collection<ObjectRef> objects, Collection<LabelId> unwanted) {
        return Uni.createFrom()
                .voidItem()
                .invoke(
                        () ->
                                uses.removeIf(
                                        use ->
                                                objects.contains(use.object())
                                                        && unwanted.contains(use.label())));
    }

    @Override
    public Uni<Page<NamedObject>> objects(LabelId id, Set<ObjectKind> kinds, PageRequest page) {
        return Uni.createFrom()
                .item(
                        () ->
                                byName(
                                        uses.stream()
                                                .filter(use -> use.label().equals(id))
                                                .flatMap(use -> known.find(use.object()).stream()),
                                        kinds,
                                        page));
    }

    /// A page of things of these kinds, by name.
    public static Page<NamedObject> byName(
            Stream<NamedObject> objects, Set<ObjectKind> kinds, PageRequest page) {
        return after(
                objects.filter(object -> kinds.contains(object.ref().kind()))
                        .sorted(
                                Comparator.comparing(
                                                (NamedObject object) ->
                                                        object.name().toLowerCase(Locale.ROOT))
                                        .thenComparing(object -> object.ref().kind().name())
                                        .thenComparing(object -> object.ref().id()))
                        .toList(),
                object -> Cursor.of(object.name(), object.ref().kind().name(), object.ref().id()),
                page);
    }

    private static <T> Page<T> after(
            List<T> sorted, Function<T, Cursor> cursorOf, PageRequest page) {
        List<T> rest =
                page.after()
                        .map(
                                cursor -> {
                                    int seen =
                                            sorted.stream().map(cursorOf).toList().indexOf(cursor);
                                    if (seen < 0) {
                                        throw RequestInvalid.cursor();
                                    }
                                    return sorted.subList(seen + 1, sorted.size());
                                })
                        .orElse(sorted);
        return Page.of(
                rest.subList(0, Math.min(rest.size(), page.limit() + 1)), page.limit(), cursorOf);
    }

    private Optional<Label> byName(LabelName name) {
        return labels.values().stream()
                .filter(label -> label.name().key().equals(name.key()))
                .findFirst();
    }

    private Label present(LabelId id) {
        if (!labels.containsKey(id)) {
            throw new LabelNotFound();
        }
        return Objects.requireNonNull(labels.get(id));
    }

    private UsedLabel used(Label label) {
        return new UsedLabel(
                label,
                uses.stream()
                        .filter(use -> use.label().equals(label.id()))
                        .filter(use -> known.find(use.object()).isPresent())
                        .count());
    }

    @Override
    public Runnable remember() {
        Map<LabelId, Label> labelsBefore = new LinkedHashMap<>(labels);
        Set<Use> usesBefore = Set.copyOf(uses);
        return () -> {
            labels.clear();
            labels.putAll(labelsBefore);
            uses.clear();
            uses.addAll(usesBefore);
        };
    }
}
