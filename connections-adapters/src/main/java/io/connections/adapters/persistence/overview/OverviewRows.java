package io.connections.adapters.persistence.overview;

import io.connections.adapters.persistence.connection.GoalDocuments;
import io.connections.application.overview.ConnectionFacts;
import io.connections.application.overview.ConnectionFacts.LastRun;
import io.connections.application.overview.LastRunFact;
import io.connections.application.overview.OverviewRow;
import io.connections.application.overview.OverviewRow.LabelRef;
import io.connections.application.overview.Rejects;
import io.connections.application.run.request.RunState;
import io.connections.domain.catalog.ConnectionType.Direction;
import io.connections.domain.catalog.ConnectionTypeId;
import io.connections.domain.channel.ChannelId;
import io.connections.domain.connection.Connection.Stamp;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.kernel.Violation;
import io.connections.domain.label.LabelId;
import io.connections.domain.label.LabelName;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// Rows of connection_overview with their connection, as the list knows them.
@Singleton
final class OverviewRows {
    private final GoalDocuments documents;

    OverviewRows(GoalDocuments documents) {
        this.documents = documents;
    }

    OverviewRow read(Row row) {
        return new OverviewRow(
                new ConnectionId(row.getUUID("id")),
                row.getString("name"),
                row.getString("description"),
                new ConnectionTypeId(row.getString("type_id")),
                row.getString("type_name"),
                Direction.valueOf(row.getString("direction")),
                row.getBoolean("turned_on"),
                new ConnectionFacts(row.getBoolean("complete"), lastRun(row)),
                instant(row, "last_run_at"),
                instant(row, "last_run_ended_at"),
                stamp(row, "created"),
                stamp(row, "modified"),
                labels(row),
                problem(row),
                documents.editRights(row.getJsonArray("edit_roles").encode()),
                texts(row, "objectives").flatMap(id -> ObjectiveId.of(id).stream()).toList(),
                texts(row, "channels").map(UUID::fromString).map(ChannelId::new).toList());
    }

    private static Stream<String> texts(Row row, String column) {
        return row.getJsonArray(column).stream().map(String.class::cast);
    }

    private static Optional<LastRun> lastRun(Row row) {
        return Optional.ofNullable(row.getString("last_run_state"))
                .map(RunState::valueOf)
                .map(
                        state ->
                                new LastRun(
                                        state,
                                        state == RunState.FAILED && needsAPerson(row),
                                        Rejects.of(
                                                row.getLong("last_run_read"),
                                                row.getLong("last_run_rejects"))));
    }

    private static boolean needsAPerson(Row row) {
        return Optional.ofNullable(row.getString("last_run_problem"))
                .filter(LastRunFact.problemsForAPerson()::contains)
                .isPresent();
    }

    private static Optional<Violation> problem(Row row) {
        return Optional.ofNullable(row.getString("problem_code"))
                .map(
                        code ->
                                new Violation(
                                        row.getString("problem_pointer"),
                                        code,
                                        row.getString("problem_message")));
    }

    private static Optional<Instant> instant(Row row, String column) {
        return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
    }

    private static Stamp stamp(Row row, String what) {
        return new Stamp(
                row.getString(what + "_by"), row.getOffsetDateTime(what + "_at").toInstant());
    }

    private static List<LabelRef> labels(Row row) {
        return row.getJsonArray("labels").stream()
                .map(JsonObject.class::cast)
                .map(
                        label ->
                                new LabelRef(
                                        new LabelId(UUID.fromString(label.getString("id"))),
                                        new LabelName(label.getString("name"))))
                .toList();
    }
}
