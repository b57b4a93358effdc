package io.connections.api.problem;

import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/// JSON's own names for Java's types, for people who never see Java.
final class JsonTypes {
    private static final Set<Class<?>> WHOLE_NUMBERS =
            Set.of(int.class, Integer.class, long.class, Long.class);

    private JsonTypes() {}

    static String nameOf(Class<?> type) {
        if (type == String.class || CharSequence.class.isAssignableFrom(type)) {
            return "text";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "boolean (true or false)";
        }
        if (WHOLE_NUMBERS.contains(type)) {
            return "whole number";
        }
        if (Number.class.isAssignableFrom(type) || (type.isPrimitive() && type != char.class)) {
            return "number";
        }
        if (type == UUID.class) {
            return "UUID";
        }
        if (Temporal.class.isAssignableFrom(type)) {
            return "time in ISO 8601";
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "list";
        }
        return "JSON object";
    }
}
