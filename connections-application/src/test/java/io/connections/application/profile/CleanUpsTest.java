package io.connections.application.profile;

import static io.connections.domain.connection.ConnectionFixtures.aConnection;
import static io.connections.domain.goal.GoalFixtures.aGoal;
import static io.connections.domain.goal.GoalFixtures.row;
import static io.connections.domain.profile.ProfileFixtures.aProfile;
import static org.assertj.core.api.Assertions.assertThat;

import io.connections.application.connection.port.InMemoryConnectionRepository;
import io.connections.application.consent.CurrentConsentRules;
import io.connections.application.consent.SavedObjective;
import io.connections.application.consent.port.InMemoryObjectiveRepository;
import io.connections.application.consent.port.InMemoryPrivacySettingsRepository;
import io.connections.application.kernel.PageRequest;
import io.connections.application.kernel.port.InMemoryUnitOfWork;
import io.connections.application.profile.port.InMemoryCleanUpQueue;
import io.connections.application.profile.port.InMemoryProfiles;
import io.connections.application.profile.port.InMemoryPropertyRepository;
import io.connections.application.profile.port.PropertyRepository.NewProperty;
import io.connections.domain.consent.ConsentStatement;
import io.connections.domain.consent.ConsentStatement.Answer;
import io.connections.domain.consent.EvidenceId;
import io.connections.domain.consent.Objective;
import io.connections.domain.consent.ObjectiveColour;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.consent.PrivacySettings;
import io.connections.domain.consent.Regime;
import io.connections.domain.consent.VisitorText;
import io.connections.domain.consent.Zone;
import io.connections.domain.profile.PrivacyEdit;
import io.connections.domain.profile.Profile;
import io.connections.domain.profile.ProfileId;
import io.connections.domain.profile.ProfileProperty;
import io.connections.domain.profile.PropertyId;
import io.connections.domain.profile.PropertyType;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("M27")
class CleanUpsTest {
    private static final ObjectiveId NEWS = new ObjectiveId("news");
    private static final Zone GDPR = new Zone("gdpr");

    private final InMemoryProfiles profiles = new InMemoryProfiles();
    private final InMemoryObjectiveRepository objectives = new InMemoryObjectiveRepository();
    private final InMemoryConnectionRepository connections = new InMemoryConnectionRepository();
    private final InMemoryPropertyRepository properties = new InMemoryPropertyRepository();
    private final InMemoryCleanUpQueue queue =
            new InMemoryCleanUpQueue(profiles, objectives, connections);
    private Instant now = Instant.parse("2026-11-27T12:00:00Z");
    private final CleanUps cleanUps =
            new CleanUps(
                    new InMemoryUnitOfWork(profiles, objectives, connections),
                    queue,
                    new CurrentConsentRules(
                            objectives,
                            new InMemoryPrivacySettingsRepository(
                                    PrivacySettings.of(
                                            Regime.OPT_IN, Map.of(GDPR, Regime.OPT_IN)))),
                    properties,
                    () -> now);

    @BeforeEach
    void aNewsletterThatNeedsATasteAndACity() {
        done(
                properties.add(
                        List.of(
                                new NewProperty(
                                        new PropertyId("email"),
                                        "E-mail",
                                        new PropertyType.Email(),
                                        true,
                                        false),
                                text("taste"),
                                text("city"))));
        done(
                objectives.insert(
                        SavedObjective.first(
                                new Objective(
                                        NEWS,
                                        "Newsletter",
                                        Set.of(GDPR),
                                        VisitorText.NONE,
                                        ObjectiveColour.GREY,
                                        true),
                                now,
                                "Mia")));
        done(
                connections.add(
                        aConnection()
                                .linkedTo(NEWS)
                                .with(
                                        aGoal().matchedBy(of("email"))
                                                .mapping(row("T", of("taste")))
                                                .mapping(row("C", of("city")))
                                                .build())
                                .build()));
        done(
                connections.add(
                        aConnection().with(aGoal().mapping(row("C", of("city"))).build()).build()));
    }

    @Test
    void whoRefusesLosesWhatOnlyThatJustified() {
        ProfileId ada = somebodyWhoRefused();

        done(cleanUps.workOff());

        assertThat(profile(ada).values())
                .isEqualTo(
                        Map.of(
                                of("email").number(),
                                List.of("ada@example.com"),
                                of("city").number(),
                                List.of("Utrecht")));
        ProfileEvent last =
                done(profiles.of(ada, Optional.empty(), PageRequest.first())).items().getFirst();
        assertThat(last.kind()).isEqualTo(ProfileEvent.Kind.CLEARED);
        assertThat(last.by()).isEqualTo(new ProfileEvent.By.SomeoneNamed("Newsletter"));
    }

    @Test
    void aProfileThatFailsHoldsNobodyUpAndIsTriedAgain() {
        ProfileId ada = somebodyWhoRefused();
        ProfileId ben = somebodyWhoRefused();
        queue.refuse(ada);

        done(cleanUps.workOff());

        assertThat(profile(ben).values()).doesNotContainKey(of("taste").number());
        assertThat(profile(ada).values()).containsKey(of("taste").number());
        assertThat(done(queue.take(now.plus(CleanUps.PAUSE).minusSeconds(1), 10))).isEmpty();
        assertThat(done(queue.take(now.plus(CleanUps.PAUSE), 10))).hasSize(1);
    }

    private ProfileId somebodyWhoRefused() {
        Profile profile =
                aProfile()
                        .id(UUID.randomUUID())
                        .with(of("email"), "ada@example.com")
                        .with(of("taste"), "tea")
                        .with(of("city"), "Utrecht")
                        .in(GDPR)
                        .build();
        profiles.add(profile, List.of(), new Origin.Unknown());
        done(
                profiles.save(
                        PrivacyEdit.of(
                                profile,
                                Optional.empty(),
                                List.of(
                                        new ConsentStatement(
                                                NEWS, Answer.REFUSED, now, EvidenceId.NONE)),
                                now),
                        "Mia"));
        return profile.id();
    }

    private Profile profile(ProfileId id) {
        return done(profiles.find(id)).orElseThrow();
    }

    private ProfileProperty of(String id) {
        return done(properties.list()).stream()
                .filter(each -> each.id().value().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static NewProperty text(String id) {
        return new NewProperty(new PropertyId(id), id, new PropertyType.Text(), false, false);
    }

    private static <T> T done(Uni<T> work) {
        return work.await().indefinitely();
    }
}
