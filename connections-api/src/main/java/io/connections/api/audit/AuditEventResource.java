package io.connections.api.audit;

import io.connections.api.kernel.Paging;
import io.connections.api.kernel.Spreadsheet;
import io.connections.application.access.port.ActorProvider;
import io.connections.application.audit.EventFilter;
import io.connections.application.audit.ExportAuditEvents;
import io.connections.application.audit.ListAuditEvents;
import io.connections.domain.access.Actor;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.ZoneId;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;
import org.jspecify.annotations.Nullable;

@Path("/audit-events")
@Tag(name = "Audit events")
public class AuditEventResource {
    private final ActorProvider actors;
    private final ListAuditEvents listAuditEvents;
    private final ExportAuditEvents exportAuditEvents;

    AuditEventResource(
            ActorProvider actors,
            ListAuditEvents listAuditEvents,
            ExportAuditEvents exportAuditEvents) {
        this.actors = actors;
        this.listAuditEvents = listAuditEvents;
        this.exportAuditEvents = exportAuditEvents;
    }

    @GET
    @Operation(
            operationId = "listAuditEvents",
            summary = "Who did what, newest first",
            description = "Events are recorded by the service; nobody can change or delete one.")
    public Uni<AuditEventResponse.Items> listAuditEvents(
            @BeanParam AuditParameters parameters,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable Integer limit) {
        return as(
                actor -> {
                    EventFilter filter = parameters.filter();
                    Paging paging = Paging.of("audit events", filter);
                    return listAuditEvents
                            .handle(
                                    new ListAuditEvents.Query(
                                            actor, filter, paging.page(after, limit)))
                            .map(page -> AuditEventResponse.Items.of(page, paging));
                });
    }

    @GET
    @StreamOfAudit
    @Path("/export")
    @Produces("text/csv")
    @Operation(
            operationId = "exportAuditEvents",
            summary = "Events as CSV, newest first",
            description =
                    "For spreadsheets: UTF-8 with a byte order mark, every field quoted, in words"
                            + " for people and with their ids beside; what a spreadsheet would take"
                            + " for a formula begins with an apostrophe. The export is an event"
                            + " itself.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    public Multi<String> exportAuditEvents(
            @BeanParam AuditParameters parameters,
            @Parameter(
                            description = "The time zone of all times; without it: UTC.",
                            example = "Europe/Amsterdam")
                    @QueryParam("zone")
                    @Nullable String zone) {
        return RestMulti.fromUniResponse(
                as(
                        actor -> {
                            ZoneId shown = Spreadsheet.zone(zone);
                            return exportAuditEvents
                                    .handle(new ExportAuditEvents.Query(actor, parameters.filter()))
                                    .map(events -> AuditCsv.of(shown, events));
                        }),
                csv -> csv);
    }

    private <T> Uni<T> as(Function<Actor, Uni<T>> work) {
        return actors.current().chain(work::apply);
    }
}
