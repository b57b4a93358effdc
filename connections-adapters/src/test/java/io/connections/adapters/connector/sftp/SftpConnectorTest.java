package io.connections.adapters.connector.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.connections.adapters.connector.network.OutgoingAddressGuard;
import io.connections.application.connection.port.Access;
import io.connections.application.connection.port.ConnectorFailed;
import io.connections.application.connection.port.ConnectorFailed.Reason;
import io.connections.application.connection.port.FileStore;
import io.connections.application.connection.port.TestReport;
import io.connections.application.connection.port.TestReport.Outcome;
import io.connections.domain.catalog.SetupValues;
import io.connections.domain.kernel.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("M21")
class SftpConnectorTest {
    private static final OutgoingAddressGuard OWN_MACHINE =
            new OutgoingAddressGuard(Optional.of(List.of("127.0.0.0/8")));

    @TempDir Path folder;

    private final SftpConnector connector = new SftpConnector(OWN_MACHINE, Duration.ofSeconds(10));
    private SftpTestServer server;

    @BeforeEach
    void start() {
        server = SftpTestServer.serving(folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    @Tag("M5")
    void theFirstTestPassesEveryStepAndLearnsTheHostKey() throws Exception {
        Files.writeString(folder.resolve("a.csv"), "id\n");

        TestReport report = connector.test(access(Map.of(), Map.of()));

        assertThat(report.passed()).isTrue();
        assertThat(report.steps())
                .extracting(TestReport.Step::id)
                .containsExactly("resolve", "connect", "host-key", "sign-in", "list-folder");
        assertThat(report.pins()).containsEntry("hostKey", server.hostKeyFingerprint());
        assertThat(report.steps().getLast().outcome()).isEqualTo(new Outcome.Passed("1 file"));
    }

    @Test
    @Tag("M5")
    @Tag("M11")
    void aTestClaimsOfTheHostKeyOnlyWhatItCanKnow() {
        TestReport first = connector.test(access(Map.of(), Map.of()));
        TestReport again = connector.test(pinned(Map.of(), Map.of()));

        assertThat(first.steps().get(2).outcome())
                .isEqualTo(
                        new Outcome.Passed(server.hostKeyFingerprint() + ", learnt by this test"));
        assertThat(again.steps().get(2).outcome())
                .isEqualTo(
                        new Outcome.Passed(
                                server.hostKeyFingerprint() + ", the key that the setup names"));
    }

    @Test
    void aRunWithoutPinnedHostKeyIsRefused() {
        ConnectorFailed failed = opening(access(Map.of(), Map.of()));

        assertThat(failed.reason()).isEqualTo(Reason.HOST_KEY_UNKNOWN);
        assertThat(failed.remedy()).contains("Test connection");
    }

    @Test
    void aChangedHostKeyIsRefusedNamingBoth() {
        String before = server.hostKeyFingerprint();
        Access access = pinned(Map.of(), Map.of());
        server.renewHostKey();

        ConnectorFailed failed = opening(access);
        TestReport report = connector.test(access);

        assertThat(failed.reason()).isEqualTo(Reason.HOST_KEY_CHANGED);
        assertThat(failed)
                .hasMessageContaining(before)
                .hasMessageContaining(server.hostKeyFingerprint());
        assertThat(stoppedAt(report)).isEqualTo("host-key HOST_KEY_CHANGED");
        assertThat(report.pins()).isEmpty();
    }

    @Test
    void aWrongPasswordStopsAtSigningIn() {
        Access access = pinned(Map.of(), Map.of("password", new Secret("canary-of-the-night")));

        TestReport report = connector.test(access);

        assertThat(stoppedAt(report)).isEqualTo("sign-in SIGN_IN_REFUSED");
        assertThat(report.toString()).doesNotContain("canary-of-the-night");
        assertThat(opening(access).reason()).isEqualTo(Reason.SIGN_IN_REFUSED);
    }

    @Test
    void aPortWhereNothingListensStopsAtConnecting() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }

        TestReport report =
                connector.test(access(Map.of("port", Integer.toString(free)), Map.of()));

        assertThat(stoppedAt(report)).isEqualTo("connect UNREACHABLE");
        assertThat(report.steps().get(3).outcome()).isEqualTo(new Outcome.NotReached());
    }

