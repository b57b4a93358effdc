package io.connections.application.connection;

import io.connections.application.catalog.port.ConnectionTypes;
import io.connections.application.channel.port.ChannelRepository;
import io.connections.application.connection.port.ConnectionRepository;
import io.connections.application.connection.port.SecretVault;
import io.connections.application.connection.port.SecretVault.Kept;
import io.connections.application.consent.port.ObjectiveRepository;
import io.connections.application.favorite.port.FavoriteRepository;
import io.connections.application.label.port.LabelRepository;
import io.connections.application.profile.port.PropertyRepository;
import io.connections.domain.access.Actor;
import io.connections.domain.catalog.ConnectionType;
import io.connections.domain.catalog.SecretsSet;
import io.connections.domain.catalog.Target;
import io.connections.domain.channel.Channel;
import io.connections.domain.channel.ChannelId;
import io.connections.domain.connection.Connection;
import io.connections.domain.connection.Connection.Stamp;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.goal.Goal;
import io.connections.domain.goal.GoalCheck;
import io.connections.domain.kernel.ObjectKind;
import io.connections.domain.kernel.ObjectRef;
import io.connections.domain.kernel.Violation;
import io.connections.domain.label.Label;
import io.connections.domain.profile.ProfileProperty;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Joins a connection with what is known about it elsewhere.
@Singleton
public final class ConnectionViews {
    private final ConnectionTypes types;
    private final SecretVault vault;
    private final PropertyRepository properties;
    private final LabelRepository labels;
    private final FavoriteRepository favorites;
    private final ConnectionRepository connections;
    private final ChannelRepository channels;
    private final ObjectiveRepository objectives;

    ConnectionViews(
            ConnectionTypes types,
            SecretVault vault,
            PropertyRepository properties,
            LabelRepository labels,
            FavoriteRepository favorites,
            ConnectionRepository connections,
            ChannelRepository channels,
            ObjectiveRepository objectives) {
        this.types = types;
        this.vault = vault;
        this.properties = properties;
        this.labels = labels;
        this.favorites = favorites;
        this.connections = connections;
        this.channels = channels;
        this.objectives = objectives;
    }

    /// As [#of], and keeps what is found for the list of all: after whatever may complete a
    /// connection, or undo that.
    Uni<ConnectionView> judged(Connection connection, Actor actor) {
        return of(connection, actor).call(view -> connections.judge(List.of(view.judgement())));
    }

    /// Keeps for the list of all what is found of each of them.
    Uni<Void> judge(List<Connection> doubted) {
        return withoutMarks(doubted)
                .map(
                        known ->
                                doubted.stream()
                                        .map(connection -> view(connection, known).judgement())
                                        .toList())
                .chain(connections::judge);
    }

    /// What is kept elsewhere about all of them: one look-up each.
    private record Elsewhere(
            List<ProfileProperty> properties,
            Set<ObjectiveId> objectives,
            Map<ConnectionId, Map<String, Kept>> secrets,
            Map<ChannelId, Channel> channels,
            Map<ObjectRef, List<Label>> labels,
            Set<ObjectRef> favorites,
            Predicate<Connection> mayEdit) {
        Elsewhere withChannels(Map<ChannelId, Channel> found) {
            return new Elsewhere(
                    properties, objectives, secrets, found, labels, favorites, mayEdit);
        }

        Elsewhere withLabels(Map<ObjectRef, List<Label>> found) {
            return new Elsewhere(
                    properties, objectives, secrets, channels, found, favorites, mayEdit);
        }

        Elsewhere withMarksOf(Actor actor, Set<ObjectRef> starred) {
            return new Elsewhere(
                    properties,
                    objectives,
                    secrets,
                    channels,
                    labels,
                    starred,
                    one -> one.editRights().letChange(actor));
        }

        List<Channel> chosen(Connection connection) {
            return connection.scope().chosen().stream()
                    .map(channels::get)
                    .filter(Objects::nonNull)
                    .toList();
        }
    }

    /// Inside a unit of work.
    public Uni<ConnectionView> of(Connection connection, Actor actor) {
        return of(List.of(connection), actor).map(List::getFirst);
    }

    public Uni<List<ConnectionView>> of(List<Connection> connections, Actor actor) {
        return elsewhere(connections, actor)
                .map(
                        elsewhere ->
                                connections.stream()
                                        .map(connection -> view(connection, elsewhere))
                                        .toList());
    }

    /// What the judgement of a connection does not need is left out.
    private Uni<Elsewhere> withoutMarks(List<Connection> connections) {
        List<ConnectionId> ids = connections.stream().map(Connection::id).toList();
        return properties
                .list()
                .chain(
                        all ->
                                askedAbout(connections)
                                        .chain(
                                                known ->
                                                        vault.kept(ids)
                                                                .map(
                                                                        kept ->
                                                                                new Elsewhere(
                                                                                        all,
                                                                                        known,
                                                                                        kept,
                                                                                        Map.of(),
                                                                                        Map.of(),
                                                                                        Set.of(),
                                                                                        _ ->
                                                                                                false))));
    }

