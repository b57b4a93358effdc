package io.connections.api.goal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.connections.domain.goal.FileFormat;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// How a file is laid out.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = FormatJson.Csv.class, name = "CSV"),
    @JsonSubTypes.Type(value = FormatJson.JsonLines.class, name = "JSON_LINES")
})
@Schema(
        name = "Format",
        oneOf = {FormatJson.Csv.class, FormatJson.JsonLines.class},
        discriminatorProperty = "kind",
        discriminatorMapping = {
            @DiscriminatorMapping(value = "CSV", schema = FormatJson.Csv.class),
            @DiscriminatorMapping(value = "JSON_LINES", schema = FormatJson.JsonLines.class)
        })
public sealed interface FormatJson {
    /// @param quote absent: quoting is off
    /// @param escape absent: a quote inside quotes is doubled
    @Schema(
            name = "CsvFormat",
            requiredProperties = {"kind", "encoding", "separator", "header"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Csv(
            FileFormat.@Nullable Encoding encoding,
            @Nullable String separator,
            @Nullable String quote,
            @Nullable String escape,
            @Nullable Boolean header)
            implements FormatJson {}

    @Schema(
            name = "JsonLinesFormat",
            requiredProperties = {"kind", "encoding"})
    record JsonLines(FileFormat.@Nullable Encoding encoding) implements FormatJson {}

    static FormatJson of(FileFormat format) {
        return switch (format) {
            case FileFormat.Csv(
                            FileFormat.Encoding encoding,
                            char separator,
                            Optional<Character> quote,
                            Optional<Character> escape,
                            boolean header) ->
                    new Csv(
                            encoding,
                            String.valueOf(separator),
                            quote.map(String::valueOf).orElse(null),
                            escape.map(String::valueOf).orElse(null),
                            header);
            case FileFormat.JsonLines(FileFormat.Encoding encoding) -> new JsonLines(encoding);
        };
    }
}
