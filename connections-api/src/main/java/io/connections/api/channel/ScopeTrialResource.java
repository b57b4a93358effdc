package io.connections.api.channel;

import io.connections.application.access.port.ActorProvider;
import io.connections.application.channel.TryScope;
import io.connections.application.kernel.RequestInvalid;
import io.connections.domain.access.Actor;
import io.connections.domain.channel.ChannelScope;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Objects;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/scope-trials")
@Tag(name = "Channels")
public class ScopeTrialResource {
    private final ActorProvider actors;
    private final ScopeApiMapper scopes;
    private final TryScope tryScope;

    ScopeTrialResource(ActorProvider actors, ScopeApiMapper scopes, TryScope tryScope) {
        this.actors = actors;
        this.scopes = scopes;
        this.tryScope = tryScope;
    }

    @POST
    @Operation(
            operationId = "tryScope",
            summary = "Whether a connection with this scope would be active on a page",
            description =
                    "Nothing is saved. The answer names the rule that decides, and of every rule"
                            + " whether it matches and what it saw: the first EXCLUDE that matches"
                            + " decides, else the first RESTRICT.")
    public Uni<ScopeTrialResponse> tryScope(ChannelRequests.@Nullable Trial request) {
        if (request == null) {
            throw RequestInvalid.at("", "required", "Send a JSON object.");
        }
        return as(actor ->
                        tryScope.handle(
                                new TryScope.Query(
                                        Objects.requireNonNullElse(request.url(), ""),
                                        scope(request),
                                        actor)))
                .map(ScopeTrialResponse::of);
    }

    private ChannelScope scope(ChannelRequests.Trial request) {
        if (request.scope() == null) {
            throw RequestInvalid.at("/scope", "required", "Send the scope to try.");
        }
        return scopes.read(request.scope(), "/scope").orRefuse();
    }

    private <T> Uni<T> as(Function<Actor, Uni<T>> work) {
        return actors.current().chain(work::apply);
    }
}
