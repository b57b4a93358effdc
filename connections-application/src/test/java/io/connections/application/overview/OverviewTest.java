package io.connections.application.overview;

import static io.connections.domain.connection.ConnectionFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.connections.application.kernel.PageRequest;
import io.connections.application.overview.ConnectionFacts.LastRun;
import io.connections.application.overview.OverviewRow.LabelRef;
import io.connections.application.run.request.RunState;
import io.connections.domain.catalog.ConnectionType.Direction;
import io.connections.domain.catalog.ConnectionTypeId;
import io.connections.domain.connection.Connection.Stamp;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.connection.EditRights;
import io.connections.domain.label.LabelId;
import io.connections.domain.label.LabelName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the list finds is the same whether it was read at once or change by change.
@Tag("M1")
class OverviewTest {
    private static final PageRequest ALL = new PageRequest(Optional.empty(), 200);
    private final Random random = new Random(7);

    @ParameterizedTest
    @EnumSource
    void changeByChangeOrderAndCountsAreThoseOfAListMadeAnew(ConnectionSort.By by) {
        Map<ConnectionId, OverviewRow> rows = new HashMap<>();
        Set<ConnectionId> stars = new HashSet<>();
        Overview grown = Overview.EMPTY;
        for (int step = 0; step < 200; step++) {
            List<OverviewRow> changed = new ArrayList<>();
            List<ConnectionId> gone = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(3); i++) {
                ConnectionId id = new ConnectionId(new UUID(0, random.nextInt(60)));
                if (random.nextInt(4) == 0) {
                    gone.add(id);
                    rows.remove(id);
                    changed.removeIf(row -> row.id().equals(id));
                } else if (!gone.contains(id)) {
                    OverviewRow row = row(id);
                    changed.add(row);
                    rows.put(id, row);
                }
                if (random.nextInt(5) == 0) {
                    stars.add(id);
                }
            }
            grown = grown.with(changed, gone);
            Overview fresh = Overview.EMPTY.with(rows.values(), List.of());

            assertThat(grown.seenWith(stars).counts(ConnectionFilter.ALL, 200))
                    .isEqualTo(fresh.seenWith(stars).counts(ConnectionFilter.ALL, 200));
            for (boolean descending : List.of(true, false)) {
                ConnectionSort sort = new ConnectionSort(by, descending);
                assertThat(grown.seenWith(stars).list(ConnectionFilter.ALL, sort, ALL, 0))
                        .isEqualTo(fresh.seenWith(stars).list(ConnectionFilter.ALL, sort, ALL, 0));
            }
        }
    }

    @Test
    void nothingNewIsTheSameOverview() {
        OverviewRow row = row(new ConnectionId(new UUID(0, 1)));
        Overview one = Overview.EMPTY.with(List.of(row), List.of());

        assertThat(one.with(List.of(row), List.of(new ConnectionId(new UUID(0, 2))))).isSameAs(one);
    }

    /// As a person would count, kind by kind.
    @Test
    void theMenusCountWhatEachChoiceWouldFind() {
        Overview overview =
                Overview.EMPTY.with(
                        random.longs(150, 0, 1_000_000)
                                .distinct()
                                .mapToObj(n -> row(new ConnectionId(new UUID(0, n))))
                                .toList(),
                        List.of());
        OverviewForPerson seen = overview.seenWith(Set.of());
        ConnectionFilter filter =
                new ConnectionFilter(
                        "a",
                        Set.of(),
                        Set.of(new ConnectionTypeId("sftp")),
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        Optional.empty(),
                        Optional.of(true),
                        Set.of("Mia", "Noah"),
                        Optional.empty(),
                        Set.of(),
                        Set.of());

        Map<ConnectionFilter.Kind, List<OverviewForPerson.Counted>> counts =
                seen.counts(filter, 200);

        for (String creator : List.of("Mia", "Noah", "Olga")) {
            assertThat(counted(counts, ConnectionFilter.Kind.CREATOR, creator))
                    .isEqualTo(seen.count(created(filter, creator)));
        }
        assertThat(counted(counts, ConnectionFilter.Kind.ON, "true")).isEqualTo(seen.count(filter));
        assertThat(counted(counts, ConnectionFilter.Kind.STATUS, "READY"))
                .isEqualTo(
                        seen.list(filter, ConnectionSort.BY_NAME, ALL, 0).page().items().stream()
                                .filter(row -> row.facts().status() == ConnectionStatus.READY)
                                .count());
        assertThat(seen.count(filter)).isPositive();
    }

    private static ConnectionFilter created(ConnectionFilter filter, String by) {
        return new ConnectionFilter(
                filter.search(),
                filter.labels(),
                filter.types(),
                filter.statuses(),
                filter.outcomes(),
                filter.directions(),
                filter.favorite(),
                filter.on(),
                Set.of(by),
                filter.attention(),
                filter.objectives(),
                filter.channels());
    }

    private static long counted(
            Map<ConnectionFilter.Kind, List<OverviewForPerson.Counted>> counts,
            ConnectionFilter.Kind kind,
            String value) {
        return counts.getOrDefault(kind, List.of()).stream()
                .filter(one -> one.value().equals(value))
                .mapToInt(OverviewForPerson.Counted::count)
                .sum();
    }

    private OverviewRow row(ConnectionId id) {
        boolean ran = random.nextBoolean();
        String type = one("sftp", "other");
        Stamp stamp = new Stamp(one("Mia", "Noah", "Olga"), NOON.plusSeconds(random.nextInt(20)));
        return new OverviewRow(
                id,
                one("a", "b", "Ä", "A", "z a"),
                "",
                new ConnectionTypeId(type),
                type + " files",
                one(Direction.INBOUND, Direction.OUTBOUND),
                random.nextBoolean(),
                new ConnectionFacts(
                        random.nextBoolean(),
                        ran
                                ? Optional.of(
                                        new LastRun(
                                                one(RunState.values()),
                                                false,
                                                one(Rejects.values())))
                                : Optional.empty()),
                ran ? Optional.of(NOON.plusSeconds(random.nextInt(9))) : Optional.empty(),
                ran ? Optional.of(NOON.plusSeconds(random.nextInt(9))) : Optional.empty(),
                stamp,
                stamp,
                random.nextBoolean()
                        ? List.of(new LabelRef(new LabelId(new UUID(1, 1)), new LabelName("Tills")))
                        : List.of(),
                Optional.empty(),
                EditRights.EVERYBODY,
                List.of(),
                List.of());
    }

    @SafeVarargs
    private <T> T one(T... of) {
        return of[random.nextInt(of.length)];
    }
}
