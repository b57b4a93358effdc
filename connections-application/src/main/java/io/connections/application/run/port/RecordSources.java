package io.connections.application.run.port;

import io.connections.application.connection.port.Access;
import io.connections.application.connection.port.Connector;
import io.connections.application.connection.port.ConnectorFailed;
import io.connections.domain.goal.FileSource;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;

/// Opens what a run reads from. Blocking.
public interface RecordSources {
    /// The goal's files. Signs in; the source is to be closed.
    RecordSource files(Connector.Files connector, Access access, FileSource source)
            throws ConnectorFailed;

    /// Rejected records that a person has mended and uploaded, as one part. Two kinds of file are
    /// understood: one laid out like the goal's own (with its own header, if the layout has one),
    /// and our own download (with at least its columns `line`, `reason` and `raw`), of which each
    /// `raw` is read as it was before and keeps its original line. Where not all records were read
    /// alike, the columns `file` and `record` say how; where they do not, the record is rejected.
    ///
    /// @param originals how the records were read that may have been rejected; never empty
    RecordSource mended(Upload upload, List<Original> originals);

    /// How the records of a file were read.
    ///
    /// @param from the number within the goal of the first that was read so
    record Original(String file, long from, RecordSource.Layout layout) {}

    /// A file that a person handed over; it can be opened more than once and never changes.
    interface Upload {
        String name();

        long size();

        Instant uploaded();

        InputStream open() throws IOException;
    }
}
