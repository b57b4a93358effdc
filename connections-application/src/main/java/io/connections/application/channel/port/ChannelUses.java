package io.connections.application.channel.port;

import io.connections.application.channel.ChannelInUse.Use;
import io.connections.domain.channel.ChannelId;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Which connections have chosen a channel; one that is active on all has chosen none. Called
/// inside a [io.connections.application.kernel.port.UnitOfWork].
public interface ChannelUses {
    /// By name.
    Uni<List<Use>> of(ChannelId channel, int limit);

    /// How many connections have chosen each; those that none has are left out. One look-up for
    /// all.
    Uni<Map<ChannelId, Long>> count(Collection<ChannelId> channels);
}
