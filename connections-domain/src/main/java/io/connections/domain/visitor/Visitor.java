package io.connections.domain.visitor;

import io.connections.domain.consent.ConsentStatement;
import io.connections.domain.consent.ConsentStatement.Answer;
import io.connections.domain.consent.EvidenceId;
import io.connections.domain.consent.PrivacyState;
import io.connections.domain.visitor.VisitorEvent.Consented;
import io.connections.domain.visitor.VisitorEvent.Identified;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One browser on one site, with what it told us.
///
/// @param zoneSaidAt when the site last said where the visitor is; absent: it has not
/// @param identities by the number of their property
public record Visitor(
        VisitorId id,
        PrivacyState privacy,
        Optional<Instant> zoneSaidAt,
        Map<Integer, Identity> identities,
        Instant firstSeen,
        Instant lastSeen) {
    public Visitor {
        identities = Map.copyOf(identities);
    }

    /// One of whom nothing is known yet.
    public static Visitor met(VisitorId id, Instant at) {
        return new Visitor(id, PrivacyState.UNKNOWN, Optional.empty(), Map.of(), at, at);
    }

    /// Once it has happened. In whatever order events arrive: of what was said, the latest counts.
    public Visitor after(VisitorEvent event, EvidenceId evidence) {
        boolean saysWhere =
                event.zone().isPresent() && zoneSaidAt.filter(event.at()::isBefore).isEmpty();
        return new Visitor(
                id,
                privacy.hear(event.zone().filter(_ -> saysWhere), statements(event, evidence))
                        .now(),
                saysWhere ? Optional.of(event.at()) : zoneSaidAt,
                event.what() instanceof Identified identified
                        ? named(identified, event.at())
                        : identities,
                event.at().isBefore(firstSeen) ? event.at() : firstSeen,
                event.at().isAfter(lastSeen) ? event.at() : lastSeen);
    }

    /// What the visitor said by it; nothing by most events.
    public static List<ConsentStatement> statements(VisitorEvent event, EvidenceId evidence) {
        if (!(event.what() instanceof Consented consented)) {
            return List.of();
        }
        List<ConsentStatement> statements = new ArrayList<>();
        consented
                .granted()
                .forEach(
                        each ->
                                statements.add(
                                        new ConsentStatement(
                                                each, Answer.GRANTED, event.at(), evidence)));
        consented
                .refused()
                .forEach(
                        each ->
                                statements.add(
                                        new ConsentStatement(
                                                each, Answer.REFUSED, event.at(), evidence)));
        return statements;
    }

    private Map<Integer, Identity> named(Identified identified, Instant at) {
        Map<Integer, Identity> named = new TreeMap<>(identities);
        identified
                .identifiers()
                .forEach(
                        each -> {
                            Identity known =
                                    named.getOrDefault(
                                            each.property(),
                                            new Identity(each, false, Instant.EPOCH));
                            named.put(each.property(), known.named(each, identified.proven(), at));
                        });
        return named;
    }

    /// What of all that the visitor said holds for the person, too.
    public List<ConsentStatement> reaching(Identity identity) {
        return privacy.consents().all().stream().filter(identity::carries).toList();
    }
}
