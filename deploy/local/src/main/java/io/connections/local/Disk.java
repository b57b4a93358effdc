package io.connections.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// Room on a disk: asked for before anything is written, and recognised when it runs out after
/// all.
final class Disk {
    private static final long MEBIBYTE = 1024L * 1024;

    private Disk() {}

    /// Room in bytes that a folder's disk has for us.
    interface Room {
        long of(Path folder) throws IOException;

        static Room real() {
            return folder -> Files.getFileStore(folder).getUsableSpace();
        }
    }

    static void require(Path folder, long mebibytes, Room room) throws IOException {
        var free = room.of(folder) / MEBIBYTE;
        if (free < mebibytes) {
            throw new CannotStart(
                    "The disk of %s has %d MiB left; %d MiB are needed."
                            .formatted(folder, free, mebibytes),
                    "Make room, or keep the data elsewhere: --data DIR");
        }
    }

    /// Whether not even a few lines could be written beside this file.
    static boolean hasNoRoom(Path file, Room room) {
        try {
            return room.of(file) < MEBIBYTE;
        } catch (IOException _) {
            return false;
        }
    }

    static CannotStart full(Path file) {
        return new CannotStart(
                "The disk of %s is full.".formatted(file),
                "Make room and start again (what is committed is kept), or keep the data elsewhere:"
                        + " --data DIR");
    }

    static boolean isFull(String message) {
        var text = message.toLowerCase(Locale.ROOT);
        return text.contains("no space left on device") || text.contains("disk quota exceeded");
    }
}
