package io.connections.adapters.scheduler;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.connections.adapters.persistence.run.ErasedTraces;
import io.connections.adapters.persistence.run.ForgottenProperties;
import io.connections.application.run.ImportShare;
import io.connections.application.run.port.RunJournal;
import io.connections.application.run.port.ShareKey;
import io.connections.domain.run.RunId;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import javax.sql.DataSource;

/// Brings runs' shares to free slots, on any replica. Two instances of db-scheduler with a table
/// each: priority orders a queue but keeps no worker free, so short work does not stand behind runs
/// that take an hour. Whoever takes a share raises its fence; nothing here has to be exact.
public final class EngineScheduler implements AutoCloseable {
    private static final TaskDescriptor<Void> SHARE = TaskDescriptor.of("share");

    private static final Duration FORGET_EVERY = Duration.ofMinutes(1);

    /// Below it db-scheduler refuses to start.
    private static final int MISSED_HEARTBEATS = 4;

    private final DatabaseClock clock;
    private final Scheduler work;
    private final Scheduler shares;

    /// @param owner this process: unique among all replicas, at most 50 characters
    /// @param slots shares that this process works on at a time
    /// @param poll how often due work is looked for
    /// @param heartbeat after four to six missed ones another process takes over
    public record Settings(String owner, int slots, Duration poll, Duration heartbeat) {}

    public EngineScheduler(
            DataSource dataSource, RunJournal journal, ImportShare importShare, Settings settings) {
        this.clock = new DatabaseClock(dataSource);
        this.shares =
                scheduler(
                                dataSource,
                                "task_share",
                                settings.slots(),
                                settings,
                                List.of(share(importShare, settings)))
                        .build();
        RecurringTask<Void> find =
                recurring("find-open-shares", settings.poll(), () -> schedule(journal));
        RecurringTask<Void> partitions =
                recurring("month-partitions", Duration.ofDays(1), () -> addPartitions(dataSource));
        RecurringTask<Void> forget =
                recurring(
                        "forget-deleted-properties",
                        FORGET_EVERY,
                        () -> new ForgottenProperties(dataSource).remove());
        RecurringTask<Void> traces =
                recurring(
                        "remove-traces-of-the-erased",
                        FORGET_EVERY,
                        () -> new ErasedTraces(dataSource).remove());
        this.work =
                scheduler(dataSource, "task_work", 4, settings, List.of())
                        .startTasks(List.of(find, partitions, forget, traces))
                        .build();
    }

    public void start() {
        shares.start();
        work.start();
    }

    /// Shares in hand are interrupted after a while: their last chunk rolls back, and another
    /// process goes on behind the one before.
    @Override
    public void close() {
        work.stop();
        shares.stop();
    }

    private SchedulerBuilder scheduler(
            DataSource dataSource,
            String table,
            int threads,
            Settings settings,
            List<Task<?>> tasks) {
        return Scheduler.create(dataSource, tasks)
                .tableName(table)
                .schedulerName(new SchedulerName.Fixed(settings.owner()))
                .threads(threads)
                .executorService(
                        Executors.newThreadPerTaskExecutor(
                                Thread.ofVirtual().name(table + "-", 0).factory()))
                .pollUsingLockAndFetch(0.5, 1.0)
                .pollingInterval(settings.poll())
                .heartbeatInterval(settings.heartbeat())
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .enablePriority()
                .clock(clock)
                .shutdownMaxWait(Duration.ofSeconds(2));
    }

    private CustomTask<Void> share(ImportShare importShare, Settings settings) {
        return Tasks.custom(SHARE)
                .onFailure((done, again) -> again.reschedule(done, clock.now().plusSeconds(5)))
                // The ready-made handler would use this machine's clock.
                .onDeadExecution((done, again) -> again.reschedule(done, clock.now()))
                .execute(
                        (instance, _) -> {
                            try {
                                importShare.handle(key(instance.getId()), settings.owner());
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                                throw new IllegalStateException("This process is stopping.", e);
                            }
                            return new CompletionHandler.OnCompleteRemove<>();
                        });
    }

    private RecurringTask<Void> recurring(String name, Duration every, Runnable task) {
        return Tasks.recurring(TaskDescriptor.of(name), FixedDelay.of(every))
                .onFailure((done, again) -> again.reschedule(done, clock.now().plus(every)))
                .onDeadExecution((done, again) -> again.reschedule(done, clock.now()))
                .execute((_, _) -> task.run());
    }

    /// Idempotent: a share has one task at most, and a share whose task was lost gets one again.
    private void schedule(RunJournal journal) {
        for (ShareKey share : journal.openShares()) {
            shares.scheduleIfNotExists(SHARE.instance(name(share)).build(), clock.now());
        }
    }

    private static void addPartitions(DataSource dataSource) {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    """
                    select create_profile_change_partitions(today, 3),
                      create_audit_event_partitions(today, 3)
                    from (select (now() at time zone 'UTC')::date as today) t
                    """);
        } catch (SQLException e) {
            throw new IllegalStateException("The next months' partitions could not be made.", e);
        }
    }

    private static String name(ShareKey share) {
        return share.run().value() + "/" + share.share();
    }

    private static ShareKey key(String name) {
        int slash = name.indexOf('/');
        return new ShareKey(
                new RunId(UUID.fromString(name.substring(0, slash))),
                Integer.parseInt(name.substring(slash + 1)));
    }
}
