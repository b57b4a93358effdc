package io.connections.api.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.connections.api.kernel.Paging;
import io.connections.application.audit.ListedEvent;
import io.connections.application.audit.RecordedEvent;
import io.connections.application.kernel.Page;
import io.connections.domain.access.Actor;
import io.connections.domain.audit.AuditEvent;
import io.connections.domain.audit.Change;
import io.connections.domain.audit.Subject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// @param action what was done, such as `turned-on`
/// @param address from where; empty where it was nowhere on a network
@Schema(name = "AuditEvent")
public record AuditEventResponse(
        UUID id,
        Instant at,
        ActorResponse actor,
        String address,
        String client,
        @Schema(examples = "turned-on") String action,
        ObjectResponse object,
        List<ChangeResponse> changes) {

    static AuditEventResponse of(ListedEvent listed) {
        RecordedEvent recorded = listed.recorded();
        AuditEvent event = recorded.event();
        Actor by = event.by();
        Subject subject = event.subject();
        return new AuditEventResponse(
                recorded.id(),
                recorded.at(),
                new ActorResponse(by.id(), by.name(), kind(by)),
                by.origin().address(),
                by.origin().client(),
                event.action().word(),
                new ObjectResponse(
                        subject.kind().word(),
                        subject.id().orElse(null),
                        subject.name(),
                        listed.gone()),
                event.changes().stream().map(ChangeResponse::of).toList());
    }

    @Schema(name = "AuditActor")
    public record ActorResponse(String id, String name, ActorKind kind) {}

    @Schema(name = "AuditActorKind")
    public enum ActorKind {
        PERSON,
        APPLICATION,
        SYSTEM,
        UNKNOWN
    }

    private static ActorKind kind(Actor by) {
        return switch (by.kind()) {
            case PERSON -> ActorKind.PERSON;
            case APPLICATION -> ActorKind.APPLICATION;
            case SYSTEM -> ActorKind.SYSTEM;
            case UNKNOWN -> ActorKind.UNKNOWN;
        };
    }

    /// @param name as it was called then
    /// @param gone whether it is no longer there to be looked at
    @Schema(name = "AuditObject")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ObjectResponse(
            @Schema(examples = "profile-property") String kind,
            @Nullable String id,
            String name,
            boolean gone) {}

    /// @param secret whether all that is told is that it changed
    @Schema(name = "AuditChange")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ChangeResponse(
            String what, @Nullable String before, @Nullable String after, boolean secret) {
        static ChangeResponse of(Change change) {
            return switch (change) {
                case Change.Shown shown ->
                        new ChangeResponse(
                                shown.what(),
                                shown.before().orElse(null),
                                shown.after().orElse(null),
                                false);
                case Change.OfSecret(String what) -> new ChangeResponse(what, null, null, true);
            };
        }
    }

    @Schema(name = "AuditEventPage")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Items(List<AuditEventResponse> items, @Nullable String next) {
        static Items of(Page<ListedEvent> page, Paging paging) {
            return new Items(
                    page.items().stream().map(AuditEventResponse::of).toList(),
                    paging.next(page).orElse(null));
        }
    }
}
