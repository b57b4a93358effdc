package io.connections.api.run;

import io.connections.application.run.request.RejectedRecord;

/// The download of rejected records (RFC 4180): `line,reason,raw`, in UTF-8. Each field is quoted
/// and nothing is put before a value that looks like a formula: `raw` has to come back as it was
/// when the mended file is replayed. Open it as text, not in a spreadsheet that runs formulas.
final class RejectedCsv {
    static final String HEADER = "line,reason,raw\r\n";

    private RejectedCsv() {}

    static String row(RejectedRecord record) {
        return quoted(Long.toString(record.line()))
                + ","
                + quoted(record.reason())
                + ","
                + quoted(record.raw())
                + "\r\n";
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
