package io.connections.api.kernel;

import io.connections.application.channel.ChannelNotFound;
import io.connections.application.connection.ConnectionNotFound;
import io.connections.application.connection.version.VersionNotFound;
import io.connections.application.label.LabelNotFound;
import io.connections.application.profile.ErasureId;
import io.connections.application.profile.ErasureNotFound;
import io.connections.application.run.request.RunNotFound;
import io.connections.domain.channel.ChannelId;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.kernel.NotFound;
import io.connections.domain.kernel.Version;
import io.connections.domain.label.LabelId;
import io.connections.domain.profile.ProfileId;
import io.connections.domain.profile.ProfileNotFound;
import io.connections.domain.run.RunId;
import java.util.UUID;
import java.util.function.Function;

/// Ids out of an address. Nothing has an id that is no UUID, so such an address is one at which
/// nothing is.
public final class PathIds {
    private PathIds() {}

    public static ConnectionId connection(String text) {
        return read(text, ConnectionId::new, ConnectionNotFound::new);
    }

    public static RunId run(String text) {
        return read(text, RunId::new, _ -> new RunNotFound());
    }

    public static ProfileId profile(String text) {
        return read(text, ProfileId::new, _ -> new ProfileNotFound());
    }

    public static ErasureId erasure(String text) {
        return read(text, ErasureId::new, _ -> new ErasureNotFound());
    }

    public static Version version(String text) {
        try {
            return new Version(Long.parseLong(text));
        } catch (IllegalArgumentException e) {
            throw new VersionNotFound(text);
        }
    }

    public static LabelId label(String text) {
        return read(text, LabelId::new, _ -> new LabelNotFound());
    }

    public static ChannelId channel(String text) {
        return read(text, ChannelId::new, _ -> new ChannelNotFound());
    }

    private static <T> T read(
            String text, Function<UUID, T> id, Function<String, NotFound> nothingThere) {
        try {
            return id.apply(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw nothingThere.apply(text);
        }
    }
}
