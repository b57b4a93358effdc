package io.connections.application.connection;

import io.connections.application.catalog.port.ConnectionTypes;
import io.connections.application.connection.port.ConnectionRepository;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.domain.connection.Connection;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/// Finds out in the background whether connections are complete, where nobody did so at once: after
/// the start, because the files of types may have changed, and after changes of properties.
@Singleton
public final class ConnectionJudge {
    private static final int AT_ONCE = 200;

    private final UnitOfWork unitOfWork;
    private final ConnectionRepository connections;
    private final ConnectionTypes types;
    private final ConnectionViews views;

    public ConnectionJudge(
            UnitOfWork unitOfWork,
            ConnectionRepository connections,
            ConnectionTypes types,
            ConnectionViews views) {
        this.unitOfWork = unitOfWork;
        this.connections = connections;
        this.types = types;
        this.views = views;
    }

    public Uni<Void> doubtAll() {
        return unitOfWork.run(connections::doubtAll);
    }

    /// Until nothing is left to judge.
    public Uni<Void> judge() {
        return some().chain(more -> more ? judge() : Uni.createFrom().voidItem());
    }

    private Uni<Boolean> some() {
        return unitOfWork.run(
                () ->
                        connections
                                .unjudged(AT_ONCE)
                                .call(found -> views.judge(ofKnownTypes(found)))
                                .map(found -> found.size() == AT_ONCE));
    }

    /// A connection whose type's file is gone stays as it was last judged.
    private List<Connection> ofKnownTypes(List<Connection> found) {
        return found.stream()
                .filter(connection -> types.find(connection.type()).isPresent())
                .toList();
    }
}
