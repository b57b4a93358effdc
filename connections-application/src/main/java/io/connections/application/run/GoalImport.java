package io.connections.application.run;

import io.connections.application.connection.port.ConnectorFailed;
import io.connections.application.run.Lanes.LaneFactory;
import io.connections.application.run.RejectionLimit.TooManyRejected;
import io.connections.application.run.port.ChunkStore;
import io.connections.application.run.port.CrashPoints;
import io.connections.application.run.port.LanePosition;
import io.connections.application.run.port.Lease;
import io.connections.application.run.port.RecordSource;
import io.connections.application.run.port.RecordSource.Part;
import io.connections.application.run.port.RecordSource.RecordReader;
import io.connections.application.run.port.RecordSource.SourceBroken;
import io.connections.application.run.port.RunJournal;
import io.connections.application.run.port.RunJournal.GoalEnd;
import io.connections.application.run.port.RunJournal.GoalProgress;
import io.connections.application.run.port.RunJournal.PartProgress;
import io.connections.application.run.port.RunSetups;
import io.connections.application.run.port.RunSetups.RunSetup;
import io.connections.application.run.port.RunSetups.StoredProperty;
import io.connections.domain.consent.ConsentGate;
import io.connections.domain.consent.EvidenceId;
import io.connections.domain.goal.ConsentTerms;
import io.connections.domain.goal.FileFormat;
import io.connections.domain.goal.GoalIncomplete;
import io.connections.domain.goal.ImportDecider;
import io.connections.domain.goal.ImportGoal;
import io.connections.domain.goal.ImportPlan;
import io.connections.domain.profile.PropertyId;
import io.connections.domain.run.RunProblem;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// One goal of a run on this process, from behind its last committed chunk to its end.
final class GoalImport {
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final int CONCLUDE_ATTEMPTS = 3;

    private final Lease lease;
    private final Lease.GoalStep step;
    private final RunSetup setup;
    private final RunSetups setups;
    private final RunJournal journal;
    private final ChunkStore chunks;
    private final CrashPoints crashPoints;
    private final EngineSettings settings;
    private final InstantSource clock;
    private final RunLog log;
    private final RejectionLimit rejections;
    private final Patience patience;
    private final OrderedIds newIds;

    GoalImport(
            Lease lease,
            Lease.GoalStep step,
            RunSetup setup,
            RunSetups setups,
            RunJournal journal,
            ChunkStore chunks,
            CrashPoints crashPoints,
            EngineSettings settings,
            InstantSource clock,
            RunLog log,
            RejectionLimit rejections,
            Patience patience) {
        this.lease = lease;
        this.step = step;
        this.setup = setup;
        this.setups = setups;
        this.journal = journal;
        this.chunks = chunks;
        this.crashPoints = crashPoints;
        this.settings = settings;
        this.clock = clock;
        this.newIds = new OrderedIds(clock);
        this.log = log;
        this.rejections = rejections;
        this.patience = patience;
    }

    GoalEnd run() throws InterruptedException {
        Optional<ImportGoal> goal = setup.goal(step.goal());
        if (goal.isEmpty()) {
            return failedForGood(
                    "goal-gone",
                    "The connection no longer has this goal.",
                    "Start a new run from the connection as it is now.");
        }
        try (SourceHandle source = new SourceHandle(() -> setup.open(goal.get()))) {
            List<StoredProperty> properties = patience.during(setups::properties);
            ImportPlan plan =
                    ImportPlan.of(
                            goal.get(),
                            properties.stream().map(StoredProperty::property).toList(),
                            setup.consent().objectives(),
                            clock.instant());
            Optional<GoalProgress> progress = progress(goal.get(), plan, properties, source);
            return progress.isPresent()
                    ? parts(plan, terms(goal.get()), progress.get(), source)
                    : new GoalEnd.Stopped();
        } catch (GoalIncomplete e) {
            return failedForGood(
                    e.code(), e.detail(), "Open the goal, mend what it says, and start a new run.");
        } catch (ConnectorFailed e) {
            return new GoalEnd.Failed(
                    new RunProblem(
                            code(e),
                            String.valueOf(e.getMessage()),
                            e.remedy(),
                            Optional.ofNullable(e.getCause()).map(Throwable::toString)),
                    // A run keeps to the setup that it began with.
                    e.reason() != ConnectorFailed.Reason.SETUP_INCOMPLETE);
        } catch (TooManyRejected e) {
            return new GoalEnd.Failed(
                    new RunProblem(
                            "too-many-rejected",
                            String.valueOf(e.getMessage()),
                            "Look at why they were rejected, mend the goal or the file, and start a"
                                    + " new run. Or have the operator allow more, and resume.",
                            Optional.empty()),
                    true);
        } catch (SourceBroken e) {
            // A run goes on in the same file alone, which stays as it is.
            return failedForGood(e.code(), String.valueOf(e.getMessage()), e.remedy());
        }
    }