    @Test
    @Timeout(20)
    void aServerThatSendsLinesWithoutEndIsNoSftpServer() throws Exception {
        try (HostileServer hostile = HostileServer.sending("x".repeat(60) + "\r\n")) {
            TestReport report = connector.test(at(hostile));

            assertThat(stoppedAt(report)).isEqualTo("connect UNREACHABLE");
            assertThat(report.toString()).contains("does not speak SSH with us", "32,768 bytes");
            assertThat(hostile.hungUp()).isTrue();
        }
    }

    @Test
    @Timeout(20)
    void aServerThatSendsALineWithoutEndIsNoSftpServer() throws Exception {
        try (HostileServer hostile = HostileServer.sending("SSH-2.0-" + "x".repeat(60_000))) {
            TestReport report = connector.test(at(hostile));

            assertThat(stoppedAt(report)).isEqualTo("connect UNREACHABLE");
            assertThat(hostile.hungUp()).isTrue();
        }
    }

    @Test
    @Timeout(20)
    void aServerThatSendsALineNowAndThenIsGivenUpInTime() throws Exception {
        SftpConnector hurried = new SftpConnector(OWN_MACHINE, Duration.ofMillis(500));
        try (HostileServer hostile =
                HostileServer.sendingNowAndThen("one moment please\r\n", Duration.ofMillis(20))) {
            TestReport report = hurried.test(at(hostile));

            assertThat(stoppedAt(report)).isEqualTo("connect TIMED_OUT");
            assertThat(report.toString()).contains("did not answer in time");
            assertThat(hostile.hungUp()).isTrue();
        }
    }

    @Test
    @Timeout(20)
    void aServerThatDealsItsNameOutByteByByteIsGivenUpInTime() throws Exception {
        SftpConnector hurried = new SftpConnector(OWN_MACHINE, Duration.ofMillis(500));
        try (HostileServer hostile = HostileServer.sendingNowAndThen("x", Duration.ofMillis(20))) {
            TestReport report = hurried.test(at(hostile));

            assertThat(stoppedAt(report)).isEqualTo("connect TIMED_OUT");
            assertThat(hostile.hungUp()).isTrue();
        }
    }

    @Test
    @Timeout(20)
    void signingInHasOnlySoLongHoweverManyWaysTheServerOffers() throws Exception {
        // A key and a password, each refused before it would be too late.
        server.thinking(Duration.ofMillis(1_400));
        SftpConnector hurried = new SftpConnector(OWN_MACHINE, Duration.ofSeconds(2));

        TestReport report =
                hurried.test(
                        pinned(
                                Map.of("signIn", "BOTH"),
                                Map.of(
                                        "privateKey",
                                        new Secret(pem(SftpTestServer.newKey("RSA", 2048))),
                                        "password",
                                        new Secret("wrong"))));

        assertThat(stoppedAt(report)).isEqualTo("sign-in TIMED_OUT");
    }

    @Test
    @Tag("M21")
    @Timeout(20)
    void whoWasLetInMayStayForLongerThanItMayTakeToBeLetIn() throws Exception {
        Files.writeString(folder.resolve("a.csv"), "id\n");
        Duration limit = Duration.ofSeconds(2);
        SftpConnector hurried = new SftpConnector(OWN_MACHINE, limit);
        try (FileStore store = hurried.open(pinned(Map.of(), Map.of()))) {
            long late = System.nanoTime() + limit.toNanos();
            boolean stayed = false;
            while (!stayed) {
                stayed = System.nanoTime() > late;
                assertThat(store.list("")).hasSize(1);
            }
        }
    }

