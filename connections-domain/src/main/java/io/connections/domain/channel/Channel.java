package io.connections.domain.channel;

import io.connections.domain.audit.Subject;
import io.connections.domain.kernel.Version;
import java.time.Instant;
import java.util.Optional;

/// An outlet through which a company meets people.
///
/// @param lastSeen when the tag last reported something from it; absent: never
public record Channel(
        ChannelId id,
        Version version,
        Content content,
        Optional<Instant> lastSeen,
        Stamp created,
        Stamp modified) {
    public static Channel create(ChannelId id, Content content, Stamp by) {
        return new Channel(id, Version.FIRST, content, Optional.empty(), by, by);
    }

    /// The next version, with what a person saved.
    public Channel save(Content saved, Stamp by) {
        return new Channel(id, version.next(), saved, lastSeen, created, by);
    }

    public String name() {
        return content.name();
    }

    public Outlet outlet() {
        return content.outlet();
    }

    /// As the audit trail names it.
    public Subject subject() {
        return Subject.of(id.ref(), name());
    }

    /// What a person says of it.
    public record Content(String name, Outlet outlet, Optional<Logo> logo) {
        public Content(String name, Outlet outlet) {
            this(name, outlet, Optional.empty());
        }
    }

    /// Who did something, and when.
    public record Stamp(String by, Instant at) {}
}
