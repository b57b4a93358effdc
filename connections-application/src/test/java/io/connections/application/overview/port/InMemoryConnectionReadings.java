package io.connections.application.overview.port;

import io.connections.application.connection.House;
import io.connections.application.connection.port.ConnectionRepository.Judgement;
import io.connections.application.kernel.Cursor;
import io.connections.application.kernel.Page;
import io.connections.application.kernel.PageRequest;
import io.connections.application.kernel.RequestInvalid;
import io.connections.application.overview.Attention;
import io.connections.application.overview.ConnectionFacts;
import io.connections.application.overview.ConnectionFacts.LastRun;
import io.connections.application.overview.ConnectionFilter;
import io.connections.application.overview.ConnectionFilter.Kind;
import io.connections.application.overview.ConnectionSort;
import io.connections.application.overview.LastRunFact;
import io.connections.application.overview.OverviewRow;
import io.connections.application.overview.OverviewRow.LabelRef;
import io.connections.application.overview.Rejects;
import io.connections.application.run.request.RunSummary;
import io.connections.domain.catalog.ConnectionType.Direction;
import io.connections.domain.connection.Connection;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.label.LabelId;
import io.connections.domain.label.LabelName;
import io.smallrye.mutiny.Uni;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// The list over what a [House] keeps. A test gives labels and stars.
public final class InMemoryConnectionReadings implements ConnectionReadings {
    private record Star(String user, ConnectionId connection) {}

    private final House house;
    private final Map<ConnectionId, List<LabelRef>> labels = new HashMap<>();
    private final Set<Star> stars = new HashSet<>();

    public InMemoryConnectionReadings(House house) {
        this.house = house;
    }

    public void label(ConnectionId connection, UUID id, String name) {
        labels.computeIfAbsent(connection, _ -> new ArrayList<>())
                .add(new LabelRef(new LabelId(id), new LabelName(name)));
    }

    public void star(String user, ConnectionId connection) {
        stars.add(new Star(user, connection));
    }

    @Override
    public Uni<Page<OverviewRow>> list(
            ConnectionFilter filter, ConnectionSort sort, String user, PageRequest page, int skip) {
        return Uni.createFrom()
                .item(
                        () -> {
                            List<OverviewRow> all =
                                    matching(filter, user).sorted(order(sort)).toList();
                            List<OverviewRow> rest =
                                    page.after()
                                            .map(cursor -> behind(all, sort, cursor))
                                            .orElse(all);
                            return Page.of(
                                    rest.stream().skip(skip).limit(page.limit() + 1L).toList(),
                                    page.limit(),
                                    row -> Cursor.of(sort.toString(), row.id().value().toString()));
                        });
    }

