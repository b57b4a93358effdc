package io.connections.application.run.request;

import io.connections.application.kernel.RequestInvalid;
import io.connections.application.run.request.port.FileBeginnings;
import io.connections.application.run.request.port.FileBeginnings.Content;
import io.connections.domain.goal.FileFormat;
import io.connections.domain.goal.FileFormat.Encoding;
import io.connections.domain.goal.ImportGoal;
import io.connections.domain.goal.MappingRow;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Looks at the first bytes of an upload, so that a wrong file is refused to whoever chose it and
/// makes no run that fails. What it cannot tell, such as what a packed file holds, the run says.
final class MendedBeginning {
    private final ImportGoal goal;
    private final byte[] bytes;
    private final FileBeginnings beginnings;

    /// @param bytes up to 1 MiB of the upload; empty when nothing was sent
    MendedBeginning(ImportGoal goal, byte[] bytes, FileBeginnings beginnings) {
        this.goal = goal;
        this.bytes = bytes;
        this.beginnings = beginnings;
    }

    void requireReadable() {
        switch (beginnings.content(bytes)) {
            case Content.Packed() -> {}
            case Content.NotText() -> {
                if (!isChosenUtf16()) {
                    throw refused("mended-not-text", "The file is not text.");
                }
            }
            case Content.Text(String text) -> requireRecords(text);
        }
    }

    private void requireRecords(String text) {
        List<String> lines = text.lines().filter(Predicate.not(String::isBlank)).limit(2).toList();
        if (lines.isEmpty()) {
            throw refused("mended-empty", "The file is empty.");
        }
        if (text.stripLeading().startsWith("{") || !named() || isChosenUtf16()) {
            return;
        }
        requireColumns(lines.getFirst());
        if (lines.size() == 1) {
            throw refused(
                    "mended-no-records", "The file has a first line, but no record below it.");
        }
    }

    private void requireColumns(String firstLine) {
        Optional<String> missing =
                RejectedDownload.missing(beginnings.columns(bytes, RejectedDownload.FORMAT));
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

    /// Two bytes a character without a mark in front may look like anything, and a person has said
    /// that the goal's files are so.
    private boolean isChosenUtf16() {
        return goal.source()
                .format()
                .map(FileFormat::encoding)
                .filter(chosen -> chosen == Encoding.UTF_16_LE || chosen == Encoding.UTF_16_BE)
                .isPresent();
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
