package io.connections.application.run.request.port;

import io.connections.domain.goal.FileFormat;
import java.util.List;

/// What a file is by its beginning, as a run that reads it would have it. Nothing is asked outside.
public interface FileBeginnings {
    sealed interface Content {
        /// What is in it shows only when it is unpacked.
        record Packed() implements Content {}

        record NotText() implements Content {}

        /// @param beginning in the encoding that was found out, without its mark; what cannot be
        ///     read in it, such as half a character at the end, is replaced
        record Text(String beginning) implements Content {}
    }

    Content content(byte[] beginning);

    /// What a file calls its columns.
    ///
    /// @param beginning of the file, with its first line
    /// @param format with a header
    /// @return none where the first line cannot be read so
    List<String> columns(byte[] beginning, FileFormat.Csv format);
}
