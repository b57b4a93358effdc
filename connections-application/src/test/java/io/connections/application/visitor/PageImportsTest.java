package io.connections.application.visitor;

import static io.connections.domain.channel.ChannelFixtures.on;
import static io.connections.domain.channel.ChannelFixtures.restrict;
import static io.connections.domain.connection.ConnectionFixtures.aConnection;
import static io.connections.domain.profile.ProfileFixtures.aProfile;
import static io.connections.domain.visitor.VisitorFixtures.NOON;
import static io.connections.domain.visitor.VisitorFixtures.aVisitor;
import static io.connections.domain.visitor.VisitorFixtures.event;
import static io.connections.domain.visitor.VisitorFixtures.granted;
import static io.connections.domain.visitor.VisitorFixtures.proven;
import static io.connections.domain.visitor.VisitorFixtures.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.connections.application.catalog.port.InMemoryConnectionTypes;
import io.connections.application.profile.Evidence;
import io.connections.application.profile.Origin;
import io.connections.application.profile.ProfileEvent;
import io.connections.domain.channel.Comparison;
import io.connections.domain.connection.Connection;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.consent.ConsentStatement;
import io.connections.domain.consent.ConsentStatement.Answer;
import io.connections.domain.consent.EvidenceId;
import io.connections.domain.consent.PrivacyState;
import io.connections.domain.goal.Counts;
import io.connections.domain.goal.ImportVariables;
import io.connections.domain.profile.Identifier;
import io.connections.domain.profile.Profile;
import io.connections.domain.visitor.IdentityProof;
import io.connections.domain.visitor.VisitorEvent;
import io.connections.domain.visitor.VisitorEvent.VariablesRead;
import io.connections.domain.visitor.VisitorId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Page variables into profiles.
@Tag("M25")
class PageImportsTest extends DataLayerScene {
    @Test
    void whatThePageOfSomebodyProvenSaysChangesTheirProfile() {
        Connection connection = added(asks());
        theProfileOfAda();
        happened(proven(email.property(), email.value()));
        happened(read(connection, "shop.city", "Zwolle"));

        worked();

        Profile after = profile();
        assertThat(after.values()).containsEntry(city, List.of("Zwolle"));
        assertThat(done(profiles.of(after.id(), Optional.empty(), page())).items())
                .extracting(ProfileEvent::kind, ProfileEvent::by)
                .contains(
                        tuple(
                                ProfileEvent.Kind.UPDATED,
                                new ProfileEvent.By.OnPage(connection.id(), connection.name())));
        assertThat(tally(connection).counts()).isEqualTo(new Counts(0, 1, 0, 0, 0, 0, 0));
    }

    @Test
    void whatWasReadBeforeSomebodyElseWasNamedIsOfWhoeverWasThereThen() {
        Connection connection = added(asks());
        theProfileOfAda();
        happened(proven(email.property(), email.value()));
        happened(read(connection, "shop.city", "Zwolle"));
        happened(proven(email.property(), "ben@example.com"));

        worked();

        assertThat(profile().values()).containsEntry(city, List.of("Zwolle"));
        assertThat(
                        done(
                                profiles.withAnyOf(
                                        List.of(
                                                new Identifier(
                                                        email.property(), "ben@example.com")))))
                .isEmpty();
    }

    /// A page sends again what the one before it may not have been able to.
    @Test
    void whoeverIsThereByNowIsNotWrittenTo() {
        Connection connection = added(asks());
        theProfileOfAda();
        happened(proven(email.property(), email.value()), NOON.minusSeconds(20));
        happened(proven(email.property(), emailOf("ben").value()), NOON.minusSeconds(10));
        happened(read(connection, "shop.city", "Zwolle"), NOON.minusSeconds(5));

        worked();

        assertThat(profile().values()).containsEntry(city, List.of("Zwolle"));
        assertThat(done(profiles.withAnyOf(List.of(emailOf("ben"))))).isEmpty();
    }

    /// Of before pages said whose they were.
    @Test
    void whatIsSaidOfNobodyComesToNothing() {
        Connection connection = added(asks());
        theProfileOfAda();
        happened(proven(email.property(), email.value()));
        happened(read(connection, List.of(), "shop.city", "Zwolle"));

        worked();

        assertThat(profile().values()).containsEntry(city, List.of("Utrecht"));
    }

