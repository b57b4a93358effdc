package io.connections.application.overview.port;

import io.connections.application.connection.House;
import io.connections.application.connection.port.ConnectionRepository.Judgement;
import io.connections.application.overview.ConnectionFacts;
import io.connections.application.overview.ConnectionFacts.LastRun;
import io.connections.application.overview.LastRunFact;
import io.connections.application.overview.Overview;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

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
    public Uni<Overview> all() {
        return Uni.createFrom()
                .item(
                        () ->
                                Overview.EMPTY.with(
                                        house.connections.all().stream().map(this::row).toList(),
                                        List.of()));
    }

    @Override
    public Uni<Set<ConnectionId>> starredBy(String person) {
        return Uni.createFrom()
                .item(
                        () ->
                                stars.stream()
                                        .filter(star -> star.user().equals(person))
                                        .map(Star::connection)
                                        .collect(Collectors.toSet()));
    }

    private OverviewRow row(Connection connection) {
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
                last.map(RunSummary::created),
                last.flatMap(RunSummary::ended),
                connection.created(),
                connection.modified(),
                labels.getOrDefault(connection.id(), List.of()).stream()
                        .sorted(Comparator.comparing(label -> label.name().value()))
                        .toList(),
                judgement.flatMap(Judgement::problem),
                connection.editRights(),
                connection.objectives(),
                connection.scope().chosen());
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
}
