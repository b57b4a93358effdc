package io.connections.application.visitor.port;

import static io.connections.domain.visitor.VisitorFixtures.NOON;
import static io.connections.domain.visitor.VisitorFixtures.SHOP;
import static io.connections.domain.visitor.VisitorFixtures.aVisitor;
import static io.connections.domain.visitor.VisitorFixtures.claimed;
import static io.connections.domain.visitor.VisitorFixtures.event;
import static io.connections.domain.visitor.VisitorFixtures.granted;
import static io.connections.domain.visitor.VisitorFixtures.proven;
import static io.connections.domain.visitor.VisitorFixtures.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.connections.application.visitor.VisitorStatement;
import io.connections.domain.consent.ConsentStatement;
import io.connections.domain.consent.ConsentStatement.Answer;
import io.connections.domain.consent.EvidenceId;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.profile.Identifier;
import io.connections.domain.profile.ProfileId;
import io.connections.domain.visitor.Visitor;
import io.connections.domain.visitor.VisitorId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What every store of visitors does.
@Tag("M25")
@Tag("M27")
public abstract class VisitorRepositoryContract {
    private static final EvidenceId EVIDENCE = new EvidenceId(17);

    private final VisitorId ada = aVisitor();
    private final VisitorId ben = aVisitor();

    protected abstract VisitorRepository visitors();

    /// A profile that has the identifier.
    protected abstract ProfileId profileWith(Identifier identifier);

    /// Runs it in a unit of work and waits for what it answers.
    protected abstract <T> T await(Supplier<Uni<T>> work);

    @Test
    void visitorsAreFoundAsTheyWereSaved() {
        Visitor first = Visitor.met(ada, NOON);
        Visitor second =
                Visitor.met(ben, NOON)
                        .after(event(ben, "1", granted("newsletter", "ads")), EVIDENCE)
                        .after(event(ben, "2", NOON.plusSeconds(1), refused("ads")), EVIDENCE)
                        .after(event(ben, "3", claimed(7, "ben@example.com")), EVIDENCE)
                        .after(event(ben, "4", proven(8, "Ben \"B\"")), EVIDENCE);

        await(() -> visitors().save(List.of(first, second)));

        assertThat(found(ada, ben, aVisitor())).isEqualTo(Map.of(ada, first, ben, second));
        assertThat(found()).isEmpty();
    }

    @Test
    void aVisitorIsSavedOverWhatWasKnown() {
        Visitor first =
                Visitor.met(ada, NOON).after(event(ada, "1", claimed(7, "a@b.example")), EVIDENCE);
        Visitor next =
                first.after(
                                event(ada, "2", NOON.plusSeconds(5), proven(7, "c@d.example")),
                                EVIDENCE)
                        .after(event(ada, "3", granted("ads")), EVIDENCE);
        await(() -> visitors().save(List.of(first)));

        await(() -> visitors().save(List.of(next)));

        assertThat(found(ada)).isEqualTo(Map.of(ada, next));
    }

    @Test
    void whomAVisitorIsNotTakenForAnyMoreIsNotRemembered() {
        Visitor first =
                Visitor.met(ada, NOON)
                        .after(event(ada, "1", proven(7, "a@b.example", 8, "L-1")), EVIDENCE);
        Visitor beside = Visitor.met(ben, NOON).after(event(ben, "1", proven(8, "L-2")), EVIDENCE);
        Visitor next =
                first.after(
                        event(ada, "2", NOON.plusSeconds(5), proven(7, "c@d.example")), EVIDENCE);
        await(() -> visitors().save(List.of(first, beside)));

        await(() -> visitors().save(List.of(next)));

        assertThat(found(ada, ben)).isEqualTo(Map.of(ada, next, ben, beside));
    }

    @Test
    void allThatWasSaidIsKeptOnceTheLatestFirst() {
        await(() -> visitors().save(List.of(Visitor.met(ada, NOON), Visitor.met(ben, NOON))));
        VisitorStatement early = said(ada, Answer.GRANTED, NOON, Optional.of("„Our news“"));
        VisitorStatement late = said(ada, Answer.REFUSED, NOON.plusSeconds(1), Optional.empty());
        await(() -> visitors().keep(List.of(early, late)));
        await(
                () ->
                        visitors()
                                .keep(
                                        List.of(
                                                early,
                                                said(
                                                        ben,
                                                        Answer.GRANTED,
                                                        NOON,
                                                        Optional.empty()))));
        await(() -> visitors().keep(List.of()));

        List<VisitorStatement> statements =
                await(
                        () ->
                                visitors()
                                        .statements(
                                                ada, List.of(early.statement(), late.statement())));

        assertThat(statements).containsExactly(late, early);
        assertThat(await(() -> visitors().statements(ada, List.of(early.statement()))))
                .containsExactly(early);
        assertThat(await(() -> visitors().statements(ada, List.of()))).isEmpty();
    }

    @Test
    @Tag("M27")
    void theBrowsersThatAreTakenForAPersonAreKnown() {
        Identifier email = new Identifier(7, aVisitor().value() + "@example.com");
        Identifier nobody = new Identifier(7, aVisitor().value() + "@example.com");
        Visitor one = named(email);
        Visitor other = named(email);
        await(() -> visitors().save(List.of(one, other, named(nobody))));

        assertThat(await(() -> visitors().takenFor(List.of(email, new Identifier(8, "x")))))
                .isEqualTo(Map.of(email, Set.of(one.id(), other.id())));
        assertThat(await(() -> visitors().takenFor(List.of()))).isEmpty();
    }

    private static Visitor named(Identifier identifier) {
        VisitorId id = aVisitor();
        return Visitor.met(id, NOON)
                .after(
                        event(id, "1", claimed(identifier.property(), identifier.value())),
                        new EvidenceId(1));
    }

    @Test
    void profilesAreFoundByAnyOfTheirIdentifiers() {
        Identifier adas = new Identifier(7, ada.value() + "@example.com");
        Identifier bens = new Identifier(8, ben.value() + "'\"\\");
        ProfileId first = profileWith(adas);
        ProfileId second = profileWith(bens);

        Map<Identifier, ProfileId> found =
                await(
                        () ->
                                visitors()
                                        .profiles(
                                                List.of(
                                                        adas,
                                                        bens,
                                                        new Identifier(8, adas.value()))));

        assertThat(found).isEqualTo(Map.of(adas, first, bens, second));
    }

    private static VisitorStatement said(
            VisitorId visitor, Answer answer, Instant at, Optional<String> shown) {
        return new VisitorStatement(
                visitor,
                new ConsentStatement(new ObjectiveId("newsletter"), answer, at, EVIDENCE),
                SHOP,
                "shop.example/a?b=c",
                shown,
                NOON.plusSeconds(9));
    }

    private Map<VisitorId, Visitor> found(VisitorId... ids) {
        return await(() -> visitors().find(List.of(ids)));
    }
}
