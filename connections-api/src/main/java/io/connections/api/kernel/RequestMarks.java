package io.connections.api.kernel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import jakarta.inject.Singleton;

/// Tells whether two requests ask for the same, whatever the order of their members, without
/// keeping what they ask for.
@Singleton
public final class RequestMarks {
    private final ObjectWriter inOrder;

    RequestMarks(ObjectMapper json) {
        inOrder = json.writer(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    }

    public String of(Object request) {
        try {
            return Fingerprint.of(inOrder.writeValueAsString(request));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was read as JSON can be written as JSON", e);
        }
    }
}
