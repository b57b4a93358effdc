package io.connections.application.access.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.application.access.port.ActorProvider.SignedIn;
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
    protected abstract SignedIn current(Caller caller);

    /// Who asks, while nobody has signed in.
    protected abstract SignedIn nobody();

    @Test
    void aPersonIsKnownByTheSubjectAndCalledByTheName() {
        SignedIn mia = current(onThePage("marketer"));

        assertThat(mia.actor().id()).isEqualTo("7f3");
        assertThat(mia.actor().name()).isEqualTo("Mia");
    }

    @Test
    void aRoleGrantsWhatTheTableOfRolesSays() {
        for (Role role : Role.values()) {
            SignedIn signedIn = current(onThePage(role.id()));

            assertThat(signedIn.roles()).containsExactly(role);
            assertThat(signedIn.actor().roles()).containsExactly(role);
            assertThat(granted(signedIn)).isEqualTo(role.permissions());
        }
    }

    @Test
    void severalRolesGrantWhatAnyOfThemDoes() {
        SignedIn both = current(onThePage("viewer", "application-manager"));

        assertThat(both.roles()).containsExactlyInAnyOrder(Role.VIEWER, Role.APPLICATION_MANAGER);
        assertThat(granted(both))
                .containsAll(Role.VIEWER.permissions())
                .containsAll(Role.APPLICATION_MANAGER.permissions());
    }

    @Test
    void aRoleThatIsNotOursGrantsNothing() {
        SignedIn stranger = current(onThePage("offline_access", "Administrator", ""));

        assertThat(stranger.roles()).isEmpty();
        assertThat(granted(stranger)).isEmpty();
    }

    @Test
    @Tag("M12")
    void aBearerTokensScopesNarrowWhatItsRolesGrant() {
        SignedIn narrow = current(withToken("connections:read openid", "administrator"));

        assertThat(granted(narrow)).containsExactly(Permission.CONNECTIONS_READ);
        assertThat(narrow.actor().roles()).containsExactly(Role.ADMINISTRATOR);
    }

    @Test
    @Tag("M12")
    void aBearerTokensScopesNeverWidenWhatItsRolesGrant() {
        SignedIn wanting = current(withToken("connections:read connections:write", "viewer"));

        assertThat(granted(wanting)).containsExactly(Permission.CONNECTIONS_READ);
    }

    @Test
    @Tag("M12")
    void aBearerTokenWithoutOurScopesMayDoNothing() {
        assertThat(granted(current(withToken("", "administrator")))).isEmpty();
        assertThat(granted(current(withToken("connections:reads", "administrator")))).isEmpty();
    }

    @Test
    void whoHasNotSignedInMayDoNothing() {
        SignedIn nobody = nobody();

        assertThat(nobody.roles()).isEmpty();
        assertThat(granted(nobody)).isEmpty();
    }

    private static Caller onThePage(String... roles) {
        return new Caller("7f3", "Mia", Set.of(roles), Optional.empty());
    }

    private static Caller withToken(String scopes, String... roles) {
        return new Caller("7f3", "Mia", Set.of(roles), Optional.of(scopes));
    }

    private static Set<Permission> granted(SignedIn signedIn) {
        Actor actor = signedIn.actor();
        return actor.permissions();
    }
}
