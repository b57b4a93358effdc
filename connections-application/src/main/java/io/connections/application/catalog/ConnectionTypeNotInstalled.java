package io.connections.application.catalog;

import io.connections.domain.catalog.ConnectionType;
import io.connections.domain.kernel.Conflict;

/// The type is in the gallery, but nobody has installed it, or somebody has uninstalled it since.
public final class ConnectionTypeNotInstalled extends Conflict {
    public ConnectionTypeNotInstalled(ConnectionType type) {
        super(
                ("%s is not installed, so no connection can be made of it. Install it first, or ask"
                                + " an application manager to. Nothing of what you typed is lost.")
                        .formatted(type.name()));
    }

    @Override
    public String code() {
        return "connection-type-not-installed";
    }
}
