package io.connections.api.kernel;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.connections.api.problem.NotText;
import io.connections.application.kernel.RequestInvalid;
import io.connections.domain.kernel.Violation;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// Text without NUL and without half a character pair: PostgreSQL stores neither, UTF-8 has no form
/// for the second. Checked here once for all that comes in.
final class PlainText {
    private static final String MESSAGE =
            "A text holds neither a NUL character nor half of a surrogate pair.";

    private PlainText() {}

    static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)) {
                return false;
            }
            if (Character.isHighSurrogate(c)) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    return false;
                }
            }
        }
        return true;
    }

    /// In JSON, keys of maps included.
    @Singleton
    static final class InJson implements ObjectMapperCustomizer {
        @Override
        public void customize(ObjectMapper mapper) {
            SimpleModule module = new SimpleModule("plain-text");
            module.addDeserializer(String.class, new OfValue());
            module.addKeyDeserializer(String.class, new OfKey());
            mapper.registerModule(module);
        }
    }

    private static final class OfValue extends StdScalarDeserializer<String> {
        OfValue() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser in, DeserializationContext context)
                throws IOException {
            // A number is no text, however it is written.
            if (!in.hasToken(JsonToken.VALUE_STRING)) {
                return (String) context.handleUnexpectedToken(String.class, in);
            }
            String text = StringDeserializer.instance.deserialize(in, context);
            if (!isPlain(text)) {
                throw new NotText(in, MESSAGE);
            }
            return text;
        }
    }

    private static final class OfKey extends KeyDeserializer {
        @Override
        public Object deserializeKey(String key, DeserializationContext context)
                throws IOException {
            if (!isPlain(key)) {
                throw new NotText(context.getParser(), MESSAGE);
            }
            return key;
        }
    }

    /// In the address: no parameter, and no name in a path, that could not be stored.
    static final class InAddress {
        /// Before the filters of streams, which ask for what they will stream.
        @ServerRequestFilter(priority = Priorities.USER - 1)
        void check(ContainerRequestContext request) {
            var address = request.getUriInfo();
            List<Violation> violations =
                    Stream.of(address.getPathParameters(), address.getQueryParameters())
                            .flatMap(parameters -> parameters.entrySet().stream())
                            .filter(
                                    named ->
                                            !named.getValue().stream().allMatch(PlainText::isPlain))
                            .map(Map.Entry::getKey)
                            .sorted()
                            .map(name -> new Violation("/" + name, "not-text", MESSAGE))
                            .toList();
            if (!violations.isEmpty()) {
                throw new RequestInvalid(violations);
            }
        }
    }
}
