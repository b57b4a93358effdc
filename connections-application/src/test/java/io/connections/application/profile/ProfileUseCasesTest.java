package io.connections.application.profile;

import static io.connections.domain.access.ActorFixtures.aMarketer;
import static io.connections.domain.access.ActorFixtures.aViewer;
import static io.connections.domain.access.ActorFixtures.lacking;
import static io.connections.domain.profile.ProfileFixtures.aProfile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.connections.application.audit.port.RecordingAuditTrail;
import io.connections.application.connection.House;
import io.connections.application.kernel.PageRequest;
import io.connections.application.kernel.RequestInvalid;
import io.connections.application.kernel.port.CountedIds;
import io.connections.application.kernel.port.InMemoryUnitOfWork;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.application.profile.port.InMemoryProfiles;
import io.connections.application.profile.port.InMemoryPropertyRepository;
import io.connections.application.profile.port.PropertyRepository.NewProperty;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.access.PermissionMissing;
import io.connections.domain.audit.Action;
import io.connections.domain.audit.AuditEvent;
import io.connections.domain.audit.Change;
import io.connections.domain.audit.Subject;
import io.connections.domain.kernel.Failure;
import io.connections.domain.kernel.Version;
import io.connections.domain.kernel.Violation;
import io.connections.domain.profile.Identifier;
import io.connections.domain.profile.IdentifierTaken;
import io.connections.domain.profile.Profile;
import io.connections.domain.profile.ProfileChanged;
import io.connections.domain.profile.ProfileId;
import io.connections.domain.profile.ProfileNotFound;
import io.connections.domain.profile.ProfileProperty;
import io.connections.domain.profile.PropertyId;
import io.connections.domain.profile.PropertyType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Finding, opening, editing and deleting profiles.
@Tag("M15")
class ProfileUseCasesTest {
    private static final Instant LATER = Instant.parse("2026-11-24T09:00:00Z");
    private static final ProfileId NOBODY = new ProfileId(CountedIds.id(99));

    private final InMemoryPropertyRepository properties = new InMemoryPropertyRepository();
    private final InMemoryProfiles profiles = new InMemoryProfiles();
    private final CountedIds ids = new CountedIds();
    private final RecordingAuditTrail trail = new RecordingAuditTrail();
    private final UnitOfWork unitOfWork = new InMemoryUnitOfWork(properties, profiles, trail);
    private final ProfileViews views = new ProfileViews(unitOfWork, profiles, properties, profiles);

    private final ProfileProperty email = made("email", new PropertyType.Email(), true);
    private final ProfileProperty visits = made("visits", new PropertyType.WholeNumber(), false);
    private final ProfileId ann = stored(1, "ann@example.com");
    private final ProfileId bob = stored(2, "bob@example.com");

    @Test
    void aProfileIsFoundByAnIdentifierHoweverItIsTyped() {
        List<ProfileSummary> found = find(aViewer(), Optional.of(" ANN@example.com "));

        assertThat(found).extracting(ProfileSummary::id).containsExactly(ann);
    }

    @Test
    void whatCanBeNoIdentifierFindsNothing() {
        List<ProfileSummary> found = find(aViewer(), Optional.of("not an address"));

        assertThat(found).isEmpty();
    }

    @Test
    void withoutAnIdentifierThoseMadeLastComeFirst() {
        List<ProfileSummary> found = find(aViewer(), Optional.of(" "));

        assertThat(found).extracting(ProfileSummary::id).containsExactly(bob, ann);
    }

    @Test
    @Tag("M30")
    void findingProfilesNeedsItsPermission() {
        Throwable refused =
                catchThrowable(() -> find(lacking(Permission.PROFILES_READ), Optional.empty()));

        assertThat(refused).isInstanceOf(PermissionMissing.class);
    }

    @Test
    void aProfileOpensWithItsValues() {
        ProfileView opened = open(aViewer(), ann);

        assertThat(opened.values())
                .extracting(ProfileView.Values::values)
                .containsExactly(List.of("ann@example.com"));
    }

    @Test
    void aProfileThatIsNotThereDoesNotOpen() {
        Throwable refused = catchThrowable(() -> open(aViewer(), NOBODY));

        assertThat(refused).isInstanceOf(ProfileNotFound.class);
    }

