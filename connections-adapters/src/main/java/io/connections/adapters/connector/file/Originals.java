package io.connections.adapters.connector.file;

import io.connections.application.run.port.RecordSource.Layout;
import io.connections.application.run.port.RecordSources.Original;
import io.connections.domain.goal.FileFormat;
import io.connections.domain.goal.FileFormat.Encoding;
import io.connections.domain.goal.InputRecord;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// How the records were read that somebody has mended.
final class Originals {
    /// Of a record that nobody could say this of.
    static final Layout UNKNOWN =
            new Layout(
                    new FileFormat.Csv(
                            Encoding.UTF_8, ',', Optional.of('"'), Optional.empty(), true),
                    List.of());

    private final Layout first;
    private final Set<Layout> all = new HashSet<>();
    private final Map<String, NavigableMap<Long, Layout>> byFile = new HashMap<>();

    Originals(List<Original> originals) {
        first = originals.getFirst().layout();
        for (Original each : originals) {
            all.add(each.layout());
            byFile.computeIfAbsent(each.file(), _ -> new TreeMap<>())
                    .put(each.from(), each.layout());
        }
    }

    Layout first() {
        return first;
    }

    boolean have(List<String> fields) {
        return all.stream().anyMatch(layout -> layout.fields().equals(fields));
    }

    /// @param row of our own download
    /// @return [#UNKNOWN] where it does not say which of several it was
    Layout of(InputRecord row) {
        if (all.size() == 1) {
            return first;
        }
        NavigableMap<Long, Layout> file = byFile.getOrDefault(cell(row, "file"), new TreeMap<>());
        if (new HashSet<>(file.values()).size() == 1) {
            return file.firstEntry().getValue();
        }
        return number(row)
                .flatMap(number -> Optional.ofNullable(file.floorEntry(number)))
                .map(Map.Entry::getValue)
                .orElse(UNKNOWN);
    }

    private static Optional<Long> number(InputRecord row) {
        try {
            return Optional.of(Long.parseLong(cell(row, "record").strip()));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static String cell(InputRecord row, String column) {
        return row.values(column).stream().findFirst().orElse("");
    }
}
