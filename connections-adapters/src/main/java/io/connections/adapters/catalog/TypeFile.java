package io.connections.adapters.catalog;

import io.connections.domain.catalog.ConnectionType;
import io.connections.domain.catalog.ConnectionTypeId;
import io.connections.domain.catalog.SetupField;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A type's file, after the schema has found nothing wrong with it.
record TypeFile(
        String id,
        String name,
        String vendor,
        String category,
        String summary,
        String logo,
        ConnectionType.Direction direction,
        ConnectionType.Mode mode,
        Set<ConnectionType.GoalKind> goalKinds,
        String connector,
        List<Field> setup,
        @Nullable List<GoalFile> goals) {

    record Field(
            String id,
            String label,
            @Nullable String help,
            boolean required,
            boolean target,
            Kind kind,
            @Nullable String initial,
            @Nullable ShownWhen shownWhen,
            @Nullable Integer maxLength,
            @Nullable Long min,
            @Nullable Long max,
            @Nullable List<Choice> options,
            boolean multiline) {
        private static final int MAX_LENGTH = 1000;

        enum Kind {
            TEXT,
            WHOLE_NUMBER,
            YES_NO,
            CHOICE,
            SECRET,
            PINNED
        }

        record ShownWhen(String field, List<String> isOneOf) {}

        record Choice(String value, String label) {}

        SetupField field() {
            return new SetupField(
                    id,
                    label,
                    Objects.requireNonNullElse(help, ""),
                    required,
                    target,
                    kindOfField(),
                    Optional.ofNullable(initial),
                    Optional.ofNullable(shownWhen)
                            .map(when -> new SetupField.Condition(when.field(), when.isOneOf())));
        }

        private SetupField.Kind kindOfField() {
            return switch (kind) {
                case TEXT ->
                        new SetupField.Kind.Text(Objects.requireNonNullElse(maxLength, MAX_LENGTH));
                case WHOLE_NUMBER ->
                        new SetupField.Kind.WholeNumber(
                                Objects.requireNonNullElse(min, Long.MIN_VALUE),
                                Objects.requireNonNullElse(max, Long.MAX_VALUE));
                case YES_NO -> new SetupField.Kind.YesNo();
                case CHOICE ->
                        new SetupField.Kind.Choice(
                                Objects.requireNonNullElse(options, List.<Choice>of()).stream()
                                        .map(
                                                choice ->
                                                        new SetupField.Option(
                                                                choice.value(), choice.label()))
                                        .toList());
                case SECRET -> new SetupField.Kind.SecretText(multiline);
                case PINNED -> new SetupField.Kind.Pinned();
            };
        }
    }

    ConnectionType type() {
        return new ConnectionType(
                new ConnectionTypeId(id),
                name,
                vendor,
                category,
                summary,
                logo,
                direction,
                mode,
                goalKinds,
                connector,
                setup.stream().map(Field::field).toList(),
                Objects.requireNonNullElse(goals, List.<GoalFile>of()).stream()
                        .map(GoalFile::prepared)
                        .toList());
    }
}
