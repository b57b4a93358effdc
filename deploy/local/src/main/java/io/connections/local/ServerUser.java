package io.connections.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// As whom the database server runs: it refuses to run as root, which is who starts us in many
/// containers.
sealed interface ServerUser {
    /// The words in front of a command that make it run as this user.
    List<String> prefix();

    /// Makes a file or folder readable and writable for this user.
    void give(Path path) throws IOException;

    default Path workingFolder(Path wanted) {
        return wanted;
    }

    /// An ordinary user: as it is.
    record Oneself() implements ServerUser {
        @Override
        public List<String> prefix() {
            return List.of();
        }

        @Override
        public void give(Path path) {
            // it is ours already
        }
    }

    /// Root, in a user namespace where it is not called root; outside, files still belong to
    /// root.
    record Namespace() implements ServerUser {
        @Override
        public List<String> prefix() {
            return List.of("unshare", "-U");
        }

        @Override
        public void give(Path path) {
            // outside of the namespace it is the same user
        }
    }

    /// Root where user namespaces are forbidden: the user nobody, who then owns the database's
    /// files.
    record Nobody() implements ServerUser {
        @Override
        public List<String> prefix() {
            return List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
        }

        @Override
        public void give(Path path) throws IOException {
            run(List.of("chown", "-R", "65534:65534", path.toString()));
        }

        @Override
        public Path workingFolder(Path wanted) {
            return Path.of("/");
        }
    }

    static ServerUser here() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return new Oneself();
        }
        if (Child.onPath("unshare") && run(List.of("unshare", "-U", "true"))) {
            return new Namespace();
        }
        if (Child.onPath("setpriv")) {
            return new Nobody();
        }
        throw new CannotStart(
                "PostgreSQL does not run as root, and neither unshare nor setpriv is here.",
                "Start as an ordinary user, or install the package util-linux.");
    }

    private static boolean run(List<String> command) {
        try {
            var process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
