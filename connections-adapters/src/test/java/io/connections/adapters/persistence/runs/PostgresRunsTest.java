package io.connections.adapters.persistence.runs;

import static io.connections.domain.connection.ConnectionFixtures.NOON;
import static io.connections.domain.connection.ConnectionFixtures.aConnection;
import static io.connections.domain.goal.GoalFixtures.aGoal;
import static io.connections.domain.goal.GoalFixtures.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.connections.adapters.testing.Awaiting;
import io.connections.adapters.testing.PostgresForTests;
import io.connections.adapters.testing.Tables;
import io.connections.application.connection.port.ConnectionRepository;
import io.connections.application.connection.port.RunsOfConnections;
import io.connections.application.kernel.port.Ids;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.application.run.request.RunDetail;
import io.connections.application.run.request.RunDetail.FileState;
import io.connections.application.run.request.RunDetail.HeldBack;
import io.connections.application.run.request.RunDetail.LeftOutValues;
import io.connections.application.run.request.RunState;
import io.connections.application.run.request.RunSummary.Cause;
import io.connections.application.run.request.SourceFile;
import io.connections.application.run.request.port.RunQueue;
import io.connections.application.run.request.port.RunQueue.NewGoal;
import io.connections.application.run.request.port.RunQueue.NewRun;
import io.connections.application.run.request.port.RunReadings;
import io.connections.application.run.request.port.RunsContract;
import io.connections.domain.connection.Connection;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.consent.ConsentGate.Verdict.Rule;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.goal.Counts;
import io.connections.domain.goal.GoalId;
import io.connections.domain.goal.ImportGoal;
import io.connections.domain.profile.ProfileProperty;
import io.connections.domain.profile.PropertyId;
import io.connections.domain.profile.PropertyType;
import io.connections.domain.run.RunId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields
class PostgresRunsTest extends RunsContract {
    @Inject UnitOfWork unitOfWork;
    @Inject ConnectionRepository connections;
    @Inject RunQueue queue;
    @Inject RunReadings readings;
    @Inject RunsOfConnections ofConnections;
    @Inject Ids ids;
    @Inject AgroalDataSource dataSource;
    @Inject HourlyTotalRetention retention;

    @Test
    @Tag("M29")
    void hoursThatNoChartShowsAnyMoreGo() {
        Tables.change(
                dataSource,
                """
                insert into hourly_total (hour, slot)
                values (date_trunc('hour', now() - interval '63 days', 'UTC'), 0),
                  (date_trunc('hour', now() - interval '32 days', 'UTC'), 0)
                """);

        Awaiting.on(retention::letGo);

        assertThat(
                        Tables.texts(
                                dataSource,
                                """
                                select extract(day from now() - hour)::int from hourly_total
                                where hour between now() - interval '64 days'
                                  and now() - interval '31 days'
                                """))
                .containsExactly("32");
    }

    @Test
    @Tag("M20")
    void ofManyFilesOnlyThoseAreReadThatAreShownOrBegun() {
        RunId run = queued();
        Tables.change(
                dataSource,
                """
                insert into run_file (run_id, ordinal, part, path, size, modified, state)
                select ?, 0, part, 'f' || part, 10, now(),
                  case when part < 2000 then 'FINISHED' else 'WAITING' end
                from generate_series(0, 4999) as part
                """,
                run.value());
        Tables.change(
                dataSource,
                """
                insert into run_lane (run_id, ordinal, share, lane, part, proof_bytes)
                values (?, 0, 0, 0, 2000, 4)
                """,
                run.value());
        Tables.change(dataSource, "analyze run_file");

        RunDetail found = ask(() -> readings.find(run)).orElseThrow();

        assertThat(found.fileCount()).isEqualTo(5_000);
        assertThat(found.progress().bytesDone()).isEqualTo(20_004);
        assertThat(found.progress().bytesTotal()).isEqualTo(50_000);
        assertThat(found.files()).hasSize(100).allMatch(file -> file.state() == FileState.WAITING);
        assertThat(found.files().getFirst().done()).isEqualTo(4);
        assertThat(filesRead(run)).isLessThan(300);
    }

