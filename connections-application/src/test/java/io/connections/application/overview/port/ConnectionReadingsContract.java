package io.connections.application.overview.port;

import static io.connections.domain.connection.ConnectionFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import io.connections.application.connection.port.ConnectionRepository.Judgement;
import io.connections.application.kernel.Cursor;
import io.connections.application.kernel.Page;
import io.connections.application.kernel.PageRequest;
import io.connections.application.kernel.RequestInvalid;
import io.connections.application.overview.Attention;
import io.connections.application.overview.ConnectionFilter;
import io.connections.application.overview.ConnectionFilter.Kind;
import io.connections.application.overview.ConnectionSort;
import io.connections.application.overview.ConnectionSort.By;
import io.connections.application.overview.ConnectionStatus;
import io.connections.application.overview.LastOutcome;
import io.connections.application.overview.OverviewForPerson.Counted;
import io.connections.application.overview.OverviewRow;
import io.connections.application.run.request.RunState;
import io.connections.domain.catalog.ConnectionType.Direction;
import io.connections.domain.catalog.ConnectionTypeId;
import io.connections.domain.channel.ChannelId;
import io.connections.domain.channel.ChannelScope;
import io.connections.domain.channel.ChannelScope.OnChannel;
import io.connections.domain.connection.Connection;
import io.connections.domain.connection.Connection.Content;
import io.connections.domain.connection.Connection.Stamp;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.goal.Counts;
import io.connections.domain.kernel.Violation;
import io.connections.domain.label.LabelId;
import io.connections.domain.label.LabelName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What every list of connections does.
@Tag("M1")
public abstract class ConnectionReadingsContract extends ConnectionReadingsFixtures {
    @Test
    void aRowShowsTheConnectionAsItStands() {
        Connection one = add("One", "Mia", NOON);
        judge(one, true);
        UUID label = label(one.id(), "Tills " + mark);
        star(MIA, one.id());
        ran(one, RunState.FINISHED, true, NOON);

        OverviewRow row = list(all()).getFirst();

        assertThat(row.id()).isEqualTo(one.id());
        assertThat(row.name()).isEqualTo(one.name());
        assertThat(row.created()).isEqualTo(one.created());
        assertThat(row.typeName()).isEqualTo("Files " + mark);
        assertThat(row.labels())
                .containsExactly(
                        new OverviewRow.LabelRef(
                                new LabelId(label), new LabelName("Tills " + mark)));
        assertThat(seen().starred(one.id())).isTrue();
        assertThat(row.facts().status()).isEqualTo(ConnectionStatus.FLOWING_WITH_ERRORS);
        assertThat(row.facts().outcome()).isEqualTo(LastOutcome.FINISHED_WITH_REJECTED);
    }

    @Test
    @Tag("M6")
    void oneConnectionIsFoundByItsIdAsTheListShowsIt() {
        Connection one = add("One", "Mia", NOON);
        add("Two", "Mia", NOON);
        judge(one, true);
        star(MIA, one.id());
        ran(one, RunState.FAILED, false, NOON);

        Optional<OverviewRow> row = overview().find(one.id());

        assertThat(row).contains(list(filter(f -> f.favorite = Optional.of(true))).getFirst());
        assertThat(row.orElseThrow().facts().status()).isEqualTo(ConnectionStatus.LAST_RUN_FAILED);
        assertThat(overview().find(new ConnectionId(UUID.randomUUID()))).isEmpty();
    }

    @Test
    @Tag("M7")
    void namesakesAreCountedWithoutMindingCaseOrAccents() {
        Connection one = add("Crème " + mark, "Mia", NOON);
        add("CREME " + mark, "Mia", NOON);
        add("Creme too " + mark, "Mia", NOON);

        assertThat(overview().namesakes(one.id())).isEqualTo(1);
        assertThat(overview().namesakes(new ConnectionId(UUID.randomUUID()))).isZero();
    }

