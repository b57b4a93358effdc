package io.connections.adapters.connector.file;

import io.connections.domain.goal.FileSelection.Compression;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;

/// The plain files within a file: itself, or what was packed into it, one after another.
final class Unpacked {
    private final RawBytes raw;
    private final FileLimits limits;
    private final Entries entries;
    private long unpacked;

    /// @param name of the plain file within its package; empty where there is none
    record PlainFile(String name, InputStream bytes) {}

    private interface Entries {
        Optional<PlainFile> next() throws IOException;
    }

    Unpacked(RawBytes raw, Compression chosen, FileLimits limits) throws IOException {
        this.raw = raw;
        this.limits = limits;
        byte[] head = raw.readNBytes(4);
        InputStream all = new Prefixed(head, raw);
        this.entries =
                switch (chosen == Compression.AUTO ? detect(head) : chosen) {
                    case GZIP -> once(gzip(head, all));
                    case ZIP -> zip(head, all);
                    case AUTO, NONE -> once(all);
                };
    }

    static Compression detect(byte[] head) {
        if (head.length >= 2 && head[0] == 0x1F && head[1] == (byte) 0x8B) {
            return Compression.GZIP;
        }
        boolean zip =
                head.length >= 4
                        && head[0] == 'P'
                        && head[1] == 'K'
                        && (head[2] == 3 || head[2] == 5)
                        && head[3] == head[2] + 1;
        return zip ? Compression.ZIP : Compression.NONE;
    }

    Optional<PlainFile> next() throws IOException {
        return entries.next();
    }

    private static Entries once(InputStream bytes) {
        var file =
                new Object() {
                    Optional<PlainFile> left = Optional.of(new PlainFile("", bytes));
                };
        return () -> {
            Optional<PlainFile> next = file.left;
            file.left = Optional.empty();
            return next;
        };
    }

    private InputStream gzip(byte[] head, InputStream all) throws IOException {
        if (head.length > 0 && detect(head) != Compression.GZIP) {
            throw notPackedSo("gzip");
        }
        return new Watched(new GzipMembers(all, raw.path()));
    }

    private Entries zip(byte[] head, InputStream all) {
        ZipArchiveInputStream zip = new ZipArchiveInputStream(all, "UTF-8", true, true);
        return () -> {
            if (head.length > 0 && detect(head) != Compression.ZIP) {
                throw notPackedSo("zip");
            }
            for (ZipArchiveEntry entry = zip.getNextEntry();
                    entry != null;
                    entry = zip.getNextEntry()) {
                if (entry.getName().equals("[Content_Types].xml")) {
                    throw new BrokenStream(
                            "not-text",
                            "The file is an Office document, such as an Excel workbook.",
                            "Save it as CSV and send that.");
                }
                if (!zip.canReadEntryData(entry)) {
                    throw new BrokenStream(
                            "archive-unreadable",
                            "“%s” in the zip file is protected by a password or packed in a rare way."
                                    .formatted(entry.getName()),
                            "Send a zip file without password, packed by the usual method (deflate).");
                }
                if (!entry.isDirectory() && !isHidden(entry.getName())) {
                    return Optional.of(new PlainFile(entry.getName(), new Watched(zip)));
                }
                // Going on to the next entry would unpack this one too, with nobody watching.
                new Watched(zip).transferTo(OutputStream.nullOutputStream());
            }
            return Optional.empty();
        };
    }

    private static boolean isHidden(String name) {
        return name.startsWith("__MACOSX/")
                || name.substring(name.lastIndexOf('/') + 1).startsWith(".");
    }

    private static BrokenStream notPackedSo(String kind) {
        return new BrokenStream(
                "archive-unreadable",
                "The file does not start like a %s file.".formatted(kind),
                "Set the compression to automatic, or send the file packed with %s."
                        .formatted(kind));
    }

    /// What comes out of a package, held against what went in.
    private final class Watched extends InputStream {
        private final InputStream source;
        private final byte[] one = new byte[1];

        Watched(InputStream source) {
            this.source = source;
        }

        @Override
        public int read() throws IOException {
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int got;
            try {
                got = source.read(into, offset, length);
            } catch (BrokenStream e) {
                throw e;
            } catch (EOFException e) {
                throw unreadable("ends in the middle", e);
            } catch (IOException e) {
                if (Causes.connectorFailed(e).isPresent()) {
                    throw e;
                }
                throw unreadable("is damaged", e);
            }
            unpacked += Math.max(got, 0);
            if (unpacked > limits.unpackedBytes()) {
                throw bomb("more than %,d bytes".formatted(limits.unpackedBytes()));
            }
            if (unpacked > limits.ratioFromBytes()
                    && unpacked / limits.unpackedRatio() > raw.count()) {
                throw bomb("more than %d times its size".formatted(limits.unpackedRatio()));
            }
            return got;
        }

        private BrokenStream unreadable(String how, IOException cause) {
            BrokenStream broken =
                    new BrokenStream(
                            "archive-unreadable",
                            "The packed file “%s” %s.".formatted(raw.path(), how),
                            "Have it packed and sent again.");
            broken.addSuppressed(cause);
            return broken;
        }

        private static BrokenStream bomb(String size) {
            return new BrokenStream(
                    "zip-bomb",
                    "The packed file unpacks to %s. Reading stopped there.".formatted(size),
                    "If it is meant to be so, have it sent unpacked, or let the operator raise the limit.");
        }
    }
}
