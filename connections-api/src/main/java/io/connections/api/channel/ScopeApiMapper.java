package io.connections.api.channel;

import io.connections.application.goal.port.TextTools;
import io.connections.application.kernel.RequestInvalid;
import io.connections.domain.channel.ChannelId;
import io.connections.domain.channel.ChannelScope;
import io.connections.domain.channel.Comparison;
import io.connections.domain.channel.Condition;
import io.connections.domain.channel.ScopeRule;
import io.connections.domain.goal.TextPattern;
import io.connections.domain.kernel.Violation;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Scopes from the wire. What a person wrote is compiled on the way; everything that cannot be is
/// collected with its place.
@Singleton
public class ScopeApiMapper {
    private final TextTools tools;

    ScopeApiMapper(TextTools tools) {
        this.tools = tools;
    }

    /// A scope as far as it could be read.
    ///
    /// @param unreadable every place that could not
    public record Scope(ChannelScope scope, List<Violation> unreadable) {
        public static final Scope EVERYWHERE = new Scope(new ChannelScope.Everywhere(), List.of());

        /// Fails with [RequestInvalid] that names every place.
        ChannelScope orRefuse() {
            if (!unreadable.isEmpty()) {
                throw new RequestInvalid(unreadable);
            }
            return scope;
        }
    }

    /// @param pointer where it stands in the request
    public Scope read(ScopeJson scope, String pointer) {
        List<Violation> unreadable = new ArrayList<>();
        ChannelScope read =
                switch (scope) {
                    case ScopeJson.Everywhere() -> new ChannelScope.Everywhere();
                    case ScopeJson.Chosen(var channels) ->
                            chosen(channels, pointer + "/channels", unreadable);
                };
        return new Scope(read, List.copyOf(unreadable));
    }

    /// Without the list it is not nowhere that is meant.
    private ChannelScope chosen(
            @Nullable List<ScopeJson.OnChannel> channels,
            String pointer,
            List<Violation> unreadable) {
        if (channels == null) {
            unreadable.add(required(pointer, "Name the channels; [] is none."));
            return new ChannelScope.Chosen(List.of());
        }
        List<ChannelScope.OnChannel> read = new ArrayList<>();
        for (int i = 0; i < channels.size(); i++) {
            ScopeJson.OnChannel each = channels.get(i);
            String at = pointer + "/" + i;
            if (each.channelId() == null) {
                unreadable.add(required(at + "/channelId", "Say which channel it is."));
            } else {
                read.add(
                        new ChannelScope.OnChannel(
                                new ChannelId(each.channelId()),
                                rules(each.rules(), at + "/rules", unreadable)));
            }
        }
        return new ChannelScope.Chosen(read);
    }

    private List<ScopeRule> rules(
            @Nullable List<ScopeJson.RuleJson> rules, String pointer, List<Violation> unreadable) {
        List<ScopeRule> read = new ArrayList<>();
        List<ScopeJson.RuleJson> given = Objects.requireNonNullElse(rules, List.of());
        for (int i = 0; i < given.size() && i <= ChannelScope.MAX_RULES; i++) {
            rule(given.get(i), pointer + "/" + i, unreadable).ifPresent(read::add);
        }
        return read;
    }

    private Optional<ScopeRule> rule(
            ScopeJson.RuleJson rule, String at, List<Violation> unreadable) {
        ScopeJson.Effect effect = rule.effect();
        if (effect == null) {
            unreadable.add(required(at + "/effect", "Say RESTRICT or EXCLUDE."));
        }
        Optional<Condition> condition = condition(rule, at, unreadable);
        Optional<String> example =
                Optional.ofNullable(rule.example()).filter(text -> !text.isEmpty());
        Optional<Violation> noExample =
                example.flatMap(text -> ScopeRule.exampleViolation(at + "/example", text));
        noExample.ifPresent(unreadable::add);
        return effect == null || condition.isEmpty() || noExample.isPresent()
                ? Optional.empty()
                : Optional.of(new ScopeRule(effect.effect(), condition.get(), example));
    }

    private Optional<Condition> condition(
            ScopeJson.RuleJson rule, String at, List<Violation> unreadable) {
        if (rule.match() == null) {
            unreadable.add(required(at + "/match", "Say how the text is looked for."));
            return Optional.empty();
        }
        String text = Objects.requireNonNullElse(rule.text(), "");
        return switch (rule.match()) {
            case STARTS_WITH -> text(Comparison.STARTS_WITH, text, at, unreadable);
            case CONTAINS -> text(Comparison.CONTAINS, text, at, unreadable);
            case IS -> text(Comparison.IS, text, at, unreadable);
            case ENDS_WITH -> text(Comparison.ENDS_WITH, text, at, unreadable);
            case PATTERN -> pattern(text, at, unreadable);
        };
    }

    private static Optional<Condition> text(
            Comparison comparison, String text, String at, List<Violation> unreadable) {
        Optional<Violation> violation = Condition.Text.violation(at + "/text", comparison, text);
        violation.ifPresent(unreadable::add);
        return violation.isPresent()
                ? Optional.empty()
                : Optional.of(Condition.Text.of(comparison, text));
    }

    private Optional<Condition> pattern(String source, String at, List<Violation> unreadable) {
        return switch (tools.pattern(source)) {
            case TextTools.Compiled.Ready<TextPattern>(TextPattern pattern) ->
                    Optional.of(new Condition.Pattern(pattern));
            case TextTools.Compiled.Faulty<TextPattern>(String message) -> {
                unreadable.add(new Violation(at + "/text", "does-not-compile", message));
                yield Optional.empty();
            }
        };
    }

    private static Violation required(String pointer, String message) {
        return new Violation(pointer, "required", message);
    }
}
