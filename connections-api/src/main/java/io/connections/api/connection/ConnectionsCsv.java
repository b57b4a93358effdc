package io.connections.api.connection;

import io.connections.api.kernel.CsvField;
import io.connections.application.kernel.RequestInvalid;
import io.connections.application.overview.ListedConnection;
import io.connections.application.overview.OverviewRow;
import io.connections.application.run.request.RunSummary;
import io.connections.domain.connection.Connection.Stamp;
import io.smallrye.mutiny.Multi;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The download of the list (RFC 4180), for spreadsheets.
final class ConnectionsCsv {
    private static final Map<String, List<Field>> COLUMNS = columns();

    private record Field(String head, Function<ListedConnection, String> value) {}

    private ConnectionsCsv() {}

    /// @param wanted columns in their order; none: all
    static Multi<String> of(List<String> wanted, Multi<ListedConnection> connections) {
        List<Field> fields =
                (wanted.isEmpty() ? COLUMNS.keySet().stream() : wanted.stream().distinct())
                        .flatMap(ConnectionsCsv::fields)
                        .toList();
        return Multi.createBy()
                .concatenating()
                .streams(
                        Multi.createFrom().item(line(fields.stream().map(Field::head))),
                        connections.map(
                                one ->
                                        line(
                                                fields.stream()
                                                        .map(field -> field.value().apply(one)))));
    }

    private static Stream<Field> fields(String column) {
        List<Field> fields = COLUMNS.get(column);
        if (fields == null) {
            throw RequestInvalid.at(
                    "/column",
                    "not-an-option",
                    "column must be one of %s, not \"%s\"."
                            .formatted(String.join(", ", COLUMNS.keySet()), column));
        }
        return fields.stream();
    }

    private static Map<String, List<Field>> columns() {
        Map<String, List<Field>> columns = new LinkedHashMap<>();
        columns.put(
                "favorite",
                List.of(new Field("favorite", one -> Boolean.toString(one.favorite()))));
        columns.put("on", List.of(of("on", row -> Boolean.toString(row.on()))));
        columns.put(
                "name",
                List.of(
                        of("id", row -> row.id().value().toString()),
                        of("name", OverviewRow::name)));
        columns.put("description", List.of(of("description", OverviewRow::description)));
        columns.put("type", List.of(of("type", OverviewRow::typeName)));
        columns.put("direction", List.of(of("direction", row -> row.direction().name())));
        columns.put("status", List.of(of("status", row -> row.facts().status().name())));
        columns.put(
                "lastRun",
                List.of(
                        of("last run", row -> row.facts().outcome().name()),
                        run("started", run -> run.started().orElse(run.created()).toString()),
                        run("read", run -> Long.toString(run.counts().read())),
                        run("rejected", run -> Long.toString(run.counts().rejected()))));
        columns.put(
                "labels",
                List.of(
                        of(
                                "labels",
                                row ->
                                        row.labels().stream()
                                                .map(label -> label.name().value())
                                                .collect(Collectors.joining(", ")))));
        columns.put("created", stamp("created", OverviewRow::created));
        columns.put("modified", stamp("modified", OverviewRow::modified));
        return columns;
    }

    private static List<Field> stamp(String what, Function<OverviewRow, Stamp> stamp) {
        return List.of(
                of(what, row -> stamp.apply(row).at().toString()),
                of(what + " by", row -> stamp.apply(row).by()));
    }

    private static Field of(String head, Function<OverviewRow, String> value) {
        return new Field(head, one -> value.apply(one.row()));
    }

    private static Field run(String head, Function<RunSummary, String> value) {
        return new Field(head, one -> one.lastRun().map(value).orElse(""));
    }

    private static String line(Stream<String> values) {
        return values.map(CsvField::harmless).collect(Collectors.joining(",", "", "\r\n"));
    }
}
