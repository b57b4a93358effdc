package io.connections.application.catalog;

import io.connections.application.audit.port.AuditTrail;
import io.connections.application.catalog.port.ConnectionTypes;
import io.connections.application.catalog.port.InstalledTypes;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.audit.Action;
import io.connections.domain.audit.AuditEvent;
import io.connections.domain.catalog.ConnectionType;
import io.connections.domain.catalog.ConnectionTypeId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/// Takes a type back into the gallery. Refused while connections are made of it; of a type that is
/// not installed it changes nothing.
@Singleton
public final class UninstallConnectionType {
    private static final int NAMED = 5;

    public record Command(ConnectionTypeId id, Actor actor) {}

    private final UnitOfWork unitOfWork;
    private final ConnectionTypes types;
    private final InstalledTypes installed;
    private final AuditTrail audit;

    UninstallConnectionType(
            UnitOfWork unitOfWork,
            ConnectionTypes types,
            InstalledTypes installed,
            AuditTrail audit) {
        this.unitOfWork = unitOfWork;
        this.types = types;
        this.installed = installed;
        this.audit = audit;
    }

    public Uni<Void> handle(Command command) {
        return unitOfWork.run(
                () -> {
                    command.actor().require(Permission.TYPES_INSTALL);
                    ConnectionType type =
                            types.find(command.id())
                                    .orElseThrow(() -> new ConnectionTypeNotFound(command.id()));
                    return installed
                            .hold(type.id())
                            .chain(
                                    there ->
                                            there
                                                    ? uninstall(type, command.actor())
                                                    : Uni.createFrom().voidItem());
                });
    }

    private Uni<Void> uninstall(ConnectionType type, Actor actor) {
        return installed
                .usesOf(type.id(), NAMED)
                .invoke(
                        uses -> {
                            if (uses.count() > 0) {
                                throw new ConnectionTypeInUse(type, uses.count(), uses.first());
                            }
                        })
                .chain(() -> installed.uninstall(type.id()))
                .chain(
                        () ->
                                audit.record(
                                        AuditEvent.of(
                                                actor,
                                                Action.UNINSTALLED,
                                                InstallConnectionType.subject(type))));
    }
}
