package io.connections.adapters.connector.file;

import io.connections.domain.goal.FileFormat;
import io.connections.domain.goal.FileFormat.Encoding;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// One plain file, recognised as text and laid out in some format.
record PlainText(FileFormat format, Scanner records) {
    static final String EMPTY = "file-empty";
    private static final int LOOKED_AT = 8 * 1024;

    /// Of files packed together those that hold nothing are passed over.
    ///
    /// @return none where this one is to be
    static Optional<PlainText> open(
            Unpacked.PlainFile file, Optional<FileFormat> chosen, FileLimits limits, Ending ending)
            throws IOException {
        try {
            return Optional.of(open(file.bytes(), chosen, limits, ending));
        } catch (BrokenStream e) {
            boolean passedOver = !file.name().isEmpty() && ending == Ending.WHOLE;
            if (passedOver && e.broken().code().equals(EMPTY)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /// @param some whether empty files were passed over
    static BrokenStream nothingPacked(boolean some) {
        return new BrokenStream(
                EMPTY,
                some
                        ? "The zip file holds empty files alone."
                        : "The zip file holds no plain file.",
                "Have it packed and sent again.");
    }

    /// @param chosen the goal's format; absent: detected
    private static PlainText open(
            InputStream bytes, Optional<FileFormat> chosen, FileLimits limits, Ending ending)
            throws IOException {
        byte[] head = bytes.readNBytes(FormatDetector.SAMPLE);
        if (head.length == 0) {
            throw new BrokenStream(
                    EMPTY,
                    "The file is empty.",
                    "Have it written again, with its header line first.");
        }
        Ending sampleEnding = head.length < FormatDetector.SAMPLE ? ending : Ending.CUT_OFF;
        FileFormat format =
                chosen.isPresent()
                        ? chosen.get()
                        : new FormatDetector(limits).detect(head, sampleEnding);
        if (!isText(head, format.encoding())) {
            throw new BrokenStream(
                    "not-text",
                    "The file is not text in the encoding %s."
                            .formatted(format.encoding().name().replace('_', '-')),
                    "Check the encoding in the goal's options, and that the right file was sent.");
        }
        Window window =
                new Window(
                        Utf8Bytes.of(new Prefixed(head, bytes), format.encoding()),
                        limits.recordBytes());
        return new PlainText(
                format,
                switch (format) {
                    case FileFormat.Csv csv -> new CsvScanner(window, csv, limits, ending);
                    case FileFormat.JsonLines json ->
                            new JsonLinesScanner(window, json.encoding(), limits, ending);
                });
    }

    /// Control characters that no text has stand in a few places at most. Two of them are used as
    /// separators.
    static boolean isText(byte[] head, Encoding encoding) throws IOException {
        byte[] text = Utf8Bytes.of(new ByteArrayInputStream(head), encoding).readNBytes(LOOKED_AT);
        int odd = 0;
        for (byte b : text) {
            boolean control = b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r';
            odd += control && b != 1 && b != 0x1F ? 1 : 0;
        }
        return odd <= text.length / 20;
    }
}
