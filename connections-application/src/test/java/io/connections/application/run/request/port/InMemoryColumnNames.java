package io.connections.application.run.request.port;

import io.connections.domain.goal.FileFormat;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.StringTokenizer;

/// Names that hold no separator.
public final class InMemoryColumnNames implements ColumnNames {
    @Override
    public List<String> of(byte[] beginning, FileFormat.Csv format) {
        String first =
                new String(beginning, StandardCharsets.UTF_8)
                        .replace("\uFEFF", "")
                        .replace("\"", "")
                        .lines()
                        .findFirst()
                        .orElse("");
        StringTokenizer cells = new StringTokenizer(first, String.valueOf(format.separator()));
        List<String> names =
                cells.hasMoreTokens()
                        ? Collections.list(cells).stream().map(String::valueOf).toList()
                        : List.of();
        return new HashSet<>(names).size() == names.size() ? names : List.of();
    }
}
