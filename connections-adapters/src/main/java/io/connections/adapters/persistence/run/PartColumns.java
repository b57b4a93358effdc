package io.connections.adapters.persistence.run;

import io.connections.application.run.port.RecordSource.Part;
import java.util.List;

/// Parts by column, so that thousands of them are one statement.
final class PartColumns {
    private PartColumns() {}

    static String[] paths(List<Part> parts) {
        return parts.stream().map(part -> StoredText.of(part.path())).toArray(String[]::new);
    }

    static Long[] sizes(List<Part> parts) {
        return parts.stream().map(Part::size).toArray(Long[]::new);
    }

    /// As text: the driver knows no arrays of times.
    static String[] times(List<Part> parts) {
        return parts.stream().map(part -> part.modified().toString()).toArray(String[]::new);
    }
}
