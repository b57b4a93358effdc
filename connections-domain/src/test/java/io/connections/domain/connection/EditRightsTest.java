package io.connections.domain.connection;

import static io.connections.domain.access.ActorFixtures.aMarketer;
import static io.connections.domain.access.ActorFixtures.aViewer;
import static io.connections.domain.access.ActorFixtures.anAdministrator;
import static io.connections.domain.access.ActorFixtures.anApplicationManager;
import static io.connections.domain.connection.ConnectionFixtures.aConnection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.connections.domain.access.Actor;
import io.connections.domain.access.Role;
import io.connections.domain.kernel.Violation;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Who may change one connection.
@Tag("M7")
@Tag("M30")
class EditRightsTest {
    private static final EditRights MANAGERS = EditRights.of(Role.APPLICATION_MANAGER);

    @Test
    void withoutARoleTheyKeepNobodyOut() {
        assertThat(EditRights.EVERYBODY.allows(aMarketer())).isTrue();
        assertThat(EditRights.EVERYBODY.allows(new Actor("a", "A", Set.of()))).isTrue();
    }

    @Test
    void withRolesTheyLetInThoseAndNobodyElse() {
        assertThat(MANAGERS.allows(anApplicationManager())).isTrue();
        assertThat(MANAGERS.allows(aMarketer())).isFalse();
        assertThat(MANAGERS.allows(aViewer())).isFalse();
        assertThat(MANAGERS.allows(new Actor("a", "A", Role.MARKETER.permissions()))).isFalse();
    }

    @Test
    void administratorsAreAlwaysLetIn() {
        assertThat(MANAGERS.allows(anAdministrator())).isTrue();
    }

    @Test
    void oneOfSeveralRolesIsEnough() {
        EditRights both = EditRights.of(Role.APPLICATION_MANAGER, Role.MARKETER);

        assertThat(both.allows(aMarketer())).isTrue();
    }

    @Test
    void theOrderOfTheRolesMakesNoDifference() {
        assertThat(EditRights.of(Role.APPLICATION_MANAGER, Role.MARKETER))
                .isEqualTo(EditRights.of(Role.MARKETER, Role.APPLICATION_MANAGER));
    }

    @Test
    void whoIsKeptOutReadsWhoIsNot() {
        assertThat(refused(MANAGERS))
                .hasMessage(
                        "Only application managers and administrators may change this connection."
                                + " Ask one of them, or save it as another connection.");
        assertThat(refused(EditRights.of(Role.ADMINISTRATOR)))
                .hasMessageStartingWith("Only administrators may");
    }

    @Test
    void aRoleThatChangesNothingCannotBeChosen() {
        Connection connection = aConnection().editedBy(Role.MARKETER, Role.VIEWER).build();

        assertThat(connection.content().violations())
                .extracting(Violation::pointer)
                .containsExactly("/editRoles/1");
    }

    private static Throwable refused(EditRights rights) {
        return catchThrowable(() -> rights.require(aViewer()));
    }
}
