package io.connections.application.run;

import static io.connections.domain.connection.ConnectionFixtures.NOON;
import static io.connections.domain.connection.ConnectionFixtures.aConnection;
import static io.connections.domain.goal.GoalFixtures.aGoal;
import static io.connections.domain.goal.GoalFixtures.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.connections.application.connection.House;
import io.connections.application.connection.port.ConnectorFailed;
import io.connections.application.connection.port.ConnectorFailed.Reason;
import io.connections.application.profile.port.PropertyRepository.NewProperty;
import io.connections.application.run.port.CrashPoints;
import io.connections.application.run.port.CrashPoints.Point;
import io.connections.application.run.port.InMemoryChunkStore;
import io.connections.application.run.port.InMemoryRunJournal;
import io.connections.application.run.port.InMemoryRunSetups;
import io.connections.application.run.port.RecordSource;
import io.connections.application.run.port.RunJournal.GoalEnd;
import io.connections.application.run.port.RunSetups;
import io.connections.application.run.port.RunSetups.RunConsent;
import io.connections.application.run.port.RunSetups.RunSetup;
import io.connections.application.run.port.ShareKey;
import io.connections.domain.connection.Connection;
import io.connections.domain.goal.GoalId;
import io.connections.domain.goal.ImportGoal;
import io.connections.domain.profile.ProfileProperty;
import io.connections.domain.profile.PropertyId;
import io.connections.domain.profile.PropertyType;
import io.connections.domain.run.Run;
import io.connections.domain.run.RunId;
import io.connections.domain.run.RunProblem;
import io.connections.domain.run.Trigger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;

/// A connection with one goal, its file, and all that works on its runs.
abstract class ImportOfOneGoal {
    final House house = new House();
    final ProfileProperty city =
            house.properties
                    .add(
                            List.of(
                                    new NewProperty(
                                            new PropertyId("city"),
                                            "City",
                                            new PropertyType.Text(),
                                            false,
                                            false)))
                    .await()
                    .indefinitely()
                    .getFirst();
    final ImportGoal goal =
            aGoal().matchedBy(house.email)
                    .mapping(row("E-mail", house.email), row("City", city))
                    .build();
    final Connection connection = house.add(aConnection().switchedOn().with(goal));
    final InMemoryRunJournal journal = new InMemoryRunJournal();
    RunSetups setups =
            new InMemoryRunSetups(
                    house.connections,
                    house.properties,
                    house.files,
                    house.objectives,
                    house.privacySettings);
    CrashPoints crashPoints = CrashPoints.NONE;
    InstantSource clock = InstantSource.system();
    long maxRejected = 1_000;
    int chunkSize = 1;
    long chunkBytes = 1 << 20;
    final InMemoryChunkStore store =
            new InMemoryChunkStore(journal, point -> crashPoints.reached(point));
    long number;

    RunProblem problem(RunId run) {
        return failed(run).problem();
    }

    GoalEnd.Failed failed(RunId run) {
        return assertThat(journal.endOf(run, 0))
                .get()
                .asInstanceOf(type(GoalEnd.Failed.class))
                .actual();
    }

    void once(Point wanted, Runnable action) {
        AtomicBoolean done = new AtomicBoolean();
        crashPoints =
                point -> {
                    if (point == wanted && !done.getAndSet(true)) {
                        action.run();
                    }
                };
    }

    /// Its files are listed, and none can be read.
    RunSetups losingTheConnection(Runnable onLoss) {
        return changed(reliable -> losing(reliable, onLoss));
    }

    interface Opener {
        RecordSource open(ImportGoal goal) throws ConnectorFailed;
    }

    static RunSetup opening(RunSetup reliable, Opener opener) {
        return new RunSetup() {
            @Override
            public Optional<ImportGoal> goal(GoalId id) {
                return reliable.goal(id);
            }

            @Override
            public RunConsent consent() {
                return reliable.consent();
            }

            @Override
            public RecordSource open(ImportGoal wanted) throws ConnectorFailed {
                return opener.open(wanted);
            }
        };
    }

    RunSetups changed(UnaryOperator<RunSetup> change) {
        RunSetups reliable = setups;
        return new RunSetups() {
            @Override
            public RunSetup load(Run.Order order) throws SetupGone {
                return change.apply(reliable.load(order));
            }

            @Override
            public List<StoredProperty> properties() {
                return reliable.properties();
            }
        };
    }

    static RunSetup losing(RunSetup reliable, Runnable onLoss) {
        return opening(reliable, goal -> new LosingSource(reliable.open(goal), onLoss, () -> {}));
    }

    /// @param onClose what happens between two tries
    record LosingSource(RecordSource reliable, Runnable onLoss, Runnable onClose)
            implements RecordSource {
        @Override
        public List<Part> parts() throws ConnectorFailed {
            return reliable.parts();
        }

        @Override
        public RecordReader open(Part part, Optional<Proof> proof) throws ConnectorFailed {
            onLoss.run();
            throw new ConnectorFailed(Reason.CONNECTION_LOST, "It is gone.", "Wait.");
        }

        @Override
        public void conclude(Part part) throws ConnectorFailed {
            reliable.conclude(part);
        }

        @Override
        public void close() {
            onClose.run();
            reliable.close();
        }
    }

    void put(String content) {
        house.files.put("customers-1.csv", content.getBytes(StandardCharsets.UTF_8));
    }

    RunId queued() {
        RunId run = new RunId(UUID.randomUUID());
        journal.queue(
                new Run.Order(
                        run,
                        ++number,
                        connection.id(),
                        connection.version(),
                        new Trigger.Manual("Mia"),
                        NOON),
                List.of(goal.id()));
        return run;
    }

    /// In chunks of one record, unless told otherwise.
    void work(RunId run) throws InterruptedException {
        new ImportShare(
                        journal,
                        store,
                        setups,
                        crashPoints,
                        new EngineSettings(
                                chunkSize,
                                chunkBytes,
                                2,
                                Duration.ofSeconds(5),
                                Duration.ofMillis(1),
                                2,
                                maxRejected),
                        clock)
                .handle(new ShareKey(run, 0), "test");
    }
}
