package io.connections.application.connection;

import io.connections.application.audit.port.AuditTrail;
import io.connections.application.catalog.ConnectionTypeNotFound;
import io.connections.application.catalog.port.ConnectionTypes;
import io.connections.application.connection.port.ConnectionRepository;
import io.connections.application.connection.port.SecretVault;
import io.connections.application.kernel.port.Ids;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.audit.Action;
import io.connections.domain.audit.AuditEvent;
import io.connections.domain.audit.Change;
import io.connections.domain.catalog.ConnectionType;
import io.connections.domain.catalog.Target;
import io.connections.domain.channel.ChannelId;
import io.connections.domain.connection.Connection;
import io.connections.domain.connection.Connection.Content;
import io.connections.domain.connection.Connection.Stamp;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.connection.Difference;
import io.connections.domain.connection.EditRights;
import io.connections.domain.goal.Goal;
import io.connections.domain.goal.GoalId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// *Save as*: the same under another name, switched off and without a history. Its secrets come
/// along only where the person asked for that and may change the original, and only those that
/// serve the copy's target.
///
/// Who may not change the original may still copy it. Its edit rights would shut them out of what
/// they made themselves, so everybody may change such a copy, unless they chose other rights.
@Singleton
public final class CopyConnection {
    /// @param unsaved what stands in the editor and is to go into the copy; absent: as saved. Its
    ///     name counts for nothing
    public record Command(
            ConnectionId of,
            String name,
            boolean withSecrets,
            Optional<TypedContent> unsaved,
            Actor actor) {}

    private final UnitOfWork unitOfWork;
    private final ConnectionRepository connections;
    private final ConnectionTypes types;
    private final ConnectionViews views;
    private final ChosenChannels chosen;
    private final SecretVault vault;
    private final ObjectiveLinks links;
    private final Ids ids;
    private final InstantSource clock;
    private final AuditTrail trail;

    CopyConnection(
            UnitOfWork unitOfWork,
            ConnectionRepository connections,
            ConnectionTypes types,
            ConnectionViews views,
            ChosenChannels chosen,
            SecretVault vault,
            ObjectiveLinks links,
            Ids ids,
            InstantSource clock,
            AuditTrail trail) {
        this.unitOfWork = unitOfWork;
        this.connections = connections;
        this.types = types;
        this.views = views;
        this.chosen = chosen;
        this.vault = vault;
        this.links = links;
        this.ids = ids;
        this.clock = clock;
        this.trail = trail;
    }

    public Uni<ConnectionView> handle(Command command) {
        return unitOfWork.run(
                () -> {
                    command.actor().require(Permission.CONNECTIONS_WRITE);
                    return original(command).chain(original -> copy(original, command));
                });
    }

    /// Secrets are taken by who may change it now, not by who might a moment ago.
    private Uni<Connection> original(Command command) {
        return command.withSecrets()
                ? connections.getToChange(command.of())
                : connections.get(command.of());
    }

    private static Content withRightsOfItsOwn(Content content, Connection original, Actor by) {
        boolean chosen = !content.editRights().equals(original.editRights());
        return chosen || original.editRights().allows(by)
                ? content
                : content.withEditRights(EditRights.EVERYBODY);
    }

    private Uni<ConnectionView> copy(Connection original, Command command) {
        if (command.withSecrets()) {
            original.editRights().require(command.actor());
        }
        ConnectionType type =
                types.find(original.type())
                        .orElseThrow(() -> new ConnectionTypeNotFound(original.type()));
        TypedContent wanted =
                command.unsaved()
                        .map(typed -> typed.over(original.content()))
                        .orElse(TypedContent.of(original.content()));
        Content content =
                ContentCheck.checked(
                        wanted.with(
                                withRightsOfItsOwn(
                                        wanted.content().withName(command.name()),
                                        original,
                                        command.actor())),
                        type,
                        command.actor());
        Stamp by = new Stamp(command.actor().name(), clock.instant());
        Connection made =
                Connection.create(
                        new ConnectionId(ids.next()), type.id(), withGoalsOfItsOwn(content), by);
        return links.hold(content)
                .chain(() -> chosen.names(made.scope()))
                .invoke(names -> ChosenChannels.requireThere(made.scope(), names.keySet()))
                .call(() -> connections.add(made))
                .call(
                        () ->
                                command.withSecrets()
                                        ? copySecrets(original, made, type, by)
                                        : Uni.createFrom().voidItem())
                .chain(names -> trail.record(event(original, made, type, names, command)))
                .chain(() -> views.judged(made, command.actor()));
    }

    /// Which secrets came along is not said apart: all that there are, or none.
    private static AuditEvent event(
            Connection original,
            Connection made,
            ConnectionType type,
            Map<ChannelId, String> channels,
            Command command) {
        List<Change> changes = new ArrayList<>();
        changes.add(Change.of("Copy of", "", original.name()));
        if (command.withSecrets()) {
            changes.add(Change.ofSecret("Secrets of the original"));
        }
        changes.addAll(Difference.ofNew(made.content(), type.form(), channels));
        return new AuditEvent(command.actor(), Action.CREATED, made.subject(), changes);
    }

    private Uni<Void> copySecrets(
            Connection original, Connection made, ConnectionType type, Stamp by) {
        Target target = type.form().target(made.setup());
        return vault.reveal(original.id(), target)
                .chain(
                        secrets ->
                                Multi.createFrom()
                                        .iterable(secrets.entrySet())
                                        .onItem()
                                        .transformToUniAndConcatenate(
                                                secret ->
                                                        vault.put(
                                                                made.id(),
                                                                secret.getKey(),
                                                                secret.getValue(),
                                                                target,
                                                                by))
                                        .collect()
                                        .last())
                .replaceWithVoid();
    }

    /// What a goal did is kept under its id, so a copy's goal is another one.
    private Content withGoalsOfItsOwn(Content content) {
        List<Goal> goals =
                content.goals().stream().map(goal -> goal.withId(new GoalId(ids.next()))).toList();
        return content.withGoals(goals);
    }
}
