package io.connections.application.catalog;

import static io.connections.domain.access.ActorFixtures.aMarketer;
import static io.connections.domain.access.ActorFixtures.aViewer;
import static io.connections.domain.access.ActorFixtures.anApplicationManager;
import static io.connections.domain.access.ActorFixtures.lacking;
import static io.connections.domain.connection.ConnectionFixtures.NOON;
import static io.connections.domain.connection.ConnectionFixtures.aConnection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.connections.application.catalog.ListConnectionTypes.Which;
import io.connections.application.connection.House;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.access.PermissionMissing;
import io.connections.domain.audit.Action;
import io.connections.domain.audit.AuditEvent;
import io.connections.domain.audit.Subject;
import io.connections.domain.catalog.ConnectionTypeId;
import io.connections.domain.kernel.ObjectKind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What the gallery shows, installs and takes back.
@Tag("M2")
class CatalogUseCasesTest {
    private static final ConnectionTypeId SFTP = new ConnectionTypeId("sftp");
    private static final ConnectionTypeId SHOP_MAIL = new ConnectionTypeId("shop-mail");
    private static final ConnectionTypeId UNKNOWN = new ConnectionTypeId("carrier-pigeon");
    private static final Actor NO_READER = lacking(Permission.CONNECTIONS_READ);
    private static final Actor NO_INSTALLER = lacking(Permission.TYPES_INSTALL);

    private final House house = new House();

    @Test
    void theGalleryShowsWhatIsInstalledOrTheRestOrAll() {
        assertThat(ids(Which.INSTALLED)).containsExactly(SFTP);
        assertThat(ids(Which.NOT_INSTALLED)).containsExactly(SHOP_MAIL);
        assertThat(ids(Which.ALL)).containsExactly(SFTP, SHOP_MAIL);
    }

    @Test
    void aSearchFindsPartsOfAnyOfATypesWordsInAnyCase() {
        assertThat(found(" SUBSCRIBERS ")).extracting(this::id).containsExactly(SHOP_MAIL);
        assertThat(found("anyb")).extracting(this::id).containsExactly(SFTP);
        assertThat(found("files")).extracting(this::id).containsExactly(SFTP);
        assertThat(found("nowhere to be found")).isEmpty();
    }

    @Test
    @Tag("M4")
    void aSearchFindsWordsOfTheGuidesTooAndShowsThePlace() {
        List<GalleryType> found = found("/export of shop");

        assertThat(found).extracting(this::id).containsExactly(SHOP_MAIL);
        assertThat(found.getFirst().found())
                .contains("Shop Mail The folder is /export of Shop Mail.");
    }

    @Test
    @Tag("M4")
    void whatIsSaidInTheTypeItselfComesFirst() {
        assertThat(found("Shop Mail"))
                .extracting(GalleryType::found)
                .containsOnly(Optional.empty());
        assertThat(found("folder")).extracting(this::id).containsExactly(SFTP, SHOP_MAIL);
    }

    @Test
    void aCategoryLeavesOutTheOthers() {
        assertThat(list(aViewer(), Which.ALL, "e-MAIL", ""))
                .extracting(this::id)
                .containsExactly(SHOP_MAIL);
    }

    @Test
    @Tag("M30")
    void lookingAtTheGalleryNeedsItsPermission() {
        Throwable refused = catchThrowable(() -> list(NO_READER, Which.ALL, "", ""));

        assertThat(refused).isInstanceOf(PermissionMissing.class);
    }

    @Test
    void aTypeComesWithItsSetupFormAndSaysWhetherItIsInstalled() {
        GalleryType sftp = get(aViewer(), SFTP);

        assertThat(sftp.type().setup())
                .extracting(field -> field.id())
                .containsExactly("host", "note", "password");
        assertThat(sftp.installation()).isPresent();
        assertThat(get(aViewer(), SHOP_MAIL).installation()).isEmpty();
    }

    @Test
    void aTypeThatIsNotShippedIsNotFoundAndIsNamed() {
        assertThat(catchThrowable(() -> get(aViewer(), UNKNOWN)))
                .isInstanceOf(ConnectionTypeNotFound.class)
                .hasMessageContaining("carrier-pigeon");
        assertThat(catchThrowable(() -> install(anApplicationManager(), UNKNOWN)))
                .isInstanceOf(ConnectionTypeNotFound.class);
        assertThat(catchThrowable(() -> uninstall(anApplicationManager(), UNKNOWN)))
                .isInstanceOf(ConnectionTypeNotFound.class);
    }

    @Test
    @Tag("M30")
    void lookingAtATypeNeedsItsPermissionWhetherItIsThereOrNot() {
        assertThat(catchThrowable(() -> get(NO_READER, SFTP)))
                .isInstanceOf(PermissionMissing.class);
        assertThat(catchThrowable(() -> get(NO_READER, UNKNOWN)))
                .isInstanceOf(PermissionMissing.class);
    }

    @Test
    void installingATypeSaysSinceWhenAndByWhomAndAgainChangesNothing() {
        GalleryType first = install(anApplicationManager(), SHOP_MAIL);
        GalleryType again = install(lacking(Permission.AUDIT_READ), SHOP_MAIL);

        assertThat(first.installation())
                .contains(new Installation(NOON, anApplicationManager().name()));
        assertThat(again).isEqualTo(first);
        assertThat(ids(Which.INSTALLED)).containsExactly(SFTP, SHOP_MAIL);
    }

    @Test
    void aTypeThatNothingIsMadeOfIsUninstalledAndAgainChangesNothing() {
        install(anApplicationManager(), SHOP_MAIL);

        uninstall(anApplicationManager(), SHOP_MAIL);
        uninstall(anApplicationManager(), SHOP_MAIL);

        assertThat(ids(Which.INSTALLED)).containsExactly(SFTP);
    }

