package io.connections.application.run.request;

import io.connections.application.kernel.RequestInvalid;
import io.connections.application.run.request.port.ColumnNames;
import io.connections.domain.goal.FileFormat;
import io.connections.domain.goal.FileFormat.Encoding;
import io.connections.domain.goal.ImportGoal;
import io.connections.domain.goal.MappingRow;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Looks at the first bytes of an upload, so that a wrong file is refused to whoever chose it and
/// makes no run that fails. What it cannot tell, such as what a packed file holds, the run says.
final class MendedBeginning {
    private static final String USUAL_SEPARATORS = ",;\t|";
    private static final String TEXT_CONTROLS = "\t\n\f\r";

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
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.chars().anyMatch(c -> c < ' ' && TEXT_CONTROLS.indexOf(c) < 0)) {
            throw refused("mended-not-text", "The file is not text.");
        }
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (plain.isBlank()) {
            throw refused("mended-empty", "The file is empty.");
        }
        if (plain.stripLeading().startsWith("{") || !named()) {
            return;
        }
        requireColumns();
        if (plain.substring(endOfLine(plain)).isBlank()) {
            throw refused(
                    "mended-no-records", "The file has a first line, but no record below it.");
        }
    }

    private void requireColumns() {
        Optional<String> missing =
                RejectedDownload.missing(columns.of(bytes, RejectedDownload.FORMAT));
        if (missing.isPresent() && formats().noneMatch(this::namesAMappedField)) {
            throw refused(
                    "mended-column-missing",
                    "This is not the file of rejected records: the column %s is missing."
                            .formatted(missing.get()));
        }
    }

    private boolean namesAMappedField(FileFormat.Csv format) {
        List<String> own = columns.of(bytes, format);
        return goal.mapping().stream().flatMap(row -> row.field().stream()).anyMatch(own::contains);
    }

    /// In which the records may have been read, as far as that can be told here.
    private Stream<FileFormat.Csv> formats() {
        Stream<FileFormat.Csv> usual =
                USUAL_SEPARATORS.chars().mapToObj(separator -> separatedBy((char) separator));
        return goal.source().format().orElse(null) instanceof FileFormat.Csv chosen
                ? Stream.concat(Stream.of(chosen), usual)
                : usual;
    }

    private static FileFormat.Csv separatedBy(char separator) {
        FileFormat.Csv download = RejectedDownload.FORMAT;
        return new FileFormat.Csv(
                download.encoding(), separator, download.quote(), download.escape(), true);
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
                || begins(0xFE, 0xFF);
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
