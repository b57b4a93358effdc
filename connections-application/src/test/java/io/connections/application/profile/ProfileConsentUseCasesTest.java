package io.connections.application.profile;

import static io.connections.domain.access.ActorFixtures.aMarketer;
import static io.connections.domain.access.ActorFixtures.aViewer;
import static io.connections.domain.access.ActorFixtures.lacking;
import static io.connections.domain.profile.ProfileFixtures.aProfile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.connections.application.audit.port.RecordingAuditTrail;
import io.connections.application.consent.SavedObjective;
import io.connections.application.consent.port.InMemoryObjectiveRepository;
import io.connections.application.consent.port.InMemoryPrivacySettingsRepository;
import io.connections.application.kernel.RequestInvalid;
import io.connections.application.kernel.port.CountedIds;
import io.connections.application.kernel.port.InMemoryUnitOfWork;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.application.profile.RecordConsent.Typed;
import io.connections.application.profile.port.InMemoryProfiles;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.access.PermissionMissing;
import io.connections.domain.audit.Action;
import io.connections.domain.audit.AuditEvent;
import io.connections.domain.audit.Change;
import io.connections.domain.audit.Subject;
import io.connections.domain.consent.ConsentGate;
import io.connections.domain.consent.ConsentStatement.Answer;
import io.connections.domain.consent.Objective;
import io.connections.domain.consent.ObjectiveColour;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.consent.PrivacySettings;
import io.connections.domain.consent.Regime;
import io.connections.domain.consent.VisitorText;
import io.connections.domain.consent.Zone;
import io.connections.domain.kernel.Version;
import io.connections.domain.kernel.Violation;
import io.connections.domain.profile.ConsentUnreadable;
import io.connections.domain.profile.Profile;
import io.connections.domain.profile.ProfileId;
import io.connections.domain.profile.ProfileNotFound;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Recording and reading what one person consented to.
@Tag("M27")
class ProfileConsentUseCasesTest {
    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
    private static final VisitorText TEXT = new VisitorText("Our newsletter", "Once a month.");

    private final InMemoryObjectiveRepository objectives = new InMemoryObjectiveRepository();
    private final InMemoryProfiles profiles = new InMemoryProfiles();
    private final RecordingAuditTrail trail = new RecordingAuditTrail();
    private final UnitOfWork unitOfWork = new InMemoryUnitOfWork(objectives, profiles, trail);
    private final ProfileConsentsViews views =
            new ProfileConsentsViews(
                    profiles,
                    objectives,
                    new InMemoryPrivacySettingsRepository(
                            PrivacySettings.of(
                                    Regime.OPT_OUT, Map.of(new Zone("gdpr"), Regime.OPT_IN))));

    private final ProfileId ann = stored(1);

    @BeforeEach
    void objectives() {
        for (String id : List.of("newsletter", "ads")) {
            objectives
                    .insert(
                            SavedObjective.first(
                                    new Objective(
                                            new ObjectiveId(id),
                                            id.toUpperCase(Locale.ROOT),
                                            Set.of(new Zone("gdpr")),
                                            TEXT,
                                            ObjectiveColour.TEAL),
                                    NOW,
                                    "Eva"))
                    .await()
                    .indefinitely();
        }
    }

    @Test
    void whatAPersonSaidIsKeptWithTimeSourceAndTheTextShown() {
        Instant said = NOW.minusSeconds(3600);

        ProfileConsentsView view =
                record(
                        Optional.of("GDPR"),
                        new Typed(
                                "newsletter",
                                Optional.of(Answer.GRANTED),
                                Optional.of(said),
                                Optional.of(TEXT.fingerprint())));

        assertThat(view.counted())
                .contains(new ProfileConsentsView.Counted(new Zone("gdpr"), Regime.OPT_IN));
        assertThat(view.version()).isEqualTo(Version.FIRST.next());
        ProfileConsentsView.Said current = view.current().getFirst();
        assertThat(current.statement().answer()).isEqualTo(Answer.GRANTED);
        assertThat(current.statement().at()).isEqualTo(said);
        assertThat(current.objectiveName()).contains("NEWSLETTER");
        assertThat(current.evidence())
                .contains(
                        new Evidence.Stated(
                                aMarketer().name(),
                                Optional.of("By phone"),
                                Optional.of(TEXT.fingerprint()),
                                NOW));
        assertThat(get(aViewer(), ann)).isEqualTo(view);
    }

    @Test
    void theNewerStatementCountsWhateverTheOrderAndTheOlderIsKept() {
        record(said("newsletter", Answer.REFUSED, NOW.minusSeconds(10)));

        ProfileConsentsView view = record(said("newsletter", Answer.GRANTED, NOW.minusSeconds(20)));

        assertThat(view.current())
                .extracting(said -> said.statement().answer())
                .containsExactly(Answer.REFUSED);
        assertThat(view.past())
                .extracting(said -> said.statement().answer())
                .containsExactly(Answer.GRANTED);
        assertThat(view.version()).isEqualTo(Version.FIRST.next());
    }

