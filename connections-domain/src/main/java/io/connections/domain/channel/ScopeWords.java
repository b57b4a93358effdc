package io.connections.domain.channel;

import io.connections.domain.channel.ChannelScope.Explanation;
import io.connections.domain.channel.ChannelScope.RuleAt;
import io.connections.domain.channel.ChannelScope.Verdict;

/// Rules and decisions in a person's words.
public final class ScopeWords {
    private ScopeWords() {}

    /// `only pages that start with "/support/"`
    public static String said(ScopeRule rule) {
        return switch (rule.effect()) {
                    case RESTRICT -> "only pages that ";
                    case EXCLUDE -> "no pages that ";
                }
                + said(rule.condition());
    }

    private static String said(Condition condition) {
        return switch (condition) {
            case Condition.Text(Comparison comparison, String text) ->
                    switch (comparison) {
                                case STARTS_WITH -> "start with ";
                                case CONTAINS -> "contain ";
                                case IS -> "are ";
                                case ENDS_WITH -> "end with ";
                            }
                            + quoted(text);
            case Condition.Pattern(var pattern) -> "match the pattern " + quoted(pattern.source());
        };
    }

    /// Why the page is inside the scope or outside, as a sentence.
    public static String reason(Explanation explanation) {
        String channel =
                explanation.channel().map(Channel::name).map(ScopeWords::quoted).orElse("");
        return switch (explanation.verdict()) {
            case Verdict.Inside inside ->
                    inside.rule()
                            .map(rule -> decides(rule) + " lets it in.")
                            .orElse(
                                    "The page is of the channel %s, and no rule keeps it out."
                                            .formatted(channel));
            case Verdict.Excluded(_, RuleAt rule) -> decides(rule) + " keeps it out.";
            case Verdict.NoneMatches _ ->
                    "The channel %s is narrowed to pages that this one is none of."
                            .formatted(channel);
            case Verdict.NotChosen _ ->
                    "The page is of the channel %s, which is not chosen.".formatted(channel);
            case Verdict.NoChannel(Hostname host) ->
                    "No channel has the hostname %s.".formatted(host.value());
        };
    }

    private static String decides(RuleAt at) {
        return "Rule %d (%s)".formatted(at.position() + 1, said(at.rule()));
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }
}