    /// @return empty when a stop was asked for
    private Optional<GoalProgress> progress(
            ImportGoal goal, ImportPlan plan, List<StoredProperty> properties, SourceHandle source)
            throws ConnectorFailed, InterruptedException {
        Optional<GoalProgress> earlier =
                patience.during(() -> journal.progress(lease, step.ordinal()));
        if (earlier.isPresent()) {
            return earlier;
        }
        Optional<List<Part>> answer = partsWithRetries(source);
        if (answer.isEmpty()) {
            return Optional.empty();
        }
        List<Part> parts = answer.get();
        source.get()
                .leftOut()
                .forEach(
                        name ->
                                log.warn(
                                        "The file “%s” was left out: its name is not valid UTF-8. Have it renamed."
                                                .formatted(name)));
        if (!lease.rereadFinished()) {
            List<Part> listed = parts;
            List<Part> finished =
                    patience.during(() -> journal.alreadyFinished(lease, step.ordinal(), listed));
            finished.forEach(
                    part ->
                            log.info(
                                    "%s was imported before and is left out."
                                            .formatted(part.path())));
            parts = parts.stream().filter(part -> !finished.contains(part)).toList();
        }
        List<Part> toRead = parts;
        int lanes = lanes(goal, plan, properties);
        log.info(
                "Goal \"%s\" reads %s in %s."
                        .formatted(
                                step.name(),
                                counted(toRead.size(), "file"),
                                counted(lanes, "lane")));
        return Optional.of(
                patience.during(() -> journal.begin(lease, step.ordinal(), lanes, toRead)));
    }

    /// Lanes keep one customer's records in order only while an identifier's value says which
    /// customer it is: a profile with two of them could be met in two lanes.
    private int lanes(ImportGoal goal, ImportPlan plan, List<StoredProperty> properties) {
        if (!plan.mayRunInLanes()) {
            return 1;
        }
        Set<PropertyId> matched =
                goal.matching().anyOf().stream().flatMap(List::stream).collect(Collectors.toSet());
        boolean severalValues =
                properties.stream()
                        .filter(StoredProperty::multiValued)
                        .anyMatch(stored -> matched.contains(stored.property().id()));
        return severalValues ? 1 : settings.lanes();
    }

    private ConsentTerms terms(ImportGoal goal) throws InterruptedException {
        ConsentGate gate = setup.consent().gate();
        if (goal.consent().isEmpty()) {
            return ConsentTerms.bringingNone(gate);
        }
        EvidenceId evidence = patience.during(() -> journal.evidence(lease, step.ordinal()));
        return new ConsentTerms(gate, lease.order().saidAt(), evidence);
    }

    private GoalEnd parts(
            ImportPlan plan, ConsentTerms terms, GoalProgress progress, SourceHandle source)
            throws ConnectorFailed, SourceBroken, InterruptedException {
        Progress heard = new Progress(log, clock, progress.counts(), progress.leftOut());
        ImportDecider decider = new ImportDecider(plan);
        boolean alone = progress.positions().size() == 1 && settings.lanes() > 1;
        LaneFactory factory =
                (lane, position) ->
                        new Lane(
                                "lane-" + lane,
                                plan,
                                new ChunkWriter(
                                        () -> chunks.open(lease, step.ordinal(), lane),
                                        alone
                                                ? Optional.of(
                                                        () ->
                                                                chunks.open(
                                                                        lease,
                                                                        step.ordinal(),
                                                                        lane))
                                                : Optional.empty(),
                                        decider,
                                        terms,
                                        newIds,
                                        patience,
                                        rejections,
                                        heard),
                                position);
        long before = 0;
        try (Lanes lanes = new Lanes(progress.positions(), factory)) {
            for (int part = 0; part < progress.parts().size(); part++) {
                PartProgress each = progress.parts().get(part);
                if (each.finished()) {
                    before += each.records();
                    if (!each.concluded() && !conclude(source, part, each.part())) {
                        return new GoalEnd.Stopped();
                    }
                    continue;
                }
                Optional<Long> records = part(plan, lanes, source, part, each.part(), before);
                if (records.isEmpty()) {
                    return new GoalEnd.Stopped();
                }
                before += records.get();
                if (!conclude(source, part, each.part())) {
                    return new GoalEnd.Stopped();
                }
            }
        }
        String leftOut = plan.said(heard.leftOut());
        if (!leftOut.isEmpty()) {
            log.warn("Values that do not fit were left out: %s.".formatted(leftOut));
        }
        return new GoalEnd.Finished();
    }