    @Test
    void sayingTheSameAgainChangesNothing() {
        Typed said = said("newsletter", Answer.GRANTED, NOW.minusSeconds(10));
        ProfileConsentsView once = record(said);

        assertThat(record(said)).isEqualTo(once);
        assertThat(trail.events()).hasSize(1);
    }

    @Test
    void everythingWrongIsSaidAtOnceAndNothingIsRecorded() {
        Throwable refused =
                catchThrowable(
                        () ->
                                record(
                                        Optional.of("atlantis"),
                                        said("nobody", Answer.GRANTED, NOW),
                                        new Typed(
                                                "no id!",
                                                Optional.empty(),
                                                Optional.of(NOW.plusSeconds(86_400)),
                                                Optional.empty()),
                                        new Typed(
                                                "ads",
                                                Optional.of(Answer.REFUSED),
                                                Optional.empty(),
                                                Optional.of("00".repeat(32))),
                                        said("ads", Answer.GRANTED, NOW)));

        assertThat(refused).isInstanceOf(RequestInvalid.class);
        assertThat(((RequestInvalid) refused).violations())
                .extracting(Violation::pointer)
                .containsExactlyInAnyOrder(
                        "/zone",
                        "/statements/0/objective",
                        "/statements/1/objective",
                        "/statements/1/answer",
                        "/statements/1/at",
                        "/statements/2/shown",
                        "/statements/3/objective");
        assertThat(get(aViewer(), ann).current()).isEmpty();
        assertThat(trail.events()).isEmpty();
    }

    @Test
    void nothingSaidIsAnError() {
        assertThat(catchThrowable(() -> record(Optional.empty())))
                .isInstanceOf(RequestInvalid.class);
    }

    @Test
    void aProfileThatIsNotThereHasNoConsent() {
        ProfileId nobody = new ProfileId(CountedIds.id(99));

        assertThat(catchThrowable(() -> get(aViewer(), nobody)))
                .isInstanceOf(ProfileNotFound.class);
        assertThat(
                        catchThrowable(
                                () -> record(aMarketer(), nobody, Optional.of("gdpr"), List.of())))
                .isInstanceOf(ProfileNotFound.class);
    }

    @Test
    void nothingIsRecordedOverWhatCannotBeRead() {
        ProfileId bob = new ProfileId(CountedIds.id(2));
        profiles.add(
                new Profile(bob, Version.FIRST, NOW, ConsentGate.Unreadable.UNREADABLE, Map.of()),
                List.of(),
                new Origin.Unknown());

        Throwable refused =
                catchThrowable(() -> record(aMarketer(), bob, Optional.of("gdpr"), List.of()));

        assertThat(refused).isInstanceOf(ConsentUnreadable.class);
        assertThat(get(aViewer(), bob).privacy()).isEqualTo(ConsentGate.Unreadable.UNREADABLE);
        assertThat(get(aViewer(), bob).counted()).isEmpty();
    }

    @Test
    @Tag("M30")
    void theTrailSaysAboutWhatSomethingWasRecordedAndNeverWhat() {
        record(
                Optional.of("gdpr"),
                said("newsletter", Answer.GRANTED, NOW),
                said("ads", Answer.REFUSED, NOW));

        assertThat(trail.events())
                .containsExactly(
                        AuditEvent.of(
                                aMarketer(),
                                Action.CHANGED,
                                Subject.of(ann.ref(), ""),
                                Change.ofSecret("zone"),
                                Change.ofSecret("consent to ads"),
                                Change.ofSecret("consent to newsletter")));
    }

    @Test
    @Tag("M30")
    void readingAndRecordingNeedTheirPermissions() {
        assertThat(catchThrowable(() -> get(lacking(Permission.PROFILES_READ), ann)))
                .isInstanceOf(PermissionMissing.class);
        assertThat(
                        catchThrowable(
                                () ->
                                        record(
                                                lacking(Permission.PROFILES_WRITE),
                                                ann,
                                                Optional.of("gdpr"),
                                                List.of())))
                .isInstanceOf(PermissionMissing.class);
    }

    private static Typed said(String objective, Answer answer, Instant at) {
        return new Typed(objective, Optional.of(answer), Optional.of(at), Optional.empty());
    }

    private ProfileConsentsView get(Actor actor, ProfileId id) {
        return new GetConsents(unitOfWork, profiles, views)
                .handle(new GetConsents.Query(actor, id))
                .await()
                .indefinitely();
    }

    private ProfileConsentsView record(Typed... statements) {
        return record(Optional.empty(), statements);
    }

    private ProfileConsentsView record(Optional<String> zone, Typed... statements) {
        return record(aMarketer(), ann, zone, List.of(statements));
    }

    private ProfileConsentsView record(
            Actor actor, ProfileId id, Optional<String> zone, List<Typed> statements) {
        return new RecordConsent(unitOfWork, profiles, objectives, views, () -> NOW, trail)
                .handle(
                        new RecordConsent.Command(
                                actor, id, zone, statements, Optional.of("By phone")))
                .await()
                .indefinitely();
    }

    private ProfileId stored(long number) {
        Profile profile = aProfile().id(CountedIds.id(number)).build();
        profiles.add(profile, List.of(), new Origin.Unknown());
        return profile.id();
    }
}
