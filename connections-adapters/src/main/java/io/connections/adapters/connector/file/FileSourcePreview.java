package io.connections.adapters.connector.file;

import io.connections.application.connection.port.Access;
import io.connections.application.connection.port.Connector;
import io.connections.application.connection.port.ConnectorFailed;
import io.connections.application.connection.port.FileStore;
import io.connections.application.connection.port.FileStore.RemoteFile;
import io.connections.application.goal.port.SourcePreview;
import io.connections.application.run.port.RecordSource.SourceBroken;
import io.connections.application.run.port.RecordSource.SourceRecord;
import io.connections.application.run.port.RecordSource.SourceRecord.Broken;
import io.connections.application.run.port.RecordSource.SourceRecord.Good;
import io.connections.domain.goal.FileFormat;
import io.connections.domain.goal.FileSource;
import io.connections.domain.goal.InputRecord;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads no more of a file than a sample.
@Singleton
public final class FileSourcePreview implements SourcePreview {
    private static final int FEW_RECORDS = 20;
    private static final int MOST_RECORDS = 200;

    /// Of wide files fewer records are looked at, so that a preview stays small.
    private static final int MOST_VALUES = 6_000;

    private static final int MOST_BROKEN = 20;

    private final FileLimits limits;

    @Inject
    FileSourcePreview(FileLimits limits) {
        this.limits = limits;
    }

    @Override
    public Preview preview(Connector.Files connector, Access access, FileSource source)
            throws ConnectorFailed, SourceBroken {
        try (FileStore store = connector.open(access)) {
            return preview(store, source);
        }
    }

    Preview preview(FileStore store, FileSource source) throws ConnectorFailed, SourceBroken {
        List<RemoteFile> files = FileRecordSource.select(store, source.selection());
        try {
            return preview(new Samples(store, files.getFirst(), source), files, source.format());
        } catch (IOException e) {
            throw Causes.rethrow(e);
        }
    }

    /// Of the first plain file that has something, as a run goes on to the next one.
    private Preview preview(Samples samples, List<RemoteFile> files, Optional<FileFormat> chosen)
            throws IOException {
        Optional<Preview> nothing = Optional.empty();
        boolean some = false;
        for (Optional<Sample> next = samples.next(); next.isPresent(); next = samples.next()) {
            Sample sample = next.get();
            some = true;
            Optional<PlainText> text =
                    PlainText.open(sample.file(), chosen, limits, sample.ending());
            if (text.isPresent()) {
                Preview preview = preview(text.get(), sample, files, chosen);
                if (sample.ending() == Ending.CUT_OFF || hasSomething(preview)) {
                    return preview;
                }
                nothing = Optional.of(preview);
            }
        }
        if (nothing.isEmpty()) {
            throw PlainText.nothingPacked(some);
        }
        return nothing.get();
    }

    private static boolean hasSomething(Preview preview) {
        return !preview.fields().isEmpty() || !preview.broken().isEmpty();
    }

    private Preview preview(
            PlainText text, Sample sample, List<RemoteFile> files, Optional<FileFormat> chosen)
            throws IOException {
        FileFormat detected = new FormatDetector(limits).detect(sample.plain, sample.ending());
        List<InputRecord> records = new ArrayList<>();
        List<Broken> broken = new ArrayList<>();
        int values = 0;
        while (records.size() < (values < MOST_VALUES ? MOST_RECORDS : FEW_RECORDS)
                && broken.size() < MOST_BROKEN) {
            Optional<SourceRecord> next = text.records().next();
            if (next.isEmpty()) {
                break;
            }
            switch (next.get()) {
                case Good(InputRecord record, _) -> {
                    records.add(record);
                    values += record.fields().size();
                }
                case Broken place -> broken.add(place);
            }
        }
        return new Preview(
                files,
                text.format(),
                detected,
                fields(text.records().fields(), records),
                records,
                broken,
                note(records, broken, sample.ending()).or(() -> guess(text.format(), chosen)));
    }

    private static Optional<String> note(
            List<InputRecord> records, List<Broken> broken, Ending ending) {
        if (!records.isEmpty() || !broken.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                ending == Ending.WHOLE
                        ? "The file has a header and no record."
                        : "The first record is longer than the part of the file looked at.");
    }

    /// Every text can be read in an encoding of one byte, so nothing proves that it was written in
    /// it. Only a person sees it, by the letters.
    private static Optional<String> guess(FileFormat used, Optional<FileFormat> chosen) {
        return chosen.isEmpty() && used.encoding() == FileFormat.Encoding.WINDOWS_1252
                ? Optional.of(
                        "The file is not UTF-8. That it is Windows-1252 is a guess: look at letters"
                                + " such as é, ü and ø, and choose the encoding if they are wrong.")
                : Optional.empty();
    }

    private static List<String> fields(List<String> named, List<InputRecord> records) {
        Set<String> names = new LinkedHashSet<>(named);
        if (named.isEmpty()) {
            records.forEach(record -> names.addAll(record.fields().keySet()));
        }
        return List.copyOf(names);
    }

    private static final class Sample {
        private final String name;
        private final byte[] plain;
        private final Ending ending;

        Sample(String name, byte[] plain, Ending ending) {
            this.name = name;
            this.plain = plain;
            this.ending = ending;
        }

        Unpacked.PlainFile file() {
            return new Unpacked.PlainFile(name, new ByteArrayInputStream(plain));
        }

        Ending ending() {
            return ending;
        }
    }

    /// Of the plain files in the beginning of a file, one after another.
    private final class Samples {
        private final boolean whole;
        private final Unpacked files;

        Samples(FileStore store, RemoteFile file, FileSource source)
                throws ConnectorFailed, IOException {
            byte[] packed;
            long wanted = Math.min(file.size(), FormatDetector.SAMPLE);
            try (InputStream bytes = store.read(file.path(), wanted)) {
                packed = bytes.readNBytes(FormatDetector.SAMPLE);
            }
            whole = packed.length < FormatDetector.SAMPLE;
            RawBytes raw =
                    new RawBytes(
                            new ByteArrayInputStream(packed),
                            file.path(),
                            packed.length,
                            Optional.empty());
            files = new Unpacked(raw, source.selection().compression(), limits);
        }

        Optional<Sample> next() throws IOException {
            Optional<Unpacked.PlainFile> next = files.next();
            if (next.isEmpty()) {
                return Optional.empty();
            }
            String name = next.get().name();
            ByteArrayOutputStream plain = new ByteArrayOutputStream();
            boolean ended = false;
            try {
                ended = copy(next.get().bytes(), plain);
            } catch (BrokenStream e) {
                // The sample of a package ends in its middle: what came out of it is enough.
                if (whole || plain.size() == 0) {
                    throw e;
                }
            }
            // Of a zip's files the ends are known; else the end may be that of the sample.
            boolean known = whole || !name.isEmpty();
            return Optional.of(
                    new Sample(
                            name,
                            plain.toByteArray(),
                            ended && known ? Ending.WHOLE : Ending.CUT_OFF));
        }

        /// @return whether the bytes came to their end
        private static boolean copy(InputStream from, ByteArrayOutputStream to) throws IOException {
            byte[] piece = new byte[8 * 1024];
            while (to.size() < FormatDetector.SAMPLE) {
                int got =
                        from.read(
                                piece,
                                0,
                                Math.min(piece.length, FormatDetector.SAMPLE - to.size()));
                if (got < 0) {
                    return true;
                }
                to.write(piece, 0, got);
            }
            return false;
        }
    }
}
