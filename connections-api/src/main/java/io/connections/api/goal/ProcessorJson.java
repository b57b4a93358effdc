package io.connections.api.goal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.connections.domain.goal.Processor;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// One step of a mapping row; the domain's `Processor` says what each does.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonSubTypes({
    @JsonSubTypes.Type(value = ProcessorJson.Trim.class, name = "TRIM"),
    @JsonSubTypes.Type(value = ProcessorJson.ChangeCase.class, name = "CHANGE_CASE"),
    @JsonSubTypes.Type(value = ProcessorJson.Concatenate.class, name = "CONCATENATE"),
    @JsonSubTypes.Type(value = ProcessorJson.FixedValue.class, name = "FIXED_VALUE"),
    @JsonSubTypes.Type(value = ProcessorJson.DateFormat.class, name = "DATE_FORMAT"),
    @JsonSubTypes.Type(value = ProcessorJson.NumberFormat.class, name = "NUMBER_FORMAT"),
    @JsonSubTypes.Type(value = ProcessorJson.CleanEmail.class, name = "CLEAN_EMAIL"),
    @JsonSubTypes.Type(value = ProcessorJson.CleanPhone.class, name = "CLEAN_PHONE"),
    @JsonSubTypes.Type(value = ProcessorJson.Hash.class, name = "HASH"),
    @JsonSubTypes.Type(value = ProcessorJson.RegexFilter.class, name = "REGEX_FILTER"),
    @JsonSubTypes.Type(value = ProcessorJson.RegexReplace.class, name = "REGEX_REPLACE"),
    @JsonSubTypes.Type(value = ProcessorJson.Split.class, name = "SPLIT"),
    @JsonSubTypes.Type(value = ProcessorJson.ValueTable.class, name = "VALUE_TABLE"),
    @JsonSubTypes.Type(value = ProcessorJson.Expression.class, name = "EXPRESSION")
})
@Schema(
        name = "Processor",
        oneOf = {
            ProcessorJson.Trim.class,
            ProcessorJson.ChangeCase.class,
            ProcessorJson.Concatenate.class,
            ProcessorJson.FixedValue.class,
            ProcessorJson.DateFormat.class,
            ProcessorJson.NumberFormat.class,
            ProcessorJson.CleanEmail.class,
            ProcessorJson.CleanPhone.class,
            ProcessorJson.Hash.class,
            ProcessorJson.RegexFilter.class,
            ProcessorJson.RegexReplace.class,
            ProcessorJson.Split.class,
            ProcessorJson.ValueTable.class,
            ProcessorJson.Expression.class
        },
        discriminatorProperty = "kind",
        discriminatorMapping = {
            @DiscriminatorMapping(value = "TRIM", schema = ProcessorJson.Trim.class),
            @DiscriminatorMapping(value = "CHANGE_CASE", schema = ProcessorJson.ChangeCase.class),
            @DiscriminatorMapping(value = "CONCATENATE", schema = ProcessorJson.Concatenate.class),
            @DiscriminatorMapping(value = "FIXED_VALUE", schema = ProcessorJson.FixedValue.class),
            @DiscriminatorMapping(value = "DATE_FORMAT", schema = ProcessorJson.DateFormat.class),
            @DiscriminatorMapping(
                    value = "NUMBER_FORMAT",
                    schema = ProcessorJson.NumberFormat.class),
            @DiscriminatorMapping(value = "CLEAN_EMAIL", schema = ProcessorJson.CleanEmail.class),
            @DiscriminatorMapping(value = "CLEAN_PHONE", schema = ProcessorJson.CleanPhone.class),
            @DiscriminatorMapping(value = "HASH", schema = ProcessorJson.Hash.class),
            @DiscriminatorMapping(value = "REGEX_FILTER", schema = ProcessorJson.RegexFilter.class),
            @DiscriminatorMapping(
                    value = "REGEX_REPLACE",
                    schema = ProcessorJson.RegexReplace.class),
            @DiscriminatorMapping(value = "SPLIT", schema = ProcessorJson.Split.class),
            @DiscriminatorMapping(value = "VALUE_TABLE", schema = ProcessorJson.ValueTable.class),
            @DiscriminatorMapping(value = "EXPRESSION", schema = ProcessorJson.Expression.class)
        })
public sealed interface ProcessorJson {
    @Schema(
            name = "TrimProcessor",
            requiredProperties = {"kind"})
    record Trim() implements ProcessorJson {}

    /// @param locale a language tag; absent: the rules of no language
    @Schema(
            name = "ChangeCaseProcessor",
            requiredProperties = {"kind", "to"})
    record ChangeCase(Processor.ChangeCase.@Nullable To to, @Nullable String locale)
            implements ProcessorJson {}

    @Schema(
            name = "ConcatenateProcessor",
            requiredProperties = {"kind", "fields", "separator"})
    record Concatenate(@Nullable List<String> fields, @Nullable String separator)
            implements ProcessorJson {}

    @Schema(
            name = "FixedValueProcessor",
            requiredProperties = {"kind", "value"})
    record FixedValue(@Nullable String value) implements ProcessorJson {}

    /// @param locale for month names; absent: English
    /// @param zone for patterns with a time but no offset; absent: UTC
    @Schema(
            name = "DateFormatProcessor",
            requiredProperties = {"kind", "patterns"})
    record DateFormat(
            @Nullable List<String> patterns, @Nullable String locale, @Nullable String zone)
            implements ProcessorJson {}

    @Schema(
            name = "NumberFormatProcessor",
            requiredProperties = {"kind", "decimalSeparator", "groupingSeparator"})
    record NumberFormat(@Nullable String decimalSeparator, @Nullable String groupingSeparator)
            implements ProcessorJson {}

    @Schema(
            name = "CleanEmailProcessor",
            requiredProperties = {"kind"})
    record CleanEmail() implements ProcessorJson {}

    /// @param region the home of numbers without a country code: two letters
    /// @param regionField the field of the record that says so better, by such letters
    @Schema(
            name = "CleanPhoneProcessor",
            requiredProperties = {"kind", "region"})
    record CleanPhone(@Nullable String region, @Nullable String regionField)
            implements ProcessorJson {}

    @Schema(
            name = "HashProcessor",
            requiredProperties = {"kind"})
    record Hash() implements ProcessorJson {}

    @Schema(
            name = "RegexFilterProcessor",
            requiredProperties = {"kind", "pattern", "onMiss"})
    record RegexFilter(
            @Nullable String pattern,
            @Nullable Boolean inverted,
            Processor.RegexFilter.@Nullable OnMiss onMiss)
            implements ProcessorJson {}

    @Schema(
            name = "RegexReplaceProcessor",
            requiredProperties = {"kind", "pattern", "replacement"})
    record RegexReplace(@Nullable String pattern, @Nullable String replacement)
            implements ProcessorJson {}

    @Schema(
            name = "SplitProcessor",
            requiredProperties = {"kind", "separator"})
    record Split(@Nullable String separator) implements ProcessorJson {}

    @Schema(
            name = "ValueTableProcessor",
            requiredProperties = {"kind", "table", "otherwise"})
    record ValueTable(
            @Nullable Map<String, String> table,
            @Nullable Boolean ignoreCase,
            Processor.ValueTable.@Nullable Otherwise otherwise)
            implements ProcessorJson {}

    @Schema(
            name = "ExpressionProcessor",
            requiredProperties = {"kind", "formula"})
    record Expression(@Nullable String formula) implements ProcessorJson {}
}
