package io.connections.application.discovery;

import io.connections.application.catalog.InstallConnectionType;
import io.connections.application.catalog.port.ConnectionTypes;
import io.connections.application.catalog.port.InstalledTypes;
import io.connections.application.connection.ConnectionView;
import io.connections.application.connection.CreateConnection;
import io.connections.application.connection.TypedContent;
import io.connections.application.kernel.RequestInvalid;
import io.connections.application.kernel.port.IdempotencyKeys;
import io.connections.application.kernel.port.Ids;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.application.profile.port.PropertyRepository;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.catalog.ConnectionType;
import io.connections.domain.catalog.ConnectionTypeId;
import io.connections.domain.connection.Connection;
import io.connections.domain.connection.Connection.Content;
import io.connections.domain.discovery.FirstGoals;
import io.connections.domain.goal.GoalId;
import io.connections.domain.kernel.Naming;
import io.connections.domain.kernel.Violation;
import io.connections.domain.profile.ProfileProperty;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes the connections that were chosen of what was proposed: switched off, with their goals
/// prepared, their types installed first where they are not. All of them, or none.
@Singleton
public final class CreateProposedConnections {
    public static final int MAX_CHOSEN = 50;

    /// @param key makes a repetition get what the first request made
    public record Command(List<Chosen> chosen, IdempotencyKeys.Key key, Actor actor) {
        public Command {
            chosen = List.copyOf(chosen);
        }
    }

    public record Chosen(ConnectionTypeId type, String name) {}

    private record Checked(ConnectionType type, String name) {}

    private final UnitOfWork unitOfWork;
    private final ConnectionTypes types;
    private final InstalledTypes installed;
    private final PropertyRepository properties;
    private final Ids ids;
    private final InstallConnectionType install;
    private final CreateConnection create;

    CreateProposedConnections(
            UnitOfWork unitOfWork,
            ConnectionTypes types,
            InstalledTypes installed,
            PropertyRepository properties,
            Ids ids,
            InstallConnectionType install,
            CreateConnection create) {
        this.unitOfWork = unitOfWork;
        this.types = types;
        this.installed = installed;
        this.properties = properties;
        this.ids = ids;
        this.install = install;
        this.create = create;
    }

    /// In the order in which they were chosen. What each lacks stands in its problems.
    ///
    /// Fails with [io.connections.domain.access.PermissionMissing] when a type would have to be
    /// installed by somebody who may not.
    public Uni<List<ConnectionView>> handle(Command command) {
        return unitOfWork.run(
                () -> {
                    command.actor().require(Permission.CONNECTIONS_WRITE);
                    List<Checked> chosen = checked(command.chosen());
                    return properties.list().chain(known -> made(chosen, known, command));
                });
    }

    private Uni<List<ConnectionView>> made(
            List<Checked> chosen, List<ProfileProperty> known, Command command) {
        return Multi.createFrom()
                .range(0, chosen.size())
                .onItem()
                .transformToUniAndConcatenate(
                        i ->
                                ready(chosen.get(i).type(), command.actor())
                                        .chain(() -> made(chosen.get(i), i, known, command)))
                .collect()
                .asList();
    }

    private Uni<Void> ready(ConnectionType type, Actor actor) {
        return installed
                .use(type.id())
                .chain(
                        there ->
                                there
                                        ? Uni.createFrom().voidItem()
                                        : install.handle(
                                                        new InstallConnectionType.Command(
                                                                type.id(), actor))
                                                .replaceWithVoid());
    }

    private Uni<ConnectionView> made(
            Checked chosen, int place, List<ProfileProperty> known, Command command) {
        IdempotencyKeys.Key key = command.key();
        return create.handle(
                new CreateConnection.Command(
                        chosen.type().id(),
                        TypedContent.of(
                                new Content(
                                        chosen.name(),
                                        "",
                                        chosen.type().form().initial(),
                                        FirstGoals.of(
                                                chosen.type(),
                                                known,
                                                () -> new GoalId(ids.next())))),
                        // One key of the caller's makes several connections.
                        Optional.of(
                                new IdempotencyKeys.Key(
                                        key.actor(), key.text() + " #" + place, key.request())),
                        command.actor()));
    }

    private List<Checked> checked(List<Chosen> chosen) {
        if (chosen.isEmpty() || chosen.size() > MAX_CHOSEN) {
            throw RequestInvalid.at(
                    "/connections",
                    chosen.isEmpty() ? "required" : "too-many",
                    "Choose 1 to %d connections.".formatted(MAX_CHOSEN));
        }
        List<Violation> violations = new ArrayList<>();
        List<Checked> checked = new ArrayList<>();
        for (int i = 0; i < chosen.size(); i++) {
            String place = "/connections/" + i;
            String name = chosen.get(i).name().strip();
            violations.addAll(
                    Naming.violations(
                            place + "/name", name, "the connection", Connection.MAX_NAME));
            ConnectionTypeId id = chosen.get(i).type();
            Optional<ConnectionType> type = types.find(id);
            type.ifPresent(found -> checked.add(new Checked(found, name)));
            if (type.isEmpty()) {
                violations.add(
                        new Violation(
                                place + "/typeId",
                                "not-an-option",
                                "There is no connection type '%s'.".formatted(id.value())));
            }
        }
        if (!violations.isEmpty()) {
            throw new RequestInvalid(violations);
        }
        return checked;
    }
}
