package io.connections.application.run.port;

import io.connections.application.connection.port.ConnectorFailed;
import io.connections.domain.goal.FileFormat;
import io.connections.domain.goal.InputRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where a goal's records come from, opened for one share of a run. Blocking, for one thread at a
/// time.
public interface RecordSource extends AutoCloseable {
    /// What there is to read now, in the order in which it is read; never empty. A run asks once
    /// and keeps the answer.
    ///
    /// @throws ConnectorFailed with `FILE_MISSING` when nothing matches
    List<Part> parts() throws ConnectorFailed;

    /// Names of files that would have been parts the last time [#parts] was asked, had their names
    /// been text.
    default List<String> leftOut() {
        return List.of();
    }

    /// Reads one part from its start.
    ///
    /// @param proof what an earlier, interrupted reading of this part saw; the reader compares as
    ///     it passes the same place
    /// @throws SourceBroken when the part cannot be read as what it should be
    RecordReader open(Part part, Optional<Proof> proof) throws ConnectorFailed, SourceBroken;

    /// What is to become of a part once all its records are committed: rename, move, delete.
    /// Repeating it does no harm, and a file that has taken the part's place since is left alone.
    void conclude(Part part) throws ConnectorFailed;

    @Override
    void close();

    /// One file of the source.
    ///
    /// @param size bytes in the other system, compressed or not
    record Part(String path, long size, Instant modified) {}

    /// How many raw bytes of a part had been read, and the SHA-256 of them (hexadecimal): enough to
    /// notice that it is no longer the same.
    record Proof(long bytes, String sha256) {}

    /// How a part was read: the goal's format or the detected one, and the names of its fields in
    /// their order. Kept with a run's part, it lets rejected records be read again without their
    /// header.
    ///
    /// @param fields empty for formats in which each record names its own
    record Layout(FileFormat format, List<String> fields) {
        public Layout {
            fields = List.copyOf(fields);
        }
    }

    interface RecordReader extends AutoCloseable {
        /// How the record was read that [#next] gave last: known as soon as the part is open, and
        /// another where the part is a package of several files.
        Layout layout();

        /// The name, within the package, of the file that the layout is of; empty where the part is
        /// no package.
        default String entry() {
            return "";
        }

        /// Names, within the package, of the files that were passed over so far because nothing is
        /// in them.
        default List<String> emptyEntries() {
            return List.of();
        }

        /// The next record, or empty at the part's proven end: then size, time and bytes read have
        /// been compared again.
        ///
        /// @throws SourceBroken when the part was replaced, cut short or has grown, or cannot be
        ///     read on
        Optional<SourceRecord> next() throws ConnectorFailed, SourceBroken;

        /// Raw bytes read so far, for progress; never more than the part's size.
        long bytesRead();

        /// What a later reading can be compared with. At the end it covers the whole part.
        Proof proof();

        @Override
        void close();
    }

    sealed interface SourceRecord {
        long line();

        /// About how many bytes of memory it takes while it waits to be written: of a wide record
        /// with few values many more than in its file.
        long weight();

        /// A record with its fields. Its [InputRecord#number()] counts within the part.
        record Good(InputRecord record, long weight) implements SourceRecord {
            @Override
            public long line() {
                return record.line();
            }
        }

        /// A place where no record could be read; reading goes on behind it.
        ///
        /// @param number as [InputRecord#number()]
        /// @param reason a stable code in kebab case: `ragged-line`, `unclosed-quote`, `not-utf-8`
        /// @param raw the text as it stands, at most 64 KiB: what is longer ends with
        ///     `InputRecord.CUT_OFF`
        record Broken(long number, long line, String reason, String message, String raw)
                implements SourceRecord {
            private static final int BESIDES_THE_TEXT = 200;

            @Override
            public long weight() {
                return BESIDES_THE_TEXT + 2L * raw.length();
            }
        }
    }

    /// The part as a whole cannot be used; nothing more of it is read and the run fails saying so.
    final class SourceBroken extends Exception {
        private final String code;
        private final String remedy;

        /// @param code stable, in kebab case: `file-changed`, `file-empty`, `not-text`, `zip-bomb`,
        ///     `line-too-long`, `column-missing`
        public SourceBroken(String code, String message, String remedy) {
            super(message);
            this.code = code;
            this.remedy = remedy;
        }

        public String code() {
            return code;
        }

        public String remedy() {
            return remedy;
        }
    }
}
