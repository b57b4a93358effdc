package io.connections.api.channel;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.connections.domain.channel.ChannelScope.Explanation;
import io.connections.domain.channel.ChannelScope.RuleAt;
import io.connections.domain.channel.ChannelScope.Seen;
import io.connections.domain.channel.ChannelScope.Verdict;
import io.connections.domain.channel.ScopeRule;
import io.connections.domain.channel.ScopeWords;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// @param hostname of the page, as it is compared
/// @param pathAndQuery of the page, as rules see it
/// @param channel whose page it is; absent: of none
/// @param active whether a connection with this scope is active there
/// @param why what decides
/// @param decidedBy the place of the rule that decides among `rules`, from 0; absent: no rule does
/// @param reason the same as a sentence
/// @param rules every one of the channel, in order
@Schema(name = "ScopeTrial")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScopeTrialResponse(
        String hostname,
        String pathAndQuery,
        @Nullable ChannelRefResponse channel,
        boolean active,
        Why why,
        @Nullable Integer decidedBy,
        String reason,
        List<SeenRule> rules) {

    @Schema(name = "ScopeDecision")
    public enum Why {
        INSIDE,
        EXCLUDED,
        /// The channel has RESTRICT rules, and none of them matches.
        NO_RESTRICT_MATCHES,
        CHANNEL_NOT_CHOSEN,
        NO_CHANNEL
    }

    /// @param matches whether it finds what it looks for
    /// @param saw where it found that: path and query, or the path by itself; else all that it saw
    @Schema(name = "TriedScopeRule")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SeenRule(
            ScopeJson.Effect effect,
            ScopeJson.Match match,
            String text,
            @Nullable String example,
            boolean matches,
            String saw) {
        static SeenRule of(Seen seen) {
            ScopeRule rule = seen.rule();
            return new SeenRule(
                    ScopeJson.Effect.of(rule.effect()),
                    ScopeJson.Match.of(rule.condition()),
                    ScopeJson.textOf(rule.condition()),
                    rule.example().orElse(null),
                    seen.matches(),
                    seen.sight());
        }
    }

    public static ScopeTrialResponse of(Explanation explanation) {
        Verdict verdict = explanation.verdict();
        return new ScopeTrialResponse(
                explanation.page().host().value(),
                explanation.page().pathAndQuery(),
                explanation.channel().map(ChannelRefResponse::of).orElse(null),
                verdict.isInside(),
                why(verdict),
                decidedBy(verdict),
                ScopeWords.reason(explanation),
                explanation.rules().stream().map(SeenRule::of).toList());
    }

    private static Why why(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Inside _ -> Why.INSIDE;
            case Verdict.Excluded _ -> Why.EXCLUDED;
            case Verdict.NoneMatches _ -> Why.NO_RESTRICT_MATCHES;
            case Verdict.NotChosen _ -> Why.CHANNEL_NOT_CHOSEN;
            case Verdict.NoChannel _ -> Why.NO_CHANNEL;
        };
    }

    private static @Nullable Integer decidedBy(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Inside inside -> inside.rule().map(RuleAt::position).orElse(null);
            case Verdict.Excluded excluded -> excluded.rule().position();
            case Verdict.NoneMatches _, Verdict.NotChosen _, Verdict.NoChannel _ -> null;
        };
    }
}
