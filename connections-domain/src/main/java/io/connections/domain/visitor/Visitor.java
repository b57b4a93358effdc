package io.connections.domain.visitor;

import io.connections.domain.consent.ConsentStatement;
import io.connections.domain.consent.ConsentStatement.Answer;
import io.connections.domain.consent.Consents;
import io.connections.domain.consent.EvidenceId;
import io.connections.domain.consent.PrivacyState;
import io.connections.domain.profile.Identifier;
import io.connections.domain.visitor.VisitorEvent.Consented;
import io.connections.domain.visitor.VisitorEvent.Identified;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One browser on one site, with what it told us.
///
/// @param zoneSaidAt when the site last said where the visitor is; absent: it has not
/// @param identities by the number of their property
/// @param namedAt when somebody was last named there; absent: nobody was
public record Visitor(
        VisitorId id,
        PrivacyState privacy,
        Optional<Instant> zoneSaidAt,
        Map<Integer, Identity> identities,
        Optional<Instant> namedAt,
        Instant firstSeen,
        Instant lastSeen) {
    public Visitor {
        identities = Map.copyOf(identities);
    }

    /// One of whom nothing is known yet.
    public static Visitor met(VisitorId id, Instant at) {
        return new Visitor(
                id, PrivacyState.UNKNOWN, Optional.empty(), Map.of(), Optional.empty(), at, at);
    }

    /// Whether there is anything to remember: most browsers only look at pages.
    public boolean isKnown() {
        return !identities.isEmpty() || !privacy.consents().equals(Consents.NONE);
    }

    /// Once it has happened. In whatever order events arrive: of what was said, the latest counts.
    public Visitor after(VisitorEvent event, EvidenceId evidence) {
        boolean saysWhere =
                event.zone().isPresent() && zoneSaidAt.filter(event.at()::isBefore).isEmpty();
        boolean names =
                event.what() instanceof Identified
                        && namedAt.filter(event.at()::isBefore).isEmpty();
        return new Visitor(
                id,
                privacy.hear(event.zone().filter(_ -> saysWhere), statements(event, evidence))
                        .now(),
                saysWhere ? Optional.of(event.at()) : zoneSaidAt,
                event.what() instanceof Identified identified
                        ? names ? named(identified, event.at()) : beside(identified)
                        : identities,
                names ? Optional.of(event.at()) : namedAt,
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

    /// At a browser there is one person at a time. It is still the same where nothing that is named
    /// contradicts what is known, and something that is known is named again, which was proven if
    /// anything was. Else it may be another: what was known goes, and what was granted until then
    /// is not theirs.
    private Map<Integer, Identity> named(Identified identified, Instant at) {
        // Whose identifiers went was somebody, too.
        boolean same = identities.isEmpty() ? namedAt.isEmpty() : isStillTheSame(identified);
        Map<Integer, Identity> named = new TreeMap<>(same ? identities : Map.of());
        Instant since =
                same
                        ? identified.identifiers().stream()
                                .flatMap(each -> Stream.ofNullable(identities.get(each.property())))
                                .map(Identity::grantsSince)
                                .max(Comparator.naturalOrder())
                                .orElse(Instant.EPOCH)
                        : behindAllSaidAt(at);
        identified
                .identifiers()
                .forEach(
                        each ->
                                named.merge(
                                        each.property(),
                                        new Identity(each, identified.proven(), since),
                                        Identity::again));
        return named;
    }

    /// At that very instant the one before may have spoken.
    private Instant behindAllSaidAt(Instant at) {
        return privacy.consents().all().stream().anyMatch(said -> said.at().equals(at))
                ? at.plusMillis(1)
                : at;
    }

    /// It was told of late: somebody else was named since, to whom nothing is due that was granted
    /// while the other may have been there.
    private Map<Integer, Identity> beside(Identified late) {
        return isStillTheSame(late) ? identities : sinceNamed();
    }

    private Map<Integer, Identity> sinceNamed() {
        Map<Integer, Identity> since = new TreeMap<>();
        identities.forEach(
                (property, identity) ->
                        since.put(property, identity.since(namedAt.orElse(Instant.EPOCH))));
        return since;
    }

    /// Whether it happened before somebody was named last, as far as is known by now.
    public boolean isLate(VisitorEvent event) {
        return namedAt.filter(event.at()::isBefore).isPresent();
    }

    /// Whether whoever was named is somebody else than who is there now.
    public boolean isSomebodyElse(Identified other) {
        return identities.values().stream()
                .noneMatch(each -> other.identifiers().contains(each.identifier()));
    }

    /// What somebody else said there before counts for them, not for who is there now.
    public Visitor afterSomebodyElse() {
        return new Visitor(id, privacy, zoneSaidAt, sinceNamed(), namedAt, firstSeen, lastSeen);
    }

    private boolean isStillTheSame(Identified identified) {
        boolean proven = identities.values().stream().anyMatch(Identity::proven);
        List<Identity> again =
                identified.identifiers().stream()
                        .flatMap(each -> Stream.ofNullable(identities.get(each.property())))
                        .toList();
        return again.stream()
                        .allMatch(known -> identified.identifiers().contains(known.identifier()))
                && again.stream().anyMatch(known -> known.proven() || !proven);
    }

    /// Once somebody is named there.
    ///
    /// @param at when, by our clock
    public Visitor naming(Identified identified, Instant at) {
        return new Visitor(
                id,
                privacy,
                zoneSaidAt,
                named(identified, at),
                Optional.of(at),
                firstSeen,
                lastSeen);
    }

    /// What is known at the browser of that person: where it is, all that was ever refused there,
    /// and what was granted while it was provably they.
    ///
    /// @param person by any of their identifiers
    public PrivacyState privacyOf(Collection<Identifier> person) {
        List<Identity> theirs =
                identities.values().stream()
                        .filter(each -> person.contains(each.identifier()))
                        .toList();
        return PrivacyState.UNKNOWN
                .hear(
                        Optional.of(privacy.zone()),
                        privacy.consents().all().stream()
                                .filter(
                                        said ->
                                                said.answer() == Answer.REFUSED
                                                        || theirs.stream()
                                                                .anyMatch(one -> one.carries(said)))
                                .toList())
                .now();
    }

    /// Who turned out to be there, of those whom it had been only claimed of.
    public Set<Identifier> provenSince(Visitor before) {
        return identities.values().stream()
                .filter(Identity::proven)
                .map(Identity::identifier)
                .filter(
                        each ->
                                before.identities.values().stream()
                                        .anyMatch(
                                                known ->
                                                        !known.proven()
                                                                && known.identifier().equals(each)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /// What of all that the visitor said holds for the person, too.
    public List<ConsentStatement> reaching(Identity identity) {
        return privacy.consents().all().stream().filter(identity::carries).toList();
    }
}
