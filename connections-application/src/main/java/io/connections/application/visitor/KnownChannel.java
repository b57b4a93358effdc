package io.connections.application.visitor;

import io.connections.domain.channel.Channel;
import io.connections.domain.channel.Channels;
import io.connections.domain.channel.PageAddress;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.consent.Objective;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.consent.PrivacySettings;
import io.connections.domain.inpage.InPageConnection;
import io.connections.domain.profile.ProfileProperty;
import io.connections.domain.profile.PropertyId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A channel, with all that what its tag says is judged by.
final class KnownChannel {
    private final Channel channel;
    private final Channels hosts;
    private final Map<ObjectiveId, Objective> objectives;
    private final PrivacySettings settings;
    private final Map<String, ProfileProperty> identifiers;
    private final List<InPageConnection> connections;

    /// @param connections that the tag runs, of which those count that may act on the channel
    KnownChannel(
            Channel channel,
            List<Objective> objectives,
            PrivacySettings settings,
            List<ProfileProperty> properties,
            List<InPageConnection> connections) {
        this.connections =
                connections.stream().filter(each -> each.mayActOn(channel.id())).toList();
        this.channel = channel;
        this.hosts = Channels.of(List.of(channel));
        this.objectives =
                objectives.stream().collect(Collectors.toMap(Objective::id, Function.identity()));
        this.settings = settings;
        this.identifiers =
                properties.stream()
                        .filter(ProfileProperty::identifier)
                        .collect(
                                Collectors.toMap(
                                        property -> property.id().key(), Function.identity()));
    }

    Channel channel() {
        return channel;
    }

    /// The page, if it is one of the channel's.
    Optional<PageAddress> page(String url) {
        return PageAddress.read("", url) instanceof PageAddress.Read.Sound(PageAddress page)
                        && hosts.of(page).isPresent()
                ? Optional.of(page)
                : Optional.empty();
    }

    /// Fails with [PageOfAnotherSite] unless the address is of one of the channel's hosts. So does
    /// a frame without an origin (`null`).
    void requireHostOf(String address) {
        if (page(address).isEmpty()) {
            throw new PageOfAnotherSite();
        }
    }

    /// Whether something may be asked of some page of the channel.
    boolean asksForVariables() {
        return !connections.isEmpty();
    }

    List<InPageConnection> activeOn(PageAddress page) {
        return connections.stream().filter(each -> each.isActiveOn(hosts, page)).toList();
    }

    /// What the connection asks that page for; nothing where it does not.
    Set<String> variables(ConnectionId connection, PageAddress page) {
        return activeOn(page).stream()
                .filter(each -> each.id().equals(connection))
                .map(InPageConnection::variables)
                .findFirst()
                .orElse(Set.of());
    }

    Map<ObjectiveId, Objective> objectives() {
        return objectives;
    }

    PrivacySettings settings() {
        return settings;
    }

    /// The identifier of that id; upper and lower case count as the same.
    Optional<ProfileProperty> identifier(String id) {
        return PropertyId.isValid(id)
                ? Optional.ofNullable(identifiers.get(new PropertyId(id).key()))
                : Optional.empty();
    }
}
