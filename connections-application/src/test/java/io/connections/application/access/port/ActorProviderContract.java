package io.connections.application.access.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.access.Role;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What every answer to *who asks?* keeps to, whoever has signed the caller in.
@Tag("M30")
public abstract class ActorProviderContract {
    /// A caller as the identity provider tells of one.
    ///
    /// @param scopes of a bearer token; absent: signed in to the page
    public record Caller(String subject, String name, Set<String> roles, Optional<String> scopes) {
        public Caller {
            roles = Set.copyOf(roles);
        }
    }

    /// Who asks, while this caller does.
    protected abstract Actor current(Caller caller);

    /// Who asks, while nobody has signed in.
    protected abstract Actor nobody();

    @Test
    void aPersonIsKnownByTheSubjectAndCalledByTheName() {
        Actor mia = current(onThePage("marketer"));

        assertThat(mia.id()).isEqualTo("7f3");
        assertThat(mia.name()).isEqualTo("Mia");
    }

    @Test
    void aRoleGrantsWhatTheTableOfRolesSays() {
        for (Role role : Role.values()) {
            Actor signedIn = current(onThePage(role.id()));

            assertThat(signedIn.roles()).containsExactly(role);
            assertThat(signedIn.permissions()).isEqualTo(role.permissions());
        }
    }

    @Test
    void severalRolesGrantWhatAnyOfThemDoes() {
        Actor both = current(onThePage("viewer", "application-manager"));

        assertThat(both.roles()).containsExactlyInAnyOrder(Role.VIEWER, Role.APPLICATION_MANAGER);
        assertThat(both.permissions())
                .containsAll(Role.VIEWER.permissions())
                .containsAll(Role.APPLICATION_MANAGER.permissions());
    }

    @Test
    void aRoleThatIsNotOursGrantsNothing() {
        Actor stranger = current(onThePage("offline_access", "Administrator", ""));

        assertThat(stranger.roles()).isEmpty();
        assertThat(stranger.permissions()).isEmpty();
    }

    @Test
    @Tag("M12")
    void aBearerTokensScopesNarrowWhatItsRolesGrant() {
        Actor narrow = current(withToken("connections:read openid", "administrator"));

        assertThat(narrow.permissions()).containsExactly(Permission.CONNECTIONS_READ);
        assertThat(narrow.roles()).containsExactly(Role.ADMINISTRATOR);
    }

    @Test
    @Tag("M12")
    void aBearerTokensScopesNeverWidenWhatItsRolesGrant() {
        Actor wanting = current(withToken("connections:read connections:write", "viewer"));

        assertThat(wanting.permissions()).containsExactly(Permission.CONNECTIONS_READ);
    }

    @Test
    @Tag("M12")
    void aBearerTokenWithoutOurScopesMayDoNothing() {
        assertThat(current(withToken("", "administrator")).permissions()).isEmpty();
        assertThat(current(withToken("connections:reads", "administrator")).permissions())
                .isEmpty();
    }

    @Test
    void whoHasNotSignedInMayDoNothing() {
        Actor nobody = nobody();

        assertThat(nobody.roles()).isEmpty();
        assertThat(nobody.permissions()).isEmpty();
    }

    private static Caller onThePage(String... roles) {
        return new Caller("7f3", "Mia", Set.of(roles), Optional.empty());
    }

    private static Caller withToken(String scopes, String... roles) {
        return new Caller("7f3", "Mia", Set.of(roles), Optional.of(scopes));
    }
}
