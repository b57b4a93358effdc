package io.connections.application.visitor;

import io.connections.application.visitor.CollectEvents.Answer;
import io.connections.application.visitor.CollectEvents.Command;
import io.connections.application.visitor.CollectEvents.Refusal;
import io.connections.domain.channel.PageAddress;
import io.connections.domain.consent.KnownZones;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.consent.Zone;
import io.connections.domain.kernel.Secret;
import io.connections.domain.kernel.Violation;
import io.connections.domain.visitor.SendersClock;
import io.connections.domain.visitor.VisitorEvent;
import io.connections.domain.visitor.VisitorEvent.Consented;
import io.connections.domain.visitor.VisitorEvent.Identified;
import io.connections.domain.visitor.VisitorEvent.VariablesRead;
import io.connections.domain.visitor.VisitorEvent.What;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Judges what the tag sent. Whatever is wrong costs only itself: an event, or of an event the
/// objective or identifier that there is not.
final class SentBatch {
    private static final int MAX_QUOTED = 80;
    /// Of path and query as they are kept, where a letter may have become three.
    static final int LONGEST_PAGE = 4_000;

    private final KnownChannel channel;
    private final Command command;
    private final SendersClock clock;
    private final Optional<Secret> key;
    private final Optional<Zone> zone;
    private final List<VisitorEvent> events = new ArrayList<>();
    private final List<Refusal> refused = new ArrayList<>();

    /// @param key of the channel, where something is to be checked by it
    SentBatch(KnownChannel channel, Command command, SendersClock clock, Optional<Secret> key) {
        this.channel = channel;
        this.command = command;
        this.clock = clock;
        this.key = key;
        this.zone = readZone();
        for (int i = 0; i < command.events().size(); i++) {
            read(i, command.events().get(i));
        }
    }

    List<VisitorEvent> events() {
        return events;
    }

    Answer answer() {
        return new Answer(events.size(), refused);
    }

    private Optional<Zone> readZone() {
        return command.zone()
                .flatMap(
                        text -> {
                            Optional<Zone> known = KnownZones.of(text);
                            if (known.isEmpty()) {
                                KnownZones.violation("", text)
                                        .map(Violation::message)
                                        .ifPresent(
                                                reason ->
                                                        refused.add(
                                                                new Refusal(
                                                                        Optional.empty(), reason)));
                            }
                            return known;
                        });
    }

    private void read(int index, SentEvent sent) {
        switch (sent) {
            case SentEvent.Unreadable(String reason) -> refuse(index, reason);
            case SentEvent.Read read -> {
                Optional<PageAddress> page =
                        channel.page(read.url()).map(each -> evenIfLong(each, read.said()));
                Optional<Instant> at = clock.happened(read.at());
                if (page.isEmpty()) {
                    refuse(index, "The url is no page of this channel.");
                } else if (page.get().pathAndQuery().length() > LONGEST_PAGE) {
                    refuse(index, "The url has more than %,d characters.".formatted(LONGEST_PAGE));
                } else if (at.isEmpty()) {
                    refuse(index, "It happened more than seven days before it was sent.");
                } else {
                    what(index, read.said(), page.get())
                            .ifPresent(
                                    what ->
                                            events.add(
                                                    new VisitorEvent(
                                                            command.channel(),
                                                            command.visitor(),
                                                            read.id(),
                                                            at.get(),
                                                            clock.receivedAt(),
                                                            zone,
                                                            page.get(),
                                                            what)));
                }
            }
        }
    }

    /// Who somebody is, and what they consented to, is heard wherever it is said: of an address
    /// that is too long to be kept, only the beginning is.
    private static PageAddress evenIfLong(PageAddress page, SentEvent.Said said) {
        boolean isHeard = said instanceof SentEvent.Identity || said instanceof SentEvent.Consent;
        return isHeard && page.pathAndQuery().length() > LONGEST_PAGE
                ? page.shortened(LONGEST_PAGE)
                : page;
    }

    private Optional<What> what(int index, SentEvent.Said said, PageAddress page) {
        return switch (said) {
            case SentEvent.Plain(What what) -> Optional.of(what);
            case SentEvent.Identity identity -> identified(index, identity);
            case SentEvent.Consent consent -> consented(index, consent);
            case SentEvent.Variables variables -> variables(index, variables, page);
        };
    }

    private Optional<What> identified(int index, SentEvent.Identity identity) {
        return person(index, identity).map(person -> person);
    }

    private Optional<Identified> person(int index, SentEvent.Identity identity) {
        return new IdentityCheck(
                        channel, command.channel(), command.visitor(), key, clock.receivedAt())
                .of(identity, reason -> refuse(index, reason));
    }

    /// What is not asked for is not kept, nor what a page says of somebody without a proof.
    private Optional<What> variables(int index, SentEvent.Variables sent, PageAddress page) {
        Map<String, List<String>> values = new LinkedHashMap<>(sent.values());
        values.keySet().retainAll(channel.variables(sent.connection(), page));
        if (values.isEmpty()) {
            refuse(index, "Nothing of it is asked for on this page.");
            return Optional.empty();
        }
        Optional<Identified> person = person(index, sent.identity()).filter(Identified::proven);
        if (person.isEmpty() && sent.identity().proof().isEmpty()) {
            refuse(index, "Without a proof nothing is taken of what a page says.");
        }
        return person.map(one -> new VariablesRead(sent.connection(), one.identifiers(), values));
    }

    private Optional<What> consented(int index, SentEvent.Consent consent) {
        Set<ObjectiveId> granted = objectives(index, consent.granted());
        Set<ObjectiveId> refusals = objectives(index, consent.refused());
        if (granted.isEmpty() && refusals.isEmpty()) {
            if (consent.granted().isEmpty() && consent.refused().isEmpty()) {
                refuse(index, "It neither grants nor refuses anything.");
            }
            return Optional.empty();
        }
        Map<ObjectiveId, String> shown = new HashMap<>();
        consent.shown()
                .forEach(
                        (id, text) ->
                                ObjectiveId.of(id)
                                        .filter(
                                                objective ->
                                                        granted.contains(objective)
                                                                || refusals.contains(objective))
                                        .ifPresent(objective -> shown.put(objective, text)));
        return Optional.of(new Consented(granted, refusals, shown));
    }

    private Set<ObjectiveId> objectives(int index, List<String> ids) {
        Set<ObjectiveId> found = new LinkedHashSet<>();
        for (String id : ids) {
            ObjectiveId.of(id)
                    .filter(channel.objectives()::containsKey)
                    .ifPresentOrElse(
                            found::add,
                            () -> refuse(index, "There is no objective %s.".formatted(quoted(id))));
        }
        return found;
    }

    private void refuse(int index, String reason) {
        refused.add(new Refusal(Optional.of(index), reason));
    }

    static String quoted(String text) {
        return "\""
                + (text.length() <= MAX_QUOTED ? text : text.substring(0, MAX_QUOTED - 1) + "…")
                + "\"";
    }
}
