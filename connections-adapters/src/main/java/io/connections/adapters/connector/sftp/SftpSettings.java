package io.connections.adapters.connector.sftp;

import io.connections.application.connection.port.Access;
import io.connections.application.connection.port.ConnectorFailed;
import io.connections.application.connection.port.ConnectorFailed.Reason;
import java.util.Optional;

/// Where the setup form says the server is.
///
/// @param hostKey the pinned fingerprint (`SHA256:…`); absent until the first test
/// @param startFolder absolute, or from where one lands after signing in; may be empty
record SftpSettings(String host, int port, Optional<String> hostKey, String startFolder) {
    static SftpSettings of(Access access) throws ConnectorFailed {
        return new SftpSettings(
                text(access, "host", "the host"),
                port(access),
                access.setup().find("hostKey").map(String::strip).filter(key -> !key.isEmpty()),
                access.setup().find("startFolder").map(String::strip).orElse(""));
    }

    static String text(Access access, String field, String name) throws ConnectorFailed {
        return access.setup()
                .find(field)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> missing(name));
    }

    private static int port(Access access) throws ConnectorFailed {
        String text = access.setup().find("port").map(String::strip).orElse("22");
        try {
            int port = Integer.parseInt(text);
            if (port >= 1 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException _) {
            // Said below, together with numbers out of range.
        }
        throw new ConnectorFailed(
                Reason.SETUP_INCOMPLETE,
                "“%s” is no port.".formatted(text),
                "Fill in a number from 1 to 65535; SFTP mostly has 22.");
    }

    static ConnectorFailed missing(String name) {
        return new ConnectorFailed(
                Reason.SETUP_INCOMPLETE,
                "In the setup %s is missing.".formatted(name),
                "Fill it in under Set up and run.");
    }
}
