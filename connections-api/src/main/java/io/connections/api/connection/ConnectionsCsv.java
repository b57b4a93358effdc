package io.connections.api.connection;

import io.connections.api.kernel.Spreadsheet;
import io.connections.application.kernel.RequestInvalid;
import io.connections.application.overview.ConnectionStatus;
import io.connections.application.overview.LastOutcome;
import io.connections.application.overview.ListedConnection;
import io.connections.application.overview.OverviewRow;
import io.connections.application.run.request.RunSummary;
import io.connections.domain.catalog.ConnectionType.Direction;
import io.connections.domain.connection.Connection.Stamp;
import io.smallrye.mutiny.Multi;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The download of the list, for a marketer's spreadsheet: it says what the page says, in the same
/// words.
final class ConnectionsCsv {
    private final ZoneId zone;
    private final Map<String, List<Field>> columns = new LinkedHashMap<>();

    private record Field(String head, Function<ListedConnection, String> value) {}

    private ConnectionsCsv(ZoneId zone) {
        this.zone = zone;
        columns.put(
                "favorite",
                List.of(new Field("Star", one -> one.favorite() ? "Starred" : "Not starred")));
        columns.put("on", List.of(of("On", row -> row.on() ? "On" : "Off")));
        columns.put("name", List.of(of("Name", OverviewRow::name)));
        columns.put("description", List.of(of("Description", OverviewRow::description)));
        columns.put("type", List.of(of("Type", OverviewRow::typeName)));
        columns.put("direction", List.of(of("Direction", row -> words(row.direction()))));
        columns.put("status", List.of(of("Status", row -> words(row.facts().status()))));
        columns.put(
                "lastRun",
                List.of(
                        of("Last run", row -> words(row.facts().outcome())),
                        run(
                                Spreadsheet.headOfTimes("Last run began", zone),
                                run -> Spreadsheet.time(run.started().orElse(run.created()), zone)),
                        run("Records read", run -> Long.toString(run.counts().read())),
                        run("Records rejected", run -> Long.toString(run.counts().rejected()))));
        columns.put(
                "labels",
                List.of(
                        of(
                                "Labels",
                                row ->
                                        row.labels().stream()
                                                .map(label -> label.name().value())
                                                .collect(Collectors.joining(", ")))));
        columns.put("created", stamp("Created", OverviewRow::created));
        columns.put("modified", stamp("Changed", OverviewRow::modified));
    }

    /// @param wanted columns in their order; none: all
    static Multi<String> of(List<String> wanted, ZoneId zone, Multi<ListedConnection> connections) {
        ConnectionsCsv csv = new ConnectionsCsv(zone);
        List<Field> fields =
                (wanted.isEmpty() ? csv.columns.keySet().stream() : wanted.stream().distinct())
                        .flatMap(csv::fields)
                        .toList();
        return Multi.createBy()
                .concatenating()
                .streams(
                        Multi.createFrom()
                                .item(Spreadsheet.begin(fields.stream().map(Field::head))),
                        connections.map(
                                one ->
                                        Spreadsheet.line(
                                                fields.stream()
                                                        .map(field -> field.value().apply(one)))));
    }

    private Stream<Field> fields(String column) {
        List<Field> fields = columns.get(column);
        if (fields == null) {
            throw RequestInvalid.at(
                    "/column",
                    "not-an-option",
                    "column must be one of %s, not \"%s\"."
                            .formatted(String.join(", ", columns.keySet()), column));
        }
        return fields.stream();
    }

    private List<Field> stamp(String what, Function<OverviewRow, Stamp> stamp) {
        return List.of(
                of(
                        Spreadsheet.headOfTimes(what, zone),
                        row -> Spreadsheet.time(stamp.apply(row).at(), zone)),
                of(what + " by", row -> stamp.apply(row).by()));
    }

    private static Field of(String head, Function<OverviewRow, String> value) {
        return new Field(head, one -> value.apply(one.row()));
    }

    private static Field run(String head, Function<RunSummary, String> value) {
        return new Field(head, one -> one.lastRun().map(value).orElse(""));
    }

    static String words(Direction direction) {
        return switch (direction) {
            case OUTBOUND -> "We fetch";
            case INBOUND -> "They send";
        };
    }

    static String words(ConnectionStatus status) {
        return switch (status) {
            case NOT_CONFIGURED -> "Not configured";
            case READY -> "Ready to run";
            case RUNNING -> "Running";
            case CONFIGURATION_ERROR -> "Needs mending";
            case LAST_RUN_FAILED -> "Last run failed";
            case LAST_RUN_STOPPED -> "Last run stopped";
            case FLOWING_WITH_ERRORS -> "Data flowing, some rejected";
            case FLOWING -> "Data flowing";
        };
    }

    static String words(LastOutcome outcome) {
        return switch (outcome) {
            case NEVER_RAN -> "Never ran";
            case RUNNING -> "Running";
            case FINISHED -> "Finished";
            case FINISHED_WITH_REJECTED -> "Finished, some rejected";
            case STOPPED -> "Stopped";
            case FAILED -> "Failed";
        };
    }
}
