package io.connections.adapters.connector.sftp;

import io.connections.adapters.connector.network.OutgoingAddressGuard;
import io.connections.application.connection.port.Access;
import io.connections.application.connection.port.Connector;
import io.connections.application.connection.port.ConnectorFailed;
import io.connections.application.connection.port.FileStore;
import io.connections.application.connection.port.TestReport;
import io.connections.application.connection.port.TestReport.Outcome;
import io.connections.application.connection.port.TestReport.Step;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// SFTP: files over SSH.
@Singleton
public final class SftpConnector implements Connector.Files {
    private static final List<String> STEPS =
            List.of("resolve", "connect", "host-key", "sign-in", "list-folder");

    /// Beyond it a folder is an archive nobody tidies up, and its listing fills the memory.
    private static final int MOST_NAMES = 100_000;

    private final OutgoingAddressGuard guard;
    private final Duration timeout;
    private final int maxNames;

    @Inject
    SftpConnector(
            OutgoingAddressGuard guard,
            @ConfigProperty(name = "connections.sftp.timeout", defaultValue = "30s")
                    Duration timeout,
            @ConfigProperty(name = "connections.sftp.max-names", defaultValue = "" + MOST_NAMES)
                    int maxNames) {
        this.guard = guard;
        this.timeout = timeout;
        this.maxNames = maxNames;
    }

    public SftpConnector(OutgoingAddressGuard guard, Duration timeout) {
        this(guard, timeout, MOST_NAMES);
    }

    @Override
    public String kind() {
        return "sftp";
    }

    @Override
    public FileStore open(Access access) throws ConnectorFailed {
        SftpSession session = SftpSession.open(access, guard, timeout);
        try {
            return session.store(timeout, maxNames);
        } catch (ConnectorFailed e) {
            session.close();
            throw e;
        }
    }

    @Override
    public TestReport test(Access access) {
        List<Step> steps = new ArrayList<>();
        Map<String, String> pins = Map.of();
        try (SftpSession session = new SftpSession(access, true, timeout)) {
            InetAddress address = guard.resolve(session.settings().host());
            steps.add(passed("resolve", address.getHostAddress()));
            try {
                session.connect(address);
            } finally {
                session.hostKey()
                        .ifPresent(
                                _ ->
                                        steps.add(
                                                passed(
                                                        "connect",
                                                        "port %d"
                                                                .formatted(
                                                                        session.settings()
                                                                                .port()))));
            }
            String fingerprint = session.hostKey().orElseThrow();
            boolean known = session.settings().hostKey().isPresent();
            steps.add(
                    passed(
                            "host-key",
                            // Whether it is saved, and so confirmed, is not known here.
                            fingerprint
                                    + (known
                                            ? ", the key that the setup names"
                                            : ", learnt by this test")));
            pins = known ? Map.of() : Map.of("hostKey", fingerprint);
            session.signIn();
            steps.add(passed("sign-in", "signed in"));
            SftpFileStore store = session.store(timeout, maxNames);
            int files = store.list("").size();
            steps.add(
                    passed(
                            "list-folder",
                            (files == 1 ? "1 file" : "%,d files".formatted(files))
                                    + words(store.leftOut())));
        } catch (ConnectorFailed e) {
            steps.add(failed(STEPS.get(steps.size()), e));
        }
        for (String step : STEPS.subList(steps.size(), STEPS.size())) {
            steps.add(new Step(step, new Outcome.NotReached()));
        }
        return new TestReport(steps, pins);
    }

    private static String words(List<String> leftOut) {
        return leftOut.isEmpty()
                ? ""
                : "; %,d left out, such as “%s”: a name that is not valid UTF-8"
                        .formatted(leftOut.size(), leftOut.getFirst());
    }

    private static Step passed(String step, String note) {
        return new Step(step, new Outcome.Passed(note));
    }

    private static Step failed(String step, ConnectorFailed e) {
        Throwable cause = e.getCause();
        return new Step(
                step,
                new Outcome.Failed(
                        e.reason(),
                        SshFailures.words(e),
                        e.remedy(),
                        cause == null ? "" : SshFailures.words(cause)));
    }
}
