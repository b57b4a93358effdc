package io.connections.api.visitor;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Where a request comes from, as far as one household or office goes: of IPv6 the first half,
/// since who has one address there has as many as they like.
final class RemoteAddress {
    private RemoteAddress() {}

    static String of(HttpServerRequest request) {
        @Nullable SocketAddress remote = request.remoteAddress();
        return remote == null ? "" : network(remote.hostAddress());
    }

    /// @param address numeric, as the connection has it; what is none stays as it is
    static String network(@Nullable String address) {
        if (address == null) {
            return "";
        }
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address six
                    ? Arrays.toString(Arrays.copyOf(six.getAddress(), 8))
                    : address;
        } catch (IllegalArgumentException _) {
            return address;
        }
    }
}
