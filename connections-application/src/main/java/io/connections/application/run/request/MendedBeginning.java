package io.connections.application.run.request;

import io.connections.application.kernel.RequestInvalid;
import io.connections.application.run.request.port.ColumnNames;
import io.connections.domain.goal.FileFormat;
import io.connections.domain.goal.FileFormat.Encoding;
import io.connections.domain.goal.ImportGoal;
import io.connections.domain.goal.MappingRow;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Looks at the first bytes of an upload, so that a wrong file is refused to whoever chose it and
/// makes no run that fails. What it cannot tell, such as what a packed file holds, the run says.
final class MendedBeginning {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final int LOOKED_AT = 8 * 1024;

    private final ImportGoal goal;
    private final byte[] bytes;
    private final ColumnNames columns;

    /// @param bytes up to 1 MiB of the upload; empty when nothing was sent
    MendedBeginning(ImportGoal goal, byte[] bytes, ColumnNames columns) {
        this.goal = goal;
        this.bytes = bytes;
        this.columns = columns;
    }

    void requireReadable() {
        if (bytes.length == 0) {
            throw refused("mended-empty", "The file is empty.");
        }
        if (begins(0x1F, 0x8B) || begins('P', 'K') || isUtf16()) {
            return;
        }
        if (!isText()) {
            throw refused("mended-not-text", "The file is not text.");
        }
        String text = text();
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (plain.isBlank()) {
            throw refused("mended-empty", "The file is empty.");
        }
        if (plain.stripLeading().startsWith("{") || !named()) {
            return;
        }
        int end = endOfLine(plain);
        requireColumns(plain.substring(0, end));
        if (plain.substring(end).isBlank()) {
            throw refused(
                    "mended-no-records", "The file has a first line, but no record below it.");
        }
    }

    private void requireColumns(String firstLine) {
        Optional<String> missing =
                RejectedDownload.missing(columns.of(bytes, RejectedDownload.FORMAT));
        if (missing.isEmpty()) {
            return;
        }
        // How a file like that one separates and quotes its fields is found out by the run.
        if (goal.mapping().stream()
                .flatMap(row -> row.field().stream())
                .noneMatch(firstLine::contains)) {
            throw refused(
                    "mended-column-missing",
                    "This is not the file of rejected records: the column %s is missing."
                            .formatted(missing.get()));
        }
    }

    /// Whether the goal's files name their fields; else a file like them has no first line to look
    /// at.
    private boolean named() {
        return goal.mapping().stream()
                .map(MappingRow::field)
                .flatMap(Optional::stream)
                .anyMatch(field -> !field.startsWith("column_"));
    }

    private boolean isUtf16() {
        Encoding encoding = goal.source().format().map(FileFormat::encoding).orElse(Encoding.UTF_8);
        return encoding == Encoding.UTF_16_LE
                || encoding == Encoding.UTF_16_BE
                || begins(0xFF, 0xFE)
                || begins(0xFE, 0xFF)
                || isUtf16WithoutMark();
    }

    private boolean isUtf16WithoutMark() {
        int[] zeros = new int[2];
        for (int i = 0; i < bytes.length; i++) {
            zeros[i & 1] += bytes[i] == 0 ? 1 : 0;
        }
        return Math.max(zeros[0], zeros[1]) > bytes.length / 6
                && Math.min(zeros[0], zeros[1]) <= bytes.length / 50;
    }

    /// As the run measures it: some control characters stand in many a text, and two of them are
    /// used as separators.
    private boolean isText() {
        int looked = Math.min(bytes.length, LOOKED_AT);
        int odd = 0;
        for (int i = 0; i < looked; i++) {
            byte b = bytes[i];
            boolean control = b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r';
            odd += control && b != 1 && b != 0x1F ? 1 : 0;
        }
        return odd <= looked / 20;
    }

    private String text() {
        CharBuffer text = CharBuffer.allocate(bytes.length);
        // The last character may be cut in two, which is no error before the end.
        boolean other =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes), text, false)
                        .isError();
        return other ? new String(bytes, WINDOWS_1252) : text.flip().toString();
    }

    private boolean begins(int first, int second) {
        return bytes.length > 1 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }

    private static int endOfLine(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\n' || text.charAt(i) == '\r') {
                return i;
            }
        }
        return text.length();
    }

    private static RequestInvalid refused(String code, String what) {
        return RequestInvalid.at(
                "/file",
                code,
                what
                        + " Upload the download of the rejected records, with raw mended, or a file"
                        + " like the one they came from.");
    }
}
