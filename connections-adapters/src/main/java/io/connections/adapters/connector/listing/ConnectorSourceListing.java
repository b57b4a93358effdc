package io.connections.adapters.connector.listing;

import io.connections.application.catalog.port.ConnectionTypes;
import io.connections.application.connection.port.Access;
import io.connections.application.connection.port.Connector;
import io.connections.application.connection.port.ConnectorFailed;
import io.connections.application.connection.port.Connectors;
import io.connections.application.connection.port.SecretVault;
import io.connections.application.kernel.port.OutsideCalls;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.application.run.port.RecordSource;
import io.connections.application.run.port.RecordSources;
import io.connections.application.run.request.SourceFile;
import io.connections.application.run.request.port.SourceListing;
import io.connections.domain.catalog.ConnectionType;
import io.connections.domain.catalog.Target;
import io.connections.domain.connection.Connection;
import io.connections.domain.goal.ImportGoal;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Lists as a run would: by the goal's own source.
@Singleton
final class ConnectorSourceListing implements SourceListing {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final UnitOfWork unitOfWork;
    private final ConnectionTypes types;
    private final Connectors connectors;
    private final SecretVault vault;
    private final RecordSources sources;
    private final OutsideCalls calls;

    ConnectorSourceListing(
            UnitOfWork unitOfWork,
            ConnectionTypes types,
            Connectors connectors,
            SecretVault vault,
            RecordSources sources,
            OutsideCalls calls) {
        this.unitOfWork = unitOfWork;
        this.types = types;
        this.connectors = connectors;
        this.vault = vault;
        this.sources = sources;
        this.calls = calls;
    }

    @Override
    public Uni<List<SourceFile>> toRead(Connection connection, ImportGoal goal) {
        Optional<ConnectionType> type = types.find(connection.type());
        Optional<Connector.Files> connector =
                type.map(ConnectionType::connector)
                        .flatMap(connectors::find)
                        .filter(Connector.Files.class::isInstance)
                        .map(Connector.Files.class::cast);
        if (connector.isEmpty()) {
            return Uni.createFrom()
                    .failure(new IllegalStateException("no connector for " + connection.type()));
        }
        Target target = type.orElseThrow().form().target(connection.setup());
        return unitOfWork
                .run(() -> vault.reveal(connection.id(), target))
                .chain(
                        secrets ->
                                calls.call(
                                        () ->
                                                list(
                                                        connector.orElseThrow(),
                                                        new Access(connection.setup(), secrets),
                                                        goal),
                                        LIMIT));
    }

    private List<SourceFile> list(Connector.Files connector, Access access, ImportGoal goal)
            throws ConnectorFailed {
        try (RecordSource source = sources.files(connector, access, goal.source())) {
            return source.parts().stream()
                    .map(part -> new SourceFile(part.path(), part.size(), part.modified()))
                    .toList();
        }
    }
}
