package io.connections.application.consent.port;

import static io.connections.domain.connection.ConnectionFixtures.aConnection;
import static io.connections.domain.goal.GoalFixtures.aGoal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.connections.application.connection.port.ConnectionRepository;
import io.connections.application.consent.LinkedConnection;
import io.connections.application.consent.ObjectiveInUse.Use;
import io.connections.application.consent.port.ObjectiveUses.Uses;
import io.connections.application.kernel.Cursor;
import io.connections.application.kernel.Page;
import io.connections.application.kernel.PageRequest;
import io.connections.application.kernel.RequestInvalid;
import io.connections.domain.access.Role;
import io.connections.domain.connection.Connection;
import io.connections.domain.connection.ConnectionFixtures.ConnectionBuilder;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.goal.ConsentMeaning;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What everything does that knows what objectives are used by.
@Tag("M26")
public abstract class ObjectiveUsesContract {
    /// Of their own for each test: the store may be shared.
    private final ObjectiveId news = new ObjectiveId("News-" + UUID.randomUUID());

    private final ObjectiveId ads = new ObjectiveId("ads-" + UUID.randomUUID());

    protected abstract ObjectiveUses uses();

    protected abstract ConnectionRepository connections();

    /// Runs it in a unit of work and waits for what it answers.
    protected abstract <T> T await(Supplier<Uni<T>> work);

    @Test
    void whatNothingIsLinkedToIsNotUsed() {
        added(aConnection().linkedTo(ads));
        added(aConnection());

        assertThat(of(news)).isEqualTo(new Uses(List.of(), 0));
        assertThat(linked(news).items()).isEmpty();
    }

    @Test
    void linkedConnectionsAreByName() {
        Connection b = added(aConnection().named("b").linkedTo(ads, news).switchedOn());
        Connection a = added(aConnection().named("A").linkedTo(news).editedBy(Role.MARKETER));

        assertThat(linked(news).items())
                .containsExactly(
                        new LinkedConnection(a.id(), "A", false, a.editRights()),
                        new LinkedConnection(b.id(), "b", true, b.editRights()));
        assertThat(of(news))
                .isEqualTo(
                        new Uses(
                                List.of(new Use(a.id().value(), "A"), new Use(b.id().value(), "b")),
                                2));
    }

    @Test
    void pagesFollowOneAnotherWithoutAGap() {
        for (String name : List.of("c", "A", "b", "a")) {
            added(aConnection().named(name).linkedTo(news));
        }

        Page<LinkedConnection> first = linked(news, Optional.empty());
        Page<LinkedConnection> second = linked(news, first.next());

        assertThat(first.items())
                .extracting(one -> one.name().toLowerCase(Locale.ROOT))
                .containsExactly("a", "a", "b");
        assertThat(second.items()).extracting(LinkedConnection::name).containsExactly("c");
        assertThat(second.next()).isEmpty();
        assertThat(catchThrowable(() -> linked(news, Optional.of(Cursor.of("x")))))
                .isInstanceOf(RequestInvalid.class);
    }

    @Test
    void whoseGoalsBringConsentToItUsesIt() {
        Connection brings =
                added(
                        aConnection()
                                .named("Brings")
                                .with(
                                        aGoal().consent("opt_in", new ConsentMeaning.AnswerTo(news))
                                                .build()));
        added(
                aConnection()
                        .with(
                                aGoal().consent("opt_in", new ConsentMeaning.AnswerTo(ads))
                                        .consent("zone", new ConsentMeaning.InZone())
                                        .build()));

        assertThat(of(news))
                .isEqualTo(new Uses(List.of(new Use(brings.id().value(), "Brings")), 1));
        assertThat(linked(news).items()).isEmpty();
    }

    @Test
    void upperAndLowerCaseDiffer() {
        added(aConnection().linkedTo(news));

        assertThat(of(new ObjectiveId(news.value().toLowerCase(Locale.ROOT))).count()).isZero();
    }

    @Test
    void ofManyTheFirstFewAreNamedAndAllAreCounted() {
        for (int i = 0; i < 12; i++) {
            added(aConnection().named("Store %02d".formatted(i)).linkedTo(news));
        }

        Uses found = of(news);

        assertThat(found.count()).isEqualTo(12);
        assertThat(found.some())
                .extracting(Use::connectionName)
                .hasSize(Uses.MOST)
                .startsWith("Store 00", "Store 01");
    }

    private Connection added(ConnectionBuilder builder) {
        Connection connection = builder.id(UUID.randomUUID()).build();
        await(() -> connections().add(connection));
        return connection;
    }

    private Uses of(ObjectiveId id) {
        return await(() -> uses().of(id));
    }

    private Page<LinkedConnection> linked(ObjectiveId id) {
        return await(() -> uses().linked(id, PageRequest.first()));
    }

    private Page<LinkedConnection> linked(ObjectiveId id, Optional<Cursor> after) {
        return await(() -> uses().linked(id, new PageRequest(after, 3)));
    }
}
