package io.connections.application.consent.port;

import io.connections.application.connection.port.InMemoryConnectionRepository;
import io.connections.application.consent.LinkedConnection;
import io.connections.application.consent.ObjectiveInUse.Use;
import io.connections.application.kernel.Cursor;
import io.connections.application.kernel.Page;
import io.connections.application.kernel.PageRequest;
import io.connections.application.kernel.RequestInvalid;
import io.connections.domain.connection.Connection;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.goal.ConsentMeaning;
import io.connections.domain.goal.ImportGoal;
import io.smallrye.mutiny.Uni;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Looks at connections in memory.
public final class InMemoryObjectiveUses implements ObjectiveUses {
    private static final Comparator<Connection> BY_NAME =
            Comparator.<Connection, String>comparing(one -> one.name().toLowerCase(Locale.ROOT))
                    .thenComparing(one -> one.id().value().toString());

    private final InMemoryConnectionRepository connections;

    public InMemoryObjectiveUses(InMemoryConnectionRepository connections) {
        this.connections = connections;
    }

    @Override
    public Uni<Page<LinkedConnection>> linked(ObjectiveId id, PageRequest page) {
        return Uni.createFrom()
                .item(
                        () -> {
                            page.after().ifPresent(InMemoryObjectiveUses::requireOwn);
                            List<Connection> found =
                                    connections.all().stream()
                                            .filter(one -> one.objectives().contains(id))
                                            .sorted(BY_NAME)
                                            .dropWhile(
                                                    one ->
                                                            page.after()
                                                                    .filter(
                                                                            after ->
                                                                                    !isAfter(
                                                                                            one,
                                                                                            after))
                                                                    .isPresent())
                                            .limit(page.limit() + 1L)
                                            .toList();
                            return Page.of(found, page.limit(), InMemoryObjectiveUses::place)
                                    .map(
                                            one ->
                                                    new LinkedConnection(
                                                            one.id(),
                                                            one.name(),
                                                            one.on(),
                                                            one.editRights()));
                        });
    }

    private static void requireOwn(Cursor cursor) {
        if (cursor.key().size() != 2) {
            throw RequestInvalid.cursor();
        }
    }

    private static boolean isAfter(Connection one, Cursor cursor) {
        int byName =
                one.name()
                        .toLowerCase(Locale.ROOT)
                        .compareTo(cursor.key().getFirst().toLowerCase(Locale.ROOT));
        return byName > 0
                || (byName == 0
                        && one.id().value().toString().compareTo(cursor.key().getLast()) > 0);
    }

    private static Cursor place(Connection one) {
        return Cursor.of(one.name(), one.id().value().toString());
    }

    @Override
    public Uni<Uses> of(ObjectiveId id) {
        return Uni.createFrom()
                .item(
                        () -> {
                            List<Use> all =
                                    connections.all().stream()
                                            .filter(one -> uses(one, id))
                                            .sorted(BY_NAME)
                                            .map(one -> new Use(one.id().value(), one.name()))
                                            .toList();
                            return new Uses(all.stream().limit(Uses.MOST).toList(), all.size());
                        });
    }

    private static boolean uses(Connection one, ObjectiveId id) {
        return one.objectives().contains(id)
                || one.goals().stream()
                        .flatMap(goal -> goal instanceof ImportGoal g ? g.consent().stream() : null)
                        .anyMatch(row -> row.meaning().equals(new ConsentMeaning.AnswerTo(id)));
    }
}
