package io.connections.application.goal;

import io.connections.application.connection.Accesses;
import io.connections.application.connection.Accesses.Reachable;
import io.connections.application.connection.UnsavedSetup;
import io.connections.application.connection.port.ConnectorFailed;
import io.connections.application.connection.port.FileStore.RemoteFile;
import io.connections.application.goal.port.SourcePreview;
import io.connections.application.goal.port.SourcePreview.Preview;
import io.connections.application.goal.port.TextTools;
import io.connections.application.kernel.port.OutsideCalls;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.application.run.port.RecordSource.SourceBroken;
import io.connections.application.run.request.SourceFile;
import io.connections.application.run.request.port.RunReadings;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.goal.ColumnGuess;
import io.connections.domain.goal.ColumnGuesser;
import io.connections.domain.goal.FileSource;
import io.connections.domain.goal.GoalId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What a goal would read: its files, and the first records of the first one.
@Singleton
public final class PreviewSource {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /// @param goal whose finished files are marked; absent: none is
    public record Query(
            ConnectionId connection,
            Optional<GoalId> goal,
            FileSource source,
            UnsavedSetup unsaved,
            Actor actor) {}

    /// @param alreadyImported those of the preview's files that a run of the goal has read to the
    ///     end, unchanged since
    /// @param columns what each of the preview's fields seems to hold
    public record View(
            Preview preview, Set<RemoteFile> alreadyImported, List<ColumnGuess> columns) {
        public View {
            columns = List.copyOf(columns);
            alreadyImported = Set.copyOf(alreadyImported);
        }
    }

    private final UnitOfWork unitOfWork;
    private final Accesses accesses;
    private final OutsideCalls calls;
    private final SourcePreview previews;
    private final RunReadings runs;
    private final TextTools tools;

    PreviewSource(
            UnitOfWork unitOfWork,
            Accesses accesses,
            OutsideCalls calls,
            SourcePreview previews,
            RunReadings runs,
            TextTools tools) {
        this.unitOfWork = unitOfWork;
        this.accesses = accesses;
        this.calls = calls;
        this.previews = previews;
        this.runs = runs;
        this.tools = tools;
    }

    /// Fails with [SourceUnreadable].
    public Uni<View> handle(Query query) {
        return unitOfWork
                .run(
                        () -> {
                            query.actor().require(Permission.CONNECTIONS_WRITE);
                            return accesses.of(query.connection(), query.unsaved());
                        })
                .chain(reachable -> calls.call(() -> read(reachable, query.source()), LIMIT))
                .chain(
                        preview ->
                                alreadyImported(query, preview.files())
                                        .map(
                                                imported ->
                                                        new View(
                                                                preview,
                                                                imported,
                                                                guessed(preview))));
    }

    private List<ColumnGuess> guessed(Preview preview) {
        return ColumnGuesser.guess(preview.fields(), preview.records(), tools.phoneRegions());
    }

    private Preview read(Reachable reachable, FileSource source) {
        try {
            return previews.preview(reachable.files(), reachable.access(), source);
        } catch (ConnectorFailed e) {
            throw SourceUnreadable.of(e);
        } catch (SourceBroken e) {
            throw SourceUnreadable.of(e);
        }
    }

    private Uni<Set<RemoteFile>> alreadyImported(Query query, List<RemoteFile> files) {
        return query.goal()
                .map(
                        goal ->
                                runs.finished(
                                        query.connection(),
                                        goal,
                                        files.stream().map(PreviewSource::sourceFile).toList()))
                .orElseGet(() -> Uni.createFrom().item(Set.of()))
                .map(
                        finished ->
                                files.stream()
                                        .filter(file -> finished.contains(sourceFile(file)))
                                        .collect(Collectors.toSet()));
    }

    private static SourceFile sourceFile(RemoteFile file) {
        return new SourceFile(file.path(), file.size(), file.modified());
    }
}
