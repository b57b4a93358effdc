package io.connections.api.run;

import io.connections.api.kernel.CsvField;
import io.connections.application.run.request.RejectedDownload;
import io.connections.application.run.request.RejectedRecord;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The download of rejected records (RFC 4180), in UTF-8. What is only read by people cannot run as
/// a formula. Nothing is put before what a replay reads: `raw` has to come back as it was, so open
/// it as text, not in a spreadsheet that runs formulas.
final class RejectedCsv {
    static final String HEADER = String.join(",", RejectedDownload.COLUMNS) + "\r\n";

    private RejectedCsv() {}

    static String row(RejectedRecord record) {
        return Stream.of(
                        CsvField.exact(record.file().orElse("")),
                        CsvField.exact(Long.toString(record.line())),
                        CsvField.exact(Long.toString(record.number())),
                        CsvField.exact(record.reason()),
                        CsvField.harmless(record.message()),
                        CsvField.harmless(record.place().field()),
                        CsvField.harmless(record.place().value()),
                        CsvField.exact(record.raw()))
                .collect(Collectors.joining(",", "", "\r\n"));
    }
}
