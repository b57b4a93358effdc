package io.connections.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/// The identity provider: Keycloak as it is distributed, built once for our settings.
///
/// Java is started without the distribution's shell script: the script would be a second process
/// that has to be found and ended.
final class Keycloak {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final List<String> BUILD =
            List.of("build", "--db=postgres", "--features=client-secret-rotation:v1");

    /// The sign-in page in our colours.
    private static final List<String> THEME =
            List.of("login/theme.properties", "login/resources/css/connections.css");

    private Keycloak() {}

    /// Unpacks and builds the distribution unless that was done before, and puts our realm into it.
    static Path built(Path archive, Cache cache, DataFolder data)
            throws IOException, InterruptedException {
        var version = archive.getFileName().toString().replaceAll("[^0-9]*([0-9.]+[0-9]).*", "$1");
        var home = cache.resolve("keycloak-" + version);
        var stamp = home.resolve("built");
        var wanted = String.join(" ", BUILD);
        return cache.alone(
                () -> {
                    if (!Files.exists(stamp) || !Files.readString(stamp).equals(wanted)) {
                        build(archive, home, data);
                        Files.writeString(stamp, wanted);
                    }
                    prepared(home);
                    return home;
                });
    }

    private static void build(Path archive, Path home, DataFolder data)
            throws IOException, InterruptedException {
        try (var content = new GZIPInputStream(Files.newInputStream(archive), 1 << 16)) {
            Archives.unpack(content, home, 1);
        }
        var build = start("keycloak-build", home, BUILD, Map.of(), data);
        build.awaitSuccess(PATIENCE);
        data.children().stop(build);
    }

    static Child.Coming start(
            Path home, DataFolder data, Ports ports, PostgresServer database, Secrets secrets)
            throws IOException {
        var command = new ArrayList<>(List.of("start", "--optimized", "--import-realm"));
        command.add("--http-enabled=true");
        command.add("--http-host=localhost");
        command.add("--http-port=" + ports.keycloak());
        command.add("--hostname=http://localhost:" + ports.keycloak());
        command.add("--cache=local");
        command.add("--db-url=jdbc:" + database.url("keycloak"));
        command.add("--db-username=keycloak");
        var environment =
                Map.of(
                        "KC_DB_PASSWORD", secrets.of("keycloak"),
                        "KC_BOOTSTRAP_ADMIN_USERNAME", "admin",
                        "KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.of("keycloak-admin"),
                        "CONNECTIONS_PAGE_SECRET", secrets.of("page"),
                        "CONNECTIONS_LAUNCHER_SECRET", secrets.of("launcher"));
        var child = start("keycloak", home, command, environment, data);
        var discovery = realmUrl(ports) + "/.well-known/openid-configuration";
        return new Child.Coming(child, () -> Http.answers(discovery), PATIENCE);
    }

    static String realmUrl(Ports ports) {
        return "http://localhost:%d/realms/connections".formatted(ports.keycloak());
    }

    // A realm that is there already is not imported again, so nothing in the document may
    // depend on the port: redirects to localhost are accepted on any. Its secrets are
    // placeholders, filled from the environment, because several data folders may share the
    // distribution.
    static void prepared(Path home) throws IOException {
        var theme = home.resolve("themes/connections");
        copied("connections-realm.json", home.resolve("data/import/connections-realm.json"));
        for (var file : THEME) {
            copied("theme/" + file, theme.resolve(file));
        }
    }

    private static void copied(String name, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        try (var packaged = Keycloak.class.getResourceAsStream("/keycloak/" + name)) {
            if (packaged == null) {
                throw new IllegalStateException("The realm's %s was not packaged.".formatted(name));
            }
            // At once: a provider that another launcher starts may just be reading it.
            var whole = to.resolveSibling(to.getFileName() + ".next");
            Files.copy(packaged, whole, StandardCopyOption.REPLACE_EXISTING);
            Files.move(whole, to, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static Child start(
            String name,
            Path home,
            List<String> command,
            Map<String, String> environment,
            DataFolder data) {
        var options = new ArrayList<>(List.of("-Xms64m", "-Xmx256m", "-XX:MaxMetaspaceSize=256m"));
        // It starts far more often than it signs anybody in: without the second compiler a start
        // costs half the processor time, which whatever starts beside it has instead.
        options.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        options.add("-XX:+ExitOnOutOfMemoryError");
        options.add("-Dfile.encoding=UTF-8");
        options.add("-Djava.security.egd=file:/dev/urandom");
        for (var opened :
                List.of("java.util", "java.util.concurrent", "java.security", "java.lang")) {
            options.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED");
        }
        options.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Duser.language=en"));
        options.add(
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory");
        options.add("-Dkc.home.dir=" + home);
        options.add("-Djboss.server.config.dir=" + home.resolve("conf"));
        options.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
        options.add("-Dpicocli.disable.closures=true");
        options.addAll(List.of("-cp", home.resolve("lib/quarkus-run.jar").toString()));
        options.add("io.quarkus.bootstrap.runner.QuarkusEntryPoint");
        options.addAll(command);
        return data.children().start(name, Child.java(options), environment, home);
    }
}
