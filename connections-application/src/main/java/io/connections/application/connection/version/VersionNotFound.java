package io.connections.application.connection.version;

import io.connections.domain.kernel.NotFound;
import io.connections.domain.kernel.Version;

/// The connection never had such a version.
public final class VersionNotFound extends NotFound {
    public VersionNotFound(Version version) {
        this(Long.toString(version.number()));
    }

    /// @param version as it was asked for, whether it can be one or not
    public VersionNotFound(String version) {
        super("This connection has no version %s.".formatted(version));
    }

    @Override
    public String code() {
        return "version-not-found";
    }
}
