package io.connections.application.channel;

import io.connections.application.channel.port.ChannelRepository;
import io.connections.application.kernel.RequestInvalid;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.channel.ChannelScope;
import io.connections.domain.channel.ChannelScope.Explanation;
import io.connections.domain.channel.PageAddress;
import io.connections.domain.kernel.Violation;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/// Whether a connection with this scope would be active on a page, and which rule decides. The
/// scope need not be saved.
@Singleton
public final class TryScope {
    /// @param url as a person typed it
    public record Query(String url, ChannelScope scope, Actor actor) {}

    private final UnitOfWork unitOfWork;
    private final ChannelRepository channels;

    TryScope(UnitOfWork unitOfWork, ChannelRepository channels) {
        this.unitOfWork = unitOfWork;
        this.channels = channels;
    }

    /// Fails with [RequestInvalid] where the text is no address of a page, or the scope could not
    /// be saved.
    public Uni<Explanation> handle(Query query) {
        return unitOfWork.run(
                () -> {
                    query.actor().require(Permission.CONNECTIONS_READ);
                    List<Violation> violations = query.scope().violations("/scope");
                    if (!violations.isEmpty()) {
                        throw new RequestInvalid(violations);
                    }
                    PageAddress page = PageReading.read(query.url());
                    return PageReading.channelsOf(page, channels)
                            .map(holders -> query.scope().explain(holders, page));
                });
    }
}