    @Test
    void aTypeWithConnectionsIsNotUninstalledAndTheyAreNamed() {
        for (String name : List.of("g", "f", "e", "d", "c", "b", "a")) {
            house.add(aConnection().named(name));
        }

        ConnectionTypeInUse refused =
                catchThrowableOfType(
                        ConnectionTypeInUse.class, () -> uninstall(anApplicationManager(), SFTP));

        assertThat(refused.count()).isEqualTo(7);
        assertThat(refused.usedBy())
                .extracting(ConnectionTypeInUse.Use::name)
                .containsExactly("a", "b", "c", "d", "e");
        assertThat(refused).hasMessage("SFTP is used by 7 connections. Delete them first.");
        assertThat(ids(Which.INSTALLED)).containsExactly(SFTP);
    }

    @Test
    @Tag("M30")
    void whatWasInstalledAndUninstalledIsRememberedOnce() {
        house.add(aConnection());
        install(anApplicationManager(), SHOP_MAIL);
        install(anApplicationManager(), SHOP_MAIL);
        uninstall(anApplicationManager(), SHOP_MAIL);
        uninstall(anApplicationManager(), SHOP_MAIL);
        Throwable refused = catchThrowable(() -> uninstall(anApplicationManager(), SFTP));

        assertThat(refused).isInstanceOf(ConnectionTypeInUse.class);
        Subject shopMail = Subject.of(ObjectKind.CONNECTION_TYPE, "shop-mail", "Shop Mail");
        assertThat(house.trail.events())
                .containsExactly(
                        AuditEvent.of(anApplicationManager(), Action.INSTALLED, shopMail),
                        AuditEvent.of(anApplicationManager(), Action.UNINSTALLED, shopMail));
    }

    @Test
    @Tag("M30")
    void installingAndUninstallingNeedTheirPermission() {
        for (Actor somebody : List.of(NO_INSTALLER, aViewer(), aMarketer())) {
            assertThat(catchThrowable(() -> install(somebody, SHOP_MAIL)))
                    .isInstanceOf(PermissionMissing.class);
            assertThat(catchThrowable(() -> uninstall(somebody, SFTP)))
                    .isInstanceOf(PermissionMissing.class);
        }
        assertThat(ids(Which.INSTALLED)).containsExactly(SFTP);
    }

    @Test
    @Tag("M4")
    void readMoreOpensTheTypesOwnGuideInstalledOrNot() {
        assertThat(guide(aViewer(), SFTP)).startsWith("# SFTP");
        assertThat(guide(aViewer(), SHOP_MAIL)).startsWith("# Shop Mail");
    }

    @Test
    @Tag("M4")
    void aTypeThatIsNotShippedHasNoGuide() {
        Throwable refused = catchThrowable(() -> guide(aViewer(), UNKNOWN));

        assertThat(refused).isInstanceOf(ConnectionTypeNotFound.class);
    }

    @Test
    @Tag("M4")
    void aGuidesPictureIsShownAndOneThatIsNoneIsNotFound() {
        assertThat(picture(aViewer(), "flow.svg")).startsWith("<svg");
        assertThat(catchThrowable(() -> picture(aViewer(), "../flow.svg")))
                .isInstanceOf(PictureNotFound.class);
    }

    @Test
    @Tag("M4")
    @Tag("M30")
    void readingAGuideAndItsPicturesNeedsItsPermission() {
        assertThat(catchThrowable(() -> guide(NO_READER, SFTP)))
                .isInstanceOf(PermissionMissing.class);
        assertThat(catchThrowable(() -> picture(NO_READER, "flow.svg")))
                .isInstanceOf(PermissionMissing.class);
    }

    private ConnectionTypeId id(GalleryType shown) {
        return shown.type().id();
    }

    private List<ConnectionTypeId> ids(Which which) {
        return list(aViewer(), which, "", "").stream().map(this::id).toList();
    }

    private List<GalleryType> found(String search) {
        return list(aViewer(), Which.ALL, "", search);
    }

    private List<GalleryType> list(Actor actor, Which which, String category, String search) {
        return new ListConnectionTypes(house.unitOfWork, house.types, house.installed)
                .handle(new ListConnectionTypes.Query(which, category, search, actor))
                .await()
                .indefinitely();
    }

    private GalleryType get(Actor actor, ConnectionTypeId id) {
        return new GetConnectionType(house.unitOfWork, house.types, house.installed)
                .handle(new GetConnectionType.Query(id, actor))
                .await()
                .indefinitely();
    }

    private GalleryType install(Actor actor, ConnectionTypeId id) {
        return new InstallConnectionType(
                        house.unitOfWork, house.types, house.installed, house.trail, () -> NOON)
                .handle(new InstallConnectionType.Command(id, actor))
                .await()
                .indefinitely();
    }

    private void uninstall(Actor actor, ConnectionTypeId id) {
        new UninstallConnectionType(house.unitOfWork, house.types, house.installed, house.trail)
                .handle(new UninstallConnectionType.Command(id, actor))
                .await()
                .indefinitely();
    }

    private String guide(Actor actor, ConnectionTypeId id) {
        return new GetConnectionTypeGuide(house.types)
                .handle(new GetConnectionTypeGuide.Query(id, actor))
                .await()
                .indefinitely();
    }

    private String picture(Actor actor, String name) {
        return new GetConnectionTypePicture(house.types)
                .handle(new GetConnectionTypePicture.Query(name, actor))
                .await()
                .indefinitely();
    }
}
