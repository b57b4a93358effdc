package io.connections.domain.channel;

import io.connections.domain.kernel.ObjectKind;
import io.connections.domain.kernel.ObjectRef;
import java.util.UUID;

/// Identifies a channel. A version 7 UUID.
public record ChannelId(UUID value) {
    public ObjectRef ref() {
        return new ObjectRef(ObjectKind.CHANNEL, value.toString());
    }
}
