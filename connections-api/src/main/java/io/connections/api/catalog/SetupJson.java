package io.connections.api.catalog;

import io.connections.application.connection.UnsavedSetup;
import io.connections.application.kernel.RequestInvalid;
import io.connections.domain.catalog.ConnectionType;
import io.connections.domain.catalog.SetupField;
import io.connections.domain.catalog.SetupValues;
import io.connections.domain.kernel.Secret;
import io.connections.domain.kernel.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Setup values on the wire: numbers and booleans where the form has them, text inside.
public final class SetupJson {
    private SetupJson() {}

    public static Map<String, Object> of(SetupValues setup, ConnectionType type) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (SetupField field : type.setup()) {
            setup.find(field.id()).ifPresent(text -> values.put(field.id(), typed(field, text)));
        }
        return values;
    }

    static Object typed(SetupField field, String text) {
        return switch (field.kind()) {
            case SetupField.Kind.WholeNumber(long _, long _) -> Long.valueOf(text);
            case SetupField.Kind.YesNo() -> Boolean.valueOf(text);
            case SetupField.Kind.Text(int _) -> text;
            case SetupField.Kind.Choice(List<SetupField.Option> _) -> text;
            case SetupField.Kind.SecretText(boolean _) -> text;
            case SetupField.Kind.Pinned() -> text;
        };
    }

    /// Null and absent alike mean no value. Fails with a violation for lists and objects.
    public static SetupValues read(@Nullable Map<String, @Nullable Object> setup) {
        if (setup == null) {
            return SetupValues.NONE;
        }
        Map<String, String> values = new LinkedHashMap<>();
        List<Violation> violations = new ArrayList<>();
        setup.forEach(
                (id, value) -> {
                    switch (value) {
                        case null -> {}
                        case String text -> values.put(id, text);
                        case Number number -> values.put(id, number.toString());
                        case Boolean yes -> values.put(id, Objects.toString(yes));
                        default ->
                                violations.add(
                                        new Violation(
                                                "/setup/" + id,
                                                "wrong-type",
                                                "A setup value is a text, a number or a"
                                                        + " boolean."));
                    }
                });
        if (!violations.isEmpty()) {
            throw new RequestInvalid(violations);
        }
        return new SetupValues(values);
    }

    /// Null and absent secrets alike are as saved.
    public static UnsavedSetup unsaved(
            @Nullable Map<String, @Nullable Object> setup,
            @Nullable Map<String, @Nullable String> secrets) {
        Map<String, Secret> typed = new LinkedHashMap<>();
        if (secrets != null) {
            secrets.forEach(
                    (field, value) -> {
                        if (value != null) {
                            typed.put(field, new Secret(value));
                        }
                    });
        }
        return new UnsavedSetup(Optional.ofNullable(setup).map(SetupJson::read), typed);
    }
}
