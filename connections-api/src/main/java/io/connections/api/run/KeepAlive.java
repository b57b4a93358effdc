package io.connections.api.run;

import io.smallrye.mutiny.Multi;
import jakarta.inject.Singleton;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Comments between events: proxies cut off streams on which nothing moves.
@Singleton
final class KeepAlive {
    private final Duration interval;

    KeepAlive(
            @ConfigProperty(name = "connections.sse.keep-alive", defaultValue = "15s")
                    Duration interval) {
        this.interval = interval;
    }

    /// The events, until they end.
    Multi<OutboundSseEvent> during(Multi<OutboundSseEvent> events, Sse sse) {
        Multi<Optional<OutboundSseEvent>> comments =
                Multi.createFrom()
                        .ticks()
                        .startingAfter(interval)
                        .every(interval)
                        .onOverflow()
                        .drop()
                        .map(_ -> Optional.of(sse.newEventBuilder().comment("still here").build()));
        return Multi.createBy()
                .merging()
                .streams(
                        events.map(Optional::of).onCompletion().continueWith(Optional.empty()),
                        comments)
                .select()
                .first(Optional::isPresent)
                .map(Optional::orElseThrow);
    }
}
