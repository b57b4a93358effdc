package io.connections.domain.goal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Counts the records from which a value was left out, by mapping row: the rest of such a record
/// goes on, so nothing else says so. For one thread at a time.
public final class LeftOut {
    private final List<PlannedRow> rows;
    private final long[] records;

    LeftOut(List<PlannedRow> rows) {
        this.rows = rows;
        this.records = new long[rows.size()];
    }

    public void count(Collection<MappedRecord> mapped) {
        for (MappedRecord record : mapped) {
            if (record instanceof MappedRecord.Mapped found) {
                found.leftOutRows().forEach(row -> records[row]++);
            }
        }
    }

    /// What several have counted together, most first, as a sentence's end: `12 of "phone", 3 of
    /// "email"`; "" where nothing was left out.
    public static String said(Collection<LeftOut> counted) {
        Map<String, Long> byName = new LinkedHashMap<>();
        for (LeftOut each : counted) {
            for (int row = 0; row < each.records.length; row++) {
                if (each.records[row] > 0) {
                    byName.merge(each.rows.get(row).name(), each.records[row], Long::sum);
                }
            }
        }
        List<Map.Entry<String, Long>> entries = new ArrayList<>(byName.entrySet());
        entries.sort(Map.Entry.<String, Long>comparingByValue().reversed());
        return entries.stream()
                .map(entry -> "%,d of \"%s\"".formatted(entry.getValue(), entry.getKey()))
                .collect(Collectors.joining(", "));
    }
}