    /// Reads a part to its end. When the other system goes away meanwhile, what was read is
    /// committed, and the part is read again from its start, proving that it is still the same.
    ///
    /// @return the number of its records, or empty when a stop was asked for
    private Optional<Long> part(
            ImportPlan plan, Lanes lanes, SourceHandle source, int number, Part part, long before)
            throws ConnectorFailed, SourceBroken, InterruptedException {
        log.info("Reads %s, %,d bytes.".formatted(part.path(), part.size()));
        int attempt = 1;
        Duration pause = settings.sourcePause();
        List<LanePosition> reached = lanes.positions();
        while (true) {
            try {
                return partOnce(plan, lanes, source, number, part, before);
            } catch (ConnectorFailed e) {
                lanes.drain();
                // No chunk is committed while the other system is silent, which would tell of a
                // stop.
                if (lanes.check() || stopAsked()) {
                    return Optional.empty();
                }
                boolean further = !reached.equals(lanes.positions());
                attempt = further ? 1 : attempt + 1;
                pause = further ? settings.sourcePause() : pause;
                if (!e.passing() || attempt > settings.sourceAttempts()) {
                    throw e;
                }
                log.warn("%s Trying again.".formatted(e.getMessage()));
                reached = lanes.positions();
                source.reset();
                if (Patience.pauseUnless(this::stopAsked, pause)) {
                    return Optional.empty();
                }
                pause = Patience.longer(pause, LONGEST_PAUSE);
            }
        }
    }

    private Optional<Long> partOnce(
            ImportPlan plan, Lanes lanes, SourceHandle source, int number, Part part, long before)
            throws ConnectorFailed, SourceBroken, InterruptedException {
        PartReader dealer = new PartReader(plan, lanes, settings, number, before);
        try (RecordReader reader = source.get().open(part, dealer.proof())) {
            Set<RecordSource.Layout> met = new HashSet<>();
            meet(plan, part, reader, met);
            patience.during(
                    () -> journal.partOpened(lease, step.ordinal(), number, reader.layout()));
            Optional<Long> records =
                    dealer.read(
                            reader,
                            (from, layout) -> {
                                meet(plan, part, reader, met);
                                layoutChanged(number, from, layout);
                            });
            lanes.drain();
            if (lanes.check() || records.isEmpty()) {
                return Optional.empty();
            }
            reader.emptyEntries()
                    .forEach(
                            name ->
                                    log.warn(
                                            "%s in %s is empty and was left out."
                                                    .formatted(name, part.path())));
            crashPoints.reached(CrashPoints.Point.AFTER_LAST_CHUNK);
            long count = records.get();
            RecordSource.Proof whole = reader.proof();
            patience.during(
                    () -> journal.partFinished(lease, step.ordinal(), number, count, whole));
            log.info("%s is read: %s.".formatted(part.path(), counted(count, "record")));
            return records;
        } catch (SourceBroken e) {
            // What was read before is whole records of the file as it was; it stays.
            lanes.drain();
            if (e.code().equals("file-changed")) {
                patience.during(() -> journal.partChanged(lease, step.ordinal(), number));
            }
            throw e;
        }
    }

    private void layoutChanged(int number, long from, RecordSource.Layout layout)
            throws InterruptedException {
        patience.during(() -> journal.layoutChanged(lease, step.ordinal(), number, from, layout));
    }

    private void meet(ImportPlan plan, Part part, RecordReader reader, Set<RecordSource.Layout> met)
            throws SourceBroken {
        if (met.add(reader.layout())) {
            String file =
                    reader.entry().isEmpty()
                            ? part.path()
                            : "%s in %s".formatted(reader.entry(), part.path());
            compareColumns(plan, file, reader.layout());
            sayIfGuessed(file, reader.layout());
        }
    }

