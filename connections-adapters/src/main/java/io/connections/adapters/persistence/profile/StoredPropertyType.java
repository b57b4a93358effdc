package io.connections.adapters.persistence.profile;

import io.connections.domain.profile.PropertyType;
import java.util.List;

/// A property's type as its row has it: a word, and what there is to choose.
public final class StoredPropertyType {
    private StoredPropertyType() {}

    /// @param choices none, unless the type is a choice
    public static PropertyType read(String word, List<String> choices) {
        return switch (word) {
            case "TEXT" -> new PropertyType.Text();
            case "NUMBER" -> new PropertyType.WholeNumber();
            case "DECIMAL" -> new PropertyType.Decimal();
            case "DATE_TIME" -> new PropertyType.DateTime();
            case "DATE" -> new PropertyType.Date();
            case "EMAIL" -> new PropertyType.Email();
            case "PHONE" -> new PropertyType.Phone();
            case "BOOLEAN" -> new PropertyType.YesNo();
            case "CHOICE" -> new PropertyType.Choice(choices);
            default -> throw new IllegalStateException("no type of a property: " + word);
        };
    }

    static String word(PropertyType type) {
        return switch (type) {
            case PropertyType.Text() -> "TEXT";
            case PropertyType.WholeNumber() -> "NUMBER";
            case PropertyType.Decimal() -> "DECIMAL";
            case PropertyType.DateTime() -> "DATE_TIME";
            case PropertyType.Date() -> "DATE";
            case PropertyType.Email() -> "EMAIL";
            case PropertyType.Phone() -> "PHONE";
            case PropertyType.YesNo() -> "BOOLEAN";
            case PropertyType.Choice _ -> "CHOICE";
        };
    }

    static List<String> choices(PropertyType type) {
        return type instanceof PropertyType.Choice choice ? choice.choices() : List.of();
    }
}
