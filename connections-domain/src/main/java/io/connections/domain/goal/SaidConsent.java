package io.connections.domain.goal;

import io.connections.domain.consent.ConsentGate;
import io.connections.domain.consent.ConsentStatement;
import io.connections.domain.consent.ConsentStatement.Answer;
import io.connections.domain.consent.Consents;
import io.connections.domain.consent.EvidenceId;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.consent.PrivacyState;
import io.connections.domain.consent.Zone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What one record says of its person's consent.
///
/// @param at when the person said it; absent where the record does not say
/// @param heard elsewhere, each with its own time and evidence
public record SaidConsent(
        List<Said> said, Optional<Zone> zone, Optional<Instant> at, List<ConsentStatement> heard) {
    static final SaidConsent NOTHING =
            new SaidConsent(List.of(), Optional.empty(), Optional.empty());

    public SaidConsent {
        said = List.copyOf(said);
        heard = List.copyOf(heard);
    }

    public SaidConsent(List<Said> said, Optional<Zone> zone, Optional<Instant> at) {
        this(said, zone, at, List.of());
    }

    /// What was said before, elsewhere than in a record.
    public static SaidConsent before(Optional<Zone> zone, List<ConsentStatement> heard) {
        return new SaidConsent(List.of(), zone, Optional.empty(), heard);
    }

    public record Said(ObjectiveId objective, Answer answer) {
        private ConsentStatement at(Instant time, EvidenceId evidence) {
            return new ConsentStatement(objective, answer, time, evidence);
        }
    }

    /// In the order in which they are said.
    public List<ObjectiveId> granted() {
        return counting(Answer.GRANTED);
    }

    /// In the order in which they are said.
    public List<ObjectiveId> refused() {
        return counting(Answer.REFUSED);
    }

    /// What a record says it says at one time.
    private List<ObjectiveId> counting(Answer answer) {
        Consents together =
                Consents.of(
                        said.stream()
                                .map(each -> each.at(Instant.EPOCH, EvidenceId.NONE))
                                .toList());
        return said.stream()
                .map(Said::objective)
                .distinct()
                .filter(id -> together.say(answer, id))
                .toList();
    }

    private boolean isNothing() {
        return said.isEmpty() && zone.isEmpty() && heard.isEmpty();
    }

    /// @param privacy as it is from now on
    /// @param past statements that count no more, or came too late to count
    record Heard(ConsentGate.Subject privacy, List<ConsentStatement> past) {}

    Heard heardBy(ConsentGate.Subject before, ConsentTerms terms) {
        if (isNothing() || !(before instanceof PrivacyState known)) {
            return new Heard(before, List.of());
        }
        List<ConsentStatement> statements = new ArrayList<>(said.size() + heard.size());
        statements.addAll(heard);
        for (Said each : said) {
            if (at.isPresent() || !isKnown(each, known.consents())) {
                statements.add(each.at(at.orElse(terms.saidAt()), terms.evidence()));
            }
        }
        PrivacyState.Heard now = known.hear(zone, statements);
        return new Heard(now.now(), now.past());
    }

    /// A file that is imported every night without times says nothing new each night.
    private static boolean isKnown(Said said, Consents consents) {
        return consents.say(said.answer(), said.objective());
    }
}