    @Test
    void anUnknownHostStopsAtResolving() {
        TestReport report = connector.test(access(Map.of("host", "nobody.invalid"), Map.of()));

        assertThat(stoppedAt(report)).isEqualTo("resolve HOST_NOT_FOUND");
    }

    @Test
    void aPrivateAddressIsRefusedUnlessTheOperatorAllowsIt() {
        SftpConnector strict =
                new SftpConnector(
                        new OutgoingAddressGuard(Optional.empty()), Duration.ofSeconds(10));

        TestReport report = strict.test(access(Map.of(), Map.of()));

        assertThat(stoppedAt(report)).isEqualTo("resolve ADDRESS_NOT_ALLOWED");
    }

    @Test
    void aMissingFolderIsNamed() {
        TestReport report = connector.test(pinned(Map.of("startFolder", "incoming/crm"), Map.of()));

        assertThat(stoppedAt(report)).isEqualTo("list-folder FOLDER_MISSING");
        assertThat(report.toString()).contains("/incoming/crm");
    }

    @Test
    void signsInWithAPrivateKeyInPem() throws Exception {
        KeyPair key = SftpTestServer.newKey("RSA", 2048);
        server.withKey("robot", key.getPublic());

        TestReport report =
                connector.test(
                        pinned(
                                Map.of("signIn", "PRIVATE_KEY", "user", "robot"),
                                Map.of("privateKey", new Secret(pem(key)))));

        assertThat(report.passed()).as(report.toString()).isTrue();
    }

    @Test
    void aKeyThatIsNoneIsSaidWithWhatIsAccepted() {
        TestReport report =
                connector.test(
                        pinned(
                                Map.of("signIn", "PRIVATE_KEY"),
                                Map.of("privateKey", new Secret("not a key"))));

        assertThat(stoppedAt(report)).isEqualTo("sign-in KEY_UNREADABLE");
        assertThat(report.toString()).contains("OpenSSH or PEM");
    }

    @Test
    void readsAFileWholeAndListsOnlyFiles() throws Exception {
        byte[] content = new byte[3_000_017];
        new java.util.Random(7).nextBytes(content);
        Files.createDirectories(folder.resolve("in/sub"));
        Files.write(folder.resolve("in/b.bin"), content);
        Files.createSymbolicLink(folder.resolve("in/a.link"), folder.resolve("in/b.bin"));

        try (FileStore store = connector.open(pinned(Map.of(), Map.of()));
                InputStream bytes = store.read("in/b.bin")) {
            assertThat(store.list("in"))
                    .extracting(FileStore.RemoteFile::name)
                    .containsExactly("a.link", "b.bin");
            assertThat(store.stat("/in/b.bin").size()).isEqualTo(content.length);
            assertThat(bytes.readAllBytes()).isEqualTo(content);
        }
    }

    @Test
    void aSmallFileIsNotAskedForFarBehindItsEnd() throws Exception {
        Files.writeString(folder.resolve("a.csv"), "id\n1\n");

        try (FileStore store = connector.open(pinned(Map.of(), Map.of()));
                InputStream bytes = store.read("a.csv", 5)) {
            assertThat(bytes.readAllBytes()).hasSize(5);
        }

        assertThat(server.readings()).isLessThanOrEqualTo(2);
    }

    @Test
    void aFileWhoseNameIsNoUtf8IsLeftOutAndTheOthersAreListed() throws Exception {
        Files.writeString(folder.resolve("a.csv"), "id\n");
        Files.writeString(folder.resolve("b.csv"), "id\n");
        server.callsIts("b.csv", "caf\u00e9.csv".getBytes(StandardCharsets.ISO_8859_1));

        TestReport report = connector.test(pinned(Map.of(), Map.of()));
        try (FileStore store = connector.open(pinned(Map.of(), Map.of()))) {
            assertThat(store.list(""))
                    .extracting(FileStore.RemoteFile::name)
                    .containsExactly("a.csv");
            assertThat(store.leftOut()).containsExactly("caf\uFFFD.csv");
        }
        assertThat(report.passed()).isTrue();
        assertThat(report.toString()).contains("1 file; 1 left out, such as “caf\uFFFD.csv”");
    }

