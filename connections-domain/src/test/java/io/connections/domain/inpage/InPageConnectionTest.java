package io.connections.domain.inpage;

import static io.connections.domain.channel.ChannelFixtures.exclude;
import static io.connections.domain.channel.ChannelFixtures.on;
import static io.connections.domain.channel.ChannelFixtures.page;
import static io.connections.domain.channel.ChannelFixtures.restrict;
import static io.connections.domain.channel.ChannelFixtures.website;
import static io.connections.domain.connection.ConnectionFixtures.aConnection;
import static io.connections.domain.goal.GoalFixtures.row;
import static io.connections.domain.profile.ProfileFixtures.aProperty;
import static io.connections.domain.profile.ProfileFixtures.anIdentifier;
import static org.assertj.core.api.Assertions.assertThat;

import io.connections.domain.channel.Channel;
import io.connections.domain.channel.Channels;
import io.connections.domain.channel.Comparison;
import io.connections.domain.connection.ConnectionFixtures.ConnectionBuilder;
import io.connections.domain.consent.ConsentGate;
import io.connections.domain.consent.ConsentStatement;
import io.connections.domain.consent.ConsentStatement.Answer;
import io.connections.domain.consent.Consents;
import io.connections.domain.consent.EvidenceId;
import io.connections.domain.consent.Objective;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.consent.PrivacySettings;
import io.connections.domain.consent.PrivacyState;
import io.connections.domain.consent.Regime;
import io.connections.domain.consent.Zone;
import io.connections.domain.goal.ExportVariables;
import io.connections.domain.goal.GoalId;
import io.connections.domain.goal.ImportVariables;
import io.connections.domain.goal.MappingRow;
import io.connections.domain.goal.SharedValue;
import io.connections.domain.profile.ProfileProperty;
import io.connections.domain.profile.PropertyType;
import io.connections.domain.profile.PropertyValues;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("M25")
class InPageConnectionTest {
    private static final Channel SHOP = website(1, "Shop", "shop.example");
    private static final Channel BLOG = website(2, "Blog", "blog.example");
    private static final ProfileProperty EMAIL = anIdentifier(1, "email", new PropertyType.Email());
    private static final ProfileProperty CITY = aProperty(2, "city", new PropertyType.Text());
    private static final ProfileProperty TASTE = aProperty(3, "taste", new PropertyType.Text());
    private static final List<ProfileProperty> PROPERTIES = List.of(EMAIL, CITY, TASTE);
    private static final ObjectiveId ADS = new ObjectiveId("ads");
    private static final Zone GDPR = new Zone("gdpr");
    private static final ConsentGate GATE =
            ConsentGate.of(
                    PrivacySettings.of(Regime.OPT_OUT, Map.of(GDPR, Regime.OPT_IN)),
                    List.of(ADS),
                    List.of(new Objective(ADS, "Ads", Set.of(GDPR))));

    @Test
    void whatIsOffOrIncompleteDoesNothing() {
        assertThat(ready(aConnection().with(imports(row("a", CITY).build())))).isEmpty();
        assertThat(ready(aConnection().with(imports()).switchedOn())).isEmpty();
        assertThat(
                        ready(
                                aConnection()
                                        .with(imports(row("a", CITY).build()))
                                        .with(exports(new SharedValue(CITY.id(), "")))
                                        .switchedOn()))
                .isEmpty();
        assertThat(ready(aConnection().switchedOn())).isEmpty();
    }

    @Test
    void aGoalThatIsOffMayBeAsIncompleteAsItLikes() {
        InPageConnection connection =
                working(
                        aConnection()
                                .with(imports(row("a.b", CITY).build()))
                                .with(new ExportVariables(goalId(2), "", false, List.of())));

        assertThat(connection.variables()).containsExactly("a.b");
        assertThat(connection.shown(PropertyValues.NONE)).isEmpty();
    }

