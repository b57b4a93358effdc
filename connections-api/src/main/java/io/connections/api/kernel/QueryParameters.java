package io.connections.api.kernel;

import io.connections.application.kernel.RequestInvalid;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads what stands behind the question mark. What cannot be read is said with the parameter's
/// name: the standard would answer that there is no such path.
@Provider
public final class QueryParameters implements ParamConverterProvider {
    /// How a value is read, and what it has to be.
    private record Kind(Function<String, Object> read, String mustBe) {}

    private static final Kind NUMBER = new Kind(Integer::valueOf, "a whole number");
    private static final Kind TRUTH = new Kind(QueryParameters::truth, "true or false");
    private static final Map<Class<?>, Kind> KINDS =
            Map.of(
                    Integer.class,
                    NUMBER,
                    int.class,
                    NUMBER,
                    Boolean.class,
                    TRUTH,
                    boolean.class,
                    TRUTH,
                    UUID.class,
                    new Kind(UUID::fromString, "a UUID"));

    @Override
    public <T> @Nullable ParamConverter<T> getConverter(
            Class<T> type, Type genericType, Annotation[] annotations) {
        Kind kind = type.isEnum() ? oneOf(type.getEnumConstants()) : KINDS.get(type);
        if (kind == null) {
            return null;
        }
        return Arrays.stream(annotations)
                .filter(QueryParam.class::isInstance)
                .map(annotation -> new Converter<T>(((QueryParam) annotation).value(), kind))
                .findFirst()
                .orElse(null);
    }

    private static Kind oneOf(Object[] words) {
        return new Kind(
                text ->
                        Arrays.stream(words)
                                .filter(word -> word.toString().equals(text))
                                .findFirst()
                                .orElseThrow(() -> new IllegalArgumentException(text)),
                "one of "
                        + Arrays.stream(words)
                                .map(Object::toString)
                                .collect(Collectors.joining(", ")));
    }

    private static Object truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private record Converter<T>(String name, Kind kind) implements ParamConverter<T> {
        @Override
        @SuppressWarnings("unchecked") // the kind was looked up by the type
        public T fromString(String text) {
            try {
                return (T) kind.read().apply(text);
            } catch (IllegalArgumentException e) {
                throw RequestInvalid.at(
                        "/" + name,
                        "wrong-type",
                        "%s must be %s, not \"%s\".".formatted(name, kind.mustBe(), text));
            }
        }

        @Override
        public String toString(T value) {
            return String.valueOf(value);
        }
    }
}
