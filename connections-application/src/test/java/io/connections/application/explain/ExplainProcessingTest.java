package io.connections.application.explain;

import static io.connections.domain.access.ActorFixtures.aViewer;
import static io.connections.domain.access.ActorFixtures.lacking;
import static io.connections.domain.connection.ConnectionFixtures.aConnection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.connections.application.connection.ConnectionNotFound;
import io.connections.application.connection.House;
import io.connections.application.consent.CurrentConsentRules;
import io.connections.application.consent.SavedObjective;
import io.connections.application.explain.Explanation.Rule;
import io.connections.application.kernel.RequestInvalid;
import io.connections.application.kernel.port.CountedIds;
import io.connections.application.profile.Origin;
import io.connections.application.profile.port.InMemoryProfiles;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.access.PermissionMissing;
import io.connections.domain.channel.ChannelId;
import io.connections.domain.channel.ChannelScope;
import io.connections.domain.connection.Connection;
import io.connections.domain.connection.ConnectionFixtures.ConnectionBuilder;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.consent.ConsentGate;
import io.connections.domain.consent.ConsentStatement;
import io.connections.domain.consent.ConsentStatement.Answer;
import io.connections.domain.consent.Consents;
import io.connections.domain.consent.EvidenceId;
import io.connections.domain.consent.Objective;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.consent.PrivacyState;
import io.connections.domain.consent.Zone;
import io.connections.domain.kernel.Version;
import io.connections.domain.profile.Profile;
import io.connections.domain.profile.ProfileId;
import io.connections.domain.profile.ProfileNotFound;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("M28")
class ExplainProcessingTest {
    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
    private static final ObjectiveId NEWSLETTER = new ObjectiveId("newsletter");
    private static final String PAGE = "https://shop.example/support/delivery.html";

    private final House house = new House();
    private final InMemoryProfiles profiles = new InMemoryProfiles();
    private int made;

    ExplainProcessingTest() {
        house.objectives
                .insert(
                        SavedObjective.first(
                                new Objective(NEWSLETTER, "Newsletter", Set.of(Zone.REST_OF_WORLD)),
                                NOW,
                                "Eva"))
                .await()
                .indefinitely();
    }

    @Test
    void aConnectionThatIsOnAndLinkedToNothingProcessesEverybody() {
        Explanation explained = explain(saying(), stored(aConnection().switchedOn()));

        assertThat(explained.processed()).isTrue();
        assertThat(explained.rules()).hasSize(2).allMatch(Rule::holds);
    }

    @Test
    void whoeverHasRefusedIsHeldBackAndTheRuleSaysWhy() {
        Connection connection = stored(aConnection().switchedOn().linkedTo(NEWSLETTER));

        Explanation explained = explain(saying(Answer.REFUSED), connection);

        assertThat(explained.processed()).isFalse();
        assertThat(explained.rules().get(1))
                .isInstanceOfSatisfying(
                        Rule.Consented.class,
                        rule -> {
                            assertThat(rule.holds()).isFalse();
                            assertThat(rule.seen().objectives().getFirst().statement())
                                    .map(ConsentStatement::answer)
                                    .contains(Answer.REFUSED);
                        });
        assertThat(explain(saying(Answer.GRANTED), connection).processed()).isTrue();
    }

    @Test
    void anObjectiveThatThereIsNotLetsNobodyThrough() {
        Connection connection =
                stored(aConnection().switchedOn().linkedTo(new ObjectiveId("gone")));

        assertThat(explain(saying(Answer.GRANTED), connection).processed()).isFalse();
    }

    @Test
    void whoseConsentCannotBeReadIsHeldBack() {
        Connection connection = stored(aConnection().switchedOn().linkedTo(NEWSLETTER));

        Explanation explained = explain(stored(ConsentGate.Unreadable.UNREADABLE), connection);

        assertThat(explained.processed()).isFalse();
        assertThat(explained.rules().get(1)).isInstanceOf(Rule.Unreadable.class);
    }

    @Test
    void aConnectionThatIsOffProcessesNobody() {
        Explanation explained = explain(saying(), stored(aConnection()));

        assertThat(explained.processed()).isFalse();
        assertThat(explained.rules().getFirst()).isEqualTo(new Rule.SwitchedOn(false));
    }

    @Test
    @Tag("M24")
    void onAPageTheScopeIsAskedToo() {
        ChannelId nowhere = new ChannelId(UUID.randomUUID());
        Connection connection =
                stored(
                        aConnection()
                                .switchedOn()
                                .activeOn(
                                        new ChannelScope.Chosen(
                                                List.of(
                                                        new ChannelScope.OnChannel(
                                                                nowhere, List.of())))));

        Explanation explained = explain(aViewer(), saying(), connection.id(), Optional.of(PAGE));

        assertThat(explained.processed()).isFalse();
        assertThat(explained.rules()).extracting(Rule::holds).containsExactly(true, false, true);
    }

    @Test
    void whatIsNotThereCannotBeExplained() {
        ProfileId nobody = new ProfileId(CountedIds.id(99));
        ConnectionId nothing = new ConnectionId(CountedIds.id(98));
        Connection connection = stored(aConnection());

        assertThat(catchThrowable(() -> explain(nobody, connection)))
                .isInstanceOf(ProfileNotFound.class);
        assertThat(catchThrowable(() -> explain(aViewer(), saying(), nothing, Optional.empty())))
                .isInstanceOf(ConnectionNotFound.class);
        assertThat(
                        catchThrowable(
                                () ->
                                        explain(
                                                aViewer(),
                                                saying(),
                                                connection.id(),
                                                Optional.of("no page"))))
                .isInstanceOf(RequestInvalid.class);
    }

    @Test
    @Tag("M30")
    void explainingNeedsToSeeProfilesAndConnections() {
        for (Permission needed : List.of(Permission.PROFILES_READ, Permission.CONNECTIONS_READ)) {
            assertThat(
                            catchThrowable(
                                    () ->
                                            explain(
                                                    lacking(needed),
                                                    saying(),
                                                    stored(aConnection()).id(),
                                                    Optional.empty())))
                    .isInstanceOf(PermissionMissing.class);
        }
    }

    private Explanation explain(ProfileId profile, Connection connection) {
        return explain(aViewer(), profile, connection.id(), Optional.empty());
    }

    private Explanation explain(
            Actor actor, ProfileId profile, ConnectionId connection, Optional<String> url) {
        return new ExplainProcessing(
                        house.unitOfWork,
                        profiles,
                        house.connections,
                        new CurrentConsentRules(house.objectives, house.privacySettings),
                        house.channels)
                .handle(new ExplainProcessing.Query(actor, profile, connection, url))
                .await()
                .indefinitely();
    }

    private ProfileId saying(Answer... answers) {
        return stored(
                new PrivacyState(
                        Zone.REST_OF_WORLD,
                        Consents.of(
                                List.of(answers).stream()
                                        .map(
                                                answer ->
                                                        new ConsentStatement(
                                                                NEWSLETTER,
                                                                answer,
                                                                NOW,
                                                                new EvidenceId(1)))
                                        .toList())));
    }

    private ProfileId stored(ConsentGate.Subject privacy) {
        made++;
        ProfileId id = new ProfileId(CountedIds.id(made));
        profiles.add(
                new Profile(id, Version.FIRST, NOW, privacy, Map.of()),
                List.of(),
                new Origin.Unknown());
        return id;
    }

    private Connection stored(ConnectionBuilder wanted) {
        Connection connection = wanted.id(UUID.randomUUID()).build();
        house.connections.add(connection).await().indefinitely();
        return connection;
    }
}
