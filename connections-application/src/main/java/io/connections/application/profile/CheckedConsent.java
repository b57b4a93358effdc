package io.connections.application.profile;

import io.connections.application.consent.ShownText;
import io.connections.application.kernel.RequestInvalid;
import io.connections.application.profile.RecordConsent.Command;
import io.connections.application.profile.RecordConsent.Typed;
import io.connections.domain.consent.ConsentStatement;
import io.connections.domain.consent.ConsentStatement.Answer;
import io.connections.domain.consent.EvidenceId;
import io.connections.domain.consent.KnownZones;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.consent.Zone;
import io.connections.domain.kernel.Violation;
import io.connections.domain.kernel.VisibleText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads what was typed; everything that is wrong with it is said at once.
final class CheckedConsent {
    private record Read(
            int index, ObjectiveId objective, Answer answer, Instant at, Optional<String> shown) {
        String pointer(String field) {
            return pointer(index, field);
        }

        static String pointer(int index, String field) {
            return "/statements/%d/%s".formatted(index, field);
        }
    }

    private final Instant now;
    private final Optional<Zone> zone;
    private final Optional<String> source;
    private final List<Read> statements = new ArrayList<>();
    private final List<Violation> violations = new ArrayList<>();

    CheckedConsent(Command command, Instant now) {
        this.now = now;
        this.source = command.source().map(String::strip).filter(text -> !text.isEmpty());
        this.zone = command.zone().flatMap(this::readZone);
        checkSource();
        if (command.statements().isEmpty() && command.zone().isEmpty()) {
            violations.add(
                    new Violation(
                            "/statements",
                            "required",
                            "Say what the person consented to or refused, or in which zone the person is."));
        }
        if (command.statements().size() > RecordConsent.MOST_STATEMENTS) {
            throw RequestInvalid.at(
                    "/statements",
                    "too-many",
                    "At most %d statements at once.".formatted(RecordConsent.MOST_STATEMENTS));
        }
        for (int i = 0; i < command.statements().size(); i++) {
            read(i, command.statements().get(i));
        }
        checkRepeated();
    }

    private Optional<Zone> readZone(String typed) {
        Optional<Zone> known = KnownZones.of(typed);
        if (known.isEmpty()) {
            violations.add(
                    new Violation(
                            "/zone",
                            "zone-unknown",
                            "'%s' is no zone of privacy legislation that is known."
                                    .formatted(typed)));
        }
        return known;
    }

    private void checkSource() {
        source.ifPresent(
                text -> {
                    if (text.length() > RecordConsent.MOST_SOURCE
                            || VisibleText.leavesTheLine(text)) {
                        violations.add(
                                new Violation(
                                        "/source",
                                        "source-invalid",
                                        "The source is at most %d characters on one line."
                                                .formatted(RecordConsent.MOST_SOURCE)));
                    }
                });
    }

    private void read(int index, Typed typed) {
        Optional<ObjectiveId> objective = ObjectiveId.of(typed.objective());
        if (objective.isEmpty()) {
            violations.addAll(
                    ObjectiveId.violation(Read.pointer(index, "objective"), typed.objective())
                            .stream()
                            .toList());
        }
        if (typed.answer().isEmpty()) {
            violations.add(
                    new Violation(
                            Read.pointer(index, "answer"), "required", "Say GRANTED or REFUSED."));
        }
        Instant at = typed.at().orElse(now);
        ConsentStatement.violation(Read.pointer(index, "at"), at, now).ifPresent(violations::add);
        if (objective.isPresent() && typed.answer().isPresent()) {
            statements.add(
                    new Read(index, objective.get(), typed.answer().get(), at, typed.shown()));
        }
    }

    private void checkRepeated() {
        Map<ObjectiveId, Set<Instant>> seen = new HashMap<>();
        for (Read read : statements) {
            if (!seen.computeIfAbsent(read.objective(), _ -> new HashSet<>()).add(read.at())) {
                violations.add(
                        new Violation(
                                read.pointer("objective"),
                                "repeated",
                                "There is another statement about '%s' of the same time."
                                        .formatted(read.objective().value())));
            }
        }
    }

    void haveToBeThere(Set<ObjectiveId> there) {
        for (Read read : statements) {
            if (!there.contains(read.objective())) {
                violations.add(
                        new Violation(
                                read.pointer("objective"),
                                "objective-unknown",
                                "There is no objective '%s'.".formatted(read.objective().value())));
            }
        }
    }

    void wereShown(ObjectiveId objective, List<ShownText> texts) {
        Set<String> fingerprints =
                texts.stream().map(text -> text.text().fingerprint()).collect(Collectors.toSet());
        for (Read read : statements) {
            if (read.objective().equals(objective)
                    && read.shown().isPresent()
                    && !fingerprints.contains(read.shown().get())) {
                violations.add(
                        new Violation(
                                read.pointer("shown"),
                                "text-unknown",
                                "No text of '%s' has this fingerprint, now or before. Leave it out where another text was shown."
                                        .formatted(objective.value())));
            }
        }
    }

    void refuse() {
        if (!violations.isEmpty()) {
            throw new RequestInvalid(violations);
        }
    }

    Instant now() {
        return now;
    }

    Optional<Zone> zone() {
        return zone;
    }

    Optional<String> source() {
        return source;
    }

    Collection<ObjectiveId> named() {
        return statements.stream().map(Read::objective).collect(Collectors.toSet());
    }

    /// Objectives of which it was said what was shown.
    List<ObjectiveId> shown() {
        return statements.stream()
                .filter(read -> read.shown().isPresent())
                .map(Read::objective)
                .distinct()
                .toList();
    }

    /// What there is to keep as evidence.
    List<Optional<String>> evidence() {
        return statements.stream().map(Read::shown).distinct().toList();
    }

    /// @param evidence by what was shown
    List<ConsentStatement> statements(Map<Optional<String>, EvidenceId> evidence) {
        return statements.stream()
                .map(
                        read ->
                                new ConsentStatement(
                                        read.objective(),
                                        read.answer(),
                                        read.at(),
                                        evidence.getOrDefault(read.shown(), EvidenceId.NONE)))
                .toList();
    }
}
