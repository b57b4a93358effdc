package io.connections.adapters.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.adapters.connector.file.FileSources;
import io.connections.adapters.persistence.TestDatabase;
import io.connections.adapters.run.Customers.Shape;
import io.connections.application.run.port.CrashPoints;
import io.connections.domain.run.RunId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What customers' files hold stays out of the run's log and the operator's.
@Tag("M18")
class RunLogTest {
    @TempDir Path folder;
    private final TestDatabase database = TestDatabase.create();
    private final Runs runs = new Runs(database.dataSource());
    private final Listening heard = new Listening();

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(heard);
        Customers.write(folder.resolve("a.csv"), 20, 1, Shape.PLAIN);
    }

    @AfterEach
    void drop() {
        Logger.getLogger("").removeHandler(heard);
        database.close();
    }

    @Test
    void aRecordThatTheDatabaseRefusesIsLoggedWithoutItsValues() throws Exception {
        runs.execute(
                "alter table profile add constraint no_third"
                        + " check (properties->>'1' <> 'C-000000003')");
        RunId run = runs.queue();

        work(run, CrashPoints.NONE);

        assertThat(runs.counts(run)).contains("created=19").contains("rejected=1");
        assertThat(said(run)).contains("23514").contains("no_third").doesNotContain(values());
    }

    @Test
    void aConflictIsLoggedWithoutTheIdentifier() throws Exception {
        AtomicBoolean first = new AtomicBoolean(true);
        RunId run = runs.queue();

        work(
                run,
                point -> {
                    if (point == CrashPoints.Point.BEFORE_COPY && first.getAndSet(false)) {
                        runs.execute(
                                """
                                with p as (insert into profile (id, properties)
                                  values (gen_random_uuid(), '{"1":"C-000000003"}') returning id)
                                insert into profile_identifier
                                select 1, 'C-000000003', id from p
                                """);
                    }
                });

        assertThat(runs.counts(run)).contains("created=19").contains("updated=1");
        assertThat(said(run)).contains("profile_identifier_pkey").doesNotContain(values());
    }

    @Test
    void whatNobodyForesawIsLoggedWithoutTheRow() throws Exception {
        runs.execute(
                """
                create function fails() returns trigger language plpgsql as $$
                begin raise exception 'cannot take %', new using errcode = 'P0001'; end $$
                """);
        runs.execute(
                "create trigger fails before insert on profile"
                        + " for each row execute function fails()");
        RunId run = runs.queue();

        work(run, CrashPoints.NONE);

        assertThat(runs.problem(run)).isEqualTo("internal-error");
        assertThat(said(run)).contains("P0001").doesNotContain(values());
    }

    private void work(RunId run, CrashPoints crashPoints) throws InterruptedException {
        Worker.work(
                database,
                run,
                CustomerImport.from(goal -> FileSources.local(folder, goal.source())),
                100,
                1,
                crashPoints);
    }

    private String said(RunId run) {
        List<String> technical =
                runs.texts(
                        """
                        select coalesce(problem_message, '') || coalesce(problem_technical, '')
                        from run_goal where run_id = ?
                        """,
                        run.value());
        return String.join("\n", runs.log(run))
                + String.join("\n", technical)
                + String.join("\n", heard.lines);
    }

    /// Long enough to be nothing else.
    private String[] values() throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve("a.csv"))) {
            return lines.skip(1)
                    .flatMap(line -> Arrays.stream(line.split(",", -1)))
                    .filter(value -> value.length() > 7)
                    .toArray(String[]::new);
        }
    }

    private static final class Listening extends Handler {
        final List<String> lines = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord record) {
            lines.add(record.getLevel() + " " + record.getMessage());
            for (Throwable each = record.getThrown(); each != null; each = each.getCause()) {
                lines.add(String.valueOf(each));
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
