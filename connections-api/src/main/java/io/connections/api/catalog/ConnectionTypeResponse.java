package io.connections.api.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.connections.domain.catalog.ConnectionType;
import io.connections.domain.catalog.SetupField;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// @param logo the name of one of the page's glyphs
@Schema(name = "ConnectionType")
public record ConnectionTypeResponse(
        String id,
        String name,
        String vendor,
        String category,
        String summary,
        String logo,
        ConnectionType.Direction direction,
        ConnectionType.Mode mode,
        List<ConnectionType.GoalKind> goalKinds,
        List<Field> setup) {

    static ConnectionTypeResponse of(ConnectionType type) {
        return new ConnectionTypeResponse(
                type.id().value(),
                type.name(),
                type.vendor(),
                type.category(),
                type.summary(),
                type.logo(),
                type.direction(),
                type.mode(),
                type.goalKinds().stream().sorted().toList(),
                type.setup().stream().map(Field::of).toList());
    }

    /// One field of the setup form; which of the last members it has follows from its kind.
    ///
    /// @param target whether it says where the secrets are sent: when it changes, they have to be
    ///     given again
    /// @param initial text, number or boolean, as the kind says
    @Schema(name = "SetupField")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Field(
            String id,
            String label,
            String help,
            boolean required,
            boolean target,
            @Schema(implementation = SetupValue.class) @Nullable Object initial,
            @Nullable ShownWhen shownWhen,
            FieldKind kind,
            @Nullable Integer maxLength,
            @Nullable Long min,
            @Nullable Long max,
            @Nullable List<Option> options,
            @Nullable Boolean multiline) {

        static Field of(SetupField field) {
            return switch (field.kind()) {
                case SetupField.Kind.Text(int maxLength) ->
                        of(field, FieldKind.TEXT, maxLength, null, null, null, null);
                case SetupField.Kind.WholeNumber(long min, long max) ->
                        of(field, FieldKind.WHOLE_NUMBER, null, min, max, null, null);
                case SetupField.Kind.YesNo() ->
                        of(field, FieldKind.YES_NO, null, null, null, null, null);
                case SetupField.Kind.Choice(List<SetupField.Option> options) ->
                        of(field, FieldKind.CHOICE, null, null, null, options, null);
                case SetupField.Kind.SecretText(boolean multiline) ->
                        of(field, FieldKind.SECRET, null, null, null, null, multiline);
                case SetupField.Kind.Pinned() ->
                        of(field, FieldKind.PINNED, null, null, null, null, null);
            };
        }

        private static Field of(
                SetupField field,
                FieldKind kind,
                @Nullable Integer maxLength,
                @Nullable Long min,
                @Nullable Long max,
                @Nullable List<SetupField.Option> options,
                @Nullable Boolean multiline) {
            return new Field(
                    field.id(),
                    field.label(),
                    field.help(),
                    field.required(),
                    field.target(),
                    field.initial().map(text -> SetupJson.typed(field, text)).orElse(null),
                    field.shownWhen()
                            .map(when -> new ShownWhen(when.field(), when.isOneOf()))
                            .orElse(null),
                    kind,
                    maxLength,
                    min,
                    max,
                    options == null
                            ? null
                            : options.stream()
                                    .map(option -> new Option(option.value(), option.label()))
                                    .toList(),
                    multiline);
        }
    }

    @Schema(name = "SetupFieldKind")
    public enum FieldKind {
        TEXT,
        WHOLE_NUMBER,
        YES_NO,
        CHOICE,
        SECRET,
        PINNED
    }

    /// The field counts only while the other has one of these values.
    public record ShownWhen(String field, List<String> isOneOf) {}

    @Schema(name = "SetupOption")
    public record Option(String value, String label) {}

    @Schema(name = "ConnectionTypeList")
    public record Items(List<ConnectionTypeResponse> items) {
        static Items of(List<ConnectionType> types) {
            return new Items(types.stream().map(ConnectionTypeResponse::of).toList());
        }
    }
}
