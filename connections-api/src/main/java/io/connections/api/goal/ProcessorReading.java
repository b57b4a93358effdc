package io.connections.api.goal;

import io.connections.application.goal.port.TextTools;
import io.connections.domain.goal.Processor;
import io.connections.domain.goal.TextPattern;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the processors of a mapping row. What a person wrote is compiled on the way.
final class ProcessorReading {
    private static final int MAX_PATTERN = 4096;

    private final TextTools tools;
    private final Given given;

    ProcessorReading(TextTools tools, Given given) {
        this.tools = tools;
        this.given = given;
    }

    /// Empty when it cannot be; why has been noted.
    Optional<Processor> processor(@Nullable ProcessorJson processor, String at) {
        return switch (processor) {
            case null -> {
                given.needed(at, "A processor");
                yield Optional.empty();
            }
            case ProcessorJson.Trim() -> Optional.of(new Processor.Trim());
            case ProcessorJson.ChangeCase c -> changeCase(c, at);
            case ProcessorJson.Concatenate c ->
                    Optional.of(
                            new Processor.Concatenate(
                                    given.list(c.fields(), at + "/fields", "The fields to join"),
                                    given.orEmpty(c.separator(), at + "/separator", 100)));
            case ProcessorJson.FixedValue(String value) ->
                    Optional.of(
                            new Processor.FixedValue(
                                    given.text(value, at + "/value", "The value", 65_536)));
            case ProcessorJson.DateFormat d ->
                    Optional.of(
                            new Processor.DateFormat(
                                    given.list(d.patterns(), at + "/patterns", "A date pattern"),
                                    given.locale(d.locale(), at + "/locale", Locale.ENGLISH),
                                    Objects.requireNonNullElse(d.zone(), "UTC")));
            case ProcessorJson.NumberFormat n ->
                    given.character(
                                    n.decimalSeparator(),
                                    at + "/decimalSeparator",
                                    "The decimal separator")
                            .flatMap(
                                    decimal ->
                                            given.character(
                                                            n.groupingSeparator(),
                                                            at + "/groupingSeparator",
                                                            "The grouping separator")
                                                    .map(
                                                            grouping ->
                                                                    new Processor.NumberFormat(
                                                                            decimal, grouping)));
            case ProcessorJson.CleanEmail() -> Optional.of(new Processor.CleanEmail());
            case ProcessorJson.CleanPhone(String region, String regionField) ->
                    compiled(
                                    tools.phone(
                                            given.text(region, at + "/region", "The region", 2)),
                                    region,
                                    at + "/region")
                            .map(
                                    format ->
                                            new Processor.CleanPhone(
                                                    format, regionField(regionField, at)));
            case ProcessorJson.Hash() -> Optional.of(new Processor.Hash());
            case ProcessorJson.RegexFilter f ->
                    compiled(tools.pattern(pattern(f.pattern(), at)), f.pattern(), at + "/pattern")
                            .map(
                                    pattern ->
                                            new Processor.RegexFilter(
                                                    pattern,
                                                    f.inverted() != null && f.inverted(),
                                                    Objects.requireNonNullElse(
                                                            f.onMiss(),
                                                            Processor.RegexFilter.OnMiss
                                                                    .DROP_VALUE)));
            case ProcessorJson.RegexReplace r ->
                    compiled(tools.pattern(pattern(r.pattern(), at)), r.pattern(), at + "/pattern")
                            .map(
                                    pattern ->
                                            new Processor.RegexReplace(
                                                    pattern,
                                                    replacement(
                                                            r.replacement(),
                                                            pattern,
                                                            at + "/replacement")));
            case ProcessorJson.Split(String separator) ->
                    Optional.of(
                            new Processor.Split(
                                    given.text(
                                            separator, at + "/separator", "The separator", 100)));
            case ProcessorJson.ValueTable t ->
                    Optional.of(
                            new Processor.ValueTable(
                                    table(t.table(), at + "/table"),
                                    t.ignoreCase() != null && t.ignoreCase(),
                                    Objects.requireNonNullElse(
                                            t.otherwise(), Processor.ValueTable.Otherwise.KEEP)));
            case ProcessorJson.Expression(String formula) ->
                    compiled(
                                    tools.formula(
                                            given.text(
                                                    formula,
                                                    at + "/formula",
                                                    "The formula",
                                                    MAX_PATTERN)),
                                    formula,
                                    at + "/formula")
                            .map(Processor.Expression::new);
        };
    }

    private Optional<String> regionField(@Nullable String field, String at) {
        return Optional.ofNullable(field)
                .filter(name -> !name.isEmpty())
                .map(name -> given.text(name, at + "/regionField", "The field", 512));
    }

    private Optional<Processor> changeCase(ProcessorJson.ChangeCase c, String at) {
        if (c.to() == null) {
            given.needed(at + "/to", "The case");
            return Optional.empty();
        }
        return Optional.of(
                new Processor.ChangeCase(
                        c.to(), given.locale(c.locale(), at + "/locale", Locale.ROOT)));
    }

    private String pattern(@Nullable String pattern, String at) {
        return given.text(pattern, at + "/pattern", "The pattern", MAX_PATTERN);
    }

    private String replacement(@Nullable String text, TextPattern pattern, String at) {
        String written = given.orEmpty(text, at, MAX_PATTERN);
        pattern.faultOf(written).ifPresent(fault -> given.wrong(at, "does-not-compile", fault));
        return written;
    }

    private Map<String, String> table(@Nullable Map<String, String> table, String at) {
        if (table == null) {
            given.needed(at, "The table");
            return Map.of();
        }
        for (Map.Entry<String, @Nullable String> row : table.entrySet()) {
            if (row.getValue() == null) {
                given.needed(at + "/" + row.getKey(), "The value to replace by (\"\" drops it)");
                return Map.of();
            }
        }
        return table;
    }

    /// What is missing has been said already.
    private <T> Optional<T> compiled(
            TextTools.Compiled<T> compiled, @Nullable String source, String at) {
        return switch (compiled) {
            case TextTools.Compiled.Ready<T>(T value) -> Optional.of(value);
            case TextTools.Compiled.Faulty<T>(String message) -> {
                if (source != null) {
                    given.wrong(at, "does-not-compile", message);
                }
                yield Optional.empty();
            }
        };
    }
}