    @Test
    void aSearchLooksForEveryWordWhereverItStandsWithoutMindingCaseOrAccents() {
        Connection named = add("Crème brûlée", "Mia", NOON);
        Connection described = describe("Other", "From the CAFÉ");
        Connection labelled = add("Third", "Mia", NOON);
        label(labelled.id(), "Brulée " + mark);
        judge(named, true);

        assertThat(ids(all().searching(mark + " brulee")))
                .containsExactlyInAnyOrder(named.id(), labelled.id());
        assertThat(ids(all().searching("cafe " + mark))).containsExactly(described.id());
        assertThat(ids(all().searching("files" + " " + mark))).containsExactly(named.id());
        assertThat(ids(all().searching(mark + " brulee nothing"))).isEmpty();
    }

    @Test
    void aSearchMeansItsSignsLiterally() {
        Connection percent = add("100% \\ a_b", "Mia", NOON);
        add("100 / axb", "Mia", NOON);

        assertThat(ids(all().searching(mark + " 100% \\ a_b"))).containsExactly(percent.id());
    }

    @Test
    void aFilterKeepsWhatHasOneOfItsLabels() {
        Connection one = add("One", "Mia", NOON);
        Connection other = add("Other", "Mia", NOON);
        add("Without", "Mia", NOON);
        UUID tills = label(one.id(), "Tills " + mark);
        UUID shop = label(other.id(), "Shop " + mark);

        assertThat(ids(filter(f -> f.labels = Set.of(new LabelId(tills)))))
                .containsExactly(one.id());
        assertThat(ids(filter(f -> f.labels = Set.of(new LabelId(tills), new LabelId(shop)))))
                .containsExactly(one.id(), other.id());
    }

    @Test
    void aFilterKeepsTypesCreatorsDirectionsFavoritesAndThoseThatAreOn() {
        Connection one = add("One", "Mia", NOON);
        Connection other = add("Other", "Noah " + mark, NOON);
        judge(one, Direction.INBOUND);
        await(() -> connections().turn(other.id(), true));
        star(MIA, one.id());
        star("somebody else", other.id());

        assertThat(ids(filter(f -> f.types = Set.of(new ConnectionTypeId("sftp"))))).hasSize(2);
        assertThat(ids(filter(f -> f.types = Set.of(new ConnectionTypeId("other"))))).isEmpty();
        assertThat(ids(filter(f -> f.creators = Set.of("Noah " + mark))))
                .containsExactly(other.id());
        assertThat(ids(filter(f -> f.directions = Set.of(Direction.INBOUND))))
                .containsExactly(one.id());
        assertThat(ids(filter(f -> f.favorite = Optional.of(true)))).containsExactly(one.id());
        assertThat(ids(filter(f -> f.favorite = Optional.of(false)))).containsExactly(other.id());
        assertThat(ids(filter(f -> f.on = Optional.of(true)))).containsExactly(other.id());
    }

    @Test
    @Tag("M24")
    @Tag("M26")
    void aFilterKeepsWhatIsLinkedToAnObjectiveOrHasChosenAChannel() {
        ObjectiveId news = new ObjectiveId("news-" + mark);
        ObjectiveId ads = new ObjectiveId("ads-" + mark);
        ChannelId shop = new ChannelId(UUID.randomUUID());
        ChannelId blog = new ChannelId(UUID.randomUUID());
        Connection one = add("One", "Mia", NOON);
        Connection other = add("Other", "Mia", NOON);
        add("Everywhere", "Mia", NOON);
        overview();

        become(one, List.of(news, ads), List.of(shop));
        become(other, List.of(ads), List.of(shop, blog));

        assertThat(ids(filter(f -> f.objectives = Set.of(news)))).containsExactly(one.id());
        assertThat(ids(filter(f -> f.objectives = Set.of(news, ads))))
                .containsExactly(one.id(), other.id());
        assertThat(ids(filter(f -> f.channels = Set.of(blog)))).containsExactly(other.id());
        assertThat(
                        ids(
                                filter(
                                        f -> {
                                            f.objectives = Set.of(news);
                                            f.channels = Set.of(blog);
                                        })))
                .isEmpty();
        assertThat(counts(Kind.OBJECTIVE, all()))
                .extracting(Counted::value, Counted::count)
                .containsExactly(tuple(ads.value(), 2), tuple(news.value(), 1));
        assertThat(counts(Kind.CHANNEL, filter(f -> f.objectives = Set.of(news))))
                .extracting(Counted::value, Counted::count)
                .containsExactly(tuple(shop.value().toString(), 1));
    }

