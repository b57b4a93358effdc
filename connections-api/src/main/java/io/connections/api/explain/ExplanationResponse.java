package io.connections.api.explain;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.connections.api.channel.ScopeTrialResponse;
import io.connections.application.explain.Explanation;
import io.connections.domain.consent.ConsentGate;
import io.connections.domain.consent.ConsentStatement;
import io.connections.domain.consent.ConsentStatement.Answer;
import io.connections.domain.consent.ConsentWords;
import io.connections.domain.consent.Objective;
import io.connections.domain.consent.Regime;
import io.connections.domain.consent.Zone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// @param processed whether every rule holds
/// @param rules in the order in which they are asked
@Schema(name = "Explanation")
public record ExplanationResponse(
        UUID profileId,
        UUID connectionId,
        String connectionName,
        boolean processed,
        List<RuleResponse> rules) {

    /// @param decides whether this is the first rule that does not hold
    /// @param reason what it saw, as a sentence
    /// @param scope of the rule SCOPE: the page, its channel, and what each of its rules saw
    /// @param consent of the rule CONSENT; absent where the profile's consent cannot be read
    @Schema(name = "ExplainedRule")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RuleResponse(
            Kind kind,
            boolean holds,
            boolean decides,
            String reason,
            @Nullable ScopeTrialResponse scope,
            @Nullable ConsentResponse consent) {
        @Schema(name = "ExplainedRuleKind")
        public enum Kind {
            ON,
            SCOPE,
            CONSENT
        }
    }

    /// @param zone of the profile
    /// @param countedZone the zone that decides: the profile's own where it is in use
    /// @param objectives every one that the connection is linked to
    @Schema(name = "ExplainedConsent")
    public record ConsentResponse(
            String zone, String countedZone, Regime regime, List<ObjectiveResponse> objectives) {
        static ConsentResponse of(ConsentGate.Explanation seen) {
            return new ConsentResponse(
                    seen.zone().code(),
                    seen.counted().code(),
                    seen.regime(),
                    seen.objectives().stream().map(ObjectiveResponse::of).toList());
        }
    }

    /// @param name absent: there is no such objective (any more)
    /// @param needsConsent in the zone that decides
    /// @param answer absent: the person has said nothing about it
    /// @param at when the person said it
    @Schema(name = "ExplainedObjective")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ObjectiveResponse(
            String id,
            @Nullable String name,
            boolean needsConsent,
            @Nullable Answer answer,
            @Nullable Instant at) {
        static ObjectiveResponse of(ConsentGate.Explanation.Seen seen) {
            return new ObjectiveResponse(
                    seen.id().value(),
                    seen.objective().map(Objective::name).orElse(null),
                    seen.needsConsent(),
                    seen.statement().map(ConsentStatement::answer).orElse(null),
                    seen.statement().map(ConsentStatement::at).orElse(null));
        }
    }

    static ExplanationResponse of(Explanation explained) {
        List<RuleResponse> rules = new ArrayList<>();
        boolean decided = false;
        for (Explanation.Rule rule : explained.rules()) {
            boolean decides = !decided && !rule.holds();
            rules.add(rule(rule, decides));
            decided |= decides;
        }
        return new ExplanationResponse(
                explained.profile().value(),
                explained.connection().id().value(),
                explained.connection().name(),
                explained.processed(),
                rules);
    }

    private static RuleResponse rule(Explanation.Rule rule, boolean decides) {
        return switch (rule) {
            case Explanation.Rule.SwitchedOn(boolean on) ->
                    new RuleResponse(
                            RuleResponse.Kind.ON,
                            on,
                            decides,
                            on
                                    ? "The connection is On."
                                    : "The connection is Off: it processes nobody.",
                            null,
                            null);
            case Explanation.Rule.InScope(var seen) -> {
                ScopeTrialResponse scope = ScopeTrialResponse.of(seen);
                yield new RuleResponse(
                        RuleResponse.Kind.SCOPE,
                        rule.holds(),
                        decides,
                        scope.reason(),
                        scope,
                        null);
            }
            case Explanation.Rule.Consented(var seen) ->
                    new RuleResponse(
                            RuleResponse.Kind.CONSENT,
                            rule.holds(),
                            decides,
                            ConsentWords.reason(seen.verdict(), seen.counted()),
                            null,
                            ConsentResponse.of(seen));
            case Explanation.Rule.Unreadable(var verdict) ->
                    new RuleResponse(
                            RuleResponse.Kind.CONSENT,
                            rule.holds(),
                            decides,
                            ConsentWords.reason(verdict, Zone.REST_OF_WORLD),
                            null,
                            null);
        };
    }
}
