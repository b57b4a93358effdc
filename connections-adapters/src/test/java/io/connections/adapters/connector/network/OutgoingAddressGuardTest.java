package io.connections.adapters.connector.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.connections.application.connection.port.ConnectorFailed;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("M21")
class OutgoingAddressGuardTest {
    private final OutgoingAddressGuard guard = new OutgoingAddressGuard(Optional.empty());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "ff02::1",
                "::ffff:10.0.0.1",
                "::ffff:127.0.0.1",
                "64:ff9b::a00:1",
                "::ffff:0:a00:1",
                "2002:7f00:1::",
                "::10.0.0.1"
            })
    void anInternalAddressIsRefusedHoweverItIsWritten(String address) {
        ConnectorFailed failed =
                catchThrowableOfType(ConnectorFailed.class, () -> guard.resolve(address));

        assertThat(failed.reason()).isEqualTo(ConnectorFailed.Reason.ADDRESS_NOT_ALLOWED);
        assertThat(failed.remedy()).contains("connections.network.allow");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "172.32.0.1",
                "100.128.0.1",
                "192.169.0.1",
                "2606:4700::1111",
                "::ffff:8.8.8.8"
            })
    void aPublicAddressIsAllowed(String address) throws Exception {
        assertThat(guard.resolve(address)).isEqualTo(InetAddress.ofLiteral(address));
    }

    @Test
    void theOperatorOpensRangesAndNothingBesidesThem() throws Exception {
        OutgoingAddressGuard opened =
                new OutgoingAddressGuard(Optional.of(List.of("127.0.0.0/8", "fd00::/8")));

        assertThat(opened.resolve("127.0.0.1").isLoopbackAddress()).isTrue();
        assertThat(opened.allows(InetAddress.ofLiteral("fd00::5"))).isTrue();
        assertThat(opened.allows(InetAddress.ofLiteral("::ffff:127.0.0.1"))).isTrue();
        assertThat(opened.allows(InetAddress.ofLiteral("10.0.0.1"))).isFalse();
        assertThat(opened.allows(InetAddress.ofLiteral("fc00::5"))).isFalse();
    }

    @Test
    void aNameThatStandsForAnInternalAddressIsRefused() {
        ConnectorFailed failed =
                catchThrowableOfType(ConnectorFailed.class, () -> guard.resolve("localhost"));

        assertThat(failed.reason()).isEqualTo(ConnectorFailed.Reason.ADDRESS_NOT_ALLOWED);
    }

    @Test
    void aNameThatNobodyKnowsIsNotFound() {
        ConnectorFailed failed =
                catchThrowableOfType(ConnectorFailed.class, () -> guard.resolve("nobody.invalid"));

        assertThat(failed.reason()).isEqualTo(ConnectorFailed.Reason.HOST_NOT_FOUND);
    }
}