    /// The fake only knows rows that are still there.
    private static List<OverviewRow> behind(
            List<OverviewRow> all, ConnectionSort sort, Cursor cursor) {
        if (cursor.key().size() != 2 || !cursor.key().getFirst().equals(sort.toString())) {
            throw RequestInvalid.cursor();
        }
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).id().value().toString().equals(cursor.key().getLast())) {
                return all.subList(i + 1, all.size());
            }
        }
        throw RequestInvalid.cursor();
    }

    @Override
    public Uni<Optional<OverviewRow>> find(ConnectionId connection, String user) {
        return Uni.createFrom()
                .item(
                        () ->
                                matching(ConnectionFilter.ALL, user)
                                        .filter(row -> row.id().equals(connection))
                                        .findFirst());
    }

    @Override
    public Uni<Integer> namesakes(ConnectionId connection) {
        return find(connection, "")
                .map(found -> found.map(one -> folded(one.name())).orElse(""))
                .map(
                        name ->
                                (int)
                                        matching(ConnectionFilter.ALL, "")
                                                .filter(row -> !row.id().equals(connection))
                                                .filter(row -> folded(row.name()).equals(name))
                                                .count());
    }

    @Override
    public Uni<Integer> count(ConnectionFilter filter, String user) {
        return Uni.createFrom().item(() -> (int) matching(filter, user).count());
    }

    @Override
    public Uni<List<ConnectionId>> ids(ConnectionFilter filter, String user, int limit) {
        return Uni.createFrom()
                .item(
                        () ->
                                matching(filter, user)
                                        .sorted(order(ConnectionSort.BY_NAME))
                                        .limit(limit)
                                        .map(OverviewRow::id)
                                        .toList());
    }

    @Override
    public Uni<List<Counted>> counts(Kind kind, ConnectionFilter filter, String user, int limit) {
        Map<String, Counted> found = new LinkedHashMap<>();
        matching(filter.without(kind), user)
                .flatMap(row -> values(kind, row))
                .forEach(
                        one ->
                                found.merge(
                                        one.value(),
                                        one,
                                        (a, b) ->
                                                new Counted(
                                                        a.value(),
                                                        a.name(),
                                                        a.count() + b.count())));
        return Uni.createFrom()
                .item(
                        found.values().stream()
                                .sorted(
                                        Comparator.comparingInt(Counted::count)
                                                .reversed()
                                                .thenComparing(Counted::value))
                                .limit(limit)
                                .toList());
    }

    private static Stream<Counted> values(Kind kind, OverviewRow row) {
        return switch (kind) {
            case LABEL ->
                    row.labels().stream()
                            .map(
                                    label ->
                                            new Counted(
                                                    label.id().value().toString(),
                                                    label.name().value(),
                                                    1));
            case TYPE -> Stream.of(new Counted(row.type().value(), row.typeName(), 1));
            case STATUS -> word(row.facts().status());
            case OUTCOME -> word(row.facts().outcome());
            case DIRECTION -> word(row.direction());
            case FAVORITE -> word(row.favorite());
            case ON -> word(row.on());
            case CREATOR -> word(row.created().by());
            case ATTENTION -> word(row.attention().isPresent());
        };
    }

    private static Stream<Counted> word(Object word) {
        return Stream.of(new Counted(word.toString(), word.toString(), 1));
    }

    private Stream<OverviewRow> matching(ConnectionFilter filter, String user) {
        return house.connections.all().stream()
                .map(connection -> row(connection, user))
                .filter(row -> says(row, filter.search()))
                .filter(
                        row ->
                                filter.labels().isEmpty()
                                        || row.labels().stream()
                                                .anyMatch(
                                                        label ->
                                                                filter.labels()
                                                                        .contains(label.id())))
                .filter(row -> any(filter.types(), row.type()))
                .filter(row -> any(filter.statuses(), row.facts().status()))
                .filter(row -> any(filter.outcomes(), row.facts().outcome()))
                .filter(row -> any(filter.directions(), row.direction()))
                .filter(row -> any(filter.creators(), row.created().by()))
                .filter(
                        row ->
                                filter.favorite()
                                        .map(wanted -> wanted == row.favorite())
                                        .orElse(true))
                .filter(
                        row ->
                                filter.attention()
                                        .map(wanted -> wanted == row.attention().isPresent())
                                        .orElse(true))
                .filter(row -> filter.on().map(wanted -> wanted == row.on()).orElse(true));
    }

    private static <T> boolean any(Set<T> wanted, T value) {
        return wanted.isEmpty() || wanted.contains(value);
    }

    private static boolean says(OverviewRow row, String search) {
        String all =
                folded(
                        String.join(
                                "\n",
                                row.name(),
                                row.description(),
                                row.typeName(),
                                row.labels().toString()));
        return Stream.of(search.split(" ", -1)).allMatch(word -> all.contains(folded(word)));
    }

    private OverviewRow row(Connection connection, String user) {
        Optional<Judgement> judgement = house.connections.judgement(connection.id());
        Optional<RunSummary> last =
                Optional.ofNullable(
                        house.runs
                                .lastOf(List.of(connection.id()))
                                .await()
                                .indefinitely()
                                .get(connection.id()));
        return new OverviewRow(
                connection.id(),
                connection.name(),
                connection.description(),
                connection.type(),
                judgement.map(Judgement::typeName).orElse(connection.type().value()),
                judgement.map(Judgement::direction).orElse(Direction.OUTBOUND),
                connection.on(),
                new ConnectionFacts(
                        judgement.map(Judgement::complete).orElse(false),
                        last.map(InMemoryConnectionReadings::facts)),
                connection.created(),
                connection.modified(),
                labels.getOrDefault(connection.id(), List.of()).stream()
                        .sorted(Comparator.comparing(label -> label.name().value()))
                        .toList(),
                stars.contains(new Star(user, connection.id())),
                judgement.flatMap(Judgement::problem),
                connection.editRights());
    }

    private static LastRun facts(RunSummary run) {
        return new LastRun(
                run.state(),
                run.problem()
                        .map(problem -> LastRunFact.problemsForAPerson().contains(problem.code()))
                        .orElse(false),
                run.state().ended()
                        ? Rejects.of(run.counts().read(), run.counts().rejected())
                        : Rejects.NONE);
    }

    private Comparator<OverviewRow> order(ConnectionSort sort) {
        Comparator<OverviewRow> byName =
                Comparator.comparing((OverviewRow row) -> folded(row.name()))
                        .thenComparing(row -> row.id().value().toString());
        Comparator<OverviewRow> first =
                switch (sort.by()) {
                    case NAME -> byName;
                    case TYPE -> Comparator.comparing(row -> folded(row.typeName()));
                    case STATUS -> Comparator.comparing(row -> row.facts().status());
                    case ON -> Comparator.comparing(OverviewRow::on);
                    case LAST_RUN -> Comparator.comparing(this::lastRunAt);
                    case CREATED -> Comparator.comparing(row -> row.created().at());
                    case MODIFIED -> Comparator.comparing(row -> row.modified().at());
                    case FAVORITE -> Comparator.comparing(OverviewRow::favorite);
                    case ATTENTION ->
                            Comparator.comparing(
                                            (OverviewRow row) ->
                                                    row.attention()
                                                            .map(Attention::ordinal)
                                                            .orElse(Integer.MAX_VALUE))
                                    .thenComparing(Comparator.comparing(this::lastSign).reversed());
                };
        return (sort.descending() ? first.reversed() : first).thenComparing(byName);
    }

    private Instant lastSign(OverviewRow row) {
        return lastRun(row).flatMap(RunSummary::ended).orElse(row.modified().at());
    }

    private Optional<RunSummary> lastRun(OverviewRow row) {
        return Optional.ofNullable(
                house.runs.lastOf(List.of(row.id())).await().indefinitely().get(row.id()));
    }

    private Instant lastRunAt(OverviewRow row) {
        return lastRun(row).map(RunSummary::created).orElse(Instant.MIN);
    }

    private static String folded(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFD);
        StringBuilder bare = new StringBuilder();
        apart.codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(bare::appendCodePoint);
        return bare.toString().toLowerCase(Locale.ROOT);
    }
}
