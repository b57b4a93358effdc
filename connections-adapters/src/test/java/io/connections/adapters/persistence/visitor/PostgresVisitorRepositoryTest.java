package io.connections.adapters.persistence.visitor;

import static io.connections.domain.visitor.VisitorFixtures.NOON;
import static io.connections.domain.visitor.VisitorFixtures.aPageView;
import static io.connections.domain.visitor.VisitorFixtures.aVisitor;
import static io.connections.domain.visitor.VisitorFixtures.claimed;
import static io.connections.domain.visitor.VisitorFixtures.event;
import static io.connections.domain.visitor.VisitorFixtures.proven;
import static io.connections.domain.visitor.VisitorFixtures.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.connections.adapters.testing.Awaiting;
import io.connections.adapters.testing.PostgresForTests;
import io.connections.adapters.testing.Tables;
import io.connections.adapters.testing.Things;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.application.profile.ErasureId;
import io.connections.application.profile.port.Erasures;
import io.connections.application.visitor.VisitorStatement;
import io.connections.application.visitor.port.EventLog;
import io.connections.application.visitor.port.VisitorRepository;
import io.connections.application.visitor.port.VisitorRepositoryContract;
import io.connections.domain.channel.ChannelId;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.consent.ConsentStatement;
import io.connections.domain.consent.ConsentStatement.Answer;
import io.connections.domain.consent.EvidenceId;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.kernel.ObjectKind;
import io.connections.domain.profile.Identifier;
import io.connections.domain.profile.ProfileId;
import io.connections.domain.visitor.Visitor;
import io.connections.domain.visitor.VisitorEvent;
import io.connections.domain.visitor.VisitorEvent.VariablesRead;
import io.connections.domain.visitor.VisitorId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Also what is forgotten with a profile.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields
class PostgresVisitorRepositoryTest extends VisitorRepositoryContract {
    @Inject UnitOfWork unitOfWork;
    @Inject VisitorRepository visitors;
    @Inject Erasures erasures;
    @Inject EventLog log;
    @Inject AgroalDataSource dataSource;

    @Override
    protected VisitorRepository visitors() {
        return visitors;
    }

    @Override
    protected ProfileId profileWith(Identifier identifier) {
        ProfileId id =
                new ProfileId(
                        UUID.fromString(Things.made(dataSource, ObjectKind.PROFILE, "").id()));
        Tables.change(
                dataSource,
                "insert into profile_identifier (property, value, profile_id) values (?, ?, ?)",
                identifier.property(),
                identifier.value(),
                id.value());
        return id;
    }

    @Override
    protected <T> T await(Supplier<Uni<T>> work) {
        return Awaiting.on(() -> unitOfWork.run(work));
    }

    @Test
    @Tag("M28")
    void whoIsForgottenIsForgottenAsAVisitorToo() {
        VisitorId ada = aVisitor();
        String email = ada.value() + "@example.com";
        ProfileId profile = profileOf(email);
        await(
                () ->
                        visitors.save(
                                List.of(
                                        Visitor.met(ada, NOON)
                                                .after(
                                                        event(ada, "1", claimed(9, email)),
                                                        new EvidenceId(1))
                                                .after(
                                                        event(
                                                                ada,
                                                                "2",
                                                                claimed(9, email, 8, email)),
                                                        new EvidenceId(2)))));

        await(() -> erasures.erase(new ErasureId(UUID.randomUUID()), profile, "Mia", NOON));

        assertThat(await(() -> visitors.find(List.of(ada)))).isEmpty();
    }

    private ProfileId profileOf(String email) {
        ProfileId profile = profileWith(new Identifier(9, email));
        Tables.change(
                dataSource,
                "update profile set properties = jsonb_build_object('9', ?) where id = ?",
                email,
                profile.value());
        return profile;
    }

    /// Whoever is at the browser by now, and whether anybody has handled it yet.
    @Test
    @Tag("M28")
    void whatPagesSaidOfThemIsForgottenWhereverItWasSaid() {
        VisitorId shared = aVisitor();
        String email = shared.value() + "@example.com";
        String other = "other." + email;
        ProfileId profile = profileOf(email);
        Awaiting.on(
                () ->
                        log.append(
                                List.of(
                                        event(shared, "1", proven(9, email)),
                                        event(shared, "2", read(email)),
                                        event(shared, "3", proven(9, other)),
                                        event(shared, "4", read(other)),
                                        event(shared, "5", read(email)))));
        Tables.change(
                dataSource,
                "delete from event_to_handle where visitor = ? and number in (select number from"
                        + " collected_event where event_id = '2')",
                shared.value());

        await(() -> erasures.erase(new ErasureId(UUID.randomUUID()), profile, "Mia", NOON));

        assertThat(events(shared)).containsExactly("3", "4");
        assertThat(
                        Tables.texts(
                                dataSource,
                                "select number::text from event_to_handle where visitor = ?",
                                shared.value()))
                .hasSize(2);
    }

