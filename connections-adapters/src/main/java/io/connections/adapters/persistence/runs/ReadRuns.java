package io.connections.adapters.persistence.runs;

import io.connections.application.run.request.Progress;
import io.connections.application.run.request.RunDetail;
import io.connections.application.run.request.RunState;
import io.connections.application.run.request.RunSummary;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.consent.ConsentGate.Verdict.Rule;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.goal.Counts;
import io.connections.domain.goal.Disposition;
import io.connections.domain.goal.GoalId;
import io.connections.domain.profile.PropertyId;
import io.connections.domain.run.RunId;
import io.connections.domain.run.RunProblem;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What the rows of a run say, in the words of requests.
final class ReadRuns {
    private ReadRuns() {}

    /// @param found some of the files, each beside the sums of all
    static RunDetail detail(Row row, List<RunDetail.Goal> goals, List<FoundFile> found) {
        List<RunDetail.File> files = found.stream().map(FoundFile::file).toList();
        RunSummary summary = summary(row);
        return new RunDetail(
                summary,
                Progress.of(
                        summary.state(),
                        files,
                        found.isEmpty() ? 0 : found.getFirst().bytesDone(),
                        found.isEmpty() ? 0 : found.getFirst().bytesTotal(),
                        row.getLong("read_so_far"),
                        row.getDouble("records_per_second")),
                goals,
                files,
                found.isEmpty() ? 0 : found.getFirst().count(),
                row.getBoolean("resumable"),
                Arrays.stream(row.getArrayOfUUIDs("replays")).map(RunId::new).toList());
    }

    static RunSummary summary(Row row) {
        return new RunSummary(
                new RunId(row.getUUID("id")),
                row.getInteger("number"),
                new ConnectionId(row.getUUID("connection_id")),
                row.getString("connection_name"),
                state(row),
                new RunSummary.Cause(
                        RunSummary.Cause.Kind.valueOf(row.getString("trigger")),
                        Optional.ofNullable(row.getString("triggered_by")),
                        Optional.ofNullable(row.getUUID("of_run")).map(RunId::new)),
                at(row, "created_at"),
                time(row, "started_at"),
                time(row, "ended_at"),
                counts(row),
                problem(row));
    }

    private static RunState state(Row row) {
        RunState state = RunState.valueOf(row.getString("state"));
        return !state.ended() && row.getBoolean("stop_requested") ? RunState.STOPPING : state;
    }

    static RunDetail.Goal goal(Row row) {
        return new RunDetail.Goal(
                new GoalId(row.getUUID("goal_id")),
                row.getString("name"),
                RunDetail.GoalState.valueOf(row.getString("state")),
                counts(row),
                leftOut(row),
                heldBack(row),
                problem(row));
    }

    private static List<RunDetail.LeftOutValues> leftOut(Row row) {
        String[] properties = row.getArrayOfStrings("left_out_properties");
        String[] names = row.getArrayOfStrings("left_out_names");
        Long[] values = row.getArrayOfLongs("left_out_values");
        return IntStream.range(0, properties.length)
                .mapToObj(
                        at ->
                                new RunDetail.LeftOutValues(
                                        new PropertyId(properties[at]), names[at], values[at]))
                .toList();
    }

    private static List<RunDetail.HeldBack> heldBack(Row row) {
        String[] rules = row.getArrayOfStrings("held_back_rules");
        String[] objectives = row.getArrayOfStrings("held_back_objectives");
        Long[] records = row.getArrayOfLongs("held_back_records");
        return IntStream.range(0, rules.length)
                .mapToObj(
                        at ->
                                new RunDetail.HeldBack(
                                        Rule.valueOf(rules[at]),
                                        Arrays.stream(objectives[at].split(","))
                                                .map(ObjectiveId::new)
                                                .toList(),
                                        records[at]))
                .toList();
    }

    record FoundFile(RunDetail.File file, int count, long bytesDone, long bytesTotal) {}

    static FoundFile file(Row row) {
        return new FoundFile(
                new RunDetail.File(
                        row.getString("path"),
                        row.getLong("size"),
                        at(row, "modified"),
                        RunDetail.FileState.valueOf(row.getString("state")),
                        row.getLong("done")),
                row.getInteger("files"),
                row.getLong("bytes_done"),
                row.getLong("bytes_total"));
    }

    static Counts counts(Row row) {
        return new Counts(
                row.getLong("created"),
                row.getLong("updated"),
                row.getLong("unchanged"),
                row.getLong("skipped_for_consent"),
                row.getLong("skipped_without_match"),
                row.getLong("filtered"),
                row.getLong("rejected"));
    }

    private static Optional<RunProblem> problem(Row row) {
        return Optional.ofNullable(row.getString("problem_code"))
                .map(
                        code ->
                                new RunProblem(
                                        code,
                                        Objects.requireNonNullElse(
                                                row.getString("problem_message"), ""),
                                        Objects.requireNonNullElse(
                                                row.getString("problem_remedy"), ""),
                                        Optional.ofNullable(row.getString("problem_technical"))));
    }

    static Disposition disposition(String letter) {
        return switch (letter) {
            case "C" -> Disposition.CREATED;
            case "U" -> Disposition.UPDATED;
            case "N" -> Disposition.UNCHANGED;
            case "H" -> Disposition.SKIPPED_FOR_CONSENT;
            default -> throw new IllegalStateException("a run does not leave " + letter);
        };
    }

    static Instant at(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }

    private static Optional<Instant> time(Row row, String column) {
        @Nullable OffsetDateTime time = row.getOffsetDateTime(column);
        return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
    }
}
