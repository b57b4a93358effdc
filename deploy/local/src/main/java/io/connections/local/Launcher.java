package io.connections.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/// Starts everything on one machine in order, watches it, and ends it in the opposite order
/// when it is told to.
public final class Launcher {
    private static final int ROOM_FIRST = 2048;
    private static final int ROOM_LATER = 256;

    private final Options options;
    private final Ports ports;
    private final DataFolder data;
    private final Progress progress;
    private Optional<Website> website = Optional.empty();
    private final CountDownLatch stopped = new CountDownLatch(1);

    /// What becomes of the sample connection once everything is there.
    enum Sample {
        MAKE,
        /// It was made by an earlier start.
        FOLLOW,
        LEAVE_OUT;

        static Sample after(boolean sampled, boolean empty) {
            if (sampled) {
                return FOLLOW;
            }
            return empty ? LEAVE_OUT : MAKE;
        }
    }

    private Launcher(Options options, DataFolder data, Progress progress) {
        this.options = options;
        this.ports = new Ports(options.port());
        this.data = data;
        this.progress = progress;
    }

    /// Ends with status 1 when it could not start, and as a signal makes it end otherwise.
    public static void main(String[] arguments) {
        var home =
                Path.of(System.getProperty("connections.home", ".")).toAbsolutePath().normalize();
        try {
            start(home, List.of(arguments));
        } catch (InterruptedException | CancellationException _) {
            // told to stop while starting: the hook does it and says so
        } catch (Exception e) {
            System.err.println();
            System.err.println(explained(e));
            System.exit(1);
        }
    }

    private static void start(Path home, List<String> arguments) throws Exception {
        var options = Options.parse(home, arguments);
        var progress = new Progress(System.out, Boolean.getBoolean("connections.live"));
        Files.createDirectories(options.data());
        var data = DataFolder.open(options.data(), options.fresh());
        data.interrupted().ifPresent(progress::line);
        var launcher = new Launcher(options, data, progress);
        Runtime.getRuntime().addShutdownHook(new Thread(launcher::stop, "stop"));
        try {
            launcher.run();
        } catch (Exception e) {
            // What was being started fails because it was told to stop, which is no failure.
            if (data.children().isEnded()) {
                throw new CancellationException();
            }
            throw e;
        }
    }

