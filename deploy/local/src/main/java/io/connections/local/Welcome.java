package io.connections.local;

/// What a person sees when all is up.
final class Welcome {
    static final String PASSWORD = "connections";

    /// The realm's application with which an integrator tries the API.
    static final String INTEGRATOR = "connections-integrator";

    private Welcome() {}

    static String of(Ports ports, DataFolder data) {
        return """

                Connections is ready.

                  Page      http://localhost:%d
                  API       http://localhost:%d/api/v1  (described at /q/openapi)
                  Website   http://localhost:%d  a sample shop that includes the website tag
                  Mailbox   http://localhost:%d
                  SFTP      sftp://%s@localhost:%d%s  password %s, or the key %s
                  Keycloak  http://localhost:%d  admin, password in %s
                  Database  postgresql://localhost:%d/connections

                  Sign in as viewer@example.com, marketer@example.com, manager@example.com
                  or admin@example.com; the password of each is "%s".
                  A program gets its token as client %s, secret "%s":
                  docs/integrators.md goes on from there.

                Ctrl-C stops everything and keeps the data in %s.
                """
                .formatted(
                        ports.service(),
                        ports.service(),
                        ports.website(),
                        ports.mailbox(),
                        SampleServer.USER,
                        ports.sftp(),
                        SampleServer.FOLDER,
                        SampleServer.PASSWORD,
                        data.resolve("sftp/sample_key"),
                        ports.keycloak(),
                        data.resolve("secrets.properties"),
                        ports.postgres(),
                        PASSWORD,
                        INTEGRATOR,
                        PASSWORD,
                        data.path());
    }
}
