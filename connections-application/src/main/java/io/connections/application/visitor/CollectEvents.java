package io.connections.application.visitor;

import io.connections.application.channel.port.ChannelKeys;
import io.connections.application.channel.port.ChannelRepository;
import io.connections.application.kernel.ServesAnybody;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.application.visitor.port.EventLog;
import io.connections.domain.channel.ChannelId;
import io.connections.domain.kernel.Secret;
import io.connections.domain.visitor.SendersClock;
import io.connections.domain.visitor.VisitorId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Takes what happened on a channel's pages. What it says it has taken is kept, whatever happens
/// then.
@Singleton
@ServesAnybody(
        because =
                "Visitors of websites do not sign in. Only pages of the channel's own hosts are heard,"
                        + " and the answer says nothing but what became of what was sent.")
public final class CollectEvents {
    public static final int MOST_EVENTS = 100;

    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);

    private final KnownChannels known;
    private final EventLog log;
    private final UnitOfWork unitOfWork;
    private final ChannelRepository channels;
    private final ChannelKeys keys;
    private final InstantSource clock;
    private final Map<ChannelId, Instant> seen = new ConcurrentHashMap<>();

    CollectEvents(
            KnownChannels known,
            EventLog log,
            UnitOfWork unitOfWork,
            ChannelRepository channels,
            ChannelKeys keys,
            InstantSource clock) {
        this.known = known;
        this.log = log;
        this.unitOfWork = unitOfWork;
        this.channels = channels;
        this.keys = keys;
        this.clock = clock;
    }

    /// @param sentAt by the browser's clock, of the years 1 to 9999
    /// @param zone by code or name; absent: the site does not know it
    /// @param origin of the page, as its browser names it; empty where it names none
    /// @param events at most [#MOST_EVENTS]
    public record Command(
            ChannelId channel,
            VisitorId visitor,
            Instant sentAt,
            Optional<String> zone,
            String origin,
            List<SentEvent> events) {
        public Command {
            events = List.copyOf(events);
        }
    }

    /// @param accepted events, those that had been sent before among them
    public record Answer(int accepted, List<Refusal> refused) {
        public Answer {
            refused = List.copyOf(refused);
        }
    }

    /// Something that was left out. The rest of its event may have been taken.
    ///
    /// @param event from 0; absent: it was said of all
    /// @param reason in words for whoever builds the site
    public record Refusal(Optional<Integer> event, String reason) {}

    /// Fails with [ChannelNotFound], [PageOfAnotherSite] or [CollectorBusy].
    public Uni<Answer> handle(Command command) {
        Instant now = clock.instant();
        return known.get(command.channel())
                .invoke(channel -> channel.requireHostOf(command.origin()))
                .chain(
                        channel ->
                                key(command)
                                        .map(
                                                key ->
                                                        new SentBatch(
                                                                channel,
                                                                command,
                                                                new SendersClock(
                                                                        command.sentAt(), now),
                                                                key)))
                .call(
                        batch ->
                                batch.events().isEmpty()
                                        ? Uni.createFrom().voidItem()
                                        : log.append(batch.events()))
                .map(SentBatch::answer)
                .invoke(() -> noteSeen(command.channel(), now));
    }

    /// Only where there is something to check by it.
    private Uni<Optional<Secret>> key(Command command) {
        return command.events().stream().anyMatch(CollectEvents::carriesAProof)
                ? unitOfWork.run(() -> keys.reveal(command.channel()))
                : Uni.createFrom().item(Optional.empty());
    }

    private static boolean carriesAProof(SentEvent event) {
        return switch (event) {
            case SentEvent.Read(_, _, _, SentEvent.Identity identity) ->
                    identity.proof().isPresent();
            case SentEvent.Read(_, _, _, SentEvent.Variables variables) ->
                    variables.identity().proof().isPresent();
            case SentEvent.Read _, SentEvent.Unreadable _ -> false;
        };
    }

    /// Nobody waits for it, and it may fail: the next minute says it again.
    private void noteSeen(ChannelId channel, Instant now) {
        Instant before = seen.get(channel);
        if (before != null && now.isBefore(before.plus(SEEN_EVERY))) {
            return;
        }
        seen.put(channel, now);
        unitOfWork.run(() -> channels.saw(channel, now)).subscribe().with(_ -> {}, _ -> {});
    }
}
