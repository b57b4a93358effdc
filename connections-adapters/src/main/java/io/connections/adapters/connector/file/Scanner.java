package io.connections.adapters.connector.file;

import io.connections.application.run.port.RecordSource.SourceRecord;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// The records of one plain file, one after another.
interface Scanner {
    Optional<SourceRecord> next() throws IOException;

    /// The names of the fields in their order; empty where each record names its own.
    List<String> fields();
}
