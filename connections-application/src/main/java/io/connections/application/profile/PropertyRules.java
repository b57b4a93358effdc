package io.connections.application.profile;

import io.connections.domain.kernel.Naming;
import io.connections.domain.kernel.Violation;
import io.connections.domain.kernel.VisibleText;
import io.connections.domain.profile.PropertyId;
import io.connections.domain.profile.PropertyType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/// What a property must be like, whoever makes or changes it.
final class PropertyRules {
    static final int MAX_NAME = 100;
    static final int MAX_CHOICES = 1000;
    static final int MAX_CHOICE = 200;

    private PropertyRules() {}

    /// @param at where the property stands in the request
    static List<Violation> all(String at, String id, String name, PropertyType type) {
        return Stream.of(id(id), name(name), choices(type))
                .flatMap(List::stream)
                .map(
                        violation ->
                                new Violation(
                                        at + violation.pointer(),
                                        violation.code(),
                                        violation.message()))
                .toList();
    }

    static List<Violation> id(String id) {
        return PropertyId.isValid(id)
                ? List.of()
                : List.of(
                        new Violation(
                                "/id",
                                "property-id-invalid",
                                "An id is 1 to 64 letters, digits, - and _."));
    }

    static List<Violation> name(String name) {
        return Naming.violations("/name", name, "the property", MAX_NAME);
    }

    static List<Violation> choices(PropertyType type) {
        if (!(type instanceof PropertyType.Choice choice)) {
            return List.of();
        }
        List<String> choices = choice.choices();
        if (choices.isEmpty()) {
            return List.of(
                    new Violation("/choices", "required", "Name at least one value to choose."));
        }
        if (choices.size() > MAX_CHOICES) {
            return List.of(
                    new Violation(
                            "/choices",
                            "too-many",
                            "A property has at most %d values to choose from."
                                    .formatted(MAX_CHOICES)));
        }
        List<Violation> violations = new ArrayList<>();
        HashSet<String> seen = new HashSet<>();
        for (int i = 0; i < choices.size(); i++) {
            String text = choices.get(i);
            if (VisibleText.showsNothing(text)
                    || VisibleText.leavesTheLine(text)
                    || text.length() > MAX_CHOICE) {
                violations.add(
                        new Violation(
                                "/choices/" + i,
                                "choice-invalid",
                                "A value to choose has 1 to %d characters, all on one line."
                                        .formatted(MAX_CHOICE)));
            } else if (!seen.add(text)) {
                violations.add(
                        new Violation(
                                "/choices/" + i,
                                "choice-repeated",
                                "'%s' is in the list already.".formatted(text)));
            }
        }
        return violations;
    }
}
