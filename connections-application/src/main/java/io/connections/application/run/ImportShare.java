package io.connections.application.run;

import io.connections.application.run.port.ChunkStore;
import io.connections.application.run.port.CrashPoints;
import io.connections.application.run.port.FenceLost;
import io.connections.application.run.port.Lease;
import io.connections.application.run.port.RunJournal;
import io.connections.application.run.port.RunJournal.GoalEnd;
import io.connections.application.run.port.RunJournal.Outcome;
import io.connections.application.run.port.RunSetups;
import io.connections.application.run.port.RunSetups.RunSetup;
import io.connections.application.run.port.RunSetups.SetupGone;
import io.connections.application.run.port.ShareKey;
import io.connections.application.run.port.StoreUnavailable;
import io.connections.domain.run.RunProblem;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Does the work of one share of a run: its goals in their order, each from behind its last
/// committed chunk. Blocking; runs on a virtual thread. Ends when the share is done, stopped, or
/// taken over by another process.
@Singleton
public final class ImportShare {
    private final RunJournal journal;
    private final ChunkStore chunks;
    private final RunSetups setups;
    private final CrashPoints crashPoints;
    private final EngineSettings settings;
    private final InstantSource clock;

    @Inject
    public ImportShare(
            RunJournal journal,
            ChunkStore chunks,
            RunSetups setups,
            CrashPoints crashPoints,
            EngineSettings settings,
            InstantSource clock) {
        this.journal = journal;
        this.chunks = chunks;
        this.setups = setups;
        this.crashPoints = crashPoints;
        this.settings = settings;
        this.clock = clock;
    }

    /// @param owner this process, in words an operator understands
    public void handle(ShareKey share, String owner) throws InterruptedException {
        RunLog log = new RunLog(journal, share.run());
        Patience patience =
                new Patience(
                        settings.databasePatience(),
                        clock,
                        why -> log.warn("The database does not answer; trying again. " + why));
        try {
            Optional<Lease> lease = patience.during(() -> journal.take(share, owner));
            if (lease.isPresent()) {
                takeOn(lease.get(), log, patience);
            }
        } catch (FenceLost e) {
            log.info("Another process has taken over; this one leaves the run alone.");
        }
    }

    private void takeOn(Lease lease, RunLog log, Patience patience) throws InterruptedException {
        try {
            if (lease.takeovers().tooMany()) {
                giveUp(lease, log);
            } else {
                work(lease, log, patience);
            }
        } catch (InterruptedException e) {
            letGo(lease);
            throw e;
        }
    }

    private void giveUp(Lease lease, RunLog log) throws InterruptedException {
        List<Lease.GoalStep> open =
                lease.goals().stream().filter(step -> !step.finished()).toList();
        List<Lease.GoalStep> begun = open.stream().filter(Lease.GoalStep::begun).toList();
        RunProblem problem =
                new RunProblem(
                        "taken-up-in-vain",
                        "The service broke off %d times in a row while it worked on this run, each time before the run got any further."
                                .formatted(lease.takeovers().inVain()),
                        "Ask the operator why the service ended: it may have too little memory for"
                                + " what the run reads. Then resume the run: it is tried again, from"
                                + " behind its last committed chunk.",
                        Optional.empty());
        endWith(
                lease,
                begun.isEmpty() ? open.stream().limit(1).toList() : begun,
                new GoalEnd.Failed(problem, true),
                log);
    }

    private void letGo(Lease lease) {
        try {
            journal.letGo(lease);
        } catch (FenceLost | StoreUnavailable _) {
            // Then it is taken over as from one that has disappeared.
        }
    }

    private void work(Lease lease, RunLog log, Patience patience) throws InterruptedException {
        boolean resumed = lease.goals().stream().anyMatch(Lease.GoalStep::begun);
        log.info(resumed ? "Goes on behind the last committed chunk." : "Started.");
        RejectionLimit rejections = new RejectionLimit(settings.maxRejected(), lease.rejected());
        int current = 0;
        try {
            RunSetup setup = setups(lease, patience);
            for (Lease.GoalStep step : lease.goals()) {
                if (step.finished()) {
                    continue;
                }
                current = lease.goals().indexOf(step);
                GoalEnd end =
                        patience.during(() -> journal.stopRequested(lease))
                                ? new GoalEnd.Stopped()
                                : goal(lease, step, setup, rejections, log, patience);
                end(lease, step, end, log, patience);
                if (end instanceof GoalEnd.Stopped) {
                    break;
                }
            }
            close(lease, log, patience);
        } catch (SetupGone e) {
            RunProblem gone =
                    new RunProblem(
                            "connection-gone",
                            String.valueOf(e.getMessage()),
                            "Start a new run from the connection as it is now.",
                            Optional.empty());
            endWith(
                    lease,
                    lease.goals().stream().filter(step -> !step.finished()).toList(),
                    new GoalEnd.Failed(gone, false),
                    log);
        } catch (StoreUnavailable e) {
            endWith(
                    lease,
                    List.of(lease.goals().get(current)),
                    new GoalEnd.Failed(databaseDown(e), true),
                    log);
        }
    }

