package io.connections.application.run.port;

import io.connections.application.connection.port.Access;
import io.connections.application.connection.port.Connector;
import io.connections.application.connection.port.ConnectorFailed;
import io.connections.domain.goal.FileSource;
import java.io.IOException;
import java.io.InputStream;

/// Opens what a run reads from. Blocking.
public interface RecordSources {
    /// The goal's files. Signs in; the source is to be closed.
    RecordSource files(Connector.Files connector, Access access, FileSource source)
            throws ConnectorFailed;

    /// Rejected records that a person has mended and uploaded, as one part. Two kinds of file are
    /// understood: one laid out like the goal's own (with its own header, if the layout has one),
    /// and our own download (with at least its columns `line`, `reason` and `raw`), of which each
    /// `raw` is read as a record of the original layout and keeps its original line.
    ///
    /// @param original how the part was read from which the records were rejected
    RecordSource mended(Upload upload, RecordSource.Layout original);

    /// A file that a person handed over; it can be opened more than once and never changes.
    interface Upload {
        String name();

        long size();

        InputStream open() throws IOException;
    }
}
