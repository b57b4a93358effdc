package io.connections.api.connection;

import io.connections.api.kernel.Paging;
import io.connections.api.kernel.PathIds;
import io.connections.api.kernel.Spreadsheet;
import io.connections.application.access.port.ActorProvider;
import io.connections.application.kernel.RequestInvalid;
import io.connections.application.overview.ChangeConnections;
import io.connections.application.overview.CountConnections;
import io.connections.application.overview.ExportConnections;
import io.connections.application.overview.ListConnections;
import io.connections.application.overview.SummarizeConnection;
import io.connections.domain.access.Actor;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/// All connections together: the list, what its menus count, what is done to many, the download.
@Path("/connections")
@Tag(name = "Connections")
public class ConnectionListResource {
    private final ActorProvider actors;
    private final ListConnections listConnections;
    private final CountConnections countConnections;
    private final ChangeConnections changeConnections;
    private final ExportConnections exportConnections;
    private final SummarizeConnection summarizeConnection;

    ConnectionListResource(
            ActorProvider actors,
            ListConnections listConnections,
            CountConnections countConnections,
            ChangeConnections changeConnections,
            ExportConnections exportConnections,
            SummarizeConnection summarizeConnection) {
        this.actors = actors;
        this.listConnections = listConnections;
        this.countConnections = countConnections;
        this.changeConnections = changeConnections;
        this.exportConnections = exportConnections;
        this.summarizeConnection = summarizeConnection;
    }

    @GET
    @Operation(
            operationId = "listConnections",
            summary = "Connections, searched, filtered and sorted",
            description =
                    "Of several values of one filter any will do; all filters must hold. Go through"
                            + " a long list by `after`: nothing comes twice and nothing is left out,"
                            + " whatever changes meanwhile.")
    public Uni<ConnectionSummaryResponse.Items> listConnections(
            @BeanParam ConnectionFilterParameters filter,
            @QueryParam("after") @Nullable String after,
            @Parameter(
                            description =
                                    "Leaves out so many of the filter before the page: to jump into"
                                            + " the middle. Not together with after.")
                    @QueryParam("skip")
                    @Nullable Integer skip,
            @QueryParam("limit") @Nullable Integer limit) {
        Paging paging = Paging.of("connections", filter.mark());
        return as(actor ->
                        listConnections.handle(
                                new ListConnections.Query(
                                        filter.filter(),
                                        filter.sort(),
                                        paging.page(after, limit),
                                        Objects.requireNonNullElse(skip, 0),
                                        actor)))
                .map(listed -> ConnectionSummaryResponse.Items.of(listed, paging));
    }

    @GET
    @Path("/{id}/summary")
    @Operation(
            operationId = "summarizeConnection",
            summary = "How one connection does: its row of the list",
            description =
                    "Status, why it needs somebody, and its last run. It changes with every run and"
                            + " is no part of the version that If-Match compares.")
    public Uni<ConnectionSummaryResponse> summarizeConnection(@PathParam("id") String id) {
        return as(actor ->
                        summarizeConnection.handle(
                                new SummarizeConnection.Query(PathIds.connection(id), actor)))
                .map(ConnectionSummaryResponse::of);
    }

    @GET
    @Path("/facets")
    @Operation(
            operationId = "countConnections",
            summary = "What the list can be filtered by, each value with how many it would show",
            description =
                    "Under the given search and filters; what is chosen of one kind does not"
                            + " narrow the counts of that kind.")
    public Uni<ConnectionFacetsResponse> countConnections(
            @BeanParam ConnectionFilterParameters filter) {
        return as(actor ->
                        countConnections.handle(new CountConnections.Query(filter.filter(), actor)))
                .map(ConnectionFacetsResponse::of);
    }

    @POST
    @Path("/bulk")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changeConnections",
            summary = "One action on many connections",
            description =
                    "Of those named, or of all that a filter finds. What cannot be done to one is"
                            + " said of it and keeps no other from being done.")
    public Uni<ChangeConnectionsResponse> changeConnections(
            @Nullable ChangeConnectionsRequest request) {
        if (request == null) {
            throw RequestInvalid.at("", "required", "Send a JSON object.");
        }
        return as(actor -> changeConnections.handle(request.command(actor)))
                .map(ChangeConnectionsResponse::of);
    }

    @GET
    @Path("/export.csv")
    @Produces("text/csv")
    @Operation(
            operationId = "exportConnections",
            summary = "All connections that the filter finds, as CSV",
            description =
                    "For spreadsheets: UTF-8 with a byte order mark, every field quoted, in words"
                            + " for people. A value that a spreadsheet would take for a formula has"
                            + " an apostrophe before it. Programs read the list itself.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    public Multi<String> exportConnections(
            @BeanParam ConnectionFilterParameters filter,
            @Parameter(
                            description =
                                    "The columns, in their order: favorite, on, name, description,"
                                            + " type, direction, status, lastRun, labels, created,"
                                            + " modified. Without it: all.")
                    @QueryParam("column")
                    @Nullable List<String> columns,
            @Parameter(
                            description = "The time zone of all times; without it: UTC.",
                            example = "Europe/Amsterdam")
                    @QueryParam("zone")
                    @Nullable String zone) {
        return RestMulti.fromUniResponse(
                as(
                        actor ->
                                exportConnections
                                        .handle(
                                                new ExportConnections.Request(
                                                        filter.filter(), filter.sort(), actor))
                                        .map(
                                                found ->
                                                        ConnectionsCsv.of(
                                                                Objects.requireNonNullElse(
                                                                        columns, List.of()),
                                                                Spreadsheet.zone(zone),
                                                                found))),
                csv -> csv,
                _ ->
                        Map.of(
                                "Content-Disposition",
                                List.of("attachment; filename=\"connections.csv\"")));
    }

    private <T> Uni<T> as(Function<Actor, Uni<T>> work) {
        return actors.current().chain(work::apply);
    }
}
