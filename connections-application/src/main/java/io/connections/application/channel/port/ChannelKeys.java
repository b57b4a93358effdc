package io.connections.application.channel.port;

import io.connections.domain.channel.Channel.Stamp;
import io.connections.domain.channel.ChannelId;
import io.connections.domain.kernel.Secret;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/// The key of each channel that has one, by which its site proves who a visitor is. Encrypted, so
/// that it opens only for its own channel, and gone with it. Called inside a
/// [io.connections.application.kernel.port.UnitOfWork].
public interface ChannelKeys {
    /// A new one that nobody can guess, in place of the one before, which counts no more.
    ///
    /// @param channel that there is
    Uni<Secret> make(ChannelId channel, Stamp by);

    /// When the key was made, and by whom; absent: there is none.
    Uni<Optional<Stamp>> made(ChannelId channel);

    /// For checking a proof, and for nothing else.
    Uni<Optional<Secret>> reveal(ChannelId channel);
}
