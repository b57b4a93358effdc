package io.connections.api.channel;

import io.connections.domain.channel.Outlet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ChannelKind")
public enum ChannelKindJson {
    WEBSITE(Outlet.Kind.WEBSITE),
    EMAIL(Outlet.Kind.EMAIL),
    MOBILE(Outlet.Kind.MOBILE),
    TV(Outlet.Kind.TV);

    private final Outlet.Kind kind;

    ChannelKindJson(Outlet.Kind kind) {
        this.kind = kind;
    }

    Outlet.Kind kind() {
        return kind;
    }

    static ChannelKindJson of(Outlet outlet) {
        return switch (outlet) {
            case Outlet.Website _ -> WEBSITE;
            case Outlet.Email() -> EMAIL;
            case Outlet.Mobile _ -> MOBILE;
            case Outlet.Tv _ -> TV;
        };
    }
}
