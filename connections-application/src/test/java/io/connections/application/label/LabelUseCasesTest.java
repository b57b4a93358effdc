package io.connections.application.label;

import static io.connections.domain.access.ActorFixtures.aMarketer;
import static io.connections.domain.access.ActorFixtures.anApplicationManager;
import static io.connections.domain.access.ActorFixtures.lacking;
import static io.connections.domain.connection.ConnectionFixtures.NOON;
import static io.connections.domain.connection.ConnectionFixtures.aConnection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.connections.application.connection.House;
import io.connections.application.kernel.NamedObject;
import io.connections.application.kernel.PageRequest;
import io.connections.application.kernel.RequestInvalid;
import io.connections.application.label.LabelChange.Adjust;
import io.connections.application.label.LabelChange.Replace;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.access.PermissionMissing;
import io.connections.domain.audit.Action;
import io.connections.domain.audit.AuditEvent;
import io.connections.domain.kernel.ObjectKind;
import io.connections.domain.kernel.ObjectRef;
import io.connections.domain.kernel.Violation;
import io.connections.domain.label.Label;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Labelling, and tending the vocabulary.
@Tag("M7")
class LabelUseCasesTest {
    private final House house = new House();
    private final NamedObject shop =
            new NamedObject(
                    new ObjectRef(
                            ObjectKind.CONNECTION,
                            house.add(aConnection().named("Shop")).id().value().toString()),
                    "Shop");
    private final NamedObject email =
            new NamedObject(new ObjectRef(ObjectKind.PROFILE_PROPERTY, "email"), "E-mail");

    @Test
    void newNamesBecomeLabelsAndTwiceIsOnce() {
        List<Label> labels = change(shop, new Replace(List.of(" VIP ", "Sale", "vip")));

        assertThat(names(labels)).containsExactly("Sale", "VIP");
        assertThat(events()).containsExactly(Action.LABELLED);
    }

    @Test
    void theSpellingThatIsThereStays() {
        change(shop, new Replace(List.of("VIP")));

        List<Label> labels = change(email, new Replace(List.of("vip")));

        assertThat(names(labels)).containsExactly("VIP");
        assertThat(objects(labels.getFirst(), aMarketer())).containsExactly(email, shop);
    }

    @Test
    void replacingTakesOffWhatIsNotNamed() {
        change(shop, new Replace(List.of("VIP", "Sale")));

        List<Label> labels = change(shop, new Replace(List.of("sale", "New")));

        assertThat(names(labels)).containsExactly("New", "Sale");
        assertThat(events()).containsExactly(Action.LABELLED, Action.LABELLED, Action.UNLABELLED);
    }

    @Test
    void ofTwoWhoPutLabelsOnAtOnceBothStay() {
        change(shop, new Adjust(List.of("Mine"), List.of()));

        List<Label> labels = change(shop, new Adjust(List.of("Yours"), List.of("gone")));

        assertThat(names(labels)).containsExactly("Mine", "Yours");
    }

    @Test
    void whatChangesNothingIsNoEvent() {
        change(shop, new Replace(List.of("VIP")));

        change(shop, new Adjust(List.of("VIP"), List.of("other")));

        assertThat(events()).containsExactly(Action.LABELLED);
    }

    @Test
    void everyNameThatIsNoneIsSaidAtItsPlaceAndNothingIsPutOn() {
        Throwable refused =
                catchThrowable(
                        () ->
                                change(
                                        shop,
                                        new Replace(
                                                List.of("VIP", "a,b", " ", "x".repeat(10_000)))));

        assertThat(places(refused))
                .containsExactly("/names/1 comma", "/names/2 required", "/names/3 too-long");
        assertThat(change(shop, new Adjust(List.of(), List.of()))).isEmpty();
    }

    @Test
    void moreThanTwentyAreTooMany() {
        List<String> twenty = IntStream.range(0, 20).mapToObj(i -> "Label " + i).toList();
        change(shop, new Replace(twenty));

        Throwable refused =
                catchThrowable(() -> change(shop, new Adjust(List.of("One more"), List.of())));
        List<Label> exchanged = change(shop, new Adjust(List.of("One more"), List.of("label 0")));

        assertThat(places(refused)).containsExactly("/add too-many");
        assertThat(exchanged).hasSize(20);
    }

    @Test
    void aLabelIsMadeOnce() {
        Label made = create("VIP", aMarketer());

        Throwable refused = catchThrowable(() -> create("vip", aMarketer()));

        assertThat(made.createdBy()).isEqualTo(aMarketer().name());
        assertThat(refused)
                .asInstanceOf(type(LabelNameTaken.class))
                .extracting(LabelNameTaken::taken)
                .isEqualTo(made);
        assertThat(events()).containsExactly(Action.CREATED);
    }

    @Test
    void aRenamedLabelHasItsNewNameEverywhere() {
        Label label = change(shop, new Replace(List.of("VIP"))).getFirst();

        UsedLabel renamed = rename(label, "Top", anApplicationManager());

        assertThat(renamed.label().name().value()).isEqualTo("Top");
        assertThat(renamed.uses()).isEqualTo(1);
        assertThat(events()).containsExactly(Action.LABELLED, Action.RENAMED);
    }

