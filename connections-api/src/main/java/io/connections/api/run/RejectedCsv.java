package io.connections.api.run;

import io.connections.application.run.request.RejectedRecord;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The download of rejected records (RFC 4180), in UTF-8. Each field is quoted and nothing is put
/// before a value that looks like a formula: `raw` has to come back as it was when the mended file
/// is replayed. Open it as text, not in a spreadsheet that runs formulas.
final class RejectedCsv {
    static final String HEADER = "file,line,record,reason,message,field,value,raw\r\n";

    private RejectedCsv() {}

    static String row(RejectedRecord record) {
        return Stream.of(
                        record.file().orElse(""),
                        Long.toString(record.line()),
                        Long.toString(record.number()),
                        record.reason(),
                        record.message(),
                        record.place().field(),
                        record.place().value(),
                        record.raw())
                .map(RejectedCsv::quoted)
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
