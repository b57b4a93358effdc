package io.connections.application.channel.port;

import io.connections.application.channel.ChannelFilter;
import io.connections.application.channel.ChannelNotFound;
import io.connections.application.kernel.Page;
import io.connections.application.kernel.PageRequest;
import io.connections.domain.channel.Channel;
import io.connections.domain.channel.ChannelId;
import io.connections.domain.channel.Hostname;
import io.connections.domain.kernel.Version;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Channels. What is deleted loses its labels and stars with that. Called inside a
/// [io.connections.application.kernel.port.UnitOfWork].
public interface ChannelRepository {
    Uni<Optional<Channel>> find(ChannelId id);

    /// Fails with [ChannelNotFound] where [#find] finds nothing.
    default Uni<Channel> get(ChannelId id) {
        return find(id).map(found -> found.orElseThrow(ChannelNotFound::new));
    }

    /// By name.
    Uni<Page<Channel>> list(ChannelFilter filter, PageRequest page);

    /// Those of them that are there.
    Uni<List<Channel>> findAll(Collection<ChannelId> ids);

    /// As [#findAll], and none of them is deleted before the unit of work ends.
    Uni<List<Channel>> use(Collection<ChannelId> ids);

    /// Fails with [ChannelNotFound]. From here to the end of the unit of work nobody begins to use
    /// the channel: whoever wants to waits, and then finds it gone.
    Uni<Channel> getToDelete(ChannelId id);

    /// Those that have any of the hostnames.
    Uni<List<Channel>> having(Collection<Hostname> hostnames);

    /// From here to the end of the unit of work nobody else makes, changes or deletes a channel:
    /// who has a hostname stays as it is.
    Uni<Void> hold();

    /// @param channel after [#hold], with hostnames that no other has
    Uni<Void> insert(Channel channel);

    /// Keeps all but when it was last seen. `false`, and nothing written, when `from` is no longer
    /// the newest version, or the channel is gone.
    ///
    /// @param channel after [#hold], with hostnames that no other has
    Uni<Boolean> update(Channel channel, Version from);

    /// `false` when it was gone already.
    Uni<Boolean> delete(ChannelId id);

    /// The tag reported something from it. No version, and never set back; a channel that is gone
    /// was not seen.
    Uni<Void> saw(ChannelId id, Instant at);
}
