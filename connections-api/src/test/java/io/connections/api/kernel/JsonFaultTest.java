package io.connections.api.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.connections.api.problem.JsonFault;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("M30")
class JsonFaultTest {
    @Test
    void aTextThatEndsTooEarlyIsSaidToWithoutTheReadersOwnWords() {
        JacksonException fault =
                catchThrowableOfType(
                        JacksonException.class, () -> new ObjectMapper().readTree("{\"a\":1"));

        assertThat(fault.getOriginalMessage()).contains("Source");
        assertThat(JsonFault.words(fault))
                .startsWith("Unexpected end-of-input")
                .doesNotContain("Source");
    }
}
