package io.connections.local;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/// Unpacks what was delivered as an archive.
final class Archives {
    private static final int EXECUTABLE = 0b001_000_000;

    private Archives() {}

    /// Unpacks into a folder that appears under its name only when it is whole.
    ///
    /// @param skippedFolders how many leading folders of each path in the archive are left out
    static void unpack(InputStream tar, Path target, int skippedFolders) throws IOException {
        var unfinished = target.resolveSibling(target.getFileName() + ".unfinished");
        DataFolder.delete(unfinished);
        DataFolder.delete(target);
        Files.createDirectories(unfinished);
        try (var entries = new TarArchiveInputStream(new BufferedInputStream(tar, 1 << 16))) {
            for (var entry = entries.getNextEntry();
                    entry != null;
                    entry = entries.getNextEntry()) {
                write(entry, entries, unfinished, skippedFolders);
            }
        }
        Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path root, int skipped)
            throws IOException {
        var name = Path.of(entry.getName()).normalize();
        if (name.getNameCount() <= skipped) {
            return;
        }
        var file = root.resolve(name.subpath(skipped, name.getNameCount())).normalize();
        if (!file.startsWith(root)) {
            throw new IOException("The archive names a file outside of itself: " + name);
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
            if ((entry.getMode() & EXECUTABLE) != 0 && !file.toFile().setExecutable(true)) {
                throw new IOException("Could not be made executable: " + file);
            }
        }
    }
}