    /// Of the objectives that goals bring consent to, those that there are.
    private Uni<Set<ObjectiveId>> askedAbout(List<Connection> connections) {
        Set<ObjectiveId> asked =
                connections.stream()
                        .flatMap(each -> each.goals().stream())
                        .flatMap(each -> each.answered().stream())
                        .collect(Collectors.toSet());
        return asked.isEmpty()
                ? Uni.createFrom().item(Set.of())
                : objectives
                        .all()
                        .map(
                                all ->
                                        all.stream()
                                                .map(each -> each.objective().id())
                                                .filter(asked::contains)
                                                .collect(Collectors.toSet()));
    }

    private Uni<Elsewhere> elsewhere(List<Connection> connections, Actor actor) {
        List<ObjectRef> refs = connections.stream().map(one -> ref(one.id())).toList();
        Uni<Map<ObjectRef, List<Label>>> labelled = labels.of(refs);
        Uni<Set<ObjectRef>> starred = favorites.among(actor.id(), refs);
        return withoutMarks(connections)
                .chain(so -> chosenBy(connections).map(so::withChannels))
                .chain(so -> labelled.map(so::withLabels))
                .chain(so -> starred.map(stars -> so.withMarksOf(actor, stars)));
    }

    private Uni<Map<ChannelId, Channel>> chosenBy(List<Connection> connections) {
        Set<ChannelId> chosen =
                connections.stream()
                        .flatMap(one -> one.scope().chosen().stream())
                        .collect(Collectors.toSet());
        return chosen.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : channels.findAll(chosen)
                        .map(
                                found ->
                                        found.stream()
                                                .collect(
                                                        Collectors.toMap(
                                                                Channel::id, each -> each)));
    }

    private static ObjectRef ref(ConnectionId id) {
        return new ObjectRef(ObjectKind.CONNECTION, id.value().toString());
    }

    private ConnectionView view(Connection connection, Elsewhere known) {
        return types.find(connection.type())
                .map(type -> view(connection, type, known))
                .orElseGet(() -> viewOfGone(connection, known));
    }

    /// Nobody can say what its setup means: it is shown with its goals, and can be deleted.
    private static ConnectionView viewOfGone(Connection connection, Elsewhere known) {
        ObjectRef ref = ref(connection.id());
        return new ConnectionView(
                connection,
                ConnectionType.gone(connection.type()),
                Map.of(),
                Set.of(),
                List.of(
                        new Violation(
                                "/typeId",
                                "type-gone",
                                "The connection type '%s' is no longer available, so this connection cannot run."
                                        .formatted(connection.type().value()))),
                known.chosen(connection),
                known.labels().getOrDefault(ref, List.of()),
                known.favorites().contains(ref),
                known.mayEdit().test(connection));
    }

    private static ConnectionView view(
            Connection connection, ConnectionType type, Elsewhere known) {
        Target target = type.form().target(connection.setup());
        Map<String, Stamp> here = new HashMap<>();
        Map<String, Target> elsewhere = new HashMap<>();
        known.secrets()
                .getOrDefault(connection.id(), Map.of())
                .forEach(
                        (field, secret) -> {
                            if (secret.target().serves(target)) {
                                here.put(field, secret.by());
                            } else {
                                elsewhere.put(field, secret.target());
                            }
                        });
        List<Violation> problems =
                new ArrayList<>(
                        type.form()
                                .missing(
                                        connection.setup(),
                                        new SecretsSet(here.keySet(), elsewhere),
                                        "/setup",
                                        "/secrets"));
        problems.addAll(type.form().unconfirmed(connection.setup(), "/setup"));
        problems.addAll(type.form().violations(connection.setup(), "/setup"));
        problems.addAll(goalProblems(connection, known));
        ObjectRef ref = ref(connection.id());
        return new ConnectionView(
                connection,
                type,
                here,
                elsewhere.keySet(),
                problems,
                known.chosen(connection),
                known.labels().getOrDefault(ref, List.of()),
                known.favorites().contains(ref),
                known.mayEdit().test(connection));
    }

    /// A goal that is switched off may be as incomplete as it likes.
    private static List<Violation> goalProblems(Connection connection, Elsewhere known) {
        List<Violation> problems = new ArrayList<>();
        if (connection.goals().isEmpty()) {
            problems.add(
                    new Violation("/goals", "required", "Add a goal: it says what to import."));
        } else if (connection.goals().stream().noneMatch(Goal::enabled)) {
            problems.add(
                    new Violation("/goals", "required", "Switch on at least one goal to run."));
        }
        for (int i = 0; i < connection.goals().size(); i++) {
            Goal goal = connection.goals().get(i);
            if (goal.enabled()) {
                problems.addAll(GoalCheck.problems(goal, known.properties(), "/goals/" + i));
                problems.addAll(
                        GoalCheck.missingObjectives(goal, known.objectives(), "/goals/" + i));
            }
        }
        return problems;
    }
}
