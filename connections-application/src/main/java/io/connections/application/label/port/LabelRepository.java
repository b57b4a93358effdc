package io.connections.application.label.port;

import io.connections.application.kernel.NamedObject;
import io.connections.application.kernel.Page;
import io.connections.application.kernel.PageRequest;
import io.connections.application.label.LabelNotFound;
import io.connections.application.label.UsedLabel;
import io.connections.domain.kernel.ObjectKind;
import io.connections.domain.kernel.ObjectRef;
import io.connections.domain.label.Label;
import io.connections.domain.label.LabelId;
import io.connections.domain.label.LabelName;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Labels and what has them. What is deleted loses its labels with that. Called inside a
/// [io.connections.application.kernel.port.UnitOfWork].
public interface LabelRepository {
    Uni<Optional<UsedLabel>> find(LabelId id);

    /// Fails with [LabelNotFound] where [#find] finds nothing.
    default Uni<UsedLabel> get(LabelId id) {
        return find(id).map(found -> found.orElseThrow(LabelNotFound::new));
    }

    /// Most used first, then by name.
    ///
    /// @param search part of the name, upper and lower case alike; empty finds all
    Uni<Page<UsedLabel>> list(String search, PageRequest page);

    /// Fails with [LabelNameTaken].
    Uni<Void> add(Label label);

    /// Of each name the label that has it, or else the one given, made now; in the order given.
    /// None of them is deleted, merged or renamed before the unit of work ends: of two people who
    /// use and delete a label at once, one waits, and then makes it anew.
    ///
    /// @param labels of different names
    Uni<List<Label>> findOrAdd(List<Label> labels);

    /// Fails with [LabelNameTaken] when another label has the name, with [LabelNotFound] when this
    /// one is gone.
    Uni<Void> rename(LabelId id, LabelName name);

    /// What has the one gets the other instead, and the one is gone; answers how many objects had
    /// it. Fails with [LabelNotFound] when either is gone.
    Uni<Long> merge(LabelId from, LabelId into);

    /// Answers how many objects lose it. Fails with [LabelNotFound].
    Uni<Long> delete(LabelId id);

    /// The labels of each that has any, by name; one look-up for all.
    Uni<Map<ObjectRef, List<Label>>> of(Collection<ObjectRef> objects);

    /// Each label on each object, in one statement; what an object has already stays as it is.
    ///
    /// @param labels held since [#findOrAdd]
    Uni<Void> put(Collection<ObjectRef> objects, Collection<LabelId> labels);

    /// Each label off each object, in one statement; what an object has not is no matter.
    Uni<Void> take(Collection<ObjectRef> objects, Collection<LabelId> labels);

    /// What has the label, by name.
    ///
    /// @param kinds of no other kinds
    Uni<Page<NamedObject>> objects(LabelId id, Set<ObjectKind> kinds, PageRequest page);
}
