package io.connections.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.adapters.testing.PostgresForTests;
import io.connections.api.testing.As;
import io.connections.api.testing.Browser;
import io.connections.api.testing.IdentityProviderForTests;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A provider that is not shaped like Keycloak, by configuration alone.
@QuarkusTest
@TestProfile(OtherProviderTest.Configured.class)
@Tag("M30")
class OtherProviderTest {
    private static final String ME = "/api/v1/me";

    public static class Configured implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "connections.oidc.roles-source", "idtoken",
                    "connections.oidc.roles-path", "app/teams",
                    "connections.oidc.terms.roles.marketer", "Campaigns,CRM team",
                    "connections.oidc.scopes", "profile,email,offline_access");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(
                    new TestResourceEntry(PostgresForTests.class),
                    new TestResourceEntry(
                            IdentityProviderForTests.class, Map.of("like", "others")));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }

    @Test
    void itsRolesAreFoundWhereItKeepsThemAndUnderItsOwnNames() {
        Response me = Browser.signedIn().request().get(ME);

        assertThat(me.statusCode()).as(me.asString()).isEqualTo(200);
        assertThat(me.jsonPath().getList("roles")).containsExactly("marketer");
    }

    @Test
    void itIsAskedForTheScopesThatItWants() {
        Response sent = new Browser().request().get("/session/login");

        assertThat(sent.header("Location")).contains("offline_access");
    }

    @Test
    void signingOutLeadsHomeWhereItHasNoPlaceToSignOut() {
        Browser browser = Browser.signedIn();
        String key = browser.session().getValue();

        Response gone = browser.kept(browser.page().post("/session/logout"));

        assertThat(gone.statusCode()).as(gone.asString()).isEqualTo(204);
        assertThat(gone.header("Location")).isEqualTo("/");
        browser.tamperWithSession(key);
        assertThat(browser.request().get(ME).statusCode()).isEqualTo(401);
    }

    @Test
    @Tag("M12")
    void itsApplicationsHaveTheirScopesInAListOfAnotherName() {
        Response me =
                As.anApplicationOfAnotherProvider(
                                Map.of("teams", List.of("CRM team")),
                                List.of("connections:read", "profiles:read"))
                        .get(ME);

        assertThat(me.statusCode()).as(me.asString()).isEqualTo(200);
        assertThat(me.jsonPath().getList("permissions"))
                .containsExactlyInAnyOrder("connections:read", "profiles:read");
    }
}
