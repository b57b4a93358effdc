package io.connections.domain.catalog;

import io.connections.domain.kernel.Secret;
import io.connections.domain.kernel.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The rules of a type's setup form. What is wrong is refused when saving; what is only missing is
/// saved and keeps the connection from running.
public record SetupForm(List<SetupField> fields) {
    /// Longer secrets are refused; the longest honest ones are private keys.
    public static final int MAX_SECRET_LENGTH = 65_536;

    private static final int MAX_PIN_LENGTH = 4096;

    public SetupForm {
        fields = List.copyOf(fields);
    }

    public Optional<SetupField> find(String id) {
        return fields.stream().filter(field -> field.id().equals(id)).findFirst();
    }

    /// What the page fills in before a person does.
    public SetupValues initial() {
        Map<String, String> values = new LinkedHashMap<>();
        fields.forEach(field -> field.initial().ifPresent(text -> values.put(field.id(), text)));
        return new SetupValues(values);
    }

    /// Values that cannot be, each pointed at below `pointer`.
    public List<Violation> violations(SetupValues setup, String pointer) {
        List<Violation> found = new ArrayList<>();
        setup.values().keySet().stream()
                .sorted()
                .filter(id -> find(id).filter(field -> !field.isSecret()).isEmpty())
                .map(id -> unknown(id, pointer))
                .forEach(found::add);
        for (SetupField field : fields) {
            setup.find(field.id())
                    .filter(text -> !field.isSecret() && !text.isEmpty())
                    .flatMap(text -> wrong(field, text, pointer + "/" + field.id()))
                    .ifPresent(found::add);
        }
        return found;
    }

    /// What is wrong with one secret, pointed at below `pointer`.
    public List<Violation> secretViolations(String field, Secret secret, String pointer) {
        String place = pointer + "/" + escaped(field);
        if (find(field).filter(SetupField::isSecret).isEmpty()) {
            return List.of(
                    new Violation(
                            place,
                            "unknown-field",
                            "This type has no secret '%s'.".formatted(field)));
        }
        return wrong(secret, place).stream().toList();
    }

    /// What makes a text no secret, pointed at by `pointer`.
    public static Optional<Violation> wrong(Secret secret, String pointer) {
        int length = secret.reveal().length();
        if (length == 0) {
            return Optional.of(
                    new Violation(
                            pointer,
                            "required",
                            "A secret is not empty. To remove it, delete it."));
        }
        return length <= MAX_SECRET_LENGTH
                ? Optional.empty()
                : Optional.of(
                        new Violation(
                                pointer,
                                "too-long",
                                "A secret has at most %d characters."
                                        .formatted(MAX_SECRET_LENGTH)));
    }

    /// Where secrets are sent with these values. A field left empty is part of it, so that a secret
    /// given before anybody said where to does not serve whatever is said later.
    public Target target(SetupValues setup) {
        SetupValues kept = kept(setup);
        Map<String, String> values = new LinkedHashMap<>();
        for (SetupField field : fields) {
            String text = kept.find(field.id()).or(field::initial).orElse("").strip();
            boolean pinnedLater = field.kind() instanceof SetupField.Kind.Pinned && text.isEmpty();
            if (field.target() && !pinnedLater) {
                values.put(field.id(), text);
            }
        }
        return new Target(values);
    }

    /// Fields without which the connection cannot work.
    public List<Violation> missing(
            SetupValues setup, SecretsSet secrets, String setupPointer, String secretsPointer) {
        Target target = target(setup);
        return fields.stream()
                .filter(field -> field.required() && isShown(field, setup))
                .filter(
                        field ->
                                field.isSecret()
                                        ? !secrets.here().contains(field.id())
                                        : setup.find(field.id()).orElse("").isBlank())
                .map(
                        field ->
                                new Violation(
                                        (field.isSecret() ? secretsPointer : setupPointer)
                                                + "/"
                                                + field.id(),
                                        "required",
                                        Optional.ofNullable(secrets.elsewhere().get(field.id()))
                                                .map(given -> giveAgain(field, given, target))
                                                .orElse(field.label() + " is needed.")))
                .toList();
    }

    /// Pinned values that nobody has confirmed yet. The connection can be tested without them, and
    /// has to be: only a test finds them.
    public List<Violation> unconfirmed(SetupValues setup, String pointer) {
        return fields.stream()
                .filter(field -> field.kind() instanceof SetupField.Kind.Pinned)
                .filter(field -> isShown(field, setup))
                .filter(field -> setup.find(field.id()).orElse("").isBlank())
                .map(
                        field ->
                                new Violation(
                                        pointer + "/" + field.id(),
                                        "not-confirmed",
                                        "%s is not confirmed yet: press Test connection, compare it, and save."
                                                .formatted(field.label())))
                .toList();
    }

