package io.connections.api.channel;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.connections.domain.channel.ChannelScope;
import io.connections.domain.channel.Condition;
import io.connections.domain.channel.ScopeRule;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// On which pages a connection is active, as the API shows and takes it: what is read can be sent
/// back.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ScopeJson.Everywhere.class, name = "EVERYWHERE"),
    @JsonSubTypes.Type(value = ScopeJson.Chosen.class, name = "CHOSEN")
})
@Schema(
        name = "Scope",
        oneOf = {ScopeJson.Everywhere.class, ScopeJson.Chosen.class},
        discriminatorProperty = "kind",
        discriminatorMapping = {
            @DiscriminatorMapping(value = "EVERYWHERE", schema = ScopeJson.Everywhere.class),
            @DiscriminatorMapping(value = "CHOSEN", schema = ScopeJson.Chosen.class)
        })
public sealed interface ScopeJson {
    /// All channels, also those that are yet to come.
    @Schema(
            name = "ScopeEverywhere",
            requiredProperties = {"kind"})
    record Everywhere() implements ScopeJson {}

    /// @param channels none: nowhere
    @Schema(
            name = "ScopeOfChosenChannels",
            requiredProperties = {"kind", "channels"})
    record Chosen(@Nullable List<OnChannel> channels) implements ScopeJson {}

    /// @param rules none: all pages of the channel
    @Schema(
            name = "ScopeOnChannel",
            requiredProperties = {"channelId"})
    record OnChannel(
            @Nullable UUID channelId,
            @Schema(defaultValue = "[]") @Nullable List<RuleJson> rules) {}

    /// @param effect `RESTRICT`: only on pages that match. `EXCLUDE`: not on pages that match
    /// @param text of path and query; of `STARTS_WITH` and `IS` it begins with `/`
    /// @param example the address of a page that is meant
    @Schema(
            name = "ScopeRule",
            requiredProperties = {"effect", "match", "text"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RuleJson(
            @Nullable Effect effect,
            @Nullable Match match,
            @Nullable String text,
            @Nullable String example) {
        static RuleJson of(ScopeRule rule) {
            return new RuleJson(
                    Effect.of(rule.effect()),
                    Match.of(rule.condition()),
                    textOf(rule.condition()),
                    rule.example().orElse(null));
        }
    }

    static String textOf(Condition condition) {
        return switch (condition) {
            case Condition.Text text -> text.text();
            case Condition.Pattern pattern -> pattern.pattern().source();
        };
    }

    @Schema(name = "ScopeEffect")
    enum Effect {
        RESTRICT,
        EXCLUDE;

        static Effect of(ScopeRule.Effect effect) {
            return switch (effect) {
                case RESTRICT -> RESTRICT;
                case EXCLUDE -> EXCLUDE;
            };
        }

        ScopeRule.Effect effect() {
            return switch (this) {
                case RESTRICT -> ScopeRule.Effect.RESTRICT;
                case EXCLUDE -> ScopeRule.Effect.EXCLUDE;
            };
        }
    }

    /// How the text is looked for; `PATTERN` is a regular expression (RE2), found anywhere unless
    /// it says where.
    @Schema(name = "ScopeMatch")
    enum Match {
        STARTS_WITH,
        CONTAINS,
        IS,
        ENDS_WITH,
        PATTERN;

        static Match of(Condition condition) {
            return switch (condition) {
                case Condition.Text text ->
                        switch (text.comparison()) {
                            case STARTS_WITH -> STARTS_WITH;
                            case CONTAINS -> CONTAINS;
                            case IS -> IS;
                            case ENDS_WITH -> ENDS_WITH;
                        };
                case Condition.Pattern _ -> PATTERN;
            };
        }
    }

    static ScopeJson of(ChannelScope scope) {
        return switch (scope) {
            case ChannelScope.Everywhere() -> new Everywhere();
            case ChannelScope.Chosen(List<ChannelScope.OnChannel> channels) ->
                    new Chosen(
                            channels.stream()
                                    .map(
                                            each ->
                                                    new OnChannel(
                                                            each.channel().value(),
                                                            each.rules().stream()
                                                                    .map(RuleJson::of)
                                                                    .toList()))
                                    .toList());
        };
    }
}