    /// It was accepted, and is no word of the person who is forgotten.
    @Test
    @Tag("M27")
    @Tag("M28")
    void whatSomebodyElseSaidThereSinceIsNotLost() {
        VisitorId shared = aVisitor();
        String email = shared.value() + "@example.com";
        ProfileId profile = profileOf(email);
        await(
                () ->
                        visitors.save(
                                List.of(
                                        Visitor.met(shared, NOON)
                                                .after(
                                                        event(shared, "0", claimed(9, email)),
                                                        new EvidenceId(1)))));
        Awaiting.on(
                () ->
                        log.append(
                                List.of(
                                        event(shared, "1", refused("news")),
                                        event(shared, "2", claimed(9, "other." + email)),
                                        event(shared, "3", refused("ads")),
                                        event(shared, "4", claimed(9, email)),
                                        event(shared, "5", refused("offers")))));

        await(() -> erasures.erase(new ErasureId(UUID.randomUUID()), profile, "Mia", NOON));

        assertThat(events(shared)).containsExactly("2", "3");
    }

    /// Whoever is at the browser by now.
    @Test
    @Tag("M28")
    void whatTheySentIsForgottenAlsoWhereSomebodyElseWasNamedSince() {
        VisitorId shared = aVisitor();
        String email = shared.value() + "@example.com";
        ProfileId profile = profileOf(email);
        Awaiting.on(
                () ->
                        log.append(
                                List.of(
                                        event(shared, "1", proven(9, email)),
                                        event(shared, "2", aPageView()),
                                        event(shared, "3", proven(9, "other." + email)),
                                        event(shared, "4", aPageView()))));

        await(() -> erasures.erase(new ErasureId(UUID.randomUUID()), profile, "Mia", NOON));

        assertThat(events(shared)).containsExactly("3", "4");
    }

    /// What was told of late, too, and what they were shown when they consented.
    @Test
    @Tag("M27")
    @Tag("M28")
    void whatTheySaidIsForgottenByWhenTheySaidIt() {
        VisitorId shared = aVisitor();
        String email = shared.value() + "@example.com";
        ProfileId profile = profileOf(email);
        VisitorEvent theirs = event(shared, "1", NOON.minusSeconds(50), proven(9, email));
        VisitorEvent others =
                event(shared, "2", NOON.minusSeconds(30), proven(9, "other." + email));
        await(
                () ->
                        visitors.save(
                                List.of(
                                        Visitor.met(shared, NOON)
                                                .after(theirs, new EvidenceId(1))
                                                .after(others, new EvidenceId(2)))));
        Awaiting.on(
                () ->
                        log.append(
                                List.of(
                                        theirs,
                                        others,
                                        event(shared, "3", NOON.minusSeconds(40), refused("ads")),
                                        event(
                                                shared,
                                                "4",
                                                NOON.minusSeconds(20),
                                                refused("ads")))));
        await(
                () ->
                        visitors.keep(
                                List.of(
                                        said(shared, NOON.minusSeconds(40)),
                                        said(shared, NOON.minusSeconds(20)))));

        await(() -> erasures.erase(new ErasureId(UUID.randomUUID()), profile, "Mia", NOON));

        assertThat(events(shared)).containsExactly("2", "4");
        List<ConsentStatement> both =
                List.of(
                        said(shared, NOON.minusSeconds(40)).statement(),
                        said(shared, NOON.minusSeconds(20)).statement());
        assertThat(await(() -> visitors.statements(shared, both)))
                .containsExactly(said(shared, NOON.minusSeconds(20)));
    }

    private static VisitorStatement said(VisitorId visitor, Instant at) {
        return new VisitorStatement(
                visitor,
                new ConsentStatement(
                        new ObjectiveId("ads"), Answer.REFUSED, at, new EvidenceId(Long.MAX_VALUE)),
                new ChannelId(new UUID(0, 1)),
                "shop.example/a?b=c",
                Optional.of("Our ads."),
                NOON);
    }

    private List<String> events(VisitorId visitor) {
        return Tables.texts(
                dataSource,
                "select event_id from collected_event where visitor = ? order by number",
                visitor.value());
    }

    private static VisitorEvent.What read(String email) {
        return new VariablesRead(
                new ConnectionId(new UUID(0, 1)),
                List.of(new Identifier(9, email)),
                Map.of("shop.city", List.of("Zwolle")));
    }
}
