package io.connections.api.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.connections.application.profile.Origin;
import io.connections.application.profile.ProfileView;
import io.connections.domain.consent.ConsentGate;
import io.connections.domain.consent.PrivacyState;
import io.connections.domain.consent.Zone;
import io.connections.domain.profile.Profile;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A profile, with where each value comes from.
@Schema(name = "Profile")
public record ProfileResponse(
        UUID id,
        long version,
        Instant createdAt,
        Instant modifiedAt,
        String zone,
        List<Values> values) {

    @Schema(name = "ProfileValues")
    public record Values(String property, List<String> values, OriginResponse origin) {}

    @Schema(name = "Origin")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OriginResponse(
            Kind kind,
            @Nullable UUID runId,
            @Nullable UUID connectionId,
            @Nullable String connectionName,
            @Nullable String by,
            @Nullable Instant at) {
        @Schema(name = "OriginKind")
        public enum Kind {
            RUN,
            /// Read from a page by a connection that the website tag runs.
            PAGE,
            PERSON,
            UNKNOWN
        }

        static OriginResponse of(Origin origin) {
            return switch (origin) {
                case Origin.ByRun run ->
                        new OriginResponse(
                                Kind.RUN,
                                run.run().value(),
                                run.connection().value(),
                                run.connectionName(),
                                null,
                                run.at());
                case Origin.OnPage page ->
                        new OriginResponse(
                                Kind.PAGE,
                                null,
                                page.connection().value(),
                                page.connectionName(),
                                null,
                                page.at());
                case Origin.ByPerson person ->
                        new OriginResponse(Kind.PERSON, null, null, null, person.by(), person.at());
                case Origin.Unknown() ->
                        new OriginResponse(Kind.UNKNOWN, null, null, null, null, null);
            };
        }
    }

    static ProfileResponse of(ProfileView view) {
        Profile profile = view.profile();
        return new ProfileResponse(
                profile.id().value(),
                profile.version().number(),
                profile.id().created(),
                profile.modified(),
                zone(profile.privacy()),
                view.values().stream()
                        .map(
                                values ->
                                        new Values(
                                                values.property().value(),
                                                values.values(),
                                                OriginResponse.of(values.origin())))
                        .toList());
    }

    private static String zone(ConsentGate.Subject privacy) {
        return switch (privacy) {
            case PrivacyState(Zone zone, _) -> zone.code();
            case ConsentGate.Unreadable.UNREADABLE -> Zone.REST_OF_WORLD.code();
        };
    }
}
