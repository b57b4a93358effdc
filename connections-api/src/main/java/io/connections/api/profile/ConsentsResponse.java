package io.connections.api.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.connections.application.profile.Evidence;
import io.connections.application.profile.ProfileConsentsView;
import io.connections.domain.consent.ConsentGate;
import io.connections.domain.consent.ConsentStatement.Answer;
import io.connections.domain.consent.PrivacyState;
import io.connections.domain.consent.Regime;
import io.connections.domain.consent.Zone;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What a person consented to and refused.
///
/// @param zone that the profile names; absent when what is stored cannot be read
/// @param countedZone the zone that decides: the profile's own where it is in use; absent as `zone`
/// @param regime what holds there for whoever has said nothing; absent as `zone`
/// @param readable `false`: what is stored cannot be read, and no connection that needs consent
///     processes the profile
/// @param current one of each objective about which the person said something, by name
/// @param past what counts no more, or came too late to count; the latest 500, the latest first
@Schema(name = "Consents")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConsentsResponse(
        UUID profileId,
        long version,
        @Nullable String zone,
        @Nullable String countedZone,
        @Nullable Regime regime,
        boolean readable,
        List<Statement> current,
        List<Statement> past) {

    /// @param objectiveName absent: the objective is deleted
    /// @param at when the person said it
    @Schema(name = "ConsentStatement")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Statement(
            String objective,
            @Nullable String objectiveName,
            Answer answer,
            Instant at,
            EvidenceResponse evidence) {
        static Statement of(ProfileConsentsView.Said said) {
            return new Statement(
                    said.statement().objective().value(),
                    said.objectiveName().orElse(null),
                    said.statement().answer(),
                    said.statement().at(),
                    said.evidence().map(EvidenceResponse::of).orElse(EvidenceResponse.UNKNOWN));
        }
    }

    /// @param recordedAt when we heard of it
    /// @param by who recorded it
    /// @param shown fingerprint of the text that the person was shown
    @Schema(name = "ConsentEvidence")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record EvidenceResponse(
            Kind kind,
            @Nullable Instant recordedAt,
            @Nullable UUID runId,
            @Nullable UUID connectionId,
            @Nullable String connectionName,
            @Nullable String by,
            @Nullable String source,
            @Nullable String shown) {
        @Schema(name = "ConsentEvidenceKind")
        public enum Kind {
            RUN,
            STATED,
            UNKNOWN
        }

        static final EvidenceResponse UNKNOWN =
                new EvidenceResponse(Kind.UNKNOWN, null, null, null, null, null, null, null);

        static EvidenceResponse of(Evidence evidence) {
            return switch (evidence) {
                case Evidence.ByRun run ->
                        new EvidenceResponse(
                                Kind.RUN,
                                run.recordedAt(),
                                run.run().value(),
                                run.connection().value(),
                                run.connectionName(),
                                null,
                                null,
                                null);
                case Evidence.Stated stated ->
                        new EvidenceResponse(
                                Kind.STATED,
                                stated.recordedAt(),
                                null,
                                null,
                                null,
                                stated.by(),
                                stated.source().orElse(null),
                                stated.shown().orElse(null));
            };
        }
    }

    static ConsentsResponse of(ProfileConsentsView view) {
        return new ConsentsResponse(
                view.id().value(),
                view.version().number(),
                zone(view.privacy()),
                view.counted().map(each -> each.zone().code()).orElse(null),
                view.counted().map(ProfileConsentsView.Counted::regime).orElse(null),
                view.privacy() instanceof PrivacyState,
                view.current().stream().map(Statement::of).toList(),
                view.past().stream().map(Statement::of).toList());
    }

    private static @Nullable String zone(ConsentGate.Subject privacy) {
        return switch (privacy) {
            case PrivacyState(Zone zone, _) -> zone.code();
            case ConsentGate.Unreadable.UNREADABLE -> null;
        };
    }
}
