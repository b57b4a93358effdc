package io.connections.adapters.connector.sftp;

import com.hierynomus.sshj.sftp.RemoteResourceSelector;
import io.connections.application.connection.port.ConnectorFailed;
import io.connections.application.connection.port.FileStore;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.sftp.FileAttributes;
import net.schmizz.sshj.sftp.FileMode;
import net.schmizz.sshj.sftp.RemoteResourceInfo;
import net.schmizz.sshj.sftp.SFTPClient;
import net.schmizz.sshj.sftp.SFTPException;

/// The files of an SFTP server.
final class SftpFileStore implements FileStore {
    /// Stands in a name for bytes that are not UTF-8. Few names have it in their own right, so they
    /// are asked for.
    private static final char NO_TEXT = '\uFFFD';

    private final SSHClient client;
    private final SFTPClient sftp;
    private final String home;
    private final int maxNames;
    private List<String> leftOut = List.of();

    private SftpFileStore(SSHClient client, SFTPClient sftp, String home, int maxNames) {
        this.client = client;
        this.sftp = sftp;
        this.home = home;
        this.maxNames = maxNames;
    }

    /// The store owns the client from here on; it lists no folder of more than so many names.
    static SftpFileStore open(SSHClient client, String startFolder, Duration timeout, int maxNames)
            throws ConnectorFailed {
        try {
            SFTPClient sftp = client.newSFTPClient();
            sftp.getSFTPEngine().setTimeoutMs((int) timeout.toMillis());
            return new SftpFileStore(
                    client, sftp, within(sftp.canonicalize("."), startFolder), maxNames);
        } catch (IOException e) {
            throw SshFailures.using(client, startFolder, true, e);
        }
    }

    private static String within(String folder, String name) {
        if (name.startsWith("/")) {
            return name;
        }
        if (name.isEmpty()) {
            return folder;
        }
        return folder.endsWith("/") ? folder + name : folder + "/" + name;
    }

    private String absolute(String path) {
        return within(home, path);
    }

    @Override
    public List<RemoteFile> list(String folder) throws ConnectorFailed {
        String place = absolute(folder);
        Listing listing = new Listing(place);
        leftOut = List.of();
        try {
            sftp.ls(place, listing);
            List<RemoteFile> files = listing.files();
            leftOut = listing.leftOut();
            return files;
        } catch (IOException e) {
            if (e instanceof SFTPException && isFolder(place)) {
                throw SshFailures.listing(place, e);
            }
            throw SshFailures.using(client, place, true, e);
        }
    }