    /// The values worth keeping: empty ones and those of hidden fields go.
    public SetupValues kept(SetupValues setup) {
        Map<String, String> values = new LinkedHashMap<>();
        for (SetupField field : fields) {
            setup.find(field.id())
                    .filter(text -> !text.isEmpty() && !field.isSecret() && isShown(field, setup))
                    .ifPresent(text -> values.put(field.id(), text));
        }
        return new SetupValues(values);
    }

    /// Whether the field counts. One whose condition's field is itself hidden does not.
    public boolean isShown(SetupField field, SetupValues setup) {
        return field.shownWhen()
                .map(
                        condition ->
                                find(condition.field())
                                        .filter(other -> isShown(other, setup))
                                        .flatMap(other -> setup.find(other.id()).or(other::initial))
                                        .filter(condition.isOneOf()::contains)
                                        .isPresent())
                .orElse(true);
    }

    private String giveAgain(SetupField secret, Target given, Target target) {
        return "%s was given for another %s. Give it again for this one."
                .formatted(
                        secret.label(),
                        String.join(
                                " and ",
                                fields.stream()
                                        .filter(field -> differs(field.id(), given, target))
                                        .map(field -> field.label().toLowerCase(Locale.ROOT))
                                        .toList()));
    }

    private static boolean differs(String field, Target given, Target target) {
        return given.values().containsKey(field)
                && !given.values().get(field).equals(target.values().getOrDefault(field, ""));
    }

    private static Violation unknown(String id, String pointer) {
        return new Violation(
                pointer + "/" + escaped(id),
                "unknown-field",
                "This type has no setup field '%s'.".formatted(id));
    }

    private static String escaped(String id) {
        return id.replace("~", "~0").replace("/", "~1");
    }

    private static Optional<Violation> wrong(SetupField field, String text, String pointer) {
        if (text.indexOf('\u0000') >= 0) {
            return Optional.of(
                    new Violation(pointer, "not-text", field.label() + " holds a NUL character."));
        }
        return switch (field.kind()) {
            case SetupField.Kind.Text(int maxLength) -> tooLong(field, text, maxLength, pointer);
            case SetupField.Kind.WholeNumber(long min, long max) ->
                    notANumber(field, text, min, max, pointer);
            case SetupField.Kind.YesNo() ->
                    text.equals("true") || text.equals("false")
                            ? Optional.empty()
                            : Optional.of(
                                    new Violation(
                                            pointer,
                                            "not-an-option",
                                            field.label() + " is true or false."));
            case SetupField.Kind.Choice(List<SetupField.Option> options) ->
                    options.stream().anyMatch(option -> option.value().equals(text))
                            ? Optional.empty()
                            : Optional.of(
                                    new Violation(
                                            pointer,
                                            "not-an-option",
                                            "%s is one of %s."
                                                    .formatted(
                                                            field.label(),
                                                            String.join(
                                                                    ", ",
                                                                    options.stream()
                                                                            .map(
                                                                                    SetupField
                                                                                                    .Option
                                                                                            ::value)
                                                                            .toList()))));
            case SetupField.Kind.SecretText(boolean _) -> Optional.empty();
            case SetupField.Kind.Pinned() -> tooLong(field, text, MAX_PIN_LENGTH, pointer);
        };
    }

    private static Optional<Violation> tooLong(
            SetupField field, String text, int max, String pointer) {
        return text.length() <= max
                ? Optional.empty()
                : Optional.of(
                        new Violation(
                                pointer,
                                "too-long",
                                "%s has at most %d characters, not %d."
                                        .formatted(field.label(), max, text.length())));
    }

    private static Optional<Violation> notANumber(
            SetupField field, String text, long min, long max, String pointer) {
        long number;
        try {
            number = Long.parseLong(text);
        } catch (NumberFormatException e) {
            return Optional.of(
                    new Violation(pointer, "not-a-number", field.label() + " is a whole number."));
        }
        return number >= min && number <= max
                ? Optional.empty()
                : Optional.of(
                        new Violation(
                                pointer,
                                "out-of-range",
                                "%s is from %d to %d.".formatted(field.label(), min, max)));
    }
}
