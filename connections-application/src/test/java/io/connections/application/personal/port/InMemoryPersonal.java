package io.connections.application.personal.port;

import io.connections.application.kernel.port.InMemoryUnitOfWork;
import io.connections.application.personal.ViewNotFound;
import io.connections.domain.personal.Preference;
import io.connections.domain.personal.SavedView;
import io.connections.domain.personal.ViewId;
import io.smallrye.mutiny.Uni;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Views and preferences of everybody.
public final class InMemoryPersonal
        implements SavedViewRepository, PreferenceRepository, InMemoryUnitOfWork.Store {
    private record Owned(String user, ViewId id) {}

    private record Kept(String user, String key) {}

    private final Map<Owned, SavedView> views = new HashMap<>();
    private final Map<Kept, Preference> preferences = new HashMap<>();

    @Override
    public Uni<List<SavedView>> list(String user, String list) {
        return Uni.createFrom()
                .item(
                        () ->
                                views.entrySet().stream()
                                        .filter(one -> one.getKey().user().equals(user))
                                        .map(Map.Entry::getValue)
                                        .filter(view -> view.list().equals(list))
                                        .sorted(Comparator.comparing(SavedView::key))
                                        .toList());
    }

    @Override
    public Uni<Boolean> add(String user, SavedView view) {
        return save(user, view);
    }

    @Override
    public Uni<SavedView> get(String user, ViewId id) {
        return Uni.createFrom()
                .item(
                        () ->
                                Optional.ofNullable(views.get(new Owned(user, id)))
                                        .orElseThrow(ViewNotFound::new));
    }

    @Override
    public Uni<Boolean> save(String user, SavedView view) {
        return list(user, view.list())
                .map(
                        all ->
                                all.stream()
                                        .filter(other -> !other.id().equals(view.id()))
                                        .noneMatch(other -> other.key().equals(view.key())))
                .invoke(
                        free -> {
                            if (free) {
                                views.put(new Owned(user, view.id()), view);
                            }
                        });
    }

    @Override
    public Uni<Void> delete(String user, ViewId id) {
        return Uni.createFrom().voidItem().invoke(() -> views.remove(new Owned(user, id)));
    }

    @Override
    public Uni<Preference> get(String user, String key) {
        return Uni.createFrom()
                .item(
                        () ->
                                preferences.getOrDefault(
                                        new Kept(user, key), new Preference(key, List.of())));
    }

    @Override
    public Uni<Void> put(String user, Preference preference) {
        return Uni.createFrom()
                .voidItem()
                .invoke(() -> preferences.put(new Kept(user, preference.key()), preference));
    }

    @Override
    public Uni<Integer> count(String user) {
        return Uni.createFrom()
                .item(
                        () ->
                                (int)
                                        preferences.keySet().stream()
                                                .filter(kept -> kept.user().equals(user))
                                                .count());
    }

    @Override
    public Runnable remember() {
        Map<Owned, SavedView> viewsBefore = Map.copyOf(views);
        Map<Kept, Preference> preferencesBefore = Map.copyOf(preferences);
        return () -> {
            views.clear();
            views.putAll(viewsBefore);
            preferences.clear();
            preferences.putAll(preferencesBefore);
        };
    }
}
