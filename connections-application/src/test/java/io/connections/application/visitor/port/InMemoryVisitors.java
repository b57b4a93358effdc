package io.connections.application.visitor.port;

import io.connections.application.kernel.port.InMemoryUnitOfWork;
import io.connections.application.profile.port.ProfileSearch;
import io.connections.application.visitor.VisitorStatement;
import io.connections.domain.consent.ConsentStatement;
import io.connections.domain.profile.Identifier;
import io.connections.domain.profile.ProfileId;
import io.connections.domain.visitor.Identity;
import io.connections.domain.visitor.Visitor;
import io.connections.domain.visitor.VisitorId;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

public final class InMemoryVisitors implements VisitorRepository, InMemoryUnitOfWork.Store {
    private final ProfileSearch profiles;
    private final Map<VisitorId, Visitor> visitors = new HashMap<>();
    private final List<VisitorStatement> statements = new ArrayList<>();
    private final Set<VisitorId> unwritable = new HashSet<>();

    public InMemoryVisitors(ProfileSearch profiles) {
        this.profiles = profiles;
    }

    /// From now on nothing can be written of this one.
    public void refuse(VisitorId visitor) {
        unwritable.add(visitor);
    }

    @Override
    public Uni<Map<VisitorId, Visitor>> find(Collection<VisitorId> ids) {
        return Uni.createFrom()
                .item(
                        () -> {
                            Map<VisitorId, Visitor> found = new HashMap<>(visitors);
                            found.keySet().retainAll(ids);
                            return found;
                        });
    }

    @Override
    public Uni<Void> save(Collection<Visitor> saved) {
        return Uni.createFrom()
                .voidItem()
                .invoke(
                        () ->
                                saved.forEach(
                                        each -> {
                                            if (unwritable.contains(each.id())) {
                                                throw new IllegalStateException("cannot be");
                                            }
                                            visitors.put(each.id(), each);
                                        }));
    }

    @Override
    public Uni<Void> keep(Collection<VisitorStatement> kept) {
        return Uni.createFrom()
                .voidItem()
                .invoke(() -> kept.stream().filter(this::isNew).forEach(statements::add));
    }

    private boolean isNew(VisitorStatement one) {
        return statements.stream()
                .noneMatch(
                        known ->
                                known.visitor().equals(one.visitor())
                                        && known.statement()
                                                .objective()
                                                .equals(one.statement().objective())
                                        && known.statement().at().equals(one.statement().at())
                                        && known.statement().answer() == one.statement().answer());
    }

    @Override
    public Uni<List<VisitorStatement>> statements(
            VisitorId visitor, Collection<ConsentStatement> of) {
        return statements(visitor)
                .map(
                        all ->
                                all.stream()
                                        .filter(
                                                each ->
                                                        of.stream()
                                                                .anyMatch(
                                                                        one -> isAbout(one, each)))
                                        .toList());
    }

    private static boolean isAbout(ConsentStatement one, VisitorStatement kept) {
        return one.objective().equals(kept.statement().objective())
                && one.repeats(kept.statement());
    }

    /// All.
    public Uni<List<VisitorStatement>> statements(VisitorId visitor) {
        return Uni.createFrom()
                .item(
                        () ->
                                statements.stream()
                                        .filter(each -> each.visitor().equals(visitor))
                                        .sorted(
                                                Comparator.comparing(
                                                                (VisitorStatement each) ->
                                                                        each.statement().at())
                                                        .reversed()
                                                        .thenComparing(
                                                                each ->
                                                                        each.statement()
                                                                                .objective()
                                                                                .value())
                                                        .thenComparing(
                                                                each -> each.statement().answer()))
                                        .toList());
    }

    @Override
    public Uni<Map<Identifier, Set<VisitorId>>> takenFor(Collection<Identifier> identifiers) {
        return Uni.createFrom()
                .item(
                        () -> {
                            Map<Identifier, Set<VisitorId>> found = new HashMap<>();
                            visitors.values()
                                    .forEach(
                                            visitor ->
                                                    visitor.identities().values().stream()
                                                            .map(Identity::identifier)
                                                            .filter(identifiers::contains)
                                                            .forEach(
                                                                    each ->
                                                                            found.computeIfAbsent(
                                                                                            each,
                                                                                            _ ->
                                                                                                    new HashSet<>())
                                                                                    .add(
                                                                                            visitor
                                                                                                    .id())));
                            return found;
                        });
    }

    @Override
    public Uni<Map<Identifier, ProfileId>> profiles(Collection<Identifier> identifiers) {
        return Uni.createFrom()
                .item(
                        () -> {
                            Map<Identifier, ProfileId> found = new HashMap<>();
                            identifiers.forEach(
                                    each ->
                                            profiles.withAnyOf(List.of(each))
                                                    .await()
                                                    .indefinitely()
                                                    .forEach(
                                                            profile ->
                                                                    found.put(each, profile.id())));
                            return found;
                        });
    }

    @Override
    public Runnable remember() {
        Map<VisitorId, Visitor> before = new HashMap<>(visitors);
        List<VisitorStatement> said = new ArrayList<>(statements);
        return () -> {
            visitors.clear();
            visitors.putAll(before);
            statements.clear();
            statements.addAll(said);
        };
    }
}
