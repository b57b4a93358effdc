package io.connections.application.consent;

import io.connections.application.consent.port.ConsentTotals;
import io.connections.application.consent.port.ObjectiveRepository;
import io.connections.application.favorite.port.FavoriteRepository;
import io.connections.application.label.port.LabelRepository;
import io.connections.domain.access.Actor;
import io.connections.domain.audit.Subject;
import io.connections.domain.consent.Objective;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.kernel.ObjectKind;
import io.connections.domain.kernel.ObjectRef;
import io.connections.domain.label.Label;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds objectives, and joins them with what is known about them elsewhere. Inside a unit of work.
@Singleton
final class Objectives {
    private final ObjectiveRepository objectives;
    private final LabelRepository labels;
    private final FavoriteRepository favorites;
    private final ConsentTotals totals;

    Objectives(
            ObjectiveRepository objectives,
            LabelRepository labels,
            FavoriteRepository favorites,
            ConsentTotals totals) {
        this.objectives = objectives;
        this.labels = labels;
        this.favorites = favorites;
        this.totals = totals;
    }

    static ObjectRef ref(ObjectiveId id) {
        return new ObjectRef(ObjectKind.OBJECTIVE, id.value());
    }

    static Subject subject(Objective objective) {
        return Subject.of(ref(objective.id()), objective.name());
    }

    /// Fails with [ObjectiveNotFound], also where no objective can be named so.
    Uni<SavedObjective> get(String id) {
        return ObjectiveId.of(id)
                .map(
                        wanted ->
                                objectives
                                        .find(wanted)
                                        .map(
                                                found ->
                                                        found.orElseThrow(
                                                                () -> new ObjectiveNotFound(id))))
                .orElseGet(() -> Uni.createFrom().failure(new ObjectiveNotFound(id)));
    }

    Uni<ObjectiveView> view(SavedObjective saved, Actor actor) {
        return views(List.of(saved), actor).map(List::getFirst);
    }

    Uni<List<ObjectiveView>> views(List<SavedObjective> all, Actor actor) {
        List<ObjectRef> refs = all.stream().map(one -> ref(one.id())).toList();
        return labels.of(refs)
                .chain(
                        labelled ->
                                favorites
                                        .among(actor.id(), refs)
                                        .chain(
                                                starred ->
                                                        totals.all()
                                                                .map(
                                                                        counted ->
                                                                                views(
                                                                                        all,
                                                                                        labelled,
                                                                                        starred,
                                                                                        counted))));
    }

    private static List<ObjectiveView> views(
            List<SavedObjective> all,
            Map<ObjectRef, List<Label>> labels,
            Set<ObjectRef> starred,
            ConsentTotals.Totals totals) {
        List<ObjectiveView> views = new ArrayList<>(all.size());
        for (SavedObjective one : all) {
            ObjectRef ref = ref(one.id());
            views.add(
                    new ObjectiveView(
                            one,
                            labels.getOrDefault(ref, List.of()),
                            starred.contains(ref),
                            ConsentShares.of(one.id(), totals)));
        }
        return views;
    }
}
