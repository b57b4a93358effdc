package io.connections.adapters.persistence.run;

import io.connections.domain.goal.InputRecord;
import io.connections.domain.goal.MappedRecord.Rejected;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;

/// Keeps rejected records with their reason, for a person to mend.
final class RejectedRecords {
    private static final int MAX_RAW = 65_536;
    private static final int MARK = InputRecord.CUT_OFF.getBytes(StandardCharsets.UTF_8).length;

    private final LaneSession session;
    private final LaneKey key;

    RejectedRecords(LaneSession session, LaneKey key) {
        this.session = session;
        this.key = key;
    }

    void keep(List<Rejected> records, int part) throws SQLException {
        if (records.isEmpty()) {
            return;
        }
        session.copy(
                "copy rejected_record (run_id, ordinal, part, number, line, reason, message,"
                        + " field, value, raw)",
                copy -> {
                    for (Rejected record : records) {
                        copy.row(10);
                        copy.uuid(key.run());
                        copy.int4(key.goal());
                        copy.int4(part);
                        copy.int8(record.number());
                        copy.int8(record.line());
                        copy.text(storable(record.code()));
                        copy.text(storable(record.message()));
                        copy.text(storable(record.place().field()));
                        copy.text(storable(record.place().value()));
                        copy.text(storable(record.raw()));
                    }
                });
    }

    /// At most 64 KiB of UTF-8; that it is not whole is said at its end.
    private static String storable(String text) {
        String clean = StoredText.of(text);
        if (clean.length() <= MAX_RAW / 3) {
            return clean;
        }
        byte[] utf8 = clean.getBytes(StandardCharsets.UTF_8);
        if (utf8.length <= MAX_RAW) {
            return clean;
        }
        int end = MAX_RAW - MARK;
        while ((utf8[end] & 0xC0) == 0x80) {
            end--;
        }
        return new String(utf8, 0, end, StandardCharsets.UTF_8) + InputRecord.CUT_OFF;
    }
}
