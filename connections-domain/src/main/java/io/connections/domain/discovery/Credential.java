package io.connections.domain.discovery;

import io.connections.domain.catalog.ConnectionType;
import io.connections.domain.catalog.SetupField;
import io.connections.domain.catalog.SetupField.Kind;
import io.connections.domain.catalog.SetupForm;
import java.util.List;
import java.util.Optional;

/// Something to have at hand before setting a connection up: what its form asks for and nobody can
/// guess.
///
/// @param help one sentence, may be empty
/// @param secret whether it is to be kept secret on the way here
/// @param required whether it is needed, where `when` applies
/// @param when in which case it is asked for, in words; absent: in any
public record Credential(
        String label, String help, boolean secret, boolean required, Optional<String> when) {

    /// Of the type's form, in its order: all secrets, and what is required and not filled in
    /// already.
    public static List<Credential> of(ConnectionType type) {
        SetupForm form = type.form();
        return type.setup().stream()
                .filter(
                        field ->
                                field.isSecret()
                                        || (field.required()
                                                && field.initial().isEmpty()
                                                && !(field.kind() instanceof Kind.Pinned)))
                .map(
                        field ->
                                new Credential(
                                        field.label(),
                                        field.help(),
                                        field.isSecret(),
                                        field.required(),
                                        field.shownWhen().map(when -> words(when, form))))
                .toList();
    }

    private static String words(SetupField.Condition when, SetupForm form) {
        Optional<SetupField> other = form.find(when.field());
        List<String> values =
                when.isOneOf().stream()
                        .map(value -> other.flatMap(field -> optionOf(field, value)).orElse(value))
                        .toList();
        return "%s: %s"
                .formatted(
                        other.map(SetupField::label).orElse(when.field()),
                        String.join(" or ", values));
    }

    private static Optional<String> optionOf(SetupField field, String value) {
        return field.kind() instanceof Kind.Choice(List<SetupField.Option> options)
                ? options.stream()
                        .filter(option -> option.value().equals(value))
                        .map(SetupField.Option::label)
                        .findFirst()
                : Optional.empty();
    }
}
