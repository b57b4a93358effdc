package io.connections.application.catalog;

import io.connections.application.audit.port.AuditTrail;
import io.connections.application.catalog.port.ConnectionTypes;
import io.connections.application.catalog.port.InstalledTypes;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.audit.Action;
import io.connections.domain.audit.AuditEvent;
import io.connections.domain.audit.Subject;
import io.connections.domain.catalog.ConnectionType;
import io.connections.domain.catalog.ConnectionTypeId;
import io.connections.domain.kernel.ObjectKind;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;

/// Makes a type of the gallery one that connections can be made of. Doing it again changes nothing.
@Singleton
public final class InstallConnectionType {
    public record Command(ConnectionTypeId id, Actor actor) {}

    private final UnitOfWork unitOfWork;
    private final ConnectionTypes types;
    private final InstalledTypes installed;
    private final AuditTrail audit;
    private final InstantSource clock;

    InstallConnectionType(
            UnitOfWork unitOfWork,
            ConnectionTypes types,
            InstalledTypes installed,
            AuditTrail audit,
            InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.types = types;
        this.installed = installed;
        this.audit = audit;
        this.clock = clock;
    }

    public Uni<GalleryType> handle(Command command) {
        return unitOfWork.run(
                () -> {
                    command.actor().require(Permission.TYPES_INSTALL);
                    ConnectionType type =
                            types.find(command.id())
                                    .orElseThrow(() -> new ConnectionTypeNotFound(command.id()));
                    Installation now = new Installation(clock.instant(), command.actor().name());
                    return installed
                            .install(type.id(), now)
                            .chain(
                                    first ->
                                            first
                                                    ? audit.record(
                                                            AuditEvent.of(
                                                                    command.actor(),
                                                                    Action.INSTALLED,
                                                                    subject(type)))
                                                    : Uni.createFrom().voidItem())
                            .chain(() -> installed.find(type.id()))
                            .map(found -> new GalleryType(type, found, Optional.empty()));
                });
    }

    static Subject subject(ConnectionType type) {
        return Subject.of(ObjectKind.CONNECTION_TYPE, type.id().value(), type.name());
    }
}
