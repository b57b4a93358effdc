package io.connections.api.profile;

import io.connections.domain.profile.PropertyType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "PropertyType")
public enum PropertyTypeJson {
    TEXT,
    NUMBER,
    DECIMAL,
    DATE_TIME,
    DATE,
    EMAIL,
    PHONE,
    BOOLEAN,
    CHOICE;

    public static PropertyTypeJson of(PropertyType type) {
        return switch (type) {
            case PropertyType.Text() -> TEXT;
            case PropertyType.WholeNumber() -> NUMBER;
            case PropertyType.Decimal() -> DECIMAL;
            case PropertyType.DateTime() -> DATE_TIME;
            case PropertyType.Date() -> DATE;
            case PropertyType.Email() -> EMAIL;
            case PropertyType.Phone() -> PHONE;
            case PropertyType.YesNo() -> BOOLEAN;
            case PropertyType.Choice _ -> CHOICE;
        };
    }

    /// @param choices of a choice; of other types they count for nothing
    PropertyType type(List<String> choices) {
        return switch (this) {
            case TEXT -> new PropertyType.Text();
            case NUMBER -> new PropertyType.WholeNumber();
            case DECIMAL -> new PropertyType.Decimal();
            case DATE_TIME -> new PropertyType.DateTime();
            case DATE -> new PropertyType.Date();
            case EMAIL -> new PropertyType.Email();
            case PHONE -> new PropertyType.Phone();
            case BOOLEAN -> new PropertyType.YesNo();
            case CHOICE -> new PropertyType.Choice(choices);
        };
    }
}
