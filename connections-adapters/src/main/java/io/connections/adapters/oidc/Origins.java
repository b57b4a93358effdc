package io.connections.adapters.oidc;

import io.connections.domain.access.Origin;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.util.Objects;

/// Where requests come from. Behind a proxy the address is the one that the proxy tells, where the
/// operator has said that there is one.
final class Origins {
    private Origins() {}

    static Origin of(HttpServerRequest request) {
        SocketAddress remote = request.remoteAddress();
        return new Origin(
                remote == null ? "" : Objects.requireNonNullElse(remote.hostAddress(), ""),
                Objects.requireNonNullElse(request.getHeader("User-Agent"), ""));
    }
}