    /// By what the database says that it did.
    private long filesRead(RunId run) {
        String query =
                PostgresRunReadings.FILES
                        .replace("$1", "'" + run.value() + "'::uuid")
                        .replace("$2", String.valueOf(RunDetail.MOST_FILES));
        long rows = 0;
        for (String line : Tables.texts(dataSource, "explain (analyze, timing off) " + query)) {
            Matcher scan =
                    Pattern.compile(
                                    "Scan.* on run_file .*actual rows=(\\d+)(?:\\.\\d+)? loops=(\\d+)")
                            .matcher(line);
            if (scan.find()) {
                rows += Long.parseLong(scan.group(1)) * Long.parseLong(scan.group(2));
            }
            Matcher removed = Pattern.compile("Rows Removed by Filter: (\\d+)").matcher(line);
            if (removed.find()) {
                rows += Long.parseLong(removed.group(1));
            }
        }
        return rows;
    }

    @Test
    @Tag("M18")
    void theRateOfARunThatWaitedForItsResumptionIsThatOfItsWork() {
        RunId run = queuedAndEnded(RunState.FINISHED);
        Tables.change(
                dataSource,
                "update run set started_at = ended_at - interval '1 hour' where id = ?",
                run.value());
        Tables.change(
                dataSource,
                "insert into run_share (run_id, share, worked) values (?, 0, interval '10 seconds')",
                run.value());
        Tables.change(
                dataSource,
                "insert into run_lane (run_id, ordinal, share, lane, read, created)"
                        + " values (?, 0, 0, 0, 1000, 1000)",
                run.value());

        RunDetail found = ask(() -> readings.find(run)).orElseThrow();

        assertThat(found.progress().recordsPerSecond()).isEqualTo(100);
    }

    @Test
    @Tag("M18")
    void whatWasReadBeforeTheResumptionIsNotInItsRate() {
        RunId run = queued();
        Instant now = Instant.now();
        Tables.change(
                dataSource,
                "update run set state = 'RUNNING', started_at = now() - interval '1 minute'"
                        + " where id = ?",
                run.value());
        committed(run, new Counts(90_000, 0, 0, 0, 0, 0, 0), now.minusSeconds(8));
        Tables.change(
                dataSource,
                "insert into run_share (run_id, share, taken_at)"
                        + " values (?, 0, now() - interval '4 seconds')",
                run.value());
        committed(run, new Counts(400, 0, 0, 0, 0, 0, 0), now.minusSeconds(1));

        RunDetail found = ask(() -> readings.find(run)).orElseThrow();

        assertThat(found.progress().recordsPerSecond()).isBetween(10L, 100L);
    }

    @Test
    @Tag("M17")
    void whatWasLeftOutIsCountedByPropertyMostFirst() {
        ProfileProperty email = property("left-out-email", 991);
        ProfileProperty points = property("left-out-points", 992);
        ImportGoal goal =
                aGoal().mapping(row("Mail", email), row("Points", points), row("Mail 2", email))
                        .build();
        Connection connection = aConnection().with(goal).switchedOn().build();
        await(() -> connections.add(connection));
        RunId run = new RunId(ids.next());
        await(
                () ->
                        queue.add(
                                new NewRun(
                                        run,
                                        connection.id(),
                                        connection.version(),
                                        connection.name(),
                                        new Cause(
                                                Cause.Kind.MANUAL,
                                                Optional.of("Mia"),
                                                Optional.empty()),
                                        false,
                                        List.of(new NewGoal(goal.id(), goal.name())),
                                        NOON)));
        for (int lane = 0; lane < 2; lane++) {
            Tables.change(
                    dataSource,
                    """
                    insert into run_lane (run_id, ordinal, share, lane, left_out)
                    values (?, 0, 0, ?, '{2,9,1}')
                    """,
                    run.value(),
                    lane);
        }

        RunDetail found = ask(() -> readings.find(run)).orElseThrow();

        assertThat(found.goals().getFirst().leftOut())
                .containsExactly(
                        new LeftOutValues(points.id(), points.id().value(), 18),
                        new LeftOutValues(email.id(), email.id().value(), 6));
    }

