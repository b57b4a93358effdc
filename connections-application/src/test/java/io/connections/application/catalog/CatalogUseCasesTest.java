package io.connections.application.catalog;

import static io.connections.domain.access.ActorFixtures.aViewer;
import static io.connections.domain.access.ActorFixtures.lacking;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.connections.application.catalog.port.InMemoryConnectionTypes;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.access.PermissionMissing;
import io.connections.domain.catalog.ConnectionType;
import io.connections.domain.catalog.ConnectionTypeId;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What the gallery shows.
@Tag("M2")
class CatalogUseCasesTest {
    private static final ConnectionTypeId SFTP = new ConnectionTypeId("sftp");
    private static final ConnectionTypeId NOT_INSTALLED = new ConnectionTypeId("carrier-pigeon");

    private final InMemoryConnectionTypes types = new InMemoryConnectionTypes();

    @Test
    void theGalleryShowsWhatIsInstalled() {
        List<ConnectionType> listed = list(aViewer());

        assertThat(listed).extracting(ConnectionType::id).containsExactly(SFTP);
    }

    @Test
    @Tag("M30")
    void lookingAtTheGalleryNeedsItsPermission() {
        Throwable refused = catchThrowable(() -> list(lacking(Permission.CONNECTIONS_READ)));

        assertThat(refused).isInstanceOf(PermissionMissing.class);
    }

    @Test
    void aTypeComesWithItsSetupForm() {
        ConnectionType type = get(aViewer(), SFTP);

        assertThat(type.name()).isEqualTo("SFTP");
        assertThat(type.setup())
                .extracting(field -> field.id())
                .containsExactly("host", "note", "password");
    }

    @Test
    void aTypeThatIsNotInstalledIsNotFoundAndIsNamed() {
        Throwable refused = catchThrowable(() -> get(aViewer(), NOT_INSTALLED));

        assertThat(refused)
                .isInstanceOf(ConnectionTypeNotFound.class)
                .hasMessageContaining("carrier-pigeon");
    }

    @Test
    @Tag("M30")
    void lookingAtATypeNeedsItsPermissionWhetherItIsThereOrNot() {
        Actor somebody = lacking(Permission.CONNECTIONS_READ);

        assertThat(catchThrowable(() -> get(somebody, SFTP))).isInstanceOf(PermissionMissing.class);
        assertThat(catchThrowable(() -> get(somebody, NOT_INSTALLED)))
                .isInstanceOf(PermissionMissing.class);
    }

    @Test
    @Tag("M4")
    void readMoreOpensTheTypesOwnGuide() {
        String guide = guide(aViewer(), SFTP);

        assertThat(guide).startsWith("# SFTP");
    }

    @Test
    @Tag("M4")
    void aTypeThatIsNotInstalledHasNoGuide() {
        Throwable refused = catchThrowable(() -> guide(aViewer(), NOT_INSTALLED));

        assertThat(refused).isInstanceOf(ConnectionTypeNotFound.class);
    }

    @Test
    @Tag("M4")
    @Tag("M30")
    void readingAGuideNeedsItsPermission() {
        Throwable refused = catchThrowable(() -> guide(lacking(Permission.CONNECTIONS_READ), SFTP));

        assertThat(refused).isInstanceOf(PermissionMissing.class);
    }

    private List<ConnectionType> list(Actor actor) {
        return new ListConnectionTypes(types)
                .handle(new ListConnectionTypes.Query(actor))
                .await()
                .indefinitely();
    }

    private ConnectionType get(Actor actor, ConnectionTypeId id) {
        return new GetConnectionType(types)
                .handle(new GetConnectionType.Query(id, actor))
                .await()
                .indefinitely();
    }

    private String guide(Actor actor, ConnectionTypeId id) {
        return new GetConnectionTypeGuide(types)
                .handle(new GetConnectionTypeGuide.Query(id, actor))
                .await()
                .indefinitely();
    }
}
