package io.connections.adapters.persistence.document;

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
import org.jspecify.annotations.Nullable;

/// The stored form of what a person said: `{"newsletter":["g",1764244800000,17]}`, by objective the
/// answer, when it was given in milliseconds since 1970, and the number of its evidence.
public final class ConsentDocuments {
    private ConsentDocuments() {}

    public static char letter(Answer answer) {
        return switch (answer) {
            case GRANTED -> 'g';
            case REFUSED -> 'r';
        };
    }

    public static String text(Consents consents) {
        Bytes out = new Bytes(64);
        write(consents, out);
        return out.text();
    }

    public static void write(Consents consents, Bytes out) {
        out.put('{');
        boolean first = true;
        for (ConsentStatement statement : consents.all()) {
            if (!first) {
                out.put(',');
            }
            first = false;
            out.putJson(statement.objective().value());
            out.put(':').put('[').put('"').put(letter(statement.answer())).put('"').put(',');
            out.putDecimal(statement.at().toEpochMilli()).put(',');
            out.putDecimal(statement.evidence().number()).put(']');
        }
        out.put('}');
    }

    /// What cannot be read counts as that, and not as nothing said.
    ///
    /// @param zone null for the rest of the world
    /// @param consent null where nothing was said
    public static ConsentGate.Subject read(@Nullable String zone, byte @Nullable [] consent) {
        if (zone == null && consent == null) {
            return PrivacyState.UNKNOWN;
        }
        Zone known = zone == null ? Zone.REST_OF_WORLD : new Zone(zone);
        if (consent == null) {
            return new PrivacyState(known, Consents.NONE);
        }
        try {
            return new PrivacyState(known, consents(new JsonCursor(consent)));
        } catch (RuntimeException _) {
            return ConsentGate.Unreadable.UNREADABLE;
        }
    }

    private static Consents consents(JsonCursor json) {
        List<ConsentStatement> statements = new ArrayList<>(4);
        json.expect('{');
        if (json.peek() == '}') {
            return Consents.NONE;
        }
        do {
            ObjectiveId objective = new ObjectiveId(json.string());
            json.expect(':');
            json.expect('[');
            Answer answer = answer(json.string());
            json.expect(',');
            Instant at = Instant.ofEpochMilli(json.integer());
            json.expect(',');
            EvidenceId evidence = new EvidenceId(json.integer());
            json.expect(']');
            statements.add(new ConsentStatement(objective, answer, at, evidence));
        } while (json.more('}'));
        return Consents.of(statements);
    }

    public static Answer answer(String letter) {
        return switch (letter) {
            case "g" -> Answer.GRANTED;
            case "r" -> Answer.REFUSED;
            default -> throw new IllegalStateException("no answer: " + letter);
        };
    }
}
