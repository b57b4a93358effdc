package io.connections.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeycloakTest {
    @Test
    @Tag("M32")
    void theRealmSignsInWithTheThemeThatLiesBesideIt(@TempDir Path home) throws Exception {
        Keycloak.prepared(home);

        var login = home.resolve("themes/connections/login");
        assertThat(home.resolve("data/import/connections-realm.json"))
                .content()
                .contains("\"loginTheme\": \"connections\"");
        assertThat(login.resolve("theme.properties")).content().contains("css/connections.css");
        assertThat(Files.size(login.resolve("resources/css/connections.css"))).isPositive();
    }
}