    @Test
    @Tag("M26")
    void whatSomebodyElseGrantedAtTheBrowserOpensNothing() {
        Connection connection = added(asks().linkedTo(ADS));
        theProfileOfAda();
        happened(proven(email.property(), emailOf("ben").value()), NOON.minusSeconds(30));
        happened(granted("ads"), NOON.minusSeconds(20));
        happened(proven(email.property(), email.value()), NOON.minusSeconds(10));
        happened(read(connection, "shop.city", "Zwolle"));

        worked();

        assertThat(profile().values()).containsEntry(city, List.of("Utrecht"));
        assertThat(tally(connection).heldBack().values()).containsExactly(1L);
    }

    @Test
    @Tag("M27")
    void aRefusalThatIsOnlyTakenLaterHoldsBackAlready() {
        Connection connection = added(asks().linkedTo(ADS));
        theProfileOfAda();
        happened(proven(email.property(), email.value()), NOON.minusSeconds(30));
        happened(granted("ads"), NOON.minusSeconds(20));
        happened(read(connection, "shop.city", "Zwolle"), NOON.minusSeconds(10));
        muchHappened();
        happened(refused("ads"));

        worked();

        assertThat(profile().values()).containsEntry(city, List.of("Utrecht"));
        assertThat(tally(connection).heldBack().values()).containsExactly(1L);
    }

    @Test
    @Tag("M27")
    void whatTheyRefusedElsewhereAMomentAgoHoldsBackHere() {
        Connection connection = added(asks().linkedTo(ADS));
        theProfileOfAda();
        happened(proven(email.property(), email.value()), NOON.minusSeconds(30));
        happened(granted("ads"), NOON.minusSeconds(20));
        VisitorId phone = aVisitor();
        done(log.append(List.of(event(phone, "1", proven(email.property(), email.value())))));
        worked();
        assertThat(asked().read()).containsOnlyKeys(connection.id());

        happened(read(connection, "shop.city", "Zwolle"));
        done(log.append(List.of(event(phone, "2", refused("ads")))));

        assertThat(asked().read()).isEmpty();
        worked();
        assertThat(profile().values()).containsEntry(city, List.of("Utrecht"));
    }

    /// As long as nothing has made a profile of them, their browsers alone know of it.
    @Test
    @Tag("M27")
    void whatTheyRefusedElsewhereBeforeTheyHadAProfileHoldsBackHereAndComesWithTheirProfile() {
        Connection linked = added(asks().linkedTo(ADS));
        VisitorId phone = aVisitor();
        happened(proven(email.property(), email.value()), NOON.minusSeconds(30));
        happened(granted("ads"), NOON.minusSeconds(20));
        done(
                log.append(
                        List.of(
                                event(phone, "1", proven(email.property(), email.value())),
                                event(phone, "2", refused("ads")))));
        worked();

        assertThat(asked().read()).isEmpty();
        happened(read(linked, "shop.city", "Zwolle"));
        worked();
        // The question, and what was read all the same.
        assertThat(tally(linked).heldBack().values()).containsExactly(2L);
        assertThat(done(profiles.withAnyOf(List.of(email)))).isEmpty();

        Connection unlinked = added(asks().id(UUID.randomUUID()));
        happened(read(unlinked, "shop.city", "Zwolle"));
        worked();
        assertThat(((PrivacyState) profile().privacy()).consents().say(Answer.REFUSED, ADS))
                .isTrue();
    }

    @Test
    @Tag("M27")
    void whoRefusesRightAfterTheirProfileWasMadeIsHeard() {
        Connection connection = added(asks());
        happened(proven(email.property(), email.value()), NOON.minusSeconds(30));
        happened(granted("ads"), NOON.minusSeconds(20));
        happened(read(connection, "shop.city", "Zwolle"), NOON.minusSeconds(10));
        happened(refused("ads"));

        worked();

        PrivacyState state = (PrivacyState) profile().privacy();
        assertThat(state.consents().say(Answer.REFUSED, ADS)).isTrue();
    }

