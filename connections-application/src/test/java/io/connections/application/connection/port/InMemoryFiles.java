package io.connections.application.connection.port;

import io.connections.application.connection.port.ConnectorFailed.Reason;
import io.connections.application.connection.port.TestReport.Outcome;
import io.connections.application.connection.port.TestReport.Step;
import io.connections.domain.goal.FileSelection;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A system that holds files, of kind `sftp`, all written at once. Only `open-sesame` as the secret
/// `password` signs in.
public final class InMemoryFiles implements Connector.Files, Connectors {
    public static final Instant MODIFIED = Instant.parse("2026-11-23T10:00:00Z");

    private final Map<String, byte[]> files = new TreeMap<>();

    public void put(String path, byte[] content) {
        files.put(absolute(path), content.clone());
    }

    public Optional<byte[]> content(String path) {
        return Optional.ofNullable(files.get(absolute(path))).map(byte[]::clone);
    }

    @Override
    public Optional<Connector> find(String kind) {
        return kind.equals(kind()) ? Optional.of(this) : Optional.empty();
    }

    @Override
    public String kind() {
        return "sftp";
    }

    @Override
    public TestReport test(Access access) {
        boolean welcome = isWelcome(access);
        Outcome signIn =
                welcome
                        ? new Outcome.Passed("password")
                        : new Outcome.Failed(
                                Reason.SIGN_IN_REFUSED, "Refused.", "Look at the password.", "");
        Outcome list =
                welcome ? new Outcome.Passed(files.size() + " files") : new Outcome.NotReached();
        return new TestReport(
                List.of(new Step("sign-in", signIn), new Step("list-folder", list)), Map.of());
    }

    @Override
    public FileStore open(Access access) throws ConnectorFailed {
        if (!isWelcome(access)) {
            throw new ConnectorFailed(Reason.SIGN_IN_REFUSED, "Refused.", "Look at the password.");
        }
        return new Store();
    }

    /// The files that a goal asks for, in the order of their names.
    public static List<FileStore.RemoteFile> selected(FileStore store, FileSelection selection)
            throws ConnectorFailed {
        List<FileStore.RemoteFile> selected =
                store.list(selection.folder()).stream()
                        .filter(file -> matches(file.name(), selection.namePattern()))
                        .toList();
        if (selected.isEmpty()) {
            throw new ConnectorFailed(Reason.FILE_MISSING, "None matches.", "Send one.");
        }
        return selection.pick() == FileSelection.Pick.NEWEST
                ? List.of(selected.getLast())
                : selected;
    }

    /// Of patterns with one asterisk, or none.
    private static boolean matches(String name, String pattern) {
        int asterisk = pattern.indexOf('*');
        return asterisk < 0
                ? name.equals(pattern)
                : name.startsWith(pattern.substring(0, asterisk))
                        && name.endsWith(pattern.substring(asterisk + 1));
    }

    private static boolean isWelcome(Access access) {
        return access.secret("password")
                .filter(secret -> secret.reveal().equals("open-sesame"))
                .isPresent();
    }

    /// A name with U+FFFD stands for one of bytes that are no text.
    private static boolean isNoText(String path) {
        return path.indexOf('\uFFFD') >= 0;
    }

    private static String absolute(String path) {
        return path.startsWith("/") ? path : "/" + path;
    }

    private final class Store implements FileStore {
        @Override
        public List<RemoteFile> list(String folder) throws ConnectorFailed {
            String start =
                    absolute(folder).endsWith("/") ? absolute(folder) : absolute(folder) + "/";
            boolean there = files.keySet().stream().anyMatch(path -> path.startsWith(start));
            if (!there && !start.equals("/")) {
                throw new ConnectorFailed(Reason.FOLDER_MISSING, "No folder " + folder, "Make it.");
            }
            return files.keySet().stream()
                    .filter(path -> path.startsWith(start))
                    .filter(path -> path.indexOf('/', start.length()) < 0)
                    .filter(path -> !isNoText(path))
                    .map(this::file)
                    .toList();
        }

        @Override
        public List<String> leftOut() {
            return files.keySet().stream()
                    .filter(InMemoryFiles::isNoText)
                    .map(path -> path.substring(path.lastIndexOf('/') + 1))
                    .toList();
        }

        @Override
        public RemoteFile stat(String path) throws ConnectorFailed {
            requireThere(path);
            return file(absolute(path));
        }

        @Override
        public InputStream read(String path) throws ConnectorFailed {
            return new ByteArrayInputStream(requireThere(path));
        }

        @Override
        public void move(String from, String to) throws ConnectorFailed {
            byte[] content = requireThere(from);
            String free = absolute(to);
            for (int i = 2; files.containsKey(free); i++) {
                int dot = absolute(to).lastIndexOf('.');
                free = absolute(to).substring(0, dot) + "-" + i + absolute(to).substring(dot);
            }
            files.remove(absolute(from));
            files.put(free, content);
        }

        @Override
        public void delete(String path) throws ConnectorFailed {
            requireThere(path);
            files.remove(absolute(path));
        }

        @Override
        public void close() {}

        private byte[] requireThere(String path) throws ConnectorFailed {
            byte[] content = files.get(absolute(path));
            if (content == null) {
                throw new ConnectorFailed(Reason.FILE_MISSING, "No file " + path, "Send it.");
            }
            return content;
        }

        private RemoteFile file(String path) {
            String name = path.substring(path.lastIndexOf('/') + 1);
            return new RemoteFile(path, name, content(path).orElseThrow().length, MODIFIED);
        }
    }
}
