package io.connections.application.profile;

import io.connections.application.audit.port.AuditTrail;
import io.connections.application.consent.port.ObjectiveRepository;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.application.profile.port.ProfileConsents;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.audit.Action;
import io.connections.domain.audit.AuditEvent;
import io.connections.domain.audit.Change;
import io.connections.domain.audit.Subject;
import io.connections.domain.consent.ConsentStatement.Answer;
import io.connections.domain.consent.EvidenceId;
import io.connections.domain.consent.ObjectiveId;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Records what a person consented to or refused, and where the person is. Whatever arrives in
/// whatever order, the latest statement about an objective counts; so no version need be named.
@Singleton
public final class RecordConsent {
    public static final int MOST_STATEMENTS = 100;
    public static final int MOST_SOURCE = 200;

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
                    CheckedConsent checked = new CheckedConsent(command, clock.instant());
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

    private Uni<Void> shownTexts(CheckedConsent checked) {
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

    private Uni<ProfileConsentsView> record(Profile profile, CheckedConsent checked, Actor actor) {
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
            Profile profile, CheckedConsent checked, Map<Optional<String>, EvidenceId> evidence) {
        return PrivacyEdit.of(profile, checked.zone(), checked.statements(evidence), checked.now());
    }

    /// What was shown differs between objectives; all else of the evidence they share.
    private Uni<Map<Optional<String>, EvidenceId>> evidence(CheckedConsent checked, Actor actor) {
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
    private static AuditEvent recorded(PrivacyEdit edit, CheckedConsent checked, Actor by) {
        List<Change> changes = new ArrayList<>();
        checked.zone().ifPresent(_ -> changes.add(Change.ofSecret("zone")));
        checked.named().stream()
                .map(ObjectiveId::value)
                .sorted()
                .forEach(id -> changes.add(Change.ofSecret("consent to " + id)));
        return new AuditEvent(by, Action.CHANGED, Subject.of(edit.after().id().ref(), ""), changes);
    }
}
