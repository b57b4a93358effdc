package io.connections.adapters.connector.file;

import io.connections.domain.goal.FileSelection.Compression;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/// What was packed with gzip, in one piece or in several put one behind the other. Zeros behind the
/// last piece are padding, as they are for gzip itself; other bytes there may be a piece that was
/// damaged, so they are not passed over.
final class GzipMembers extends InputStream {
    private final BufferedInputStream packed;
    private final String path;
    private final byte[] one = new byte[1];
    private Optional<InputStream> member = Optional.empty();

    GzipMembers(InputStream packed, String path) {
        this.packed = new BufferedInputStream(packed);
        this.path = path;
    }

    @Override
    public int read() throws IOException {
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        while (member.isPresent() || isAtAnother()) {
            if (member.isEmpty()) {
                member =
                        Optional.of(
                                GzipCompressorInputStream.builder().setInputStream(packed).get());
            }
            int got = member.get().read(into, offset, length);
            if (got >= 0) {
                return got;
            }
            member = Optional.empty();
        }
        return -1;
    }

    private boolean isAtAnother() throws IOException {
        packed.mark(2);
        if (Unpacked.detect(packed.readNBytes(2)) == Compression.GZIP) {
            packed.reset();
            return true;
        }
        packed.reset();
        for (int padding = packed.read(); padding >= 0; padding = packed.read()) {
            if (padding > 0) {
                throw new BrokenStream(
                        "archive-unreadable",
                        "“%s” goes on behind the end of what was packed with gzip.".formatted(path),
                        "Have it packed and sent again: a part of it may have been damaged on its way.");
            }
        }
        return false;
    }
}
