package io.connections.domain.profile;

import static io.connections.domain.profile.ProfileFixtures.aProfile;
import static io.connections.domain.profile.ProfileFixtures.aProperty;
import static io.connections.domain.profile.ProfileFixtures.anIdentifier;
import static org.assertj.core.api.Assertions.assertThat;

import io.connections.domain.consent.ConsentGate;
import io.connections.domain.consent.ConsentStatement;
import io.connections.domain.consent.ConsentStatement.Answer;
import io.connections.domain.consent.EvidenceId;
import io.connections.domain.consent.Objective;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.consent.PrivacySettings;
import io.connections.domain.consent.Regime;
import io.connections.domain.consent.Zone;
import io.connections.domain.kernel.Version;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("M27")
class CleanUpTest {
    private static final ObjectiveId NEWS = new ObjectiveId("news");
    private static final ObjectiveId ADS = new ObjectiveId("ads");
    private static final Zone GDPR = new Zone("gdpr");
    private static final Zone CCPA = new Zone("ccpa");
    private static final PrivacySettings SETTINGS =
            PrivacySettings.of(Regime.OPT_IN, Map.of(GDPR, Regime.OPT_IN, CCPA, Regime.OPT_OUT));
    private static final ProfileProperty EMAIL = anIdentifier(1, "email", new PropertyType.Email());
    private static final ProfileProperty TASTE = aProperty(2, "taste", new PropertyType.Text());
    private static final ProfileProperty CITY = aProperty(3, "city", new PropertyType.Text());

    @Test
    void whatOnlyTheRefusedObjectiveNeededGoes() {
        CleanUp cleanUp = cleanUp(need(Set.of(NEWS), TASTE, EMAIL), need(Set.of(), CITY));

        assertThat(cleanUp.of(ada(refused(NEWS)), Set.of(NEWS))).containsExactly(2);
    }

    @Test
    void whatAConnectionWithoutObjectivesNeedsStays() {
        CleanUp cleanUp = cleanUp(need(Set.of(NEWS), TASTE, CITY), need(Set.of(), CITY));

        assertThat(cleanUp.of(ada(refused(NEWS)), Set.of(NEWS))).containsExactly(2);
    }

    @Test
    void whatAnotherObjectiveKeepsStaysWhileThePersonConsentsToThat() {
        CleanUp cleanUp = cleanUp(need(Set.of(NEWS), TASTE), need(Set.of(ADS), TASTE));

        assertThat(cleanUp.of(ada(refused(NEWS), granted(ADS)), Set.of(NEWS))).isEmpty();
        assertThat(cleanUp.of(ada(refused(NEWS)), Set.of(NEWS))).containsExactly(2);
    }

    @Test
    void aConnectionOfTwoObjectivesGoesOnWithTheOther() {
        CleanUp cleanUp = cleanUp(need(Set.of(NEWS, ADS), TASTE));

        assertThat(cleanUp.of(ada(refused(NEWS), granted(ADS)), Set.of(NEWS))).isEmpty();
    }

    @Test
    void whereNoConsentIsNeededNothingGoes() {
        CleanUp cleanUp = cleanUp(need(Set.of(NEWS), TASTE));

        assertThat(cleanUp.of(in(new Zone("lgpd"), refused(NEWS)), Set.of(NEWS))).isEmpty();
        assertThat(cleanUp.of(in(CCPA, refused(NEWS)), Set.of(NEWS))).containsExactly(2);
    }

    @Test
    void whatWasRefusedLongAgoAndIsNoPartOfThisStays() {
        CleanUp cleanUp = cleanUp(need(Set.of(NEWS), TASTE), need(Set.of(ADS), CITY));

        assertThat(cleanUp.of(ada(refused(NEWS), refused(ADS)), Set.of(NEWS))).containsExactly(2);
    }

    @Test
    void whoConsentedAgainMeanwhileLosesNothing() {
        CleanUp cleanUp = cleanUp(need(Set.of(NEWS), TASTE));

        assertThat(cleanUp.of(ada(granted(NEWS)), Set.of(NEWS))).isEmpty();
        assertThat(cleanUp.of(ada(), Set.of(NEWS))).isEmpty();
    }

    @Test
    void whatCannotBeReadIsLeft() {
        Profile unreadable =
                new Profile(
                        new ProfileId(UUID.randomUUID()),
                        Version.FIRST,
                        Instant.EPOCH,
                        ConsentGate.Unreadable.UNREADABLE,
                        Map.of(2, List.of("tea")));

        assertThat(cleanUp(need(Set.of(NEWS), TASTE)).of(unreadable, Set.of(NEWS))).isEmpty();
    }

    private static CleanUp cleanUp(CleanUp.Need... needs) {
        return new CleanUp(List.of(needs), Set.of(EMAIL.number()));
    }

    private static CleanUp.Need need(Set<ObjectiveId> objectives, ProfileProperty... properties) {
        return new CleanUp.Need(
                objectives,
                ConsentGate.of(
                        SETTINGS,
                        objectives,
                        List.of(
                                new Objective(NEWS, "News", Set.of(GDPR, CCPA)),
                                new Objective(ADS, "Ads", Set.of(GDPR, CCPA)))),
                Set.copyOf(List.of(properties).stream().map(ProfileProperty::number).toList()));
    }

    private static Profile ada(ConsentStatement... said) {
        return in(GDPR, said);
    }

    private static Profile in(Zone zone, ConsentStatement... said) {
        return aProfile()
                .with(EMAIL, "ada@example.com")
                .with(TASTE, "tea")
                .with(CITY, "Utrecht")
                .saying(said)
                .in(zone)
                .build();
    }

    private static ConsentStatement granted(ObjectiveId objective) {
        return new ConsentStatement(objective, Answer.GRANTED, Instant.EPOCH, EvidenceId.NONE);
    }

    private static ConsentStatement refused(ObjectiveId objective) {
        return new ConsentStatement(objective, Answer.REFUSED, Instant.EPOCH, EvidenceId.NONE);
    }
}
