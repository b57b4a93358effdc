package io.connections.application.label.port;

import static io.connections.domain.connection.ConnectionFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.connections.application.kernel.Cursor;
import io.connections.application.kernel.NamedObject;
import io.connections.application.kernel.Page;
import io.connections.application.kernel.PageRequest;
import io.connections.application.kernel.RequestInvalid;
import io.connections.application.label.LabelNameTaken;
import io.connections.application.label.LabelNotFound;
import io.connections.application.label.UsedLabel;
import io.connections.domain.kernel.ObjectKind;
import io.connections.domain.kernel.ObjectRef;
import io.connections.domain.label.Label;
import io.connections.domain.label.LabelId;
import io.connections.domain.label.LabelName;
import io.smallrye.mutiny.Uni;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What every store of labels does.
@Tag("M7")
public abstract class LabelRepositoryContract {
    private static final Set<ObjectKind> ALL = EnumSet.allOf(ObjectKind.class);

    /// In every name: the store may be shared.
    protected final String own = UUID.randomUUID().toString().substring(0, 13);

    protected abstract LabelRepository labels();

    /// Makes a thing, with an id of its own.
    protected abstract ObjectRef made(ObjectKind kind, String name);

    protected abstract void deleted(ObjectRef object);

    /// Runs it in a unit of work and waits for what it answers.
    protected abstract <T> T await(Supplier<Uni<T>> work);

    @Test
    void aLabelIsFoundAsItWasMade() {
        Label label = added("Spring \uD83D\uDE80 <b>" + own);

        Optional<UsedLabel> found = find(label);

        assertThat(found).contains(new UsedLabel(label, 0));
    }

    @Test
    void upperAndLowerCaseAreOneName() {
        Label label = added("VIP " + own);

        Throwable refused = catchThrowable(() -> added("vip " + own));

        assertThat(refused)
                .asInstanceOf(type(LabelNameTaken.class))
                .extracting(LabelNameTaken::taken)
                .isEqualTo(label);
    }

    @Test
    void ofSeveralNamesThoseThatAreLackingAreMade() {
        Label vip = added("VIP " + own);
        Label other = aLabel("Zebra " + own);
        Label again = aLabel("vip " + own);
        Label third = aLabel("Ant " + own);

        List<Label> found = await(() -> labels().findOrAdd(List.of(other, again, third)));

        assertThat(found).containsExactly(other, vip, third);
        assertThat(find(other)).isPresent();
        assertThat(find(again)).isEmpty();
    }

    @Test
    void ofNoNamesNoneIsMade() {
        assertThat(await(() -> labels().findOrAdd(List.of()))).isEmpty();
    }

    @Test
    void theMostUsedComeFirstThenTheOthersByName() {
        Label c = added("c " + own);
        Label b = added("B " + own);
        Label a = added("a " + own);
        put(made(ObjectKind.CONNECTION, "One"), c);
        put(made(ObjectKind.PROFILE_PROPERTY, "Two"), c);

        Page<UsedLabel> listed =
                await(() -> labels().list(own.toUpperCase(Locale.ROOT), PageRequest.first()));

        assertThat(listed.items())
                .containsExactly(new UsedLabel(c, 2), new UsedLabel(a, 0), new UsedLabel(b, 0));
        assertThat(listed.next()).isEmpty();
    }

    @Test
    void pagesOfLabelsFollowOneAnotherWithoutAGap() {
        Label c = added("c " + own);
        Label b = added("b " + own);
        Label a = added("a " + own);
        put(made(ObjectKind.CONNECTION, "One"), c);

        Page<UsedLabel> first =
                await(() -> labels().list(own, new PageRequest(Optional.empty(), 2)));
        Page<UsedLabel> second = await(() -> labels().list(own, new PageRequest(first.next(), 2)));

        assertThat(first.items()).extracting(UsedLabel::label).containsExactly(c, a);
        assertThat(second.items()).extracting(UsedLabel::label).containsExactly(b);
        assertThat(second.next()).isEmpty();
    }

    @Test
    void whatStandsForAnythingInASearchStandsForItself() {
        added("plain " + own);
        Label percent = added("100 %_ " + own);

        Page<UsedLabel> listed = await(() -> labels().list("%_ " + own, PageRequest.first()));

        assertThat(listed.items()).extracting(UsedLabel::label).containsExactly(percent);
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        Label label = added("a " + own);
        PageRequest foreign = new PageRequest(Optional.of(Cursor.of("x")), 2);

        assertThat(catchThrowable(() -> await(() -> labels().list("", foreign))))
                .isInstanceOf(RequestInvalid.class);
        assertThat(catchThrowable(() -> await(() -> labels().objects(label.id(), ALL, foreign))))
                .isInstanceOf(RequestInvalid.class);
    }

