package io.connections.api.run;

import io.smallrye.mutiny.Multi;
import jakarta.inject.Singleton;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The last event again where nothing moves. Proxies cut off streams that are silent, and a browser
/// tells its page of events alone: by them it knows a stream that is quiet from one that is dead.
@Singleton
final class KeepAlive {
    private final Duration interval;

    KeepAlive(
            @ConfigProperty(name = "connections.sse.keep-alive", defaultValue = "15s")
                    Duration interval) {
        this.interval = interval;
    }

    /// The events, until they end. They are taken one by one, so that who reads slowly finds the
    /// newest next and not a queue of old ones.
    Multi<OutboundSseEvent> during(Multi<OutboundSseEvent> events) {
        var last = new AtomicReference<Optional<OutboundSseEvent>>(Optional.empty());
        Multi<Optional<OutboundSseEvent>> again =
                Multi.createFrom()
                        .ticks()
                        .startingAfter(interval)
                        .every(interval)
                        .onOverflow()
                        .drop()
                        .map(_ -> last.get())
                        .select()
                        .where(Optional::isPresent);
        return Multi.createBy()
                .merging()
                .withRequests(1)
                .streams(
                        events.map(Optional::of)
                                .invoke(last::set)
                                .onCompletion()
                                .continueWith(Optional.empty()),
                        again)
                .select()
                .first(Optional::isPresent)
                .map(Optional::orElseThrow);
    }
}
