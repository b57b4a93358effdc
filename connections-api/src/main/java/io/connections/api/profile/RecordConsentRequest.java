package io.connections.api.profile;

import io.connections.application.kernel.RequestInvalid;
import io.connections.application.profile.RecordConsent.Command;
import io.connections.application.profile.RecordConsent.Typed;
import io.connections.domain.access.Actor;
import io.connections.domain.consent.ConsentStatement.Answer;
import io.connections.domain.profile.ProfileId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// @param zone of privacy legislation, by code or name; absent: as it is
/// @param statements 100 at most
/// @param source where the person was asked, for people; 200 characters at most
@Schema(
        name = "RecordConsent",
        examples =
                """
                {"zone":"gdpr","source":"By phone",
                "statements":[{"objective":"newsletter","answer":"GRANTED","at":"2026-11-24T08:55:00Z"}]}
                """)
record RecordConsentRequest(
        @Nullable String zone,
        @Nullable List<@Nullable Statement> statements,
        @Nullable String source) {
    /// @param objective its id
    /// @param at when the person said it; absent: now
    /// @param shown fingerprint of the text that the person was shown; absent: not known
    @Schema(
            name = "RecordConsentStatement",
            requiredProperties = {"objective", "answer"})
    record Statement(
            @Nullable String objective,
            @Nullable Answer answer,
            @Nullable Instant at,
            @Nullable String shown) {
        Typed typed() {
            return new Typed(
                    Objects.requireNonNullElse(objective, ""),
                    Optional.ofNullable(answer),
                    Optional.ofNullable(at),
                    Optional.ofNullable(shown));
        }
    }

    static Command command(@Nullable RecordConsentRequest request, Actor actor, ProfileId profile) {
        if (request == null) {
            throw RequestInvalid.at("", "required", "Say what the person consented to or refused.");
        }
        return new Command(
                actor,
                profile,
                Optional.ofNullable(request.zone()),
                typed(Objects.requireNonNullElse(request.statements(), List.of())),
                Optional.ofNullable(request.source()));
    }

    private static List<Typed> typed(List<@Nullable Statement> statements) {
        return IntStream.range(0, statements.size())
                .mapToObj(i -> typed(i, statements.get(i)))
                .toList();
    }

    private static Typed typed(int index, @Nullable Statement statement) {
        if (statement == null) {
            throw RequestInvalid.at(
                    "/statements/" + index, "type-wrong", "A statement is an object.");
        }
        return statement.typed();
    }
}