    private void sayIfGuessed(String file, RecordSource.Layout layout) {
        boolean chosen =
                setup.goal(step.goal()).flatMap(goal -> goal.source().format()).isPresent();
        if (!chosen && layout.format().encoding() == FileFormat.Encoding.WINDOWS_1252) {
            log.warn(
                    "%s is not UTF-8 and is read as Windows-1252, which is a guess. If letters come out wrong, choose the encoding in the goal."
                            .formatted(file));
        }
    }

    private void compareColumns(ImportPlan plan, String file, RecordSource.Layout layout)
            throws SourceBroken {
        if (layout.fields().isEmpty()) {
            return;
        }
        List<String> indispensable = plan.columns().indispensable(layout.fields());
        if (!indispensable.isEmpty()) {
            throw new SourceBroken(
                    "column-missing",
                    "%s has no column %s, which the mapping needs."
                            .formatted(file, quoted(indispensable)),
                    "Open the goal, look into the file and map the column that it has now; or ask"
                            + " for a file with the columns of before.");
        }
        List<String> missing = plan.columns().missing(layout.fields());
        if (!missing.isEmpty()) {
            log.warn(
                    "%s has no column %s: the records have no value there."
                            .formatted(file, quoted(missing)));
        }
    }

    private static String quoted(List<String> names) {
        return names.stream().map("\"%s\""::formatted).collect(Collectors.joining(", "));
    }

    /// A file that cannot be renamed is in the profiles all the same, so this only warns.
    ///
    /// @return false when a stop was asked for before it could be done
    private boolean conclude(SourceHandle source, int number, Part part)
            throws InterruptedException {
        crashPoints.reached(CrashPoints.Point.BEFORE_RENAME);
        Duration pause = settings.sourcePause();
        for (int attempt = 1; ; attempt++) {
            try {
                source.get().conclude(part);
                patience.during(() -> journal.partConcluded(lease, step.ordinal(), number));
                return true;
            } catch (ConnectorFailed e) {
                if (!e.passing() || attempt == CONCLUDE_ATTEMPTS) {
                    log.warn(
                            "%s is imported, but could not be marked, moved or deleted: %s %s"
                                    .formatted(part.path(), e.getMessage(), e.remedy()));
                    return true;
                }
                source.reset();
                if (Patience.pauseUnless(this::stopAsked, pause)) {
                    return false;
                }
                pause = Patience.longer(pause, LONGEST_PAUSE);
            }
        }
    }

    private boolean stopAsked() throws InterruptedException {
        return patience.during(() -> journal.stopRequested(lease));
    }

    /// @return empty when a stop was asked for
    private Optional<List<Part>> partsWithRetries(SourceHandle source)
            throws ConnectorFailed, InterruptedException {
        Duration pause = settings.sourcePause();
        for (int attempt = 1; ; attempt++) {
            try {
                return Optional.of(source.get().parts());
            } catch (ConnectorFailed e) {
                if (stopAsked()) {
                    return Optional.empty();
                }
                if (!e.passing() || attempt == settings.sourceAttempts()) {
                    throw e;
                }
                log.warn("%s Trying again.".formatted(e.getMessage()));
                source.reset();
                if (Patience.pauseUnless(this::stopAsked, pause)) {
                    return Optional.empty();
                }
                pause = Patience.longer(pause, LONGEST_PAUSE);
            }
        }
    }

    private static GoalEnd failedForGood(String code, String message, String remedy) {
        return new GoalEnd.Failed(new RunProblem(code, message, remedy, Optional.empty()), false);
    }

    private static String code(ConnectorFailed failed) {
        return failed.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String counted(long number, String noun) {
        return "%,d %s%s".formatted(number, noun, number == 1 ? "" : "s");
    }

    /// The source, opened when first needed and anew after it was lost.
    private static final class SourceHandle implements AutoCloseable {
        private final Opener opener;
        private final List<RecordSource> open = new ArrayList<>(1);

        private interface Opener {
            RecordSource open() throws ConnectorFailed;
        }

        SourceHandle(Opener opener) {
            this.opener = opener;
        }

        RecordSource get() throws ConnectorFailed {
            if (open.isEmpty()) {
                open.add(opener.open());
            }
            return open.getFirst();
        }

        void reset() {
            open.forEach(RecordSource::close);
            open.clear();
        }

        @Override
        public void close() {
            reset();
        }
    }
}
