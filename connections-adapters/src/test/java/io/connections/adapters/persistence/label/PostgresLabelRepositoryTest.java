package io.connections.adapters.persistence.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.agroal.api.AgroalDataSource;
import io.connections.adapters.testing.Awaiting;
import io.connections.adapters.testing.OpenWork;
import io.connections.adapters.testing.PostgresForTests;
import io.connections.adapters.testing.Things;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.application.label.LabelNameTaken;
import io.connections.application.label.LabelNotFound;
import io.connections.application.label.UsedLabel;
import io.connections.application.label.port.LabelRepository;
import io.connections.application.label.port.LabelRepositoryContract;
import io.connections.domain.kernel.ObjectKind;
import io.connections.domain.kernel.ObjectRef;
import io.connections.domain.label.Label;
import io.connections.domain.label.LabelId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Also what becomes of two who do something to one label at once.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields
class PostgresLabelRepositoryTest extends LabelRepositoryContract {
    @Inject UnitOfWork unitOfWork;
    @Inject LabelRepository labels;
    @Inject AgroalDataSource dataSource;

    @Override
    protected LabelRepository labels() {
        return labels;
    }

    @Override
    protected ObjectRef made(ObjectKind kind, String name) {
        return Things.made(dataSource, kind, name);
    }

    @Override
    protected void deleted(ObjectRef object) {
        Things.deleted(dataSource, object);
    }

    @Override
    protected <T> T await(Supplier<Uni<T>> work) {
        return Awaiting.on(() -> unitOfWork.run(work));
    }

    @Test
    void twoWhoUseANewNameAtOnceUseOneLabel() throws Exception {
        Label first = aLabel("New " + own);
        Label second = aLabel("new " + own);
        OpenWork one = OpenWork.that(unitOfWork, () -> labels.findOrAdd(List.of(first)));
        FutureTask<List<Label>> other = started(() -> labels.findOrAdd(List.of(second)));
        OpenWork.untilSomebodyWaits(dataSource);

        one.end();

        assertThat(answer(other)).containsExactly(first);
    }

    @Test
    void aLabelThatIsDeletedWhileItIsPutOnIsMadeAnew() throws Exception {
        Label label = added("Sale " + own);
        Label anew = aLabel("Sale " + own);
        ObjectRef object = made(ObjectKind.CONNECTION, "One");
        OpenWork deleting = OpenWork.that(unitOfWork, () -> labels.delete(label.id()));
        FutureTask<Void> putting =
                started(
                        () ->
                                labels.findOrAdd(List.of(anew))
                                        .chain(
                                                found ->
                                                        labels.put(
                                                                List.of(object),
                                                                List.of(found.getFirst().id()))));
        OpenWork.untilSomebodyWaits(dataSource);

        deleting.end();

        answer(putting);
        assertThat(of(object)).isEqualTo(Map.of(object, List.of(anew)));
        assertThat(find(label)).isEmpty();
    }

    /// More changes than are kept apart: some are summed up while another is not yet done.
    @Test
    void usesAddUpHoweverOftenTheyChangeAndWhoeverElseChangesThem() throws Exception {
        Label label = added("Sale " + own);
        ObjectRef always = made(ObjectKind.CONNECTION, "One");
        ObjectRef often = made(ObjectKind.CONNECTION, "Two");
        OpenWork putting =
                OpenWork.that(unitOfWork, () -> labels.put(List.of(always), List.of(label.id())));

        changeOften(label, often, 700);

        assertThat(find(label)).map(UsedLabel::uses).contains(0L);
        putting.end();
        assertThat(find(label)).map(UsedLabel::uses).contains(1L);
        assertThat(rowsOfUses()).isLessThan(700);
    }

    @Test
    void whoLabelsManyAndWhoMergesNeverWaitForEachOtherCrosswise() throws Exception {
        List<ObjectRef> many =
                IntStream.range(0, 30).mapToObj(i -> made(ObjectKind.CONNECTION, "C" + i)).toList();
        for (int round = 0; round < 15; round++) {
            Label from = added("From %d %s".formatted(round, own));
            Label into = added("Into %d %s".formatted(round, own));
            await(() -> labels.put(many, List.of(from.id())));
            FutureTask<Void> labelling =
                    started(
                            () ->
                                    labels.findOrAdd(List.of(from, into))
                                            .chain(on -> labels.put(many, ids(on))));
            FutureTask<Long> merging = started(() -> labels.merge(from.id(), into.id()));

            answer(labelling);
            answer(merging);
        }
    }

    private static List<LabelId> ids(List<Label> labels) {
        return labels.stream().map(Label::id).toList();
    }

    private void changeOften(Label label, ObjectRef object, int times) {
        await(
                () ->
                        Multi.createFrom()
                                .range(0, times)
                                .onItem()
                                .transformToUniAndConcatenate(
                                        _ ->
                                                labels.put(List.of(object), List.of(label.id()))
                                                        .chain(
                                                                () ->
                                                                        labels.take(
                                                                                List.of(object),
                                                                                List.of(
                                                                                        label
                                                                                                .id()))))
                                .collect()
                                .last());
    }

    private long rowsOfUses() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from label_uses")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Test
    void whoDeletesALabelWaitsForWhoPutsItOnAndTakesThatOffToo() throws Exception {
        Label label = added("Sale " + own);
        ObjectRef object = made(ObjectKind.CONNECTION, "One");
        OpenWork putting =
                OpenWork.that(
                        unitOfWork,
                        () ->
                                labels.findOrAdd(List.of(label))
                                        .chain(
                                                () ->
                                                        labels.put(
                                                                List.of(object),
                                                                List.of(label.id()))));
        FutureTask<Long> deleting = started(() -> labels.delete(label.id()));
        OpenWork.untilSomebodyWaits(dataSource);

        putting.end();

        assertThat(answer(deleting)).isEqualTo(1);
        assertThat(of(object)).isEmpty();
    }

    @Test
    void aLabelThatIsMergedWhileItIsRenamedIsGone() throws Exception {
        Label from = added("Important " + own);
        Label into = added("VIP " + own);
        OpenWork merging = OpenWork.that(unitOfWork, () -> labels.merge(from.id(), into.id()));
        FutureTask<Void> renaming = started(() -> labels.rename(from.id(), name("Top " + own)));
        OpenWork.untilSomebodyWaits(dataSource);

        merging.end();

        assertThat(catchThrowable(() -> answer(renaming))).hasCauseInstanceOf(LabelNotFound.class);
        assertThat(find(into)).map(UsedLabel::label).contains(into);
    }

    @Test
    void ofTwoWhoRenameToOneNameTheSecondIsRefused() throws Exception {
        Label one = added("One " + own);
        Label two = added("Two " + own);
        OpenWork first = OpenWork.that(unitOfWork, () -> labels.rename(one.id(), name("X " + own)));
        FutureTask<Void> second = started(() -> labels.rename(two.id(), name("x " + own)));
        OpenWork.untilSomebodyWaits(dataSource);

        first.end();

        assertThat(catchThrowable(() -> answer(second))).hasCauseInstanceOf(LabelNameTaken.class);
    }

    private <T> FutureTask<T> started(Supplier<Uni<T>> work) {
        return OpenWork.started(unitOfWork, work);
    }

    private static <T> T answer(FutureTask<T> task) throws Exception {
        return task.get(30, TimeUnit.SECONDS);
    }
}
