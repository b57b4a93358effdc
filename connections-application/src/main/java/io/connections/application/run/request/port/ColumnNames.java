package io.connections.application.run.request.port;

import io.connections.domain.goal.FileFormat;
import java.util.List;

/// What a file calls its columns, as a run that reads it would have them. Nothing is asked outside.
public interface ColumnNames {
    /// @param beginning of the file, with its first line
    /// @param format with a header
    /// @return none where the first line cannot be read so
    List<String> of(byte[] beginning, FileFormat.Csv format);
}