    @Test
    void aFolderThatTheServerCannotListIsNotCalledMissing() throws Exception {
        Files.writeString(Files.createDirectory(folder.resolve("in")).resolve("a.csv"), "id\n");
        server.stumblesOver("a.csv");

        try (FileStore store = connector.open(pinned(Map.of(), Map.of()))) {
            ConnectorFailed refused =
                    catchThrowableOfType(ConnectorFailed.class, () -> store.list("in"));

            assertThat(refused.reason()).isEqualTo(ConnectorFailed.Reason.OTHER);
            assertThat(refused).hasMessageContaining("/in").hasMessageContaining("cannot list");
        }
    }

    @Test
    void aFolderOfAsManyNamesAsAllowedIsListedAndOneMoreIsRefused() throws Exception {
        Path many = Files.createDirectories(folder.resolve("many"));
        for (int i = 0; i < 2_000; i++) {
            Files.createFile(many.resolve("customers-%06d.csv".formatted(i)));
        }
        SftpConnector ofTwoThousand = new SftpConnector(OWN_MACHINE, Duration.ofSeconds(10), 2_000);

        try (FileStore store = ofTwoThousand.open(pinned(Map.of(), Map.of()))) {
            assertThat(store.list("many")).hasSize(2_000);
            Files.createFile(many.resolve("one-more.csv"));
            ConnectorFailed refused =
                    catchThrowableOfType(ConnectorFailed.class, () -> store.list("many"));
            assertThat(refused).hasMessageContaining("2,000").hasMessageContaining("/many");
            assertThat(store.stat("many/one-more.csv").size()).isZero();
        }
    }

    @Test
    @Tag("M18")
    void aConnectionCutOffInMidFileIsLostAndThatPasses() throws Exception {
        Files.write(folder.resolve("a.bin"), new byte[4_000_000]);

        try (FileStore store = connector.open(pinned(Map.of(), Map.of()));
                InputStream bytes = store.read("a.bin")) {
            server.cutOffAfter(1_000_000);

            IOException lost = catchThrowableOfType(IOException.class, bytes::readAllBytes);

            assertThat(lost.getCause())
                    .isInstanceOfSatisfying(
                            ConnectorFailed.class,
                            failed -> {
                                assertThat(failed.reason()).isEqualTo(Reason.CONNECTION_LOST);
                                assertThat(failed.passing()).isTrue();
                            });
        }
    }

    private ConnectorFailed opening(Access access) {
        return catchThrowableOfType(ConnectorFailed.class, () -> connector.open(access).close());
    }

    private Access at(HostileServer hostile) {
        return access(Map.of("port", Integer.toString(hostile.port())), Map.of());
    }

    private Access pinned(Map<String, String> setup, Map<String, Secret> secrets) {
        Map<String, String> values = new HashMap<>(setup);
        values.put("hostKey", server.hostKeyFingerprint());
        return access(values, secrets);
    }

    private Access access(Map<String, String> setup, Map<String, Secret> secrets) {
        Map<String, String> values =
                new HashMap<>(
                        Map.of(
                                "host",
                                server.host(),
                                "port",
                                Integer.toString(server.port()),
                                "user",
                                "shop",
                                "signIn",
                                "PASSWORD"));
        values.putAll(setup);
        Map<String, Secret> all = new HashMap<>(Map.of("password", new Secret("spring-rain")));
        all.putAll(secrets);
        return new Access(new SetupValues(values), all);
    }

    private static String stoppedAt(TestReport report) {
        return report.steps().stream()
                .filter(step -> step.outcome() instanceof Outcome.Failed)
                .map(step -> step.id() + " " + ((Outcome.Failed) step.outcome()).reason())
                .findFirst()
                .orElse("nowhere");
    }

    private static String pem(KeyPair key) {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(key.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----";
    }
}
