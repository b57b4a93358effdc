package io.connections.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The whole of `./connections up`, with the processes that it really starts. It needs everything
/// built, so an ordinary build leaves it out.
@Tag("M32")
@Tag("stack")
class UpTest {
    private static final String BALANCED =
            "(?s).*sample run: read=100000 created=\\d+ updated=\\d+ unchanged=\\d+ rejected=\\d+"
                    + " balanced=yes in [0-9.]+ s\n.*";

    @TempDir private Path temp;

    @Test
    @Tag("M11")
    @Tag("M17")
    void whatAKilledFirstStartLeftIsEndedAndTheSampleCompletedByTheNext() throws Exception {
        var ports = freePorts();
        var data = temp.resolve("data");
        List<ProcessHandle> orphans;
        try (var killed = Up.inTheBackground(data, ports)) {
            killed.awaitLine("Connections is ready");
            killed.await(() -> connections(ports, data).contains(SampleConnection.NAME), "sample");
            orphans = killed.children();
            killed.signal("KILL");
            killed.awaitEnd();
        }
        assertThat(orphans).isNotEmpty().allMatch(ProcessHandle::isAlive);

        try (var next = Up.inTheBackground(data, ports)) {
            var start = System.nanoTime();
            next.awaitLine("was cut off");
            next.awaitLine("Connections is ready");
            // A figure to read, not to fail by: it is the machine's as much as ours.
            System.out.printf(
                    "second start: %d s%n",
                    Duration.ofNanos(System.nanoTime() - start).toSeconds());
            assertThat(orphans).noneMatch(ProcessHandle::isAlive);

            next.awaitLine("sample run:");
            assertThat(next.said()).matches(BALANCED);
            assertNoSecretIsInAnyLog(data, next);
            endsWithAllItsChildrenOn("INT", next);
        }

        var moved = freePorts(ports.first() + Ports.COUNT);
        try (var third = Up.inTheBackground(data, moved)) {
            third.awaitLine("The sample connection now leads to port " + moved.sftp());
            assertThat(connections(moved, data))
                    .containsOnlyOnce("\"name\":\"%s\"".formatted(SampleConnection.NAME));
            assertThat(third.said()).doesNotContain("sample run:");
            endsWithAllItsChildrenOn("HUP", third);
        }
    }

    @ParameterizedTest
    @CsvSource({"INT,130", "TERM,143", "HUP,129"})
    void aFirstStartThatIsStoppedLeavesNothingBehind(String signal, int status) throws Exception {
        var data = temp.resolve("data");
        try (var up = Up.inTheBackground(data, freePorts(), "--empty")) {
            up.awaitLine("PostgreSQL  ");
            assertThat(endsWithAllItsChildrenOn(signal, up)).isEqualTo(status);
            assertThat(up.said()).contains("Stopped.").doesNotContain("failed");
        }

        assertThat(data.resolve("postgres")).doesNotExist();
        assertThat(data.resolve("begun")).doesNotExist();
    }

    @Test
    void aHalfWrittenFolderIsExplainedAndFreshMakesItAnew() throws Exception {
        var data = temp.resolve("data");
        var ports = freePorts();
        try (var killed = Up.inTheBackground(data, ports, "--empty")) {
            killed.awaitLine("PostgreSQL  ");
            killed.signal("KILL");
            killed.awaitEnd();
        }

        try (var next = Up.inTheBackground(data, ports, "--empty")) {
            assertThat(next.awaitEnd()).isEqualTo(1);
            assertThat(next.said()).contains("is half-written").contains("up --fresh");
        }
        try (var fresh = Up.inTheBackground(data, ports, "--empty", "--fresh")) {
            fresh.awaitLine("PostgreSQL  ");
            endsWithAllItsChildrenOn("TERM", fresh);
        }
    }

    @Test
    void aTakenPortIsNamedWithItsHolderBeforeAnythingIsStarted() throws Exception {
        var ports = freePorts();
        try (var _ = new ServerSocket(ports.sftp(), 1, InetAddress.getLoopbackAddress());
                var up = Up.inTheBackground(temp.resolve("data"), ports)) {
            assertThat(up.awaitEnd()).isEqualTo(1);
            assertThat(up.said())
                    .contains("Port %d, wanted for the sample SFTP server".formatted(ports.sftp()))
                    .contains("(process %d)".formatted(ProcessHandle.current().pid()))
                    .contains("--port " + (ports.first() + 1000));
        }
    }