    private void become(Connection before, List<ObjectiveId> objectives, List<ChannelId> channels) {
        Content content = before.content();
        Connection after =
                before.save(
                        new Content(
                                content.name(),
                                content.description(),
                                content.setup(),
                                content.goals(),
                                content.editRights(),
                                new ChannelScope.Chosen(
                                        channels.stream()
                                                .map(id -> new OnChannel(id, List.of()))
                                                .toList()),
                                objectives),
                        new Stamp("Mia", NOON));
        await(() -> connections().save(after, before.version()));
    }

    @ParameterizedTest
    @CsvSource({
        ", false, false, NOT_CONFIGURED, NEVER_RAN",
        ", true, false, READY, NEVER_RAN",
        "QUEUED, false, false, RUNNING, RUNNING",
        "RUNNING, true, false, RUNNING, RUNNING",
        "FAILED, true, false, LAST_RUN_FAILED, FAILED",
        "FAILED, false, false, CONFIGURATION_ERROR, FAILED",
        "STOPPED, true, false, LAST_RUN_STOPPED, STOPPED",
        "STOPPED, true, true, LAST_RUN_STOPPED, STOPPED",
        "STOPPED, false, false, CONFIGURATION_ERROR, STOPPED",
        "FINISHED, true, true, FLOWING_WITH_ERRORS, FINISHED_WITH_REJECTED",
        "FINISHED, false, true, CONFIGURATION_ERROR, FINISHED_WITH_REJECTED",
        "FINISHED, true, false, FLOWING, FINISHED"
    })
    void aFilterKeepsWhatHasOneOfItsStatusesOrOutcomes(
            @Nullable RunState state,
            boolean complete,
            boolean rejected,
            ConnectionStatus status,
            LastOutcome outcome) {
        Connection one = add("One", "Mia", NOON);
        judge(one, complete);
        if (state != null) {
            ran(one, state, rejected, NOON);
        }

        OverviewRow row = list(all()).getFirst();

        assertThat(row.facts().status()).isEqualTo(status);
        assertThat(row.facts().outcome()).isEqualTo(outcome);
        for (ConnectionStatus each : ConnectionStatus.values()) {
            assertThat(ids(filter(f -> f.statuses = Set.of(each))).isEmpty())
                    .as(each.name())
                    .isEqualTo(each != status);
        }
        for (LastOutcome each : LastOutcome.values()) {
            assertThat(ids(filter(f -> f.outcomes = Set.of(each))).isEmpty())
                    .as(each.name())
                    .isEqualTo(each != outcome);
        }
    }

    @ParameterizedTest
    @Tag("M29")
    @CsvSource({
        ", false, 0, 0, NOT_CONFIGURED",
        ", true, 0, 0,",
        "RUNNING, false, 0, 0,",
        "FAILED, true, 0, 0, RUN_FAILED",
        "FAILED, false, 0, 0, CONFIGURATION_ERROR",
        "FINISHED, false, 10, 0, CONFIGURATION_ERROR",
        "FINISHED, true, 10, 0,",
        "FINISHED, true, 1000, 9,",
        "FINISHED, true, 1000, 10, RECORDS_REJECTED",
        "STOPPED, true, 10, 10,"
    })
    void aFilterKeepsWhatNeedsSomebodyUnlessItIsOff(
            @Nullable RunState state,
            boolean complete,
            long read,
            long rejected,
            @Nullable Attention attention) {
        Connection one = add("One", "Mia", NOON);
        judge(one, complete);
        if (state != null) {
            ran(one, state, new Counts(read - rejected, 0, 0, 0, 0, 0, rejected), NOON);
        }
        List<ConnectionId> whileOff = ids(filter(f -> f.attention = Optional.of(true)));

        await(() -> connections().turn(one.id(), true));

        assertThat(whileOff).isEmpty();
        assertThat(list(all()).getFirst().attention()).isEqualTo(Optional.ofNullable(attention));
        assertThat(ids(filter(f -> f.attention = Optional.of(true))).isEmpty())
                .isEqualTo(attention == null);
        assertThat(ids(filter(f -> f.attention = Optional.of(false))).isEmpty())
                .isEqualTo(attention != null);
        assertThat(counts(Kind.ATTENTION, all()))
                .containsExactly(
                        new Counted(
                                String.valueOf(attention != null),
                                String.valueOf(attention != null),
                                1));
    }

