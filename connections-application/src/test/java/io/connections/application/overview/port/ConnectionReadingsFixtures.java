package io.connections.application.overview.port;

import static io.connections.domain.connection.ConnectionFixtures.NOON;
import static io.connections.domain.connection.ConnectionFixtures.aConnection;

import io.connections.application.connection.port.ConnectionRepository;
import io.connections.application.connection.port.ConnectionRepository.Judgement;
import io.connections.application.kernel.Page;
import io.connections.application.kernel.PageRequest;
import io.connections.application.overview.ConnectionFilter;
import io.connections.application.overview.ConnectionFilter.Kind;
import io.connections.application.overview.ConnectionSort;
import io.connections.application.overview.ConnectionStatus;
import io.connections.application.overview.LastOutcome;
import io.connections.application.overview.Overview;
import io.connections.application.overview.OverviewForPerson;
import io.connections.application.overview.OverviewForPerson.Counted;
import io.connections.application.overview.OverviewRow;
import io.connections.application.run.request.RunState;
import io.connections.domain.catalog.ConnectionType.Direction;
import io.connections.domain.catalog.ConnectionTypeId;
import io.connections.domain.channel.ChannelId;
import io.connections.domain.connection.Connection;
import io.connections.domain.connection.Connection.Stamp;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.goal.Counts;
import io.connections.domain.kernel.Violation;
import io.connections.domain.label.LabelId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Connections to be listed, what happens to them, and the list in short words.
public abstract class ConnectionReadingsFixtures {
    static final String MIA = "mia-id";
    static final Violation MISSING = new Violation("/setup/host", "required", "Say where it is.");

    /// In every name: the store may be shared.
    final String mark = "x" + UUID.randomUUID().toString().replace("-", "");

    protected abstract ConnectionRepository connections();

    protected abstract ConnectionReadings readings();

    /// Plays the worker that has left the newest run in this state.
    protected abstract void ran(Connection connection, RunState state, Counts counts, Instant at);

    protected final void ran(Connection connection, RunState state, boolean rejected, Instant at) {
        ran(connection, state, new Counts(0, 0, 0, 0, 0, 0, rejected ? 1 : 0), at);
    }

    /// Plays whoever puts a label on the connection; answers the label's id.
    protected abstract UUID label(ConnectionId connection, String name);

    protected abstract void star(String user, ConnectionId connection);

    /// Runs it in a unit of work and waits for what it answers.
    protected abstract <T> T await(Supplier<Uni<T>> work);

    /// Waits for an answer outside a unit of work.
    protected abstract <T> T ask(Supplier<Uni<T>> question);

    Connection needy(String name, boolean complete) {
        Connection one = add(name.replace(' ', '-'), "Mia", NOON);
        judge(one, complete);
        await(() -> connections().turn(one.id(), true));
        return one;
    }

    List<Counted> counts(Kind kind, ConnectionFilter filter) {
        return seen().counts(filter, 10).getOrDefault(kind, List.of());
    }

    Connection add(String name, String creator, Instant at) {
        return added(name, "", creator, at);
    }

    Connection describe(String name, String description) {
        return added(name, description, "Mia", NOON);
    }

    Connection added(String name, String description, String creator, Instant at) {
        Connection plain = aConnection().named(name + " " + mark).described(description).build();
        Connection one =
                new Connection(
                        plain.id(),
                        plain.version(),
                        plain.type(),
                        plain.name(),
                        plain.description(),
                        false,
                        plain.setup(),
                        plain.goals(),
                        plain.editRights(),
                        plain.scope(),
                        plain.objectives(),
                        new Stamp(creator, at),
                        new Stamp(creator, at));
        await(() -> connections().add(one));
        return one;
    }

    void judge(Connection connection, boolean complete) {
        judge(connection, complete, Direction.OUTBOUND);
    }

    void judge(Connection connection, Direction direction) {
        judge(connection, true, direction);
    }

    void judge(Connection connection, boolean complete, Direction direction) {
        await(
                () ->
                        connections()
                                .judge(
                                        List.of(
                                                new Judgement(
                                                        connection.id(),
                                                        complete
                                                                ? Optional.empty()
                                                                : Optional.of(MISSING),
                                                        "Files " + mark,
                                                        direction))));
    }

    ConnectionFilter all() {
        return ConnectionFilter.ALL.searching(mark);
    }

    List<OverviewRow> list(ConnectionFilter filter) {
        return list(filter, ConnectionSort.BY_NAME);
    }

    List<OverviewRow> list(ConnectionFilter filter, ConnectionSort sort) {
        return list(filter, sort, PageRequest.first(), 0).items();
    }

    Page<OverviewRow> list(
            ConnectionFilter filter, ConnectionSort sort, PageRequest page, int skip) {
        return seen().list(filter, sort, page, skip).page();
    }

    Overview overview() {
        return ask(() -> readings().all());
    }

    OverviewForPerson seen() {
        return overview().seenWith(ask(() -> readings().starredBy(MIA)));
    }

    List<String> names(ConnectionSort sort) {
        return list(all(), sort).stream().map(row -> row.name().split(" ", -1)[0]).toList();
    }

    List<ConnectionId> ids(ConnectionFilter filter) {
        return list(filter).stream().map(OverviewRow::id).toList();
    }

    ConnectionFilter filter(Consumer<Wanted> how) {
        Wanted wanted = new Wanted();
        how.accept(wanted);
        return new ConnectionFilter(
                mark,
                wanted.labels,
                wanted.types,
                wanted.statuses,
                wanted.outcomes,
                wanted.directions,
                wanted.favorite,
                wanted.on,
                wanted.creators,
                wanted.attention,
                wanted.objectives,
                wanted.channels);
    }

    static final class Wanted {
        Set<LabelId> labels = Set.of();
        Set<ConnectionTypeId> types = Set.of();
        Set<ConnectionStatus> statuses = Set.of();
        Set<LastOutcome> outcomes = Set.of();
        Set<Direction> directions = Set.of();
        Optional<Boolean> favorite = Optional.empty();
        Optional<Boolean> on = Optional.empty();
        Set<String> creators = Set.of();
        Optional<Boolean> attention = Optional.empty();
        Set<ObjectiveId> objectives = Set.of();
        Set<ChannelId> channels = Set.of();
    }
}