    @Test
    @Tag("M30")
    void openingAProfileNeedsItsPermission() {
        Throwable refused = catchThrowable(() -> open(lacking(Permission.PROFILES_READ), ann));

        assertThat(refused).isInstanceOf(PermissionMissing.class);
    }

    @Test
    void anEditKeepsWhatWasTypedAndDropsTheRest() {
        ProfileView edited = edit(aMarketer(), Map.of("Visits", List.of("007", "8")));

        assertThat(edited.profile().values(visits)).containsExactly("7", "8");
        assertThat(edited.profile().values(email)).isEmpty();
        assertThat(edited.profile().version()).isEqualTo(Version.FIRST.next());
        assertThat(edited.profile().modified()).isEqualTo(LATER);
    }

    @Test
    void anEditThatChangesNothingMakesNoVersion() {
        ProfileView edited = edit(aMarketer(), Map.of("email", List.of("ann@example.com")));

        assertThat(edited.profile().version()).isEqualTo(Version.FIRST);
    }

    @Test
    void everythingWrongWithAnEditIsSaidAtOnce() {
        Throwable refused =
                catchThrowable(
                        () ->
                                edit(
                                        aMarketer(),
                                        Map.of(
                                                "visits", List.of("1", "many"),
                                                "email", List.of("x".repeat(520) + "@example.com"),
                                                "shoe/size", List.of("42"))));

        assertThat(refused).isInstanceOf(RequestInvalid.class);
        assertThat(((RequestInvalid) refused).violations())
                .extracting(Violation::pointer)
                .containsExactlyInAnyOrder(
                        "/values/visits/1", "/values/email/0", "/values/shoe~1size");
        assertThat(open(aViewer(), ann).profile().version()).isEqualTo(Version.FIRST);
    }

    @Test
    void anIdentifierOfAnotherProfileIsRefused() {
        Throwable refused =
                catchThrowable(
                        () -> edit(aMarketer(), Map.of("email", List.of("bob@example.com"))));

        assertThat(refused).isInstanceOf(IdentifierTaken.class);
    }

    @Test
    void ofTwoWhoEditTheSameVersionTheSecondIsRefused() {
        edit(aMarketer(), Map.of("visits", List.of("1")));

        Throwable refused = catchThrowable(() -> edit(aMarketer(), Map.of("visits", List.of("2"))));

        assertThat(refused).isInstanceOf(ProfileChanged.class);
        assertThat(open(aViewer(), ann).profile().values(visits)).containsExactly("1");
    }

    @Test
    void aProfileThatIsNotThereCannotBeEdited() {
        Throwable refused = catchThrowable(() -> edit(aMarketer(), NOBODY, Map.of()));

        assertThat(refused).isInstanceOf(ProfileNotFound.class);
    }

    @Test
    @Tag("M30")
    void editingAProfileNeedsItsPermission() {
        Throwable refused =
                catchThrowable(() -> edit(lacking(Permission.PROFILES_WRITE), Map.of()));

        assertThat(refused).isInstanceOf(PermissionMissing.class);
        assertThat(open(aViewer(), ann).profile().version()).isEqualTo(Version.FIRST);
    }

    @Test
    void aDeletedProfileIsGoneWithItsIdentifiers() {
        delete(aMarketer(), ann);

        assertThat(catchThrowable(() -> open(aViewer(), ann))).isInstanceOf(ProfileNotFound.class);
        assertThat(find(aViewer(), Optional.of("ann@example.com"))).isEmpty();
    }

    @Test
    @Tag("M28")
    void theReceiptOfAnErasureIsFoundAndListed() {
        Erasure receipt = delete(aMarketer(), ann);

        assertThat(receipt.profile()).isEqualTo(ann);
        assertThat(receipt.by()).isEqualTo(aMarketer().name());
        assertThat(receipt.at()).isEqualTo(LATER);
        assertThat(open(aViewer(), receipt.id())).isEqualTo(receipt);
        assertThat(list(aViewer(), Optional.of(ann))).containsExactly(receipt);
        assertThat(list(aViewer(), Optional.of(bob))).isEmpty();
    }

    @Test
    @Tag("M28")
    void anErasureThatThereIsNotIsNotFound() {
        assertThat(catchThrowable(() -> open(aViewer(), new ErasureId(ids.next()))))
                .isInstanceOf(ErasureNotFound.class);
    }

