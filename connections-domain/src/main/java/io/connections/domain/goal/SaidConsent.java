package io.connections.domain.goal;

import io.connections.domain.consent.ConsentGate;
import io.connections.domain.consent.ConsentStatement;
import io.connections.domain.consent.ConsentStatement.Answer;
import io.connections.domain.consent.Consents;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.consent.PrivacyState;
import io.connections.domain.consent.Zone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What one record says of its person's consent.
///
/// @param at when the person said it; absent where the record does not say
public record SaidConsent(List<Said> said, Optional<Zone> zone, Optional<Instant> at) {
    static final SaidConsent NOTHING =
            new SaidConsent(List.of(), Optional.empty(), Optional.empty());

    public SaidConsent {
        said = List.copyOf(said);
    }

    public record Said(ObjectiveId objective, Answer answer) {}

    /// To which the person says yes and does not say no as well.
    public List<ObjectiveId> granted() {
        List<ObjectiveId> refused = refused();
        return about(Answer.GRANTED).filter(id -> !refused.contains(id)).toList();
    }

    /// Of two answers in one record the refusal counts.
    public List<ObjectiveId> refused() {
        return about(Answer.REFUSED).toList();
    }

    private Stream<ObjectiveId> about(Answer answer) {
        return said.stream()
                .filter(each -> each.answer() == answer)
                .map(Said::objective)
                .distinct();
    }

    private boolean isNothing() {
        return said.isEmpty() && zone.isEmpty();
    }

    /// @param privacy as it is from now on
    /// @param past statements that count no more, or came too late to count
    record Heard(ConsentGate.Subject privacy, List<ConsentStatement> past) {}

    Heard heardBy(ConsentGate.Subject before, ConsentTerms terms) {
        if (isNothing() || !(before instanceof PrivacyState known)) {
            return new Heard(before, List.of());
        }
        List<ConsentStatement> statements = new ArrayList<>(said.size());
        for (Said each : said) {
            if (at.isPresent() || !isKnown(each, known.consents())) {
                statements.add(
                        new ConsentStatement(
                                each.objective(),
                                each.answer(),
                                at.orElse(terms.saidAt()),
                                terms.evidence()));
            }
        }
        Consents.Heard heard = known.consents().hear(statements);
        Zone now = zone.orElse(known.zone());
        PrivacyState after = new PrivacyState(now, heard.now());
        return new Heard(after.equals(known) ? known : after, heard.past());
    }

    /// A file that is imported every night without times says nothing new each night.
    private static boolean isKnown(Said said, Consents consents) {
        return consents.about(said.objective())
                .filter(statement -> statement.answer() == said.answer())
                .isPresent();
    }
}
