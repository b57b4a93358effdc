package io.connections.application.visitor;

import static io.connections.domain.channel.ChannelFixtures.exclude;
import static io.connections.domain.channel.ChannelFixtures.on;
import static io.connections.domain.channel.ChannelFixtures.restrict;
import static io.connections.domain.profile.ProfileFixtures.aProfile;
import static io.connections.domain.visitor.VisitorFixtures.NOON;
import static io.connections.domain.visitor.VisitorFixtures.claimed;
import static io.connections.domain.visitor.VisitorFixtures.granted;
import static io.connections.domain.visitor.VisitorFixtures.proven;
import static io.connections.domain.visitor.VisitorFixtures.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.connections.application.profile.Origin;
import io.connections.domain.channel.Comparison;
import io.connections.domain.connection.Connection;
import io.connections.domain.consent.ConsentStatement;
import io.connections.domain.consent.ConsentStatement.Answer;
import io.connections.domain.consent.EvidenceId;
import io.connections.domain.profile.Identifier;
import io.connections.domain.profile.PropertyType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What pages are asked for, and profile values for the page.
@Tag("M25")
class AskVariablesTest extends DataLayerScene {
    @Test
    @Tag("M24")
    void aPageIsAskedOnlyForWhatIsActiveThere() {
        Connection connection =
                added(
                        asks().activeOn(
                                        on(
                                                SHOP,
                                                restrict(Comparison.STARTS_WITH, "/support/"),
                                                exclude(Comparison.IS, "/support/contact.html"))));

        assertThat(asked().read())
                .isEqualTo(Map.of(connection.id(), Set.of("shop.city", "shop.taste")));
        assertThat(asked("https://shop.example/support/contact.html").read()).isEmpty();
        assertThat(asked("https://shop.example/").read()).isEmpty();
    }

    @Test
    void whatAProfileSaysIsShownOnlyToWhoeverProvedToBeThatPerson() {
        Connection connection = added(shows());
        theProfileOfAda();

        assertThat(asked().show())
                .isEqualTo(
                        Map.of(
                                "profile.city",
                                List.of("Utrecht"),
                                "profile.tastes",
                                List.of("tea", "plants")));
        assertThat(tally(connection).shown()).isEqualTo(1);

        AskVariables.Answer claimed = asked(PAGE, Optional.empty());
        assertThat(claimed.show()).isEmpty();
        assertThat(claimed.refused())
                .containsExactly("Without a proof nothing is asked for or shown.");
        AskVariables.Answer forged = asked(PAGE, Optional.of("Zm9yZ2Vk"));
        assertThat(forged.show()).isEmpty();
        assertThat(forged.refused())
                .containsExactly(
                        "The proof does not hold for this channel, visitor and identifiers.");
    }

    @Test
    @Tag("M26")
    void whatConsentDoesNotCoverIsNeitherAskedForNorShown() {
        Connection connection = added(shows().with(imports()).linkedTo(ADS));
        theProfileOfAda();

        AskVariables.Answer before = asked();
        happened(granted("ads"));
        AskVariables.Answer after = asked();
        happened(refused("ads"));
        AskVariables.Answer again = asked();

        assertThat(before.read()).isEmpty();
        assertThat(before.show()).isEmpty();
        assertThat(after.read()).isNotEmpty();
        assertThat(after.show()).isNotEmpty();
        assertThat(again.read()).isEmpty();
        assertThat(again.show()).isEmpty();
        assertThat(tally(connection).heldBack().values()).containsExactly(2L);
    }

    @Test
    @Tag("M26")
    void aRefusalOfTheProfileCountsAlsoWhereTheBrowserSaidYes() {
        added(shows().linkedTo(ADS));
        profiles.add(
                aProfile()
                        .saying(new ConsentStatement(ADS, Answer.REFUSED, NOON, EvidenceId.NONE))
                        .in(GDPR)
                        .build(),
                List.of(email),
                new Origin.Unknown());
        happened(granted("ads"));

        assertThat(asked().show()).isEmpty();
    }

    @Test
    @Tag("M26")
    void whatSomebodyElseGrantedAtTheBrowserOpensNothing() {
        added(shows().with(imports()).linkedTo(ADS));
        theProfileOfAda();
        happened(proven(email.property(), emailOf("ben").value()), NOON.minusSeconds(20));
        happened(granted("ads"), NOON.minusSeconds(10));

        assertThat(asked().show()).isEmpty();
        assertThat(asked().read()).isEmpty();
    }

    @Test
    void identifiersOfSeveralProfilesShowNothing() {
        added(shows());
        theProfileOfAda();
        done(properties.add(List.of(property("number", new PropertyType.Text(), true))));
        profiles.add(
                aProfile().id(UUID.randomUUID()).build(),
                List.of(new Identifier(numberOf("number"), "17")),
                new Origin.Unknown());
        Map<String, String> both = Map.of("email", email.value(), "number", "17");

        AskVariables.Answer answer = asked(PAGE, both, Optional.of(proof(both)));

        assertThat(answer.show()).isEmpty();
        assertThat(answer.refused()).containsExactly("The identifiers belong to several profiles.");
    }

    @Test
    void aPageOfAnotherSiteIsToldNothing() {
        added(shows());

        assertThat(catchThrowable(() -> asked("https://evil.example/support/a.html")))
                .isInstanceOf(PageOfAnotherSite.class);
    }

    @Test
    void theTagIsToldWhereThereIsNothingToAsk() {
        assertThat(admitted().variables()).isFalse();
        Connection connection = added(asks());
        assertThat(admitted().variables()).isTrue();

        done(connections.turn(connection.id(), false));

        assertThat(admitted().variables()).isFalse();
    }
}
