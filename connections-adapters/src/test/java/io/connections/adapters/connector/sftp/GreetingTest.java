package io.connections.adapters.connector.sftp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How much a server may say before it says that it speaks SSH.
@Tag("M21")
class GreetingTest {
    private static final int MOST_BYTES = 32_768;
    private static final String NAME = "SSH-2.0-shop\r\n";

    @ParameterizedTest
    @ValueSource(ints = {0, 1, MOST_BYTES - 14})
    void aNameThatEndsWithinTheFirst32KibibytesIsHeard(int before) throws IOException {
        assertThat(heard(saying(before) + NAME + "packets")).isEqualTo(NAME + "packets");
    }

    @Test
    void oneThatEndsAByteLaterIsNotAndAllThatWasSaidIsCounted() {
        assertThatThrownBy(() -> heard(saying(MOST_BYTES - 13) + NAME + "packets"))
                .isInstanceOf(IOException.class)
                .hasMessage("it sends 32,768 bytes and no SSH among them");
    }

    /// A line of so many bytes, its end included.
    private static String saying(int bytes) {
        return bytes == 0 ? "" : "x".repeat(bytes - 1) + "\n";
    }

    private static String heard(String said) throws IOException {
        try (Greeting greeting = new Greeting(new ByteArrayInputStream(said.getBytes(US_ASCII)))) {
            return new String(greeting.readAllBytes(), US_ASCII);
        }
    }
}
