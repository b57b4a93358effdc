package io.connections.api.goal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.connections.domain.goal.FileSelection;
import io.connections.domain.goal.OnBadValue;
import io.connections.domain.goal.Restriction;
import io.connections.domain.goal.Strategy;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A goal as the API shows and takes it: what is read can be sent back. An id is given by the
/// client, so that a goal keeps its identity from the first draft on.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = GoalJson.ImportProfiles.class, name = "IMPORT_PROFILES"),
    @JsonSubTypes.Type(value = GoalJson.FromVariables.class, name = "IMPORT_VARIABLES"),
    @JsonSubTypes.Type(value = GoalJson.ToVariables.class, name = "EXPORT_VARIABLES")
})
@Schema(
        name = "Goal",
        oneOf = {
            GoalJson.ImportProfiles.class,
            GoalJson.FromVariables.class,
            GoalJson.ToVariables.class
        },
        discriminatorProperty = "kind",
        discriminatorMapping = {
            @DiscriminatorMapping(
                    value = "IMPORT_PROFILES",
                    schema = GoalJson.ImportProfiles.class),
            @DiscriminatorMapping(
                    value = "IMPORT_VARIABLES",
                    schema = GoalJson.FromVariables.class),
            @DiscriminatorMapping(value = "EXPORT_VARIABLES", schema = GoalJson.ToVariables.class)
        })
public sealed interface GoalJson {

    @Schema(
            name = "ImportProfilesGoal",
            requiredProperties = {"kind", "id", "name", "source"})
    record ImportProfiles(
            @Nullable UUID id,
            @Nullable String name,
            @Schema(defaultValue = "true") @Nullable Boolean enabled,
            @Nullable SourceJson source,
            @Schema(defaultValue = "{\"anyOf\":[]}") @Nullable MatchingJson matching,
            @Schema(defaultValue = "false") @Nullable Boolean createWhenNoMatch,
            @Schema(defaultValue = "[]") @Nullable List<RowJson> mapping,
            @Schema(defaultValue = "[]") @Nullable List<ConsentRowJson> consent)
            implements GoalJson {}

    /// Brings variables of a page into the profile of whoever provably looks at it. Each field of
    /// the mapping is a variable, such as `shop.customer.city`.
    ///
    /// @param createWhenNoMatch whether somebody who has no profile yet gets one
    @Schema(
            name = "ImportVariablesGoal",
            requiredProperties = {"kind", "id", "name"})
    record FromVariables(
            @Nullable UUID id,
            @Nullable String name,
            @Schema(defaultValue = "true") @Nullable Boolean enabled,
            @Schema(defaultValue = "false") @Nullable Boolean createWhenNoMatch,
            @Schema(defaultValue = "[]") @Nullable List<RowJson> mapping)
            implements GoalJson {}

    /// Shows a page what the profile says of whoever provably looks at it.
    @Schema(
            name = "ExportVariablesGoal",
            requiredProperties = {"kind", "id", "name"})
    record ToVariables(
            @Nullable UUID id,
            @Nullable String name,
            @Schema(defaultValue = "true") @Nullable Boolean enabled,
            @Schema(defaultValue = "[]") @Nullable List<SharedValueJson> values)
            implements GoalJson {}

    /// @param variable where the page gets it, such as `profile.city`
    @Schema(
            name = "SharedValue",
            requiredProperties = {"property", "variable"})
    record SharedValueJson(@Nullable String property, @Nullable String variable) {}

    /// @param format absent: detected anew from each file
    @Schema(name = "FileSource")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SourceJson(
            @Schema(defaultValue = "FILES") @Nullable SourceKind kind,
            @Schema(defaultValue = "") @Nullable String folder,
            @Schema(defaultValue = "") @Nullable String namePattern,
            @Schema(defaultValue = "NEWEST") FileSelection.@Nullable Pick pick,
            @Schema(defaultValue = "AUTO") FileSelection.@Nullable Compression compression,
            @Schema(defaultValue = "{\"kind\":\"LEAVE\"}") @Nullable AfterImportJson afterImport,
            @Nullable FormatJson format) {}

    enum SourceKind {
        FILES
    }

    /// @param folder where `MOVE` moves to
    @Schema(
            name = "AfterImport",
            requiredProperties = {"kind"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AfterImportJson(@Nullable AfterImportKind kind, @Nullable String folder) {}

    enum AfterImportKind {
        LEAVE,
        MARK_DONE,
        DELETE,
        MOVE
    }

    /// An OR of ANDs: a profile matches when it has every identifier of one of the groups.
    @Schema(name = "Matching")
    record MatchingJson(@Schema(defaultValue = "[]") @Nullable List<List<String>> anyOf) {}

    /// @param field absent: the row starts from no value
    @Schema(
            name = "MappingRow",
            requiredProperties = {"property"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RowJson(
            @Nullable String field,
            @Schema(defaultValue = "[]") @Nullable List<ProcessorJson> processors,
            @Nullable String property,
            @Schema(defaultValue = "SET") @Nullable Strategy strategy,
            @Schema(defaultValue = "ALL_PROFILES") @Nullable Restriction restriction,
            @Schema(defaultValue = "REJECT_RECORD") @Nullable OnBadValue onBadValue) {}

    /// What a field says of the person's consent. A value that is not clear rejects the record.
    ///
    /// @param field absent: the row starts from no value
    /// @param objective that `ANSWER` is about
    @Schema(
            name = "ConsentRow",
            requiredProperties = {"says"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ConsentRowJson(
            @Nullable String field,
            @Schema(defaultValue = "[]") @Nullable List<ProcessorJson> processors,
            @Nullable ConsentSaysJson says,
            @Nullable String objective) {}

    /// `ANSWER`: yes or no to one objective; `GRANTED` and `REFUSED`: ids of objectives; `ZONE`:
    /// the privacy legislation; `STATED_AT`: when the person said it.
    @Schema(name = "ConsentSays")
    enum ConsentSaysJson {
        ANSWER,
        GRANTED,
        REFUSED,
        ZONE,
        STATED_AT
    }
}
