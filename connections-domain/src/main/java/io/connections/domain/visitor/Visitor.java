package io.connections.domain.visitor;

import io.connections.domain.consent.ConsentStatement;
import io.connections.domain.consent.ConsentStatement.Answer;
import io.connections.domain.consent.EvidenceId;
import io.connections.domain.consent.PrivacyState;
import io.connections.domain.profile.Identifier;
import io.connections.domain.visitor.VisitorEvent.Consented;
import io.connections.domain.visitor.VisitorEvent.Identified;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

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

    /// Who is named by another value of a property is another person: what was known of the one
    /// before goes, and what was granted until then is not the new one's. Where nothing that was
    /// known is named again nobody can tell, so what was known becomes a claim.
    private Map<Integer, Identity> named(Identified identified, Instant at) {
        boolean another = identified.identifiers().stream().anyMatch(this::contradicts);
        List<Identity> again =
                identified.identifiers().stream()
                        .flatMap(each -> Stream.ofNullable(identities.get(each.property())))
                        .toList();
        Map<Integer, Identity> named = new TreeMap<>();
        if (!another) {
            identities.forEach(
                    (property, identity) ->
                            named.put(property, again.isEmpty() ? identity.claimed() : identity));
        }
        Instant since =
                another || (again.isEmpty() && !identities.isEmpty())
                        ? at
                        : again.stream()
                                .map(Identity::grantsSince)
                                .max(Comparator.naturalOrder())
                                .orElse(Instant.EPOCH);
        identified
                .identifiers()
                .forEach(
                        each ->
                                named.merge(
                                        each.property(),
                                        new Identity(each, identified.proven(), since),
                                        (known, now) ->
                                                new Identity(
                                                        each,
                                                        known.proven() || now.proven(),
                                                        known.grantsSince())));
        return named;
    }

    private boolean contradicts(Identifier named) {
        Identity known = identities.get(named.property());
        return known != null && !known.identifier().equals(named);
    }

    /// What of all that the visitor said holds for the person, too.
    public List<ConsentStatement> reaching(Identity identity) {
        return privacy.consents().all().stream().filter(identity::carries).toList();
    }
}