    @Test
    @Tag("M27")
    void whoRefusesInTheSameMomentAsTheirProfileIsMadeIsHeard() {
        Connection connection = added(asks());
        happened(proven(email.property(), email.value()), NOON.minusSeconds(30));
        happened(granted("ads"), NOON.minusSeconds(20));
        worked();
        happened(read(connection, "shop.city", "Zwolle"), NOON.minusSeconds(10));
        happened(refused("ads"));

        worked();

        PrivacyState state = (PrivacyState) profile().privacy();
        assertThat(state.consents().say(Answer.REFUSED, ADS)).isTrue();
    }

    @Test
    @Tag("M26")
    void whatTheyGrantedJustBeforeCountsForTheirProfile() {
        Connection connection = added(asks().linkedTo(ADS));
        profiles.add(
                aProfile().with(propertyOf("email"), email.value()).in(GDPR).build(),
                List.of(email),
                new Origin.Unknown());
        happened(proven(email.property(), email.value()), NOON.minusSeconds(30));
        happened(granted("ads"), NOON.minusSeconds(20));
        happened(read(connection, "shop.city", "Zwolle"));

        worked();

        assertThat(profile().values()).containsEntry(city, List.of("Zwolle"));
    }

    @Test
    @Tag("M27")
    void whatProvesConsentIsKeptOnlyForAProfileThatIsMade() {
        Connection connection =
                added(
                        aConnection()
                                .of(InMemoryConnectionTypes.DATA_LAYER.id())
                                .with(
                                        new ImportVariables(
                                                GOAL,
                                                "Page",
                                                true,
                                                false,
                                                List.of(to("shop.city", "city"))))
                                .switchedOn());
        happened(proven(email.property(), email.value()));
        happened(granted("ads"));
        happened(read(connection, "shop.city", "Zwolle"));

        worked();

        assertThat(tally(connection).counts().skippedWithoutMatch()).isEqualTo(1);
        assertThat(done(profiles.evidence(List.of(new EvidenceId(1), new EvidenceId(2)))))
                .isEmpty();
    }

    @Test
    @Tag("M26")
    void whoHasNoConsentForItIsHeldBackAndCounted() {
        Connection connection = added(asks().linkedTo(ADS));
        theProfileOfAda();
        happened(proven(email.property(), email.value()));
        happened(read(connection, "shop.city", "Zwolle"));

        worked();

        assertThat(profile().values()).containsEntry(city, List.of("Utrecht"));
        assertThat(tally(connection).heldBack().values()).containsExactly(1L);
        assertThat(tally(connection).counts()).isEqualTo(Counts.NONE);
    }

    @Test
    @Tag("M27")
    void aRefusalThatComesBetweenAskingAndTellingHoldsBack() {
        Connection connection = added(asks().linkedTo(ADS));
        theProfileOfAda();
        happened(granted("ads"));
        happened(proven(email.property(), email.value()));
        worked();
        assertThat(asked().read()).containsOnlyKeys(connection.id());
        happened(refused("ads"));
        happened(read(connection, "shop.city", "Zwolle"));

        worked();

        assertThat(profile().values()).containsEntry(city, List.of("Utrecht"));
    }

    @Test
    @Tag("M27")
    void somebodyWithoutAProfileBringsAlongWhatTheySaid() {
        Connection connection = added(asks().linkedTo(ADS));
        happened(proven(email.property(), email.value()));
        happened(granted("ads"));
        happened(read(connection, "shop.city", "Zwolle"));

        worked();

        Profile made = profile();
        assertThat(made.values())
                .isEqualTo(
                        Map.of(email.property(), List.of(email.value()), city, List.of("Zwolle")));
        PrivacyState state = (PrivacyState) made.privacy();
        assertThat(state.zone()).isEqualTo(GDPR);
        ConsentStatement said = state.consents().about(ADS).orElseThrow();
        assertThat(said.answer()).isEqualTo(Answer.GRANTED);
        assertThat(done(profiles.evidence(List.of(said.evidence()))).get(said.evidence()))
                .isInstanceOf(Evidence.Stated.class);
        assertThat(tally(connection).counts().created()).isEqualTo(1);
    }

