package io.connections.adapters.persistence.run;

import io.connections.application.run.port.RecordSources.Upload;
import io.connections.domain.run.RunId;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Enumeration;
import java.util.NoSuchElementException;
import javax.sql.DataSource;

/// The mended file of a replay, read piece by piece.
final class StoredUpload implements Upload {
    private final DataSource dataSource;
    private final RunId run;
    private final int pieces;
    private final long size;
    private final Instant uploaded;

    private StoredUpload(
            DataSource dataSource, RunId run, int pieces, long size, Instant uploaded) {
        this.dataSource = dataSource;
        this.run = run;
        this.pieces = pieces;
        this.size = size;
        this.uploaded = uploaded;
    }

    static StoredUpload of(DataSource dataSource, RunId run) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement(
                                """
                                select count(f.*), coalesce(sum(length(f.bytes)), 0), r.created_at
                                from run r left join replay_file f on f.run_id = r.id
                                where r.id = ? group by r.id
                                """)) {
            statement.setObject(1, run.value());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new StoredUpload(
                        dataSource,
                        run,
                        row.getInt(1),
                        row.getLong(2),
                        row.getObject(3, OffsetDateTime.class).toInstant());
            }
        } catch (SQLException e) {
            throw SqlFailures.unexpected(e);
        }
    }

    @Override
    public String name() {
        return "mended records";
    }

    @Override
    public long size() {
        return size;
    }

    /// Its run was made for it.
    @Override
    public Instant uploaded() {
        return uploaded;
    }

    @Override
    @SuppressWarnings("JdkObsolete") // SequenceInputStream knows nothing newer
    public InputStream open() {
        return new SequenceInputStream(
                new Enumeration<InputStream>() {
                    private int next;

                    @Override
                    public boolean hasMoreElements() {
                        return next < pieces;
                    }

                    @Override
                    public InputStream nextElement() {
                        return new ByteArrayInputStream(piece(next++));
                    }
                });
    }

    private byte[] piece(int number) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement(
                                """
                                select bytes from replay_file where run_id = ?
                                order by piece offset ? limit 1
                                """)) {
            statement.setObject(1, run.value());
            statement.setInt(2, number);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new NoSuchElementException("piece " + number);
                }
                return row.getBytes(1);
            }
        } catch (SQLException e) {
            throw SqlFailures.unexpected(e);
        }
    }
}