    @Test
    @Tag("M30")
    void receiptsNeedTheirPermission() {
        Actor nobody = lacking(Permission.PROFILES_READ);

        assertThat(catchThrowable(() -> open(nobody, new ErasureId(ids.next()))))
                .isInstanceOf(PermissionMissing.class);
        assertThat(catchThrowable(() -> list(nobody, Optional.empty())))
                .isInstanceOf(PermissionMissing.class);
    }

    private Erasure open(Actor actor, ErasureId id) {
        return new GetErasure(unitOfWork, profiles)
                .handle(new GetErasure.Query(actor, id))
                .await()
                .indefinitely();
    }

    private List<Erasure> list(Actor actor, Optional<ProfileId> profile) {
        return new ListErasures(unitOfWork, profiles)
                .handle(new ListErasures.Query(actor, profile, PageRequest.first()))
                .await()
                .indefinitely()
                .items();
    }

    @Test
    void aProfileThatIsNotThereCannotBeDeleted() {
        Throwable refused = catchThrowable(() -> delete(aMarketer(), NOBODY));

        assertThat(refused).isInstanceOf(ProfileNotFound.class);
    }

    @Test
    @Tag("M30")
    void deletingAProfileNeedsItsPermission() {
        Throwable refused = catchThrowable(() -> delete(lacking(Permission.PROFILES_WRITE), ann));

        assertThat(refused).isInstanceOf(PermissionMissing.class);
        assertThat(open(aViewer(), ann).profile().id()).isEqualTo(ann);
    }

    @Test
    @Tag("M30")
    void editingIsRecordedWithTheNamesOfPropertiesAndNoValueOfAPerson() {
        edit(aMarketer(), Map.of("email", List.of("nanna@example.com"), "visits", List.of("7")));

        assertThat(trail.events())
                .containsExactly(
                        AuditEvent.of(
                                aMarketer(),
                                Action.CHANGED,
                                Subject.of(ann.ref(), ""),
                                Change.ofSecret("email"),
                                Change.ofSecret("visits")));
    }

    @Test
    @Tag("M30")
    void savingAProfileAsItIsRecordsNothing() {
        edit(aMarketer(), Map.of("email", List.of("ann@example.com")));

        assertThat(trail.events()).isEmpty();
    }

    @Test
    @Tag("M30")
    void deletingIsRecordedOnceAndARefusalIsNot() {
        delete(aMarketer(), ann);
        assertThatThrownBy(() -> delete(aMarketer(), ann)).isInstanceOf(Failure.class);
        assertThatThrownBy(() -> delete(aViewer(), bob)).isInstanceOf(Failure.class);

        assertThat(trail.events())
                .containsExactly(
                        AuditEvent.of(aMarketer(), Action.DELETED, Subject.of(ann.ref(), "")));
    }

    private List<ProfileSummary> find(Actor actor, Optional<String> identifier) {
        return new FindProfiles(unitOfWork, properties, profiles)
                .handle(new FindProfiles.Query(actor, identifier, PageRequest.first()))
                .await()
                .indefinitely()
                .items();
    }

    private ProfileView open(Actor actor, ProfileId id) {
        return new GetProfile(views).handle(new GetProfile.Query(actor, id)).await().indefinitely();
    }

    private ProfileView edit(Actor actor, Map<String, List<String>> values) {
        return edit(actor, ann, values);
    }

    private ProfileView edit(Actor actor, ProfileId id, Map<String, List<String>> values) {
        return new EditProfile(
                        unitOfWork,
                        profiles,
                        properties,
                        new House().uses,
                        views,
                        () -> LATER,
                        trail)
                .handle(new EditProfile.Command(actor, id, Version.FIRST, values))
                .await()
                .indefinitely();
    }

    private Erasure delete(Actor actor, ProfileId id) {
        return new EraseProfile(unitOfWork, profiles, trail, ids, () -> LATER)
                .handle(new EraseProfile.Command(actor, id))
                .await()
                .indefinitely();
    }

    private ProfileProperty made(String id, PropertyType type, boolean identifier) {
        return properties
                .add(List.of(new NewProperty(new PropertyId(id), id, type, identifier, false)))
                .await()
                .indefinitely()
                .getFirst();
    }

    private ProfileId stored(long number, String address) {
        Profile profile = aProfile().id(CountedIds.id(number)).with(email, address).build();
        profiles.add(
                profile, List.of(new Identifier(email.number(), address)), new Origin.Unknown());
        return profile.id();
    }
}