    @Test
    void aLabelIsRenamedAndKeepsItsUses() {
        Label label = added("Sale " + own);
        put(made(ObjectKind.CONNECTION, "One"), label);

        await(() -> labels().rename(label.id(), name("Sales " + own)));

        assertThat(find(label)).contains(new UsedLabel(label.rename(name("Sales " + own)), 1));
    }

    @Test
    void aLabelCanBeSpelledAnotherWay() {
        Label label = added("vip " + own);

        await(() -> labels().rename(label.id(), name("VIP " + own)));

        assertThat(find(label)).map(used -> used.label().name()).contains(name("VIP " + own));
    }

    @Test
    void aNameThatAnotherLabelHasIsRefused() {
        Label vip = added("VIP " + own);
        Label label = added("Important " + own);

        Throwable refused =
                catchThrowable(() -> await(() -> labels().rename(label.id(), name("vip " + own))));

        assertThat(refused)
                .asInstanceOf(type(LabelNameTaken.class))
                .extracting(LabelNameTaken::taken)
                .isEqualTo(vip);
        assertThat(find(label)).map(UsedLabel::label).contains(label);
    }

    @Test
    void mergedLabelsAreOneAndNothingHasItTwice() {
        Label from = added("Important " + own);
        Label into = added("VIP " + own);
        ObjectRef both = made(ObjectKind.CONNECTION, "Both");
        ObjectRef one = made(ObjectKind.PROFILE_PROPERTY, "One");
        put(both, from, into);
        put(one, from);

        long had = await(() -> labels().merge(from.id(), into.id()));

        assertThat(had).isEqualTo(2);
        assertThat(find(from)).isEmpty();
        assertThat(find(into)).contains(new UsedLabel(into, 2));
        assertThat(of(both, one)).isEqualTo(Map.of(both, List.of(into), one, List.of(into)));
    }

    @Test
    void aDeletedLabelIsOnNothingAnyMore() {
        Label label = added("Sale " + own);
        Label other = added("VIP " + own);
        ObjectRef object = made(ObjectKind.CONNECTION, "One");
        put(object, label, other);

        long had = await(() -> labels().delete(label.id()));

        assertThat(had).isEqualTo(1);
        assertThat(find(label)).isEmpty();
        assertThat(of(object)).isEqualTo(Map.of(object, List.of(other)));
    }

    @Test
    void whatIsNotThereCannotBeChanged() {
        Label label = added("VIP " + own);
        LabelId nobody = new LabelId(UUID.randomUUID());

        List.<Supplier<Uni<?>>>of(
                        () -> labels().get(nobody),
                        () -> labels().rename(nobody, name("New " + own)),
                        () -> labels().delete(nobody),
                        () -> labels().merge(nobody, label.id()),
                        () -> labels().merge(label.id(), nobody))
                .forEach(
                        change ->
                                assertThat(
                                                catchThrowable(
                                                        () ->
                                                                await(
                                                                        () ->
                                                                                change.get()
                                                                                        .replaceWithVoid())))
                                        .isInstanceOf(LabelNotFound.class));
        assertThat(find(label)).isPresent();
    }

    @Test
    void labelsArePutOnAndTakenOff() {
        Label a = added("a " + own);
        Label b = added("B " + own);
        Label c = added("c " + own);
        ObjectRef object = made(ObjectKind.CONNECTION, "One");
        put(object, c, b);

        await(() -> labels().put(List.of(object), List.of(a.id(), b.id())));
        await(
                () ->
                        labels().take(
                                        List.of(object),
                                        List.of(c.id(), new LabelId(UUID.randomUUID()))));

        assertThat(of(object)).isEqualTo(Map.of(object, List.of(a, b)));
    }

    @Test
    void labelsArePutOnAndTakenOffManyThingsAtOnce() {
        Label a = added("a " + own);
        Label b = added("b " + own);
        Label c = added("c " + own);
        ObjectRef one = made(ObjectKind.CONNECTION, "One");
        ObjectRef two = made(ObjectKind.PROFILE_PROPERTY, "Two");
        ObjectRef other = made(ObjectKind.CONNECTION, "Other");
        put(one, a, c);
        put(other, c);

        await(() -> labels().put(List.of(one, two), List.of(a.id(), b.id())));
        await(() -> labels().take(List.of(one, two), List.of(c.id())));

        assertThat(of(one, two, other))
                .isEqualTo(Map.of(one, List.of(a, b), two, List.of(a, b), other, List.of(c)));
    }

