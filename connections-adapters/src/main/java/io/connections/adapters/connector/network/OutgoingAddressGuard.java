package io.connections.adapters.connector.network;

import io.connections.application.connection.port.ConnectorFailed;
import io.connections.application.connection.port.ConnectorFailed.Reason;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The one door through which connectors learn addresses. A name is resolved once, and the address
/// that was checked is the one to connect to: a name server that answers differently the second
/// time gains nothing.
@Singleton
public final class OutgoingAddressGuard {
    /// Networks that are nobody's on the internet; after RFC 6890 and its registries.
    private static final List<AddressRange> INTERNAL =
            ranges(
                    List.of(
                            "0.0.0.0/8",
                            "10.0.0.0/8",
                            "100.64.0.0/10",
                            "127.0.0.0/8",
                            "169.254.0.0/16",
                            "172.16.0.0/12",
                            "192.0.0.0/24",
                            "192.0.2.0/24",
                            "192.168.0.0/16",
                            "198.18.0.0/15",
                            "198.51.100.0/24",
                            "203.0.113.0/24",
                            "224.0.0.0/4",
                            "240.0.0.0/4",
                            "::/127",
                            "100::/64",
                            "2001::/32",
                            "2001:db8::/32",
                            "64:ff9b:1::/48",
                            "fc00::/7",
                            "fe80::/10",
                            "fec0::/10",
                            "ff00::/8"));

    private final List<AddressRange> allowed;

    /// @param allowed ranges that the operator opens, such as `10.20.0.0/16`
    @Inject
    public OutgoingAddressGuard(
            @ConfigProperty(name = "connections.network.allow") Optional<List<String>> allowed) {
        this.allowed = ranges(allowed.orElse(List.of()));
    }

    private static List<AddressRange> ranges(List<String> texts) {
        return texts.stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(AddressRange::of)
                .toList();
    }

    /// @param host a name or an address
    /// @throws ConnectorFailed with `HOST_NOT_FOUND`, or `ADDRESS_NOT_ALLOWED` when any of the
    ///     host's addresses is internal
    public InetAddress resolve(String host) throws ConnectorFailed {
        InetAddress[] addresses;
        try {
            addresses = InetAddress.getAllByName(host);
        } catch (UnknownHostException e) {
            throw new ConnectorFailed(
                    Reason.HOST_NOT_FOUND,
                    "The host “%s” was not found.".formatted(host),
                    "Check how the host is spelt.",
                    e);
        }
        Optional<InetAddress> refused =
                Arrays.stream(addresses).filter(address -> !allows(address)).findFirst();
        if (refused.isPresent()) {
            throw new ConnectorFailed(
                    Reason.ADDRESS_NOT_ALLOWED,
                    "“%s” is the address %s, which lies in a private or internal network."
                            .formatted(host, refused.get().getHostAddress()),
                    "Use a public host, or let the operator open the network by "
                            + "connections.network.allow.");
        }
        return addresses[0];
    }

    boolean allows(InetAddress address) {
        return isIn(allowed, address) || !isIn(INTERNAL, address);
    }

    private static boolean isIn(List<AddressRange> ranges, InetAddress address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }
}
