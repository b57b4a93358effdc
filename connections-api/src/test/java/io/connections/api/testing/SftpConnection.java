package io.connections.api.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.adapters.connector.sftp.SftpTestServer;
import io.connections.domain.access.Role;
import io.restassured.response.Response;

/// Connections to a real SFTP server of the test, made as a marketer makes them.
public final class SftpConnection {
    public static final String USER = "shop";
    public static final String PASSWORD = "spring-rain";
    private static final String CONNECTIONS = "/api/v1/connections";

    private SftpConnection() {}

    /// The setup form, filled in; its host key is not pinned.
    public static String setup(SftpTestServer server) {
        return """
        {"host":"%s","port":%d,"user":"%s","signIn":"PASSWORD"}
        """
                .formatted(server.host(), server.port(), USER)
                .strip();
    }

    /// The same with the server's host key pinned.
    public static String pinnedSetup(SftpTestServer server) {
        return setup(server)
                .replace("}", ",\"hostKey\":\"%s\"}".formatted(server.hostKeyFingerprint()));
    }

    /// Saves a connection that is complete: host key pinned, password set.
    ///
    /// @param goals JSON objects, separated by commas
    public static String saved(SftpTestServer server, String goals) {
        return saved(pinnedSetup(server), PASSWORD, goals);
    }

    /// @return its id
    public static String saved(String setup, String password, String goals) {
        Response made =
                As.a(Role.MARKETER)
                        .contentType("application/json")
                        .body(
                                """
                                {"typeId":"sftp","name":"Shop","setup":%s,"goals":[%s]}
                                """
                                        .formatted(setup, goals))
                        .post(CONNECTIONS);
        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        String id = made.jsonPath().getString("id");
        Response set =
                As.a(Role.MARKETER)
                        .contentType("application/json")
                        .body("{\"value\":\"%s\"}".formatted(password))
                        .put(CONNECTIONS + "/" + id + "/secrets/password");
        assertThat(set.statusCode()).as(set.asString()).isEqualTo(204);
        return id;
    }
}
