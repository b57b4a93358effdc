package io.connections.application.connection.version;

import static io.connections.domain.access.ActorFixtures.aMarketer;
import static io.connections.domain.access.ActorFixtures.aViewer;
import static io.connections.domain.access.ActorFixtures.anApplicationManager;
import static io.connections.domain.access.ActorFixtures.lacking;
import static io.connections.domain.connection.ConnectionFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.connections.application.connection.ConnectionChanged;
import io.connections.application.connection.ConnectionView;
import io.connections.application.connection.House;
import io.connections.application.kernel.RequestInvalid;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.access.PermissionMissing;
import io.connections.domain.access.Role;
import io.connections.domain.audit.Action;
import io.connections.domain.audit.AuditEvent;
import io.connections.domain.audit.Change;
import io.connections.domain.connection.Connection;
import io.connections.domain.connection.Connection.Content;
import io.connections.domain.connection.Connection.Stamp;
import io.connections.domain.connection.EditRights;
import io.connections.domain.connection.EditingReserved;
import io.connections.domain.kernel.Version;
import io.connections.domain.kernel.Violation;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Looking at what was saved before, and going back to it.
@Tag("M8")
class VersionUseCasesTest {
    private static final Instant LATER = NOON.plusSeconds(3600);

    private final House house = new House();
    private final Connection first = house.aReadyConnection();

    @Test
    void anEarlierVersionIsSeenAsItWas() {
        rename("Second");

        SavedVersion seen = get(aViewer(), 1);

        assertThat(seen)
                .isEqualTo(new SavedVersion(first.version(), first.content(), first.created()));
    }

    @Test
    void goingBackIsAVersionOfItsOwn() {
        Connection second = rename("Second");

        ConnectionView restored = restore(aMarketer(), 1, second.version());

        assertThat(restored.connection().version()).isEqualTo(new Version(3));
        assertThat(restored.connection().content()).isEqualTo(first.content());
        assertThat(get(aViewer(), 2).content().name()).isEqualTo("Second");
    }

    @Test
    @Tag("M30")
    void goingBackIsRecordedWithTheVersionItWentBackTo() {
        Connection second = rename("Second");

        restore(aMarketer(), 1, second.version());

        AuditEvent last = house.trail.events().getLast();
        assertThat(last.action()).isEqualTo(Action.RESTORED);
        assertThat(last.changes())
                .startsWith(Change.of("Restored", "", "from version 1"))
                .contains(Change.of("Name", "Second", first.name()));
    }

    @Test
    void goingBackLeavesTheConnectionOn() {
        Connection second = rename("Second");

        ConnectionView restored = restore(aMarketer(), 1, second.version());

        assertThat(restored.connection().on()).isTrue();
    }

    @Test
    void whatSomebodySavedMeanwhileIsNotOverwritten() {
        Connection second = rename("Second");

        Throwable refused = catchThrowable(() -> restore(aMarketer(), 1, first.version()));

        assertThat(refused).isInstanceOf(ConnectionChanged.class);
        assertThat(house.find(first.id())).contains(second);
    }

    @Test
    void aPropertyThatIsGoneSinceIsNamedAsAProblem() {
        Connection second = save(new Content("Second", "", first.setup(), List.of()));
        house.properties.delete(house.email).await().indefinitely();

        ConnectionView restored = restore(aMarketer(), 1, second.version());

        assertThat(restored.connection().goals()).isEqualTo(first.goals());
        assertThat(restored.problems())
                .extracting(Violation::pointer)
                .contains("/goals/0/mapping/0/property");
    }

    @Test
    void aVersionThatNeverWasCannotBeRestored() {
        Throwable refused = catchThrowable(() -> restore(aMarketer(), 7, first.version()));

        assertThat(refused).isInstanceOf(VersionNotFound.class);
    }

    @Test
    @Tag("M30")
    void lookingAndGoingBackNeedTheirPermissions() {
        Throwable looking = catchThrowable(() -> get(lacking(Permission.CONNECTIONS_READ), 1));
        Throwable goingBack =
                catchThrowable(
                        () -> restore(lacking(Permission.CONNECTIONS_WRITE), 1, first.version()));

        assertThat(looking).isInstanceOf(PermissionMissing.class);
        assertThat(goingBack).isInstanceOf(PermissionMissing.class);
        assertThat(house.find(first.id())).contains(first);
    }

    @Test
    @Tag("M7")
    @Tag("M30")
    void whoMayNotChangeTheConnectionDoesNotGoBackWhateverStoodThen() {
        Connection reserved =
                save(first.content().withEditRights(EditRights.of(Role.APPLICATION_MANAGER)));

        Throwable refused = catchThrowable(() -> restore(aMarketer(), 1, reserved.version()));
        ConnectionView restored = restore(anApplicationManager(), 1, reserved.version());

        assertThat(refused).isInstanceOf(EditingReserved.class);
        assertThat(restored.connection().editRights()).isEqualTo(EditRights.EVERYBODY);
    }

    @Test
    @Tag("M7")
    @Tag("M30")
    void nobodyGoesBackToRightsThatShutThemOut() {
        Connection reserved =
                save(first.content().withEditRights(EditRights.of(Role.ADMINISTRATOR)));
        Connection open = reserved.save(first.content(), new Stamp("Ann", LATER));
        house.connections.save(open, reserved.version()).await().indefinitely();

        Throwable refused = catchThrowable(() -> restore(aMarketer(), 2, open.version()));

        assertThat(refused)
                .asInstanceOf(type(RequestInvalid.class))
                .extracting(failure -> failure.violations().getFirst().pointer())
                .isEqualTo("/editRoles");
        assertThat(house.find(first.id())).contains(open);
    }

    private Connection rename(String name) {
        return save(new Content(name, "", first.setup(), first.goals()));
    }

    private Connection save(Content content) {
        Connection next = first.save(content, new Stamp("Noah", LATER));
        house.connections.save(next, first.version()).await().indefinitely();
        return house.find(first.id()).orElseThrow();
    }

    private SavedVersion get(Actor actor, long version) {
        return new GetVersion(house.unitOfWork, house.connections.versions())
                .handle(new GetVersion.Query(first.id(), new Version(version), actor))
                .await()
                .indefinitely();
    }

    private ConnectionView restore(Actor actor, long version, Version from) {
        return new RestoreVersion(
                        house.unitOfWork, house.connections.versions(), house.saveConnection(LATER))
                .handle(new RestoreVersion.Command(first.id(), new Version(version), from, actor))
                .await()
                .indefinitely();
    }
}
