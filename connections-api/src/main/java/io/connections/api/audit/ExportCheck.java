package io.connections.api.audit;

import io.connections.application.access.port.ActorProvider;
import io.connections.application.audit.EventFilter;
import io.connections.application.audit.ListAuditEvents;
import io.connections.application.kernel.PageRequest;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.UriInfo;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// Asks first what the export will ask, and so fails with a problem while that can still be sent.
class ExportCheck {
    private final ActorProvider actors;
    private final ListAuditEvents listAuditEvents;

    ExportCheck(ActorProvider actors, ListAuditEvents listAuditEvents) {
        this.actors = actors;
        this.listAuditEvents = listAuditEvents;
    }

    @ServerRequestFilter
    @StreamOfAudit
    Uni<Void> check(UriInfo uri) {
        return actors.current()
                .chain(
                        actor ->
                                listAuditEvents.handle(
                                        new ListAuditEvents.Query(
                                                actor,
                                                filter(uri),
                                                new PageRequest(Optional.empty(), 1))))
                .replaceWithVoid();
    }

    private static EventFilter filter(UriInfo uri) {
        Map<String, String> given = new HashMap<>();
        uri.getQueryParameters().forEach((name, values) -> given.put(name, values.getFirst()));
        return AuditFilters.of(given);
    }
}
