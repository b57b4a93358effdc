package io.connections.api.kernel;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/// A number is no word: `"type": 3` would be whichever type stands third. A name said twice is a
/// mistake, not the last of the two. And what is short on the wire may be a million objects here.
@Singleton
final class StrictJson implements ObjectMapperCustomizer {
    /// Values, names and brackets. A mapping of 5,000 columns with their steps has about 150,000.
    private static final long MAX_TOKENS = 400_000;

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
        mapper.getFactory().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        mapper.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxTokenCount(MAX_TOKENS).build());
    }
}