    /// A server that stumbles over one of a folder's names calls the folder itself missing.
    private boolean isFolder(String place) {
        try {
            FileAttributes found = sftp.statExistence(place);
            if (found == null || found.getType() != FileMode.Type.DIRECTORY) {
                return false;
            }
            sftp.getSFTPEngine().openDir(place).close();
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    @Override
    public List<String> leftOut() {
        return leftOut;
    }

    /// Keeps of each name what is needed while the server sends them, instead of all it says of
    /// all of them.
    private final class Listing implements RemoteResourceSelector {
        private final String place;
        private final List<RemoteFile> files = new ArrayList<>();
        private final List<String> links = new ArrayList<>();
        private final List<RemoteFile> doubtful = new ArrayList<>();
        private final List<String> leftOut = new ArrayList<>();
        private int names;

        Listing(String place) {
            this.place = place;
        }

        @Override
        public Result select(RemoteResourceInfo entry) {
            if (++names > maxNames) {
                return Result.BREAK;
            }
            FileAttributes attributes = entry.getAttributes();
            if (attributes.getType() == FileMode.Type.SYMLINK) {
                links.add(entry.getName());
            } else if (isPlainFile(attributes)) {
                RemoteFile file = file(within(place, entry.getName()), attributes);
                (file.name().indexOf(NO_TEXT) < 0 ? files : doubtful).add(file);
            }
            return Result.CONTINUE;
        }

        List<RemoteFile> files() throws ConnectorFailed, IOException {
            if (names > maxNames) {
                throw new ConnectorFailed(
                        ConnectorFailed.Reason.OTHER,
                        "The folder “%s” holds more than %,d names.".formatted(place, maxNames),
                        "Have finished files moved elsewhere, or choose a folder with fewer names.");
            }
            for (String link : links) {
                String path = within(place, link);
                FileAttributes target = sftp.statExistence(path);
                if (target != null && isPlainFile(target)) {
                    files.add(file(path, target));
                }
            }
            for (RemoteFile file : doubtful) {
                if (sftp.statExistence(file.path()) == null) {
                    leftOut.add(file.name());
                } else {
                    files.add(file);
                }
            }
            files.sort(Comparator.comparing(RemoteFile::name));
            return files;
        }

        List<String> leftOut() {
            leftOut.sort(Comparator.naturalOrder());
            return List.copyOf(leftOut);
        }
    }

    /// Some servers do not say what kind a file is.
    private static boolean isPlainFile(FileAttributes attributes) {
        return attributes.getType() == FileMode.Type.REGULAR
                || attributes.getType() == FileMode.Type.UNKNOWN;
    }

    private static RemoteFile file(String path, FileAttributes attributes) {
        return new RemoteFile(
                path,
                path.substring(path.lastIndexOf('/') + 1),
                attributes.getSize(),
                Instant.ofEpochSecond(attributes.getMtime()));
    }

    @Override
    public RemoteFile stat(String path) throws ConnectorFailed {
        String absolute = absolute(path);
        try {
            return file(absolute, sftp.stat(absolute));
        } catch (IOException e) {
            throw SshFailures.using(client, absolute, false, e);
        }
    }

    @Override
    public InputStream read(String path) throws ConnectorFailed {
        return read(path, Long.MAX_VALUE);
    }

    @Override
    public InputStream read(String path, long wanted) throws ConnectorFailed {
        String absolute = absolute(path);
        try {
            return new RemoteBytes(sftp.open(absolute), absolute, wanted);
        } catch (IOException e) {
            throw SshFailures.using(client, absolute, false, e);
        }
    }

    @Override
    public void move(String from, String to) throws ConnectorFailed {
        String source = absolute(from);
        String target = absolute(to);
        try {
            String folder = target.substring(0, target.lastIndexOf('/'));
            if (!folder.isEmpty() && sftp.statExistence(folder) == null) {
                sftp.mkdirs(folder);
            }
            String free = target;
            for (int number = 2; sftp.statExistence(free) != null; number++) {
                free = numbered(target, number);
            }
            sftp.rename(source, free);
        } catch (IOException e) {
            throw SshFailures.using(client, source, false, e);
        }
    }

    private static String numbered(String path, int number) {
        int name = path.lastIndexOf('/') + 1;
        int dot = path.lastIndexOf('.');
        int at = dot > name ? dot : path.length();
        return path.substring(0, at) + "-" + number + path.substring(at);
    }

    @Override
    public void delete(String path) throws ConnectorFailed {
        String absolute = absolute(path);
        try {
            sftp.rm(absolute);
        } catch (IOException e) {
            throw SshFailures.using(client, absolute, false, e);
        }
    }

    @Override
    public void close() {
        try {
            client.disconnect();
        } catch (IOException _) {
            // Hanging up: there is nothing left to save.
        }
    }

    /// A file's bytes, many requests ahead of the reader.
    private final class RemoteBytes extends InputStream {
        /// One answer of this size fits into one packet of the protocol.
        private static final int PIECE = 31 * 1024;

        private static final int REQUESTS_AHEAD = 48;

        private final net.schmizz.sshj.sftp.RemoteFile file;
        private final InputStream ahead;
        private final String path;
        private final byte[] one = new byte[1];
        private boolean broken;

        RemoteBytes(net.schmizz.sshj.sftp.RemoteFile file, String path, long wanted) {
            this.file = file;
            // Of a small file all those requests would be answered with its end.
            this.ahead =
                    file.new ReadAheadRemoteFileInputStream(REQUESTS_AHEAD, 0, Math.max(1, wanted));
            this.path = path;
        }

        @Override
        public int read() throws IOException {
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            try {
                return ahead.read(into, offset, Math.min(length, PIECE));
            } catch (IOException e) {
                broken = true;
                ConnectorFailed failed = SshFailures.using(client, path, false, e);
                throw new IOException(failed.getMessage(), failed);
            }
        }

        @Override
        public void close() throws IOException {
            // On a line that breaks just now the library fails in ways of its own.
            if (!broken && client.isConnected()) {
                file.close();
            }
        }
    }
}