    @Test
    void anotherLabelsNameIsRefusedAndNothingIsRecorded() {
        Label vip = create("VIP", aMarketer());
        Label top = create("Top", aMarketer());

        Throwable refused = catchThrowable(() -> rename(top, "vip", anApplicationManager()));

        assertThat(refused)
                .asInstanceOf(type(LabelNameTaken.class))
                .extracting(LabelNameTaken::taken)
                .isEqualTo(vip);
        assertThat(events()).containsExactly(Action.CREATED, Action.CREATED);
    }

    @Test
    void mergedLabelsAreOne() {
        Label vip = change(shop, new Replace(List.of("VIP"))).getFirst();
        Label top = change(email, new Replace(List.of("Top"))).getFirst();

        MergeLabels.Merged merged = merge(top, vip, anApplicationManager());

        assertThat(merged).isEqualTo(new MergeLabels.Merged(new UsedLabel(vip, 2), 1));
        assertThat(events()).contains(Action.MERGED);
    }

    @Test
    void aLabelIsNotMergedIntoItself() {
        Label vip = create("VIP", aMarketer());

        Throwable refused = catchThrowable(() -> merge(vip, vip, anApplicationManager()));

        assertThat(places(refused)).containsExactly("/into same-label");
    }

    @Test
    void whoDeletesALabelIsToldHowManyLoseIt() {
        Label vip = change(shop, new Replace(List.of("VIP"))).getFirst();

        long lost = delete(vip, anApplicationManager());

        assertThat(lost).isEqualTo(1);
        assertThat(change(shop, new Adjust(List.of(), List.of()))).isEmpty();
        assertThat(events()).containsExactly(Action.LABELLED, Action.DELETED);
    }

    @Test
    void whatIsGoneCannotBeTended() {
        Label gone = create("VIP", aMarketer());
        delete(gone, anApplicationManager());

        assertThat(catchThrowable(() -> rename(gone, "Top", anApplicationManager())))
                .isInstanceOf(LabelNotFound.class);
        assertThat(catchThrowable(() -> delete(gone, anApplicationManager())))
                .isInstanceOf(LabelNotFound.class);
        assertThat(catchThrowable(() -> objects(gone, aMarketer())))
                .isInstanceOf(LabelNotFound.class);
    }

    @Test
    @Tag("M30")
    void tendingLabelsNeedsItsPermission() {
        Label vip = create("VIP", aMarketer());
        Label top = create("Top", aMarketer());
        Actor nobody = lacking(Permission.LABELS_MANAGE);

        assertThat(catchThrowable(() -> rename(vip, "X", nobody)))
                .isInstanceOf(PermissionMissing.class);
        assertThat(catchThrowable(() -> merge(vip, top, nobody)))
                .isInstanceOf(PermissionMissing.class);
        assertThat(catchThrowable(() -> delete(vip, nobody))).isInstanceOf(PermissionMissing.class);
        assertThat(catchThrowable(() -> create("X", lacking(Permission.CONNECTIONS_WRITE))))
                .isInstanceOf(PermissionMissing.class);
    }

    @Test
    @Tag("M30")
    void whoMayNotReadAKindIsNotToldOfIt() {
        Label vip = change(shop, new Replace(List.of("VIP"))).getFirst();
        change(email, new Replace(List.of("VIP")));

        List<NamedObject> found = objects(vip, lacking(Permission.PROFILES_READ));

        assertThat(found).containsExactly(shop);
    }

    private List<Label> change(NamedObject object, LabelChange change) {
        Labelling labelling = new Labelling(house.labels, house.trail, house.ids, () -> NOON);
        return house.unitOfWork
                .run(() -> labelling.change(object, change, aMarketer()))
                .await()
                .indefinitely();
    }

    private Label create(String name, Actor actor) {
        return new CreateLabel(house.unitOfWork, house.labels, house.trail, house.ids, () -> NOON)
                .handle(new CreateLabel.Command(name, actor))
                .await()
                .indefinitely();
    }

    private UsedLabel rename(Label label, String name, Actor actor) {
        return new RenameLabel(house.unitOfWork, house.labels, house.trail)
                .handle(new RenameLabel.Command(label.id(), name, actor))
                .await()
                .indefinitely();
    }

    private MergeLabels.Merged merge(Label from, Label into, Actor actor) {
        return new MergeLabels(house.unitOfWork, house.labels, house.trail)
                .handle(new MergeLabels.Command(from.id(), into.id(), actor))
                .await()
                .indefinitely();
    }

    private long delete(Label label, Actor actor) {
        return new DeleteLabel(house.unitOfWork, house.labels, house.trail)
                .handle(new DeleteLabel.Command(label.id(), actor))
                .await()
                .indefinitely();
    }

    private List<NamedObject> objects(Label label, Actor actor) {
        return new ListLabelledObjects(house.unitOfWork, house.labels)
                .handle(new ListLabelledObjects.Query(label.id(), PageRequest.first(), actor))
                .await()
                .indefinitely()
                .items();
    }

    private List<Action> events() {
        return house.trail.events().stream().map(AuditEvent::action).toList();
    }

    private static List<String> names(List<Label> labels) {
        return labels.stream().map(label -> label.name().value()).toList();
    }

    private static List<String> places(Throwable refused) {
        assertThat(refused).isInstanceOf(RequestInvalid.class);
        return ((RequestInvalid) refused)
                .violations().stream()
                        .map((Violation violation) -> violation.pointer() + " " + violation.code())
                        .toList();
    }
}