    @Test
    void aDiskWithTooLittleRoomIsNamedBeforeAnythingIsStarted() throws Exception {
        var small = Files.createDirectory(temp.resolve("small"));
        var mounted = "mount -t tmpfs -o size=64m small " + small + " || exit 9; ";
        try (var up =
                Up.start(
                        small.resolve("data"),
                        inOwnMounts(mounted + "\"$@\"; echo status=$?"),
                        freePorts())) {
            assertThat(up.awaitEnd()).as(up.said()).isEqualTo(1);
            assertThat(up.said()).contains("MiB left; 2048 MiB are needed").contains("--data DIR");
        }
    }

    @Test
    void aMissingJdkAndAMissingNodeAreNamedTogetherWithTheWayToGetThem() throws Exception {
        var tools = Files.createDirectory(temp.resolve("bin"));
        for (var tool : List.of("env", "dirname", "sed", "head", "uname", "readlink")) {
            Files.createSymbolicLink(tools.resolve(tool), found(tool));
        }
        var hidden =
                "for d in /usr/lib/jvm /usr/java /opt; do"
                        + " [ ! -d $d ] || mount -t tmpfs none $d || exit 9; done; "
                        + "unset JAVA_HOME; export HOME=%1$s PATH=%1$s; %2$s \"$@\"; echo status=$?"
                                .formatted(tools, found("bash"));
        try (var up = Up.start(temp.resolve("data"), inOwnMounts(hidden), freePorts())) {
            assertThat(up.awaitEnd()).as(up.said()).isEqualTo(2);
            assertThat(up.said())
                    .contains("JDK 25 or newer is missing")
                    .contains("sdk install java")
                    .contains("Node 20.19, 22.12 or newer, with npm, is missing")
                    .contains("nvm install 20");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"v18.20.8", "v20.18.3", "v21.7.3", "v22.11.0"})
    void aNodeThatThePageIsNotBuiltWithIsNamedBeforeAnythingIsStarted(String version)
            throws Exception {
        var tools = Files.createDirectory(temp.resolve("bin"));
        for (var tool : List.of("node", "npm")) {
            var fake = Files.writeString(tools.resolve(tool), "#!/bin/sh\necho " + version + "\n");
            Files.setPosixFilePermissions(fake, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        var script = "PATH=%s:$PATH \"$@\"; echo status=$?".formatted(tools);
        try (var up = Up.start(temp.resolve("data"), script, freePorts())) {
            assertThat(up.awaitEnd()).as(up.said()).isEqualTo(2);
            assertThat(up.said())
                    .contains("Node 20.19, 22.12 or newer")
                    .contains("(there is %s)".formatted(version))
                    .contains("nvm install 20")
                    .doesNotContain("JDK 25");
        }
    }

    private static int endsWithAllItsChildrenOn(String signal, Up up) throws Exception {
        var children = up.children();
        assertThat(children).isNotEmpty();
        up.signal(signal);
        var status = up.awaitEnd();
        assertThat(up.said()).contains("Stopped. The data are in");
        assertThat(children).noneMatch(ProcessHandle::isAlive);
        return status;
    }

    private static void assertNoSecretIsInAnyLog(Path data, Up up) throws IOException {
        var secrets = new Properties();
        try (var reader = Files.newBufferedReader(data.resolve("secrets.properties"))) {
            secrets.load(reader);
        }
        var said = new StringBuilder(up.said());
        try (var logs = Files.list(data.resolve("logs"))) {
            for (var log : logs.toList()) {
                said.append(Files.readString(log));
            }
        }
        assertThat(secrets).isNotEmpty();
        assertThat(said)
                .contains("Keycloak")
                .doesNotContain(secrets.values().toArray(String[]::new));
    }

    // What the API tells about the connections; nothing while it does not answer.
    private static String connections(Ports ports, Path data) {
        var secrets = new Properties();
        try (var reader = Files.newBufferedReader(data.resolve("secrets.properties"))) {
            secrets.load(reader);
            return ConnectionsApi.signedIn(
                            "http://localhost:" + ports.service(),
                            Keycloak.realmUrl(ports) + "/protocol/openid-connect/token",
                            secrets.getProperty("launcher"),
                            "viewer@example.com",
                            Welcome.PASSWORD)
                    .get("/connections")
                    .toString();
        } catch (IOException _) {
            return "";
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    // Mounts that this script alone sees; an ordinary user gets them with a user namespace.
    private static String inOwnMounts(String script) {
        return "exec unshare $([ $(id -u) = 0 ] && echo -m || echo -Urm) bash -c '"
                + script.replace("'", "'\\''")
                + "' script \"$@\"";
    }

    private static Path found(String tool) {
        return List.of("/bin", "/usr/bin").stream()
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }

    private static Ports freePorts() {
        return freePorts(30_080);
    }

    private static Ports freePorts(int from) {
        for (var first = from; ; first += 100) {
            try {
                var ports = new Ports(first);
                ports.requireFree(false);
                return ports;
            } catch (CannotStart _) {
                // somebody else's: the next row
            }
        }
    }
}
