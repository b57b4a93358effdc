package io.connections.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.adapters.run.Runs;
import io.connections.domain.run.RunId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What ran before there were hourly totals is in them, once.
@Tag("M29")
class HomeMigrationTest {
    private final TestDatabase database = TestDatabase.createEmpty();
    private final Runs runs = new Runs(database.dataSource());

    @BeforeEach
    void asTheVersionBeforeLeftIt() {
        database.migrateTo("16");
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void whatRanBeforeIsCountedInItsHourAndWhatComesAfterIsAdded() {
        RunId failed = runs.queue();
        chunk(failed, 4, "now() - interval '2 days'");
        chunk(failed, 3, "now() - interval '40 days'");
        ends(failed, "FAILED", "now() - interval '2 days'");
        RunId going = runs.queue();
        chunk(going, 2, "now()");

        database.migrate();
        chunk(going, 5, "now()");
        ends(going, "FINISHED", "now()");

        assertThat(runs.number("select sum(read) from hourly_total")).isEqualTo(4 + 2 + 5);
        assertThat(
                        runs.number(
                                """
                                select sum(read) from hourly_total
                                where hour = date_trunc('hour', now() - interval '2 days', 'UTC')
                                """))
                .isEqualTo(4);
        assertThat(runs.number("select sum(runs_failed) from hourly_total")).isEqualTo(1);
        assertThat(runs.number("select sum(runs_finished) from hourly_total")).isEqualTo(1);
    }

    @Test
    void theNewestRunOfAConnectionSaysHowMuchItRejected() {
        RunId run = runs.queue();
        runs.execute(
                """
                insert into connection (id, version, type_id, name, description, turned_on, setup,
                  goals, created_at, created_by, modified_at, modified_by)
                select connection_id, 1, 'sftp', 'Customers', '', true, '{}', '[]', now(), 'Mia',
                  now(), 'Mia' from run
                """);
        runs.execute(
                """
                insert into run_lane (run_id, ordinal, share, lane, read, created, rejected)
                values (?, 0, 0, 0, 10, 9, 1)
                """,
                run.value());
        ends(run, "FINISHED", "now()");

        database.migrate();

        assertThat(
                        runs.text(
                                """
                                select concat_ws(' ', last_run_read, last_run_rejects)
                                from connection_overview
                                """))
                .isEqualTo("10 1");
    }

    private void chunk(RunId run, int records, String at) {
        runs.execute(
                """
                insert into run_chunk (run_id, ordinal, share, lane, at, read, created, updated,
                  unchanged, skipped_for_consent, skipped_without_match, filtered, rejected, bytes)
                values (?, 0, 0, 0, %s, ?, ?, 0, 0, 0, 0, 0, 0, 0)
                """
                        .formatted(at),
                run.value(),
                records,
                records);
    }

    private void ends(RunId run, String state, String at) {
        runs.execute(
                "update run set state = ?, ended_at = %s where id = ?".formatted(at),
                state,
                run.value());
    }
}
