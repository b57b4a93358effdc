package io.connections.application.connection;

import io.connections.application.audit.port.AuditTrail;
import io.connections.application.catalog.ConnectionTypeNotFound;
import io.connections.application.catalog.port.ConnectionTypes;
import io.connections.application.connection.port.ConnectionRepository;
import io.connections.application.connection.port.SecretVault;
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
import io.connections.domain.kernel.Version;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Keeps a new version of a connection. Of two people who changed the same version the second is
/// refused, with what stands now. Fails with
/// [io.connections.domain.connection.EditingReserved].
@Singleton
public final class SaveConnection {
    /// @param restored the earlier version whose content this is, where it is one
    public record Command(
            ConnectionId id,
            Version from,
            TypedContent content,
            Actor actor,
            Optional<Version> restored) {
        public Command(ConnectionId id, Version from, TypedContent content, Actor actor) {
            this(id, from, content, actor, Optional.empty());
        }
    }

    private final UnitOfWork unitOfWork;
    private final ConnectionRepository connections;
    private final ConnectionTypes types;
    private final ConnectionViews views;
    private final ChosenChannels chosen;
    private final SecretVault vault;
    private final ObjectiveLinks links;
    private final InstantSource clock;
    private final AuditTrail trail;

    SaveConnection(
            UnitOfWork unitOfWork,
            ConnectionRepository connections,
            ConnectionTypes types,
            ConnectionViews views,
            ChosenChannels chosen,
            SecretVault vault,
            ObjectiveLinks links,
            InstantSource clock,
            AuditTrail trail) {
        this.unitOfWork = unitOfWork;
        this.connections = connections;
        this.types = types;
        this.views = views;
        this.chosen = chosen;
        this.vault = vault;
        this.links = links;
        this.clock = clock;
        this.trail = trail;
    }

    public Uni<ConnectionView> handle(Command command) {
        return unitOfWork.run(
                () -> {
                    command.actor().require(Permission.CONNECTIONS_WRITE);
                    return connections.get(command.id()).chain(current -> save(current, command));
                });
    }

    /// Inside a unit of work.
    Uni<ConnectionView> save(Connection current, Command command) {
        current.editRights().require(command.actor());
        if (!current.version().equals(command.from())) {
            return changedMeanwhile(current, command.actor());
        }
        Content content =
                ContentCheck.checked(
                        command.content().over(current.content()), type(current), command.actor());
        return chosen.names(current.scope(), content.scope())
                .chain(names -> save(current, there(content, names, command), names, command));
    }

    /// What a version from before says of channels that were deleted since is left out: it never
    /// makes the scope any wider.
    private static Content there(Content content, Map<ChannelId, String> names, Command command) {
        if (command.restored().isPresent()) {
            return content.withScope(content.scope().only(names.keySet()));
        }
        ChosenChannels.requireThere(content.scope(), names.keySet());
        return content;
    }

    private Uni<ConnectionView> save(
            Connection current, Content content, Map<ChannelId, String> names, Command command) {
        Connection next = current.save(content, new Stamp(command.actor().name(), clock.instant()));
        return links.hold(content)
                .chain(() -> connections.save(next, command.from()))
                .chain(
                        saved ->
                                saved
                                        ? narrowSecrets(next)
                                                .chain(
                                                        () ->
                                                                trail.record(
                                                                        changed(
                                                                                current, next,
                                                                                names, command)))
                                                .chain(() -> views.judged(next, command.actor()))
                                        : connections
                                                .get(command.id())
                                                .chain(
                                                        now ->
                                                                changedMeanwhile(
                                                                        now, command.actor())));
    }

    private AuditEvent changed(
            Connection before, Connection after, Map<ChannelId, String> channels, Command command) {
        List<Change> changes = new ArrayList<>();
        command.restored()
                .map(version -> Change.of("Restored", "", "from version " + version.number()))
                .ifPresent(changes::add);
        changes.addAll(
                Difference.between(
                        before.content(), after.content(), type(after).form(), channels));
        return new AuditEvent(
                command.actor(),
                command.restored().isPresent() ? Action.RESTORED : Action.CHANGED,
                after.subject(),
                changes);
    }

    /// A secret that serves what was saved is from now on for that alone: once the server's key is
    /// pinned, another key asks for the secret again.
    private Uni<Void> narrowSecrets(Connection saved) {
        Target target = type(saved).form().target(saved.setup());
        return vault.kept(List.of(saved.id()))
                .map(
                        kept ->
                                kept.getOrDefault(saved.id(), Map.of()).values().stream()
                                        .map(SecretVault.Kept::target)
                                        .filter(given -> given.serves(target))
                                        .distinct()
                                        .toList())
                .chain(
                        wider ->
                                Multi.createFrom()
                                        .iterable(wider)
                                        .onItem()
                                        .transformToUniAndConcatenate(
                                                from -> vault.narrow(saved.id(), from, target))
                                        .collect()
                                        .last())
                .replaceWithVoid();
    }

    private ConnectionType type(Connection connection) {
        return types.find(connection.type())
                .orElseThrow(() -> new ConnectionTypeNotFound(connection.type()));
    }

    /// Who may not change what stands now, whoever saved that, is told so instead.
    private Uni<ConnectionView> changedMeanwhile(Connection current, Actor actor) {
        current.editRights().require(actor);
        return views.of(current, actor)
                .chain(view -> Uni.createFrom().failure(new ConnectionChanged(view)));
    }
}