    @Test
    @Tag("M26")
    void nobodyWithoutConsentGetsAProfile() {
        Connection connection = added(asks().linkedTo(ADS));
        happened(proven(email.property(), email.value()));
        happened(read(connection, "shop.city", "Zwolle"));

        worked();

        assertThat(done(profiles.withAnyOf(List.of(email)))).isEmpty();
        assertThat(tally(connection).heldBack().values()).containsExactly(1L);
    }

    @Test
    @Tag("M24")
    void whatIsOffOrOutOfScopeByNowComesToNothing() {
        Connection off = added(asks());
        Connection elsewhere =
                added(asks().activeOn(on(SHOP, restrict(Comparison.STARTS_WITH, "/other/"))));
        theProfileOfAda();
        happened(proven(email.property(), email.value()));
        done(connections.turn(off.id(), false));
        happened(read(off, "shop.city", "Zwolle"));
        happened(read(elsewhere, "shop.city", "Arnhem"));
        happened(
                new VariablesRead(
                        new ConnectionId(UUID.randomUUID()),
                        List.of(email),
                        Map.of("a", List.of("b"))));

        worked();

        assertThat(profile().values()).containsEntry(city, List.of("Utrecht"));
    }

    @Test
    void onlyWhatIsAskedForCounts() {
        Connection connection = added(asks());
        theProfileOfAda();
        happened(proven(email.property(), email.value()));
        happened(read(connection, "identifier:" + email.property(), "eve@example.com"));

        worked();

        assertThat(profile().values()).containsEntry(email.property(), List.of(email.value()));
        assertThat(tally(connection).counts()).isEqualTo(new Counts(0, 0, 1, 0, 0, 0, 0));
    }

    @Test
    void onlyVariablesThatAreAskedForAreKept() {
        Connection connection = added(asks());
        SentEvent.Identity proven = identity(Optional.of(proof(Map.of("email", email.value()))));

        CollectEvents.Answer answer =
                collected(
                        sent(
                                connection.id(),
                                proven,
                                Map.of(
                                        "shop.city", List.of("Zwolle"),
                                        "document.cookie", List.of("x"))),
                        sent(
                                new ConnectionId(UUID.randomUUID()),
                                proven,
                                Map.of("shop.city", List.of("Zwolle"))));

        assertThat(answer.accepted()).isEqualTo(1);
        assertThat(answer.refused())
                .containsExactly(
                        new CollectEvents.Refusal(
                                Optional.of(1), "Nothing of it is asked for on this page."));
        assertThat(log.kept(ada))
                .extracting(VisitorEvent::what)
                .containsExactly(read(connection, "shop.city", "Zwolle"));
    }

    /// Whoever can read the visitor's cookie could else write into their profile.
    @Test
    void whatAPageSaysIsTakenOnlyWithAProofThatHolds() {
        Connection connection = added(asks());
        Map<String, String> named = Map.of("email", email.value());
        Map<String, List<String>> values = Map.of("shop.city", List.of("Zwolle"));

        CollectEvents.Answer answer =
                collected(
                        sent(connection.id(), identity(Optional.empty()), values),
                        sent(connection.id(), identity(Optional.of("Zm9yZ2Vk")), values),
                        sent(
                                connection.id(),
                                identity(
                                        Optional.of(
                                                IdentityProof.of(
                                                        key,
                                                        SHOP.id(),
                                                        ada,
                                                        named,
                                                        NOON.minusSeconds(3600)))),
                                values),
                        sent(
                                connection.id(),
                                identity(Optional.of(proof(Map.of("email", "ben@example.com")))),
                                values));

        assertThat(answer.accepted()).isZero();
        assertThat(answer.refused())
                .extracting(CollectEvents.Refusal::reason)
                .containsExactly(
                        "Without a proof nothing is taken of what a page says.",
                        "The proof does not hold for this channel, visitor and identifiers.",
                        "The proof is over. Make a new one for every page that is opened.",
                        "The proof does not hold for this channel, visitor and identifiers.");
        assertThat(log.kept(ada)).isEmpty();
    }

    private CollectEvents.Answer collected(SentEvent... sent) {
        return done(
                collectEvents.handle(
                        new CollectEvents.Command(
                                SHOP.id(),
                                ada,
                                NOON,
                                Optional.empty(),
                                "https://shop.example",
                                List.of(sent))));
    }
}
