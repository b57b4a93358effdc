package io.connections.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.adapters.persistence.run.PostgresRunJournal;
import io.connections.adapters.run.Runs;
import io.connections.application.run.port.Lease;
import io.connections.application.run.port.ShareKey;
import io.connections.domain.run.RunId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A run that a service of the version before has in hand, which counts nobody.
@Tag("M18")
class TakeoversMigrationTest {
    private final TestDatabase database = TestDatabase.createEmpty();
    private final Runs runs = new Runs(database.dataSource());

    @BeforeEach
    void asTheVersionBeforeLeftIt() {
        database.migrateTo("24");
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void whatItDidBeforeIsNotInVain() {
        RunId run = runs.queue();
        runs.execute(
                """
                insert into run_share (run_id, share, fence, owner, taken_at)
                values (?, 0, 9, 'before', now())
                """,
                run.value());
        runs.execute("update run_goal set state = 'RUNNING', lanes = 1");

        database.migrate();

        Lease lease =
                new PostgresRunJournal(database.dataSource())
                        .take(new ShareKey(run, 0), "after")
                        .orElseThrow();
        assertThat(lease.fence()).isEqualTo(10);
        assertThat(lease.takeovers().inVain()).isZero();
    }
}
