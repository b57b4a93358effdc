package io.connections.domain.goal;

import io.connections.domain.consent.ConsentStatement;
import io.connections.domain.consent.ConsentStatement.Answer;
import io.connections.domain.consent.KnownZones;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.consent.Zone;
import io.connections.domain.goal.SaidConsent.Said;
import io.connections.domain.profile.PropertyType;
import io.connections.domain.profile.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The consent rows of a goal made ready to run. Whatever is not clear rejects the record: consent
/// is never guessed, and a typing error in a zone must not count as another one.
final class PlannedConsent {
    static final PlannedConsent NONE = new PlannedConsent(List.of(), Set.of(), Instant.EPOCH);

    private static final PropertyType YES_NO = new PropertyType.YesNo();
    private static final PropertyType DATE_TIME = new PropertyType.DateTime();
    private static final Set<String> GRANTED =
            Set.of(
                    "granted",
                    "consented",
                    "accepted",
                    "opt-in",
                    "opted-in",
                    "opted in",
                    "subscribed");
    private static final Set<String> REFUSED =
            Set.of(
                    "refused",
                    "denied",
                    "declined",
                    "rejected",
                    "withdrawn",
                    "revoked",
                    "opt-out",
                    "opted-out",
                    "opted out",
                    "unsubscribed");

    private final List<Row> rows;
    private final Set<ObjectiveId> objectives;
    private final Instant now;

    private record Row(String field, List<Step> steps, ConsentMeaning meaning) {
        List<String> values(InputRecord record, Findings findings) {
            List<String> values = field.isEmpty() ? List.of() : record.values(field);
            for (int i = 0; i < steps.size(); i++) {
                values = steps.get(i).apply(values, record, findings);
            }
            return values;
        }

        String name() {
            return field.isEmpty() ? "consent" : field;
        }
    }

    private PlannedConsent(List<Row> rows, Set<ObjectiveId> objectives, Instant now) {
        this.rows = rows;
        this.objectives = objectives;
        this.now = now;
    }

    /// @param objectives all that there are
    /// @param now of which nobody can have spoken later
    static PlannedConsent of(List<ConsentRow> rows, Set<ObjectiveId> objectives, Instant now) {
        if (rows.isEmpty()) {
            return NONE;
        }
        return new PlannedConsent(
                rows.stream()
                        .map(
                                row ->
                                        new Row(
                                                row.field().orElse(""),
                                                Steps.of(row.processors()),
                                                row.meaning()))
                        .toList(),
                Set.copyOf(objectives),
                now);
    }

    boolean saysNothing() {
        return rows.isEmpty();
    }

    /// What the record says. What is bad or filters the record is told to the findings, with the
    /// place and message of the first bad value in `problem`.
    SaidConsent read(InputRecord record, Findings findings, Problem problem) {
        List<Said> said = new ArrayList<>();
        Optional<Zone> zone = Optional.empty();
        Optional<Instant> at = Optional.empty();
        for (Row row : rows) {
            for (String given : row.values(record, findings)) {
                String value = given.strip();
                if (value.isEmpty() || findings.hasBad()) {
                    continue;
                }
                switch (row.meaning()) {
                    case ConsentMeaning.AnswerTo(ObjectiveId objective) ->
                            answer(value, findings)
                                    .ifPresent(answer -> said.add(new Said(objective, answer)));
                    case ConsentMeaning.Granted() ->
                            objective(value, findings)
                                    .ifPresent(id -> said.add(new Said(id, Answer.GRANTED)));
                    case ConsentMeaning.Refused() ->
                            objective(value, findings)
                                    .ifPresent(id -> said.add(new Said(id, Answer.REFUSED)));
                    case ConsentMeaning.InZone() -> zone = zone(value, zone, findings);
                    case ConsentMeaning.StatedAt() -> at = time(value, at, findings);
                }
            }
            if (findings.filtered()) {
                return SaidConsent.NOTHING;
            }
            if (findings.hasBad()) {
                problem.note(row.name(), findings);
                findings.clear();
            }
        }
        return said.isEmpty() && zone.isEmpty() && at.isEmpty()
                ? SaidConsent.NOTHING
                : new SaidConsent(said, zone, at);
    }

    private static Optional<Answer> answer(String value, Findings findings) {
        String word = value.toLowerCase(Locale.ROOT);
        if (GRANTED.contains(word)) {
            return Optional.of(Answer.GRANTED);
        }
        if (REFUSED.contains(word)) {
            return Optional.of(Answer.REFUSED);
        }
        return switch (YES_NO.normalise(value)) {
            case Reading.Accepted(String written) ->
                    Optional.of(written.equals("true") ? Answer.GRANTED : Answer.REFUSED);
            case Reading.Refused _ -> {
                findings.bad(
                        value,
                        "says neither yes nor no; a table of values in the mapping can say which it means");
                yield Optional.empty();
            }
        };
    }

    private Optional<ObjectiveId> objective(String value, Findings findings) {
        Optional<ObjectiveId> id = ObjectiveId.of(value).filter(objectives::contains);
        if (id.isEmpty()) {
            findings.bad(value, "is the id of no objective");
        }
        return id;
    }

    private static Optional<Zone> zone(String value, Optional<Zone> before, Findings findings) {
        Optional<Zone> zone = KnownZones.of(value);
        if (zone.isEmpty()) {
            findings.bad(value, "is no zone of privacy legislation that is known");
        } else if (before.isPresent() && !before.equals(zone)) {
            findings.bad(value, "is a second zone");
        }
        return zone;
    }

    private Optional<Instant> time(String value, Optional<Instant> before, Findings findings) {
        return switch (DATE_TIME.normalise(value)) {
            case Reading.Refused(String reason) -> {
                findings.bad(value, reason);
                yield before;
            }
            case Reading.Accepted(String written) -> {
                Instant at = Instant.parse(written);
                if (ConsentStatement.violation("", at, now).isPresent()) {
                    findings.bad(
                            value, "lies in the future, and nobody can have consented by then");
                } else if (before.isPresent() && !before.get().equals(at)) {
                    findings.bad(value, "is a second time");
                }
                yield Optional.of(at);
            }
        };
    }

    /// The first bad value of a record's consent.
    static final class Problem {
        private String message = "";
        private MappedRecord.Place place = MappedRecord.Place.NONE;

        private void note(String field, Findings findings) {
            if (message.isEmpty()) {
                message =
                        "The value \"%s\" of the field \"%s\" %s."
                                .formatted(
                                        PlannedRow.shown(findings.badValue()),
                                        field,
                                        findings.reason());
                place = new MappedRecord.Place(field, findings.badValue());
            }
        }

        boolean isThere() {
            return !message.isEmpty();
        }

        String message() {
            return message;
        }

        MappedRecord.Place place() {
            return place;
        }
    }
}