    @Test
    @Tag("M24")
    void itAsksAndShowsOnlyWhereItsScopeHasThePage() {
        InPageConnection connection =
                working(
                        aConnection()
                                .with(imports(row("a", CITY).build()))
                                .activeOn(
                                        on(
                                                SHOP,
                                                restrict(Comparison.STARTS_WITH, "/support/"),
                                                exclude(Comparison.IS, "/support/contact.html"))));
        Channels shops = Channels.of(List.of(SHOP, BLOG));

        assertThat(connection.mayActOn(SHOP.id())).isTrue();
        assertThat(connection.mayActOn(BLOG.id())).isFalse();
        assertThat(connection.isActiveOn(shops, page("https://shop.example/support/a.html")))
                .isTrue();
        assertThat(connection.isActiveOn(shops, page("https://shop.example/support/contact.html")))
                .isFalse();
        assertThat(connection.isActiveOn(shops, page("https://shop.example/"))).isFalse();
        assertThat(connection.isActiveOn(shops, page("https://blog.example/support/a.html")))
                .isFalse();
    }

    @Test
    @Tag("M26")
    void bothTheVisitorAndTheProfileHaveToBeCoveredByConsent() {
        InPageConnection connection = working(aConnection().with(imports(row("a", CITY).build())));
        PrivacyState granted = in(GDPR, Answer.GRANTED);
        PrivacyState refused = in(GDPR, Answer.REFUSED);
        PrivacyState elsewhere = PrivacyState.UNKNOWN;

        assertThat(allows(connection, granted, Optional.empty())).isTrue();
        assertThat(allows(connection, refused, Optional.empty())).isFalse();
        assertThat(allows(connection, granted, Optional.of(granted))).isTrue();
        assertThat(allows(connection, granted, Optional.of(elsewhere))).isTrue();
        assertThat(allows(connection, refused, Optional.of(granted))).isFalse();
        assertThat(allows(connection, granted, Optional.of(refused))).isFalse();
        assertThat(allows(connection, granted, Optional.of(ConsentGate.Unreadable.UNREADABLE)))
                .isFalse();
    }

    @Test
    void aPageIsShownThePropertiesThatHaveValues() {
        InPageConnection connection =
                working(
                        aConnection()
                                .with(
                                        exports(
                                                new SharedValue(CITY.id(), "profile.city"),
                                                new SharedValue(TASTE.id(), "profile.tastes"),
                                                new SharedValue(EMAIL.id(), "me.email"))));

        assertThat(
                        connection.shown(
                                PropertyValues.builder()
                                        .set(2, "Utrecht")
                                        .set(3, List.of("tea", "plants"))
                                        .build()))
                .isEqualTo(
                        Map.of(
                                "profile.city",
                                List.of("Utrecht"),
                                "profile.tastes",
                                List.of("tea", "plants")));
    }

    private static Optional<InPageConnection> ready(ConnectionBuilder connection) {
        return InPageConnection.of(connection.build(), PROPERTIES, GATE);
    }

    private static InPageConnection working(ConnectionBuilder connection) {
        return ready(connection.switchedOn()).orElseThrow();
    }

    private static boolean allows(
            InPageConnection connection,
            PrivacyState visitor,
            Optional<ConsentGate.Subject> profile) {
        return !(connection.judge(visitor, profile) instanceof ConsentGate.Verdict.HeldBack);
    }

    private static PrivacyState in(Zone zone, Answer answer) {
        return new PrivacyState(
                zone,
                Consents.of(
                        List.of(
                                new ConsentStatement(
                                        ADS, answer, Instant.EPOCH, EvidenceId.NONE))));
    }

    private static ImportVariables imports(MappingRow... rows) {
        return new ImportVariables(goalId(1), "Page", true, true, Arrays.asList(rows));
    }

    private static ExportVariables exports(SharedValue... values) {
        return new ExportVariables(goalId(3), "Shown", true, Arrays.asList(values));
    }

    private static GoalId goalId(int number) {
        return new GoalId(new UUID(0, number));
    }
}
