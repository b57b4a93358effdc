package io.connections.adapters.persistence.run;

import io.connections.application.run.port.ChunkStore;
import io.connections.application.run.port.CrashPoints;
import io.connections.application.run.port.Lease;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import javax.sql.DataSource;

@Singleton
public final class PostgresChunkStore implements ChunkStore {
    private final DataSource dataSource;
    private final CrashPoints crashPoints;

    @Inject
    public PostgresChunkStore(DataSource dataSource, CrashPoints crashPoints) {
        this.dataSource = dataSource;
        this.crashPoints = crashPoints;
    }

    @Override
    public LaneStore open(Lease lease, int goal, int lane) {
        try {
            return new PostgresLaneStore(
                    new LaneSession(dataSource.getConnection()),
                    crashPoints,
                    new LaneKey(lease, goal, lane));
        } catch (SQLException e) {
            throw SqlFailures.unexpected(e);
        }
    }
}