    private void run() throws Exception {
        Disk.require(data.path(), data.isComplete() ? ROOM_LATER : ROOM_FIRST, Disk.Room.real());
        ports.requireFree(options.live());
        var secrets = Secrets.of(data);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var files = CompletableFuture.runAsync(this::writeSampleFiles, threads);
            var database =
                    progress.step(
                            "PostgreSQL",
                            () ->
                                    PostgresServer.start(
                                            data, options.cache(), ports.postgres(), secrets));
            database.create("connections", secrets.of("connections"));
            database.create("keycloak", secrets.of("keycloak"));
            var keycloak =
                    progress.step(
                            "Keycloak's distribution",
                            () -> Keycloak.built(archive(), options.cache(), data));
            var environment = Service.environment(options.home(), data, ports, database, secrets);
            progress.step(
                    "Keycloak, mailbox, sample SFTP server and Connections",
                    () -> {
                        var provider = Keycloak.start(keycloak, data, ports, database, secrets);
                        var service =
                                options.live()
                                        ? Service.startLive(
                                                options.home(), data, ports, environment)
                                        : Service.start(options.home(), data, ports, environment);
                        files.get();
                        Mailbox.start(ports.smtp(), ports.mailbox());
                        website = Optional.of(Website.start(ports));
                        SampleServer.start(data, ports.sftp());
                        provider.await();
                        service.await();
                        return true;
                    });
            if (options.live()) {
                progress.step(
                        "The page from its sources",
                        () -> {
                            Service.startLivePage(options.home(), data, ports);
                            return true;
                        });
            }
        }
        data.markComplete();
        progress.line(Welcome.of(ports, data));
        if (options.live()) {
            progress.line(
                    "The page with live reload is http://localhost:%d; what service and page say is in %s."
                            .formatted(ports.livePage(), data.resolve("logs")));
        }
        switch (Sample.after(data.isSampled(), options.empty())) {
            case MAKE -> {
                makeWebsite(secrets);
                makeSample(secrets);
            }
            case FOLLOW -> {
                makeWebsite(secrets);
                followSample(secrets);
            }
            case LEAVE_OUT ->
                    progress.line(
                            "No sample connection was made; the next start without --empty does it.");
        }
        watch();
    }

    // What is up stays up: a person can look for the reason in the page. The next start tries
    // again.
    private void makeSample(Secrets secrets) throws Exception {
        try {
            progress.line(SampleConnection.make(ports, secrets, progress));
            data.markSampled();
        } catch (InterruptedException | CannotStart e) {
            throw e;
        } catch (Exception e) {
            progress.line("The sample connection was not made and run: " + explained(e));
            progress.line("  The next start goes on with it; --empty leaves it out.");
        }
    }

    // Once only: who deletes the channel wants none. Data of an earlier version have none yet.
    private void makeWebsite(Secrets secrets) throws InterruptedException {
        try {
            var sample = new SampleWebsite(ConnectionsApi.ofTheMarketer(ports, secrets));
            var first = !data.hasWebsite();
            var channel = first ? Optional.of(sample.makeChannel()) : sample.findChannel();
            channel.ifPresentOrElse(
                    id -> website.orElseThrow().belongsTo(id),
                    () ->
                            progress.line(
                                    "The sample website's channel was deleted: it is without the tag."));
            if (first) {
                sample.makeObjectives();
                sample.makeDataLayer(
                        channel.orElseThrow(), ConnectionsApi.ofTheManager(ports, secrets));
                data.markWebsite();
            }
            if (channel.isPresent()) {
                SampleWebsite.findOrMakeKey(
                                channel.orElseThrow(),
                                ConnectionsApi.ofTheManager(ports, secrets),
                                secrets)
                        .ifPresentOrElse(
                                website.orElseThrow()::provesWith,
                                () ->
                                        progress.line(
                                                "The sample website's channel has a key of somebody else: it proves nobody."));
            }
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            progress.line("The sample website was not given all it needs: " + explained(e));
        }
    }

    private void followSample(Secrets secrets) throws InterruptedException {
        try {
            if (SampleConnection.follow(ports, secrets)) {
                progress.line(
                        "The sample connection now leads to port %d.".formatted(ports.sftp()));
            }
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            progress.line("The sample connection's port could not be set: " + explained(e));
        }
    }

    private void writeSampleFiles() {
        try {
            SampleServer.writeFiles(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path archive() throws IOException {
        var folder = options.home().resolve("deploy/local/target/keycloak");
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".tar.gz"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("No archive in " + folder));
        }
    }

    // Nothing goes on when a part of it has died: a page without its database only confuses.
    private void watch() throws InterruptedException {
        var children = data.children().running();
        var exits = children.stream().map(Child::onExit).toArray(CompletableFuture<?>[]::new);
        CompletableFuture.anyOf(exits).join();
        if (data.children().isEnded()) {
            stopped.await();
        } else {
            var dead = children.stream().filter(child -> !child.handle().isAlive()).findFirst();
            throw dead.orElseThrow().failed("ended unexpectedly");
        }
    }

    private void stop() {
        try {
            progress.line("");
            progress.line("Stopping …");
            data.children().stopAll();
            data.abandonUnfinished();
            data.close();
            progress.line("Stopped. The data are in " + data.path());
        } catch (IOException e) {
            System.err.println("Stopped, but " + e);
        } finally {
            stopped.countDown();
        }
    }

    /// What a person is told: our own words as they are, a full disk recognised, the rest with
    /// its trace.
    static String explained(Throwable problem) {
        for (var cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotStart) {
                return String.valueOf(cause.getMessage());
            }
            if (Disk.isFull(String.valueOf(cause.getMessage()))) {
                return "The disk is full: %s\n  Make room and start again, or keep the data"
                                .formatted(cause.getMessage())
                        + " elsewhere: --data DIR";
            }
        }
        return problem instanceof ExecutionException && problem.getCause() != null
                ? explained(problem.getCause())
                : problem.toString();
    }
}