    @Test
    @Tag("M29")
    void whatHurtsMostComesFirstAndOfThatTheNewest() {
        Connection rejecting = needy("rejecting", true);
        Connection failedBefore = needy("failed before", true);
        Connection failedNow = needy("failed now", true);
        Connection broken = needy("broken", false);
        needy("fresh", false);
        ran(rejecting, RunState.FINISHED, true, NOON.plusSeconds(50));
        ran(failedBefore, RunState.FAILED, false, NOON.plusSeconds(10));
        ran(failedNow, RunState.FAILED, false, NOON.plusSeconds(20));
        ran(broken, RunState.FAILED, false, NOON);
        for (Connection one : List.of(rejecting, failedBefore, failedNow, broken)) {
            await(() -> connections().turn(one.id(), true));
        }

        assertThat(names(new ConnectionSort(By.ATTENTION, false)))
                .containsExactly("broken", "failed-now", "failed-before", "rejecting", "fresh");
    }

    @Test
    @Tag("M29")
    void aRowSaysTheFirstThingThatKeepsItFromRunning() {
        Connection one = add("One", "Mia", NOON);
        judge(one, false);
        Optional<Violation> before = list(all()).getFirst().problem();

        judge(one, true);

        assertThat(before).contains(MISSING);
        assertThat(list(all()).getFirst().problem()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(By.class)
    void whateverItIsSortedByTheListStandsInThatOrderBothWays(By by) {
        Connection c = add("c", "Mia", NOON.plusSeconds(3));
        Connection a = add("A", "Mia", NOON.plusSeconds(1));
        Connection b = add("b", "Mia", NOON.plusSeconds(2));
        judge(a, false);
        judge(b, true);
        judge(c, true);
        // In every order but by name b alone stands out: later, on, starred, of the last type.
        await(
                () ->
                        connections()
                                .judge(
                                        List.of(
                                                new Judgement(
                                                        b.id(),
                                                        Optional.empty(),
                                                        "Z " + mark,
                                                        Direction.OUTBOUND))));
        ran(c, RunState.FINISHED, false, NOON.plusSeconds(10));
        ran(b, RunState.FINISHED, true, NOON.plusSeconds(20));
        await(() -> connections().turn(b.id(), true));
        star(MIA, b.id());

        List<String> up = names(new ConnectionSort(by, false));
        List<String> down = names(new ConnectionSort(by, true));

        List<String> expected =
                switch (by) {
                    case NAME, CREATED, MODIFIED -> List.of("A", "b", "c");
                    case TYPE, ON, FAVORITE -> List.of("A", "c", "b");
                    case LAST_RUN -> List.of("A", "c", "b");
                    case STATUS -> List.of("A", "b", "c");
                    // b alone needs somebody; of the others the newest comes first.
                    case ATTENTION -> List.of("b", "c", "A");
                };
        assertThat(up).isEqualTo(expected);
        List<String> reversed =
                switch (by) {
                    case TYPE, ON, FAVORITE -> List.of("b", "A", "c");
                    default -> expected.reversed();
                };
        assertThat(down).isEqualTo(reversed);
    }

    @ParameterizedTest
    @EnumSource(By.class)
    void pagesHoldEachConnectionOnceWhereAllIsEqualAndTheListChangesMeanwhile(By by) {
        List<ConnectionId> there = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            there.add(add("same", "Mia", NOON).id());
        }
        ConnectionSort sort = new ConnectionSort(by, true);
        List<ConnectionId> seen = new ArrayList<>();
        Optional<Cursor> next = Optional.empty();

        do {
            PageRequest asked = new PageRequest(next, 2);
            Page<OverviewRow> page = list(all(), sort, asked, 0);
            page.items().forEach(row -> seen.add(row.id()));
            next = page.next();
            add("zzz new", "Mia", NOON);
        } while (next.isPresent() && seen.size() < 50);

        assertThat(seen).doesNotHaveDuplicates().containsAll(there);
    }

    @Test
    void whoeverSkipsBeginsInTheMiddle() {
        add("a", "Mia", NOON);
        Connection b = add("b", "Mia", NOON);
        add("c", "Mia", NOON);

        Page<OverviewRow> page =
                list(all(), ConnectionSort.BY_NAME, new PageRequest(Optional.empty(), 1), 1);

        assertThat(page.items()).extracting(OverviewRow::id).containsExactly(b.id());
        assertThat(page.next()).isPresent();
    }

    @Test
    @Tag("M13")
    void aCursorOfAnotherOrderIsRefused() {
        add("a", "Mia", NOON);
        add("b", "Mia", NOON);
        PageRequest one = new PageRequest(Optional.empty(), 1);
        Page<OverviewRow> first = list(all(), ConnectionSort.BY_NAME, one, 0);
        ConnectionSort other = new ConnectionSort(By.CREATED, false);

        Throwable refused =
                catchThrowable(() -> list(all(), other, new PageRequest(first.next(), 1), 0));

        assertThat(refused).isInstanceOf(RequestInvalid.class);
    }

    @Test
    void theIdsOfAFilterAreByNameAndNoMoreThanAskedFor() {
        Connection b = add("b", "Mia", NOON);
        Connection a = add("a", "Mia", NOON);

        assertThat(seen().ids(all(), 10)).containsExactly(a.id(), b.id());
        assertThat(seen().ids(all(), 1)).containsExactly(a.id());
        assertThat(seen().count(all())).isEqualTo(2);
    }

    @Test
    void theMenusCountWhatOneWouldSeeByChoosing() {
        Connection one = add("One", "Mia " + mark, NOON);
        Connection other = add("Other", "Noah " + mark, NOON);
        judge(one, true);
        judge(other, true);
        await(() -> connections().turn(one.id(), true));
        UUID tills = label(one.id(), "Tills " + mark);
        ConnectionFilter chosen =
                filter(
                        f -> {
                            f.creators = Set.of("Mia " + mark);
                            f.on = Optional.of(true);
                        });

        assertThat(counts(Kind.CREATOR, chosen))
                .containsExactly(new Counted("Mia " + mark, "Mia " + mark, 1));
        assertThat(counts(Kind.CREATOR, all())).hasSize(2);
        assertThat(counts(Kind.ON, chosen)).containsExactly(new Counted("true", "true", 1));
        assertThat(counts(Kind.LABEL, all()))
                .containsExactly(new Counted(tills.toString(), "Tills " + mark, 1));
        // A type has one name; here those of other tests have others.
        assertThat(counts(Kind.TYPE, all()))
                .extracting(Counted::value, Counted::count)
                .containsExactly(tuple("sftp", 2));
        assertThat(counts(Kind.STATUS, all())).containsExactly(new Counted("READY", "READY", 2));
        assertThat(counts(Kind.OUTCOME, all()))
                .containsExactly(new Counted("NEVER_RAN", "NEVER_RAN", 2));
        assertThat(counts(Kind.DIRECTION, all()))
                .containsExactly(new Counted("OUTBOUND", "OUTBOUND", 2));
        assertThat(counts(Kind.FAVORITE, all())).containsExactly(new Counted("false", "false", 2));
    }
}
