package io.connections.domain.channel;

import io.connections.domain.kernel.Violation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// All channels, by the hosts of their pages. A host is of one channel at most.
public final class Channels {
    private final Map<Hostname, Channel> byHost;

    private Channels(Map<Hostname, Channel> byHost) {
        this.byHost = byHost;
    }

    /// @throws IllegalArgumentException when two have the same hostname
    public static Channels of(Collection<Channel> all) {
        Map<Hostname, Channel> byHost = new HashMap<>();
        for (Channel channel : all) {
            for (Hostname host : channel.outlet().hostnames()) {
                Channel other = byHost.put(host, channel);
                if (other != null) {
                    throw new IllegalArgumentException(
                            "%s belongs to %s and %s"
                                    .formatted(host.value(), other.id(), channel.id()));
                }
            }
        }
        return new Channels(byHost);
    }

    /// The channel that has exactly this host, whatever the port: `m.shop.example` is no page of
    /// `shop.example`.
    public Optional<Channel> of(PageAddress page) {
        return Optional.ofNullable(byHost.get(page.host()));
    }

    /// Which hostnames a channel cannot have, because it has them already or another has them.
    ///
    /// @param pointer of what was asked for, which has `hostname` and `aliases`
    public List<Violation> violations(String pointer, ChannelId id, Outlet outlet) {
        List<Violation> found = new ArrayList<>();
        Set<Hostname> seen = new HashSet<>();
        List<Hostname> hosts = outlet.hostnames();
        for (int i = 0; i < hosts.size(); i++) {
            Hostname host = hosts.get(i);
            String at = pointer + (i == 0 ? "/hostname" : "/aliases/" + (i - 1));
            Channel holder = byHost.get(host);
            if (!seen.add(host)) {
                found.add(
                        new Violation(
                                at,
                                "duplicate",
                                "The channel has the hostname %s already. Leave it out here."
                                        .formatted(host.value())));
            } else if (holder != null && !holder.id().equals(id)) {
                found.add(
                        new Violation(
                                at,
                                "hostname-taken",
                                "The hostname %s belongs to the channel \"%s\". Remove it there, or give another one."
                                        .formatted(host.value(), holder.name())));
            }
        }
        return found;
    }
}
