package io.connections.application.profile;

import io.connections.application.audit.port.AuditTrail;
import io.connections.application.consent.ShownText;
import io.connections.application.consent.port.ObjectiveRepository;
import io.connections.application.kernel.RequestInvalid;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.application.profile.port.ProfileConsents;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.audit.Action;
import io.connections.domain.audit.AuditEvent;
import io.connections.domain.audit.Change;
import io.connections.domain.audit.Subject;
import io.connections.domain.consent.ConsentStatement;
import io.connections.domain.consent.ConsentStatement.Answer;
import io.connections.domain.consent.EvidenceId;
import io.connections.domain.consent.KnownZones;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.consent.Zone;
import io.connections.domain.kernel.Violation;
import io.connections.domain.kernel.VisibleText;
import io.connections.domain.profile.PrivacyEdit;
import io.connections.domain.profile.Profile;
import io.connections.domain.profile.ProfileId;
import io.connections.domain.profile.ProfileNotFound;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Records what a person consented to or refused, and where the person is. Whatever arrives in
/// whatever order, the latest statement about an objective counts; so no version need be named.
@Singleton
public final class RecordConsent {
    public static final int MOST_STATEMENTS = 100;
    public static final int MOST_SOURCE = 200;

    /// Stands for the evidence while it is found out whether there is anything to prove.
    private static final EvidenceId NOT_KEPT_YET = new EvidenceId(0);

    private final UnitOfWork unitOfWork;
    private final ProfileConsents consents;
    private final ObjectiveRepository objectives;
    private final ProfileConsentsViews views;
    private final InstantSource clock;
    private final AuditTrail trail;

    RecordConsent(
            UnitOfWork unitOfWork,
            ProfileConsents consents,
            ObjectiveRepository objectives,
            ProfileConsentsViews views,
            InstantSource clock,
            AuditTrail trail) {
        this.unitOfWork = unitOfWork;
        this.consents = consents;
        this.objectives = objectives;
        this.views = views;
        this.clock = clock;
        this.trail = trail;
    }

    /// @param zone by code or name; absent: as it is
    /// @param source where the person was asked, for people
    public record Command(
            Actor actor,
            ProfileId id,
            Optional<String> zone,
            List<Typed> statements,
            Optional<String> source) {
        public Command {
            statements = List.copyOf(statements);
        }
    }

    /// @param answer absent: it was not said, which is an error
    /// @param at when the person said it; absent: now
    /// @param shown fingerprint of the text that the person was shown
    public record Typed(
            String objective,
            Optional<Answer> answer,
            Optional<Instant> at,
            Optional<String> shown) {}

    /// Fails with [RequestInvalid], [ProfileNotFound] or
    /// [io.connections.domain.profile.ConsentUnreadable].
    public Uni<ProfileConsentsView> handle(Command command) {
        return unitOfWork.run(
                () -> {
                    command.actor().require(Permission.PROFILES_WRITE);
                    Checked checked = new Checked(command, clock.instant());
                    return objectives
                            .hold(checked.named())
                            .invoke(checked::haveToBeThere)
                            .chain(() -> shownTexts(checked))
                            .chain(
                                    () -> {
                                        checked.refuse();
                                        return consents.findToChange(command.id());
                                    })
                            .map(found -> found.orElseThrow(ProfileNotFound::new))
                            .chain(profile -> record(profile, checked, command.actor()));
                });
    }

    private Uni<Void> shownTexts(Checked checked) {
        return Multi.createFrom()
                .iterable(checked.shown())
                .onItem()
                .transformToUniAndConcatenate(
                        objective ->
                                objectives
                                        .texts(objective)
                                        .invoke(texts -> checked.wereShown(objective, texts)))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<ProfileConsentsView> record(Profile profile, Checked checked, Actor actor) {
        if (!edit(profile, checked, Map.of()).changesAnything()) {
            return views.of(profile);
        }
        return evidence(checked, actor)
                .map(evidence -> edit(profile, checked, evidence))
                .chain(
                        edit ->
                                consents.save(edit, actor.name())
                                        .chain(() -> trail.record(recorded(edit, checked, actor)))
                                        .chain(() -> views.of(edit.after())));
    }

    private static PrivacyEdit edit(
            Profile profile, Checked checked, Map<Optional<String>, EvidenceId> evidence) {
        return PrivacyEdit.of(profile, checked.zone(), checked.statements(evidence), checked.now());
    }

    /// What was shown differs between objectives; all else of the evidence they share.
    private Uni<Map<Optional<String>, EvidenceId>> evidence(Checked checked, Actor actor) {
        Map<Optional<String>, EvidenceId> kept = new HashMap<>();
        return Multi.createFrom()
                .iterable(checked.evidence())
                .onItem()
                .transformToUniAndConcatenate(
                        shown ->
                                consents.keep(
                                                new Evidence.Stated(
                                                        actor.name(),
                                                        checked.source(),
                                                        shown,
                                                        checked.now()))
                                        .invoke(id -> kept.put(shown, id)))
                .collect()
                .last()
                .replaceWith(kept);
    }

    /// About what something was said, and never what: the evidence says that.
    private static AuditEvent recorded(PrivacyEdit edit, Checked checked, Actor by) {
        List<Change> changes = new ArrayList<>();
        checked.zone().ifPresent(_ -> changes.add(Change.ofSecret("zone")));
        checked.named().stream()
                .map(ObjectiveId::value)
                .sorted()
                .forEach(id -> changes.add(Change.ofSecret("consent to " + id)));
        return new AuditEvent(by, Action.CHANGED, Subject.of(edit.after().id().ref(), ""), changes);
    }

    /// Reads what was typed; everything that is wrong with it is said at once.
    private static final class Checked {
        private record Read(
                int index,
                ObjectiveId objective,
                Answer answer,
                Instant at,
                Optional<String> shown) {
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

        Checked(Command command, Instant now) {
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
            if (command.statements().size() > MOST_STATEMENTS) {
                throw RequestInvalid.at(
                        "/statements",
                        "too-many",
                        "At most %d statements at once.".formatted(MOST_STATEMENTS));
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
                        if (text.length() > MOST_SOURCE || VisibleText.leavesTheLine(text)) {
                            violations.add(
                                    new Violation(
                                            "/source",
                                            "source-invalid",
                                            "The source is at most %d characters on one line."
                                                    .formatted(MOST_SOURCE)));
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
                                Read.pointer(index, "answer"),
                                "required",
                                "Say GRANTED or REFUSED."));
            }
            Instant at = typed.at().orElse(now);
            ConsentStatement.violation(Read.pointer(index, "at"), at, now)
                    .ifPresent(violations::add);
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
                                    "There is no objective '%s'."
                                            .formatted(read.objective().value())));
                }
            }
        }

        void wereShown(ObjectiveId objective, List<ShownText> texts) {
            Set<String> fingerprints =
                    texts.stream()
                            .map(text -> text.text().fingerprint())
                            .collect(Collectors.toSet());
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
                                            evidence.getOrDefault(read.shown(), NOT_KEPT_YET)))
                    .toList();
        }
    }
}
