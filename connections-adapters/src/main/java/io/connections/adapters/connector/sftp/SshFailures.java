package io.connections.adapters.connector.sftp;

import io.connections.application.connection.port.ConnectorFailed;
import io.connections.application.connection.port.ConnectorFailed.Reason;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeoutException;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.sftp.Response;
import net.schmizz.sshj.sftp.SFTPException;
import org.jspecify.annotations.Nullable;

/// What the protocol and the network say, in our words.
final class SshFailures {
    private SshFailures() {}

    static ConnectorFailed connecting(SftpSettings settings, IOException e) {
        String place = "%s, port %d".formatted(settings.host(), settings.port());
        if (has(e, ConnectException.class) || has(e, NoRouteToHostException.class)) {
            return new ConnectorFailed(
                    Reason.UNREACHABLE,
                    "Nothing answers at %s.".formatted(place),
                    "Check host and port, and that the server and the firewalls let us in.",
                    e);
        }
        if (isTimeout(e)) {
            return new ConnectorFailed(
                    Reason.TIMED_OUT,
                    "%s did not answer in time.".formatted(place),
                    "Check host and port, and that the server and the firewalls let us in.",
                    e);
        }
        return new ConnectorFailed(
                Reason.UNREACHABLE,
                "What answers at %s does not speak SSH with us: %s".formatted(place, words(e)),
                "Check that host and port are those of an SFTP server; FTP and FTPS are not SFTP.",
                e);
    }

    /// A folder that is there, and whose names the server does not tell.
    static ConnectorFailed listing(String folder, IOException e) {
        return new ConnectorFailed(
                Reason.OTHER,
                "The server cannot list the folder “%s”: %s".formatted(folder, words(e)),
                "The folder is there, but one of its names seems to be one the server cannot show."
                        + " Have files with unusual names renamed or moved away.",
                e);
    }

    /// @param what the folder or file it is about
    static ConnectorFailed using(SSHClient client, String what, boolean folder, IOException e) {
        if (e instanceof SFTPException sftp) {
            switch (sftp.getStatusCode()) {
                case NO_SUCH_FILE, NO_SUCH_PATH -> {
                    return folder
                            ? new ConnectorFailed(
                                    Reason.FOLDER_MISSING,
                                    "There is no folder “%s”.".formatted(what),
                                    "Check the folder; capitals count, and a path without / at its "
                                            + "start begins where one lands after signing in.",
                                    e)
                            : new ConnectorFailed(
                                    Reason.FILE_MISSING,
                                    "The file “%s” is not there.".formatted(what),
                                    "It may have been moved or deleted meanwhile: start a new run.",
                                    e);
                }
                case PERMISSION_DENIED, WRITE_PROTECT, CANNOT_DELETE -> {
                    return new ConnectorFailed(
                            Reason.NOT_PERMITTED,
                            "The server does not let us use “%s”.".formatted(what),
                            "Ask its operator to give the user the right to read there, and to "
                                    + "rename and delete if files are to be moved after import.",
                            e);
                }
                default -> {}
            }
        }
        if (isTimeout(e)) {
            return new ConnectorFailed(
                    Reason.TIMED_OUT,
                    "The server did not answer in time about “%s”.".formatted(what),
                    "Try again; if it stays so, ask the server's operator.",
                    e);
        }
        // The library knows of a broken line a moment later than the request that fails by it.
        boolean saidByServer =
                e instanceof SFTPException sftp
                        && sftp.getStatusCode() != Response.StatusCode.UNKNOWN;
        if (!saidByServer || !client.isConnected()) {
            return new ConnectorFailed(
                    Reason.CONNECTION_LOST,
                    "The connection was lost while “%s” was being used.".formatted(what),
                    "Try again; what was committed is kept.",
                    e);
        }
        return new ConnectorFailed(
                Reason.OTHER,
                "The server could not do it with “%s”: %s".formatted(what, words(e)),
                "Ask the server's operator.",
                e);
    }

    private static boolean isTimeout(IOException e) {
        return has(e, TimeoutException.class) || has(e, SocketTimeoutException.class);
    }

    private static boolean has(IOException e, Class<? extends Throwable> kind) {
        for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    static String words(Throwable e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }
}
