package io.connections.adapters.persistence.run;

import io.connections.adapters.persistence.document.Bytes;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.UUID;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;

/// Writes rows by COPY in its binary format, in which ids and numbers need no parsing. Sends as it
/// fills, so that the server works while the next rows are being encoded.
final class BinaryCopy {
    private static final byte[] SIGNATURE =
            "PGCOPY\n\377\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int SEND_AT = 1 << 16;

    private final CopyIn copy;
    private final Bytes out;

    BinaryCopy(CopyManager manager, String statement, Bytes buffer) throws SQLException {
        this.copy = manager.copyIn(statement + " from stdin (format binary)");
        this.out = buffer;
        out.clear();
        for (byte b : SIGNATURE) {
            out.put((char) (b & 0xFF));
        }
        out.putInt(0);
        out.putInt(0);
    }

    void row(int columns) throws SQLException {
        if (out.size() >= SEND_AT) {
            send();
        }
        out.putShort(columns);
    }

    void uuid(UUID value) {
        out.putInt(16);
        out.putLong(value.getMostSignificantBits());
        out.putLong(value.getLeastSignificantBits());
    }

    void int4(int value) {
        out.putInt(4);
        out.putInt(value);
    }

    void int8(long value) {
        out.putInt(8);
        out.putLong(value);
    }

    void bool(boolean value) {
        out.putInt(1);
        out.put(value ? '\1' : '\0');
    }

    /// PostgreSQL's one-byte type `"char"`.
    void letter(char value) {
        out.putInt(1);
        out.put(value);
    }

    void text(String value) {
        int length = out.size();
        out.putInt(0);
        out.putUtf8(value);
        out.setInt(length, out.size() - length - 4);
    }

    void absent() {
        out.putInt(-1);
    }

    interface Document {
        void writeTo(Bytes out);
    }

    void jsonb(Document document) {
        int length = out.size();
        out.putInt(0);
        // The version of jsonb's binary form.
        out.put((char) 1);
        document.writeTo(out);
        out.setInt(length, out.size() - length - 4);
    }

    long end() throws SQLException {
        out.putShort(-1);
        send();
        return copy.endCopy();
    }

    private void send() throws SQLException {
        copy.writeToCopy(out.array(), 0, out.size());
        out.clear();
    }

    /// After a failure on our side the server must not wait for more rows.
    void cancelIfOpen() {
        if (copy.isActive()) {
            try {
                copy.cancelCopy();
            } catch (SQLException _) {
                // The transaction is rolled back next, or the connection is gone.
            }
        }
    }
}
