package io.connections.application.consent.port;

import io.connections.application.consent.SavedObjective;
import io.connections.application.consent.ShownText;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.kernel.Version;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Objectives, and every text that visitors were ever shown of them. Called inside a
/// [io.connections.application.kernel.port.UnitOfWork].
public interface ObjectiveRepository {
    /// By name.
    Uni<List<SavedObjective>> all();

    Uni<Optional<SavedObjective>> find(ObjectiveId id);

    /// As [#find], for whoever is about to delete it: whoever has [held][#hold] it is waited for,
    /// and nobody else holds it until the unit of work ends.
    Uni<Optional<SavedObjective>> findToDelete(ObjectiveId id);

    /// Those of them that there are, for whoever is about to link something to them: none is
    /// deleted until the unit of work ends. Those who do so do not wait for one another.
    Uni<Set<ObjectiveId>> hold(Collection<ObjectiveId> ids);

    /// Answers who has the id already, and writes nothing then: an objective that there is, or one
    /// that is deleted, of an id that differs in case at most. Empty: it is kept.
    Uni<Optional<TakenId>> insert(SavedObjective objective);

    /// `false`, and nothing written, when `from` is no longer the newest version, or the objective
    /// is gone.
    Uni<Boolean> update(SavedObjective objective, Version from);

    /// Nobody finds it any more, but its id stays taken and its texts stay: they say what people
    /// consented to. `false` when it was gone already.
    Uni<Boolean> delete(ObjectiveId id, Instant at, String by);

    /// The newest first, also of an objective that is deleted.
    Uni<List<ShownText>> texts(ObjectiveId id);

    /// Whose the id is, or was.
    ///
    /// @param name of the objective, or what it was when it was deleted
    record TakenId(ObjectiveId id, String name, boolean deleted) {}
}
