package io.connections.application.run.request.port;

import io.connections.application.connection.port.Access;
import io.connections.application.connection.port.ConnectorFailed;
import io.connections.application.connection.port.FileStore;
import io.connections.application.connection.port.InMemoryFiles;
import io.connections.application.connection.port.SecretVault;
import io.connections.application.run.request.SourceFile;
import io.connections.domain.catalog.Target;
import io.connections.domain.connection.Connection;
import io.connections.domain.goal.ImportGoal;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;

/// Looks into files in memory, with the secrets of a vault.
public final class InMemorySourceListing implements SourceListing {
    private final InMemoryFiles files;
    private final SecretVault vault;

    public InMemorySourceListing(InMemoryFiles files, SecretVault vault) {
        this.files = files;
        this.vault = vault;
    }

    @Override
    public Uni<List<SourceFile>> toRead(Connection connection, ImportGoal goal) {
        return vault.reveal(
                        connection.id(),
                        new Target(Map.of("host", connection.setup().find("host").orElse(""))))
                .map(secrets -> new Access(connection.setup(), secrets))
                .chain(
                        access -> {
                            try (FileStore store = files.open(access)) {
                                return Uni.createFrom().item(listed(store, goal));
                            } catch (ConnectorFailed e) {
                                return Uni.createFrom().failure(e);
                            }
                        });
    }

    private static List<SourceFile> listed(FileStore store, ImportGoal goal)
            throws ConnectorFailed {
        return InMemoryFiles.selected(store, goal.source().selection()).stream()
                .map(file -> new SourceFile(file.path(), file.size(), file.modified()))
                .toList();
    }
}
