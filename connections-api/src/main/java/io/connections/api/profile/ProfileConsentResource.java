package io.connections.api.profile;

import io.connections.api.kernel.PathIds;
import io.connections.application.access.port.ActorProvider;
import io.connections.application.profile.GetConsents;
import io.connections.application.profile.RecordConsent;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/profiles/{id}/consents")
@Tag(name = "Profiles")
public class ProfileConsentResource {
    private final ActorProvider actors;
    private final GetConsents getConsents;
    private final RecordConsent recordConsent;

    ProfileConsentResource(
            ActorProvider actors, GetConsents getConsents, RecordConsent recordConsent) {
        this.actors = actors;
        this.getConsents = getConsents;
        this.recordConsent = recordConsent;
    }

    @GET
    @Operation(
            operationId = "getConsents",
            summary = "What a person consented to and refused",
            description =
                    "Now and before, with when it was said, who or what brought it, and which text"
                            + " the person was shown.")
    public Uni<ConsentsResponse> getConsents(@PathParam("id") String id) {
        return actors.current()
                .chain(
                        actor ->
                                getConsents.handle(
                                        new GetConsents.Query(actor, PathIds.profile(id))))
                .map(ConsentsResponse::of);
    }

    @POST
    @Operation(
            operationId = "recordConsent",
            summary = "Record what a person consented to or refused",
            description =
                    "Of two statements about one objective the later counts, whatever the order in"
                            + " which they arrive; of two at the same time the refusal. The other"
                            + " stays as evidence. So nothing is lost by sending a statement"
                            + " again, and no version need be named. A refusal is obeyed from the"
                            + " next chunk of every run on.")
    public Uni<ConsentsResponse> recordConsent(
            @PathParam("id") String id, @Nullable RecordConsentRequest request) {
        return actors.current()
                .chain(
                        actor ->
                                recordConsent.handle(
                                        RecordConsentRequest.command(
                                                request, actor, PathIds.profile(id))))
                .map(ConsentsResponse::of);
    }
}