    @Test
    void puttingOnAndTakingOffNothingIsNothing() {
        ObjectRef object = made(ObjectKind.CONNECTION, "One");
        Label label = added("a " + own);

        await(() -> labels().put(List.of(object), List.of()));
        await(() -> labels().put(List.of(), List.of(label.id())));
        await(() -> labels().take(List.of(), List.of()));

        assertThat(of(object)).isEmpty();
    }

    @Test
    void oneLookUpFindsTheLabelsOfManyThings() {
        Label label = added("VIP " + own);
        ObjectRef one = made(ObjectKind.CONNECTION, "One");
        ObjectRef two = made(ObjectKind.PROFILE_PROPERTY, "Two");
        ObjectRef bare = made(ObjectKind.CONNECTION, "Three");
        put(one, label);
        put(two, label);

        Map<ObjectRef, List<Label>> found = of(one, bare, two);

        assertThat(found).isEqualTo(Map.of(one, List.of(label), two, List.of(label)));
        assertThat(of()).isEmpty();
    }

    @Test
    void whatHasALabelIsListedByNameWhateverItsKind() {
        Label label = added("VIP " + own);
        ObjectRef c = made(ObjectKind.CONNECTION, "c " + own);
        ObjectRef b = made(ObjectKind.PROFILE_PROPERTY, "B " + own);
        ObjectRef a = made(ObjectKind.OBJECTIVE, "a " + own);
        List.of(c, b, a).forEach(object -> put(object, label));

        Page<NamedObject> first = objects(label, ALL, Optional.empty());
        Page<NamedObject> second = objects(label, ALL, first.next());

        assertThat(first.items())
                .containsExactly(new NamedObject(a, "a " + own), new NamedObject(b, "B " + own));
        assertThat(second.items()).containsExactly(new NamedObject(c, "c " + own));
        assertThat(second.next()).isEmpty();
    }

    @Test
    void kindsThatAreNotWantedAreLeftOut() {
        Label label = added("VIP " + own);
        ObjectRef property = made(ObjectKind.PROFILE_PROPERTY, "One");
        put(property, label);
        put(made(ObjectKind.CONNECTION, "Two"), label);

        Page<NamedObject> found =
                objects(label, Set.of(ObjectKind.PROFILE_PROPERTY), Optional.empty());
        Page<NamedObject> none = objects(label, Set.of(), Optional.empty());

        assertThat(found.items()).extracting(NamedObject::ref).containsExactly(property);
        assertThat(none.items()).isEmpty();
    }

    @Test
    void whatIsDeletedHasNoLabelAnyMore() {
        Label label = added("VIP " + own);
        ObjectRef connection = made(ObjectKind.CONNECTION, "One");
        ObjectRef property = made(ObjectKind.PROFILE_PROPERTY, "Two");
        ObjectRef objective = made(ObjectKind.OBJECTIVE, "Three");
        ObjectRef stays = made(ObjectKind.CONNECTION, "Four");
        List.of(connection, property, objective, stays).forEach(object -> put(object, label));

        deleted(connection);
        deleted(property);
        deleted(objective);

        assertThat(find(label)).map(UsedLabel::uses).contains(1L);
        assertThat(of(connection, property, objective, stays).keySet()).containsExactly(stays);
    }

    protected final Label aLabel(String text) {
        return new Label(new LabelId(UUID.randomUUID()), name(text), NOON, "Mia");
    }

    protected final Label added(String text) {
        Label label = aLabel(text);
        await(() -> labels().add(label));
        return label;
    }

    protected final void put(ObjectRef object, Label... wanted) {
        await(
                () ->
                        labels().put(
                                        List.of(object),
                                        List.of(wanted).stream().map(Label::id).toList()));
    }

    protected final Map<ObjectRef, List<Label>> of(ObjectRef... objects) {
        return await(() -> labels().of(List.of(objects)));
    }

    protected final Optional<UsedLabel> find(Label label) {
        return await(() -> labels().find(label.id()));
    }

    private Page<NamedObject> objects(Label label, Set<ObjectKind> kinds, Optional<Cursor> after) {
        return await(() -> labels().objects(label.id(), kinds, new PageRequest(after, 2)));
    }

    protected static LabelName name(String text) {
        return LabelName.of(text);
    }
}