    @Test
    @Tag("M26")
    void whatWasHeldBackIsCountedByRuleAndObjectivesMostFirst() {
        RunId run = queued();
        heldBack(run, 0, "REFUSED", "{ads}", "Refused \"Ads\", in the zone CCPA (opt-out).", 4);
        heldBack(run, 1, "REFUSED", "{ads}", "Refused \"Ads\", in the zone VCDPA (opt-out).", 5);
        heldBack(run, 0, "NOT_GRANTED", "{newsletter,ads}", "Not consented.", 10);

        RunDetail found = ask(() -> readings.find(run)).orElseThrow();

        assertThat(found.goals().getFirst().heldBack())
                .containsExactly(
                        new HeldBack(
                                Rule.NOT_GRANTED,
                                List.of(new ObjectiveId("newsletter"), new ObjectiveId("ads")),
                                10),
                        new HeldBack(Rule.REFUSED, List.of(new ObjectiveId("ads")), 9));
    }

    private void heldBack(
            RunId run, int lane, String rule, String objectives, String reason, int records) {
        Tables.change(
                dataSource,
                """
                insert into run_held_back (run_id, ordinal, share, lane, rule, objectives, reason,
                  records, verdict)
                values (?, 0, 0, ?, ?, ?::text[], ?, ?, sha256(?::bytea))
                """,
                run.value(),
                lane,
                rule,
                objectives,
                reason,
                records,
                reason.getBytes(StandardCharsets.UTF_8));
    }

    private static ProfileProperty property(String id, int number) {
        return new ProfileProperty(
                new PropertyId(id), number, id, new PropertyType.Text(), false, false);
    }

    @Override
    protected ConnectionRepository connections() {
        return connections;
    }

    @Override
    protected RunQueue queue() {
        return queue;
    }

    @Override
    protected RunReadings readings() {
        return readings;
    }

    @Override
    protected RunsOfConnections ofConnections() {
        return ofConnections;
    }

    @Override
    protected Ids ids() {
        return ids;
    }

    @Override
    protected void ended(RunId run, RunState state, Instant at) {
        Tables.change(
                dataSource,
                "update run set state = ?, ended_at = ? where id = ?",
                state.name(),
                at.atOffset(ZoneOffset.UTC),
                run.value());
    }

    @Override
    protected void failedForGood(RunId run, Instant at) {
        Tables.change(
                dataSource,
                "update run_goal set state = 'FAILED', resumable = false where run_id = ?",
                run.value());
        ended(run, RunState.FAILED, at);
    }

    @Override
    protected void committed(RunId run, Counts counts, Instant at) {
        Tables.change(
                dataSource,
                """
                insert into run_chunk (run_id, ordinal, share, lane, at, read, created, updated,
                  unchanged, skipped_for_consent, skipped_without_match, filtered, rejected, bytes)
                values (?, 0, 0, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
                """,
                run.value(),
                at.atOffset(ZoneOffset.UTC),
                counts.read(),
                counts.created(),
                counts.updated(),
                counts.unchanged(),
                counts.skippedForConsent(),
                counts.skippedWithoutMatch(),
                counts.filtered(),
                counts.rejected());
    }

    @Override
    protected void finished(ConnectionId of, GoalId goal, SourceFile file) {
        Tables.change(
                dataSource,
                """
                insert into finished_file (connection_id, goal_id, path, size, modified, sha256,
                                           run_id)
                values (?, ?, ?, ?, ?, '', ?)
                """,
                of.value(),
                goal.value(),
                file.path(),
                file.size(),
                file.modified().atOffset(ZoneOffset.UTC),
                ids.next());
    }

    @Override
    protected <T> T await(Supplier<Uni<T>> work) {
        return Awaiting.on(() -> unitOfWork.run(work));
    }

    @Override
    protected <T> T ask(Supplier<Uni<T>> question) {
        return Awaiting.on(question);
    }
}
