package io.connections.application.connection.port;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;

/// The files of one outside system, signed in. Blocking, for one thread at a time.
public interface FileStore extends AutoCloseable {
    /// Plain files of the folder, folders left out, in the order of their names. A symbolic link
    /// counts as what it points to.
    ///
    /// @param folder "" is where one lands after signing in
    List<RemoteFile> list(String folder) throws ConnectorFailed;

    /// Names, as far as they can be shown, that [#list] left out the last time: their bytes are no
    /// text to us, so that nothing could be asked for by them.
    default List<String> leftOut() {
        return List.of();
    }

    /// The file as it is now.
    ///
    /// @throws ConnectorFailed with `FILE_MISSING` when there is no such file
    RemoteFile stat(String path) throws ConnectorFailed;

    /// Its bytes from the start, read ahead over the wire. Reading fails with an `IOException`
    /// whose cause is a [ConnectorFailed] when the connection is lost.
    InputStream read(String path) throws ConnectorFailed;

    /// As [#read(String)], of which so many bytes will be wanted, as far as anybody knows: asking
    /// for what is behind them is of no use.
    default InputStream read(String path, long wanted) throws ConnectorFailed {
        return read(path);
    }

    /// Renames or moves; makes the target's folder where it is missing. Never replaces an existing
    /// file: a number is put before the last dot of the name (`a-2.csv`).
    void move(String from, String to) throws ConnectorFailed;

    /// @throws ConnectorFailed with `FILE_MISSING` when there is no such file
    void delete(String path) throws ConnectorFailed;

    @Override
    void close();

    /// @param path absolute
    /// @param size bytes
    /// @param modified as the other system says, seconds at best
    record RemoteFile(String path, String name, long size, Instant modified) {}
}