    private RunSetup setups(Lease lease, Patience patience) throws InterruptedException, SetupGone {
        record Loaded(Optional<RunSetup> setup, Optional<SetupGone> gone) {}
        Loaded loaded =
                patience.during(
                        () -> {
                            try {
                                return new Loaded(
                                        Optional.of(setups.load(lease.order())), Optional.empty());
                            } catch (SetupGone e) {
                                return new Loaded(Optional.empty(), Optional.of(e));
                            }
                        });
        if (loaded.gone().isPresent()) {
            throw loaded.gone().get();
        }
        return loaded.setup().orElseThrow();
    }

    private GoalEnd goal(
            Lease lease,
            Lease.GoalStep step,
            RunSetup setup,
            RejectionLimit rejections,
            RunLog log,
            Patience patience)
            throws InterruptedException {
        try {
            return new GoalImport(
                            lease,
                            step,
                            setup,
                            setups,
                            journal,
                            chunks,
                            crashPoints,
                            settings,
                            clock,
                            log,
                            rejections,
                            patience)
                    .run();
        } catch (FenceLost | StoreUnavailable e) {
            throw e;
        } catch (RuntimeException | Error e) {
            log.failure("goal \"%s\" failed unexpectedly".formatted(step.name()), e);
            return new GoalEnd.Failed(internalError(Optional.of(Unforeseen.briefly(e))), true);
        }
    }

    /// A reason that cannot be stored must not keep the run from ending.
    private void end(Lease lease, Lease.GoalStep step, GoalEnd end, RunLog log, Patience patience)
            throws InterruptedException {
        GoalEnd stored = end;
        try {
            patience.during(() -> journal.goalEnded(lease, step.ordinal(), end));
        } catch (FenceLost | StoreUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            log.failure("the end of goal \"%s\" could not be stored".formatted(step.name()), e);
            GoalEnd fixed = new GoalEnd.Failed(internalError(Optional.empty()), true);
            patience.during(() -> journal.goalEnded(lease, step.ordinal(), fixed));
            stored = fixed;
        }
        say(log, step, stored);
    }

    private static RunProblem internalError(Optional<String> technical) {
        return new RunProblem(
                "internal-error",
                "Something went wrong inside Connections.",
                "Resume the run. If it happens again, show the run's log to the operator.",
                technical);
    }

    private void close(Lease lease, RunLog log, Patience patience) throws InterruptedException {
        Optional<Outcome> outcome = patience.during(() -> journal.close(lease));
        outcome.ifPresent(
                what -> {
                    switch (what) {
                        case FINISHED -> log.info("Finished.");
                        case FAILED -> log.error("Failed.");
                        case STOPPED -> log.info("Stopped. It can be resumed.");
                    }
                });
    }

    private static void say(RunLog log, Lease.GoalStep step, GoalEnd end) {
        switch (end) {
            case GoalEnd.Finished() -> log.info("Goal \"%s\" is done.".formatted(step.name()));
            case GoalEnd.Stopped() -> log.info("Goal \"%s\" was stopped.".formatted(step.name()));
            case GoalEnd.Failed(RunProblem problem, _) ->
                    log.error(
                            "Goal \"%s\" failed: %s %s"
                                    .formatted(step.name(), problem.message(), problem.remedy()));
        }
    }

    /// Written as soon as the database is there again, however long that takes: until then the run
    /// shows as running, which nobody can see either.
    private void endWith(Lease lease, List<Lease.GoalStep> steps, GoalEnd.Failed end, RunLog log)
            throws InterruptedException {
        Patience endless = new Patience(Duration.ofDays(36_500), clock, _ -> {});
        for (Lease.GoalStep step : steps) {
            endless.during(() -> journal.goalEnded(lease, step.ordinal(), end));
        }
        log.error(end.problem().message());
        close(lease, log, endless);
    }

    private static RunProblem databaseDown(StoreUnavailable e) {
        return new RunProblem(
                "database-unavailable",
                "The database could not be used for too long.",
                "When it is back, resume the run: it goes on behind its last committed chunk.",
                Optional.ofNullable(e.getMessage()));
    }
}
