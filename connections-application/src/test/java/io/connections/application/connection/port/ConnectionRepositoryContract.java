package io.connections.application.connection.port;

import static io.connections.domain.connection.ConnectionFixtures.NOON;
import static io.connections.domain.connection.ConnectionFixtures.aConnection;
import static io.connections.domain.goal.GoalFixtures.aGoal;
import static io.connections.domain.goal.GoalFixtures.row;
import static io.connections.domain.profile.ProfileFixtures.anIdentifier;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.connections.application.connection.port.ConnectionRepository.Held;
import io.connections.application.connection.port.ConnectionRepository.Judgement;
import io.connections.domain.access.Role;
import io.connections.domain.catalog.ConnectionType.Direction;
import io.connections.domain.catalog.ConnectionTypeId;
import io.connections.domain.catalog.SetupValues;
import io.connections.domain.connection.Connection;
import io.connections.domain.connection.Connection.Content;
import io.connections.domain.connection.Connection.Stamp;
import io.connections.domain.connection.ConnectionFixtures.ConnectionBuilder;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.connection.EditRights;
import io.connections.domain.profile.ProfileProperty;
import io.connections.domain.profile.PropertyType;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What every store of connections does.
public abstract class ConnectionRepositoryContract {
    private static final ProfileProperty EMAIL = anIdentifier(1, "email", new PropertyType.Email());

    private static final Role MANAGERS = Role.APPLICATION_MANAGER;

    /// In every name: the store may be shared.
    private final String mark = UUID.randomUUID().toString();

    protected abstract ConnectionRepository connections();

    /// Runs it in a unit of work and waits for what it answers.
    protected abstract <T> T await(Supplier<Uni<T>> work);

    @Test
    @Tag("M5")
    void aConnectionIsFoundAsItWasAdded() {
        Connection added =
                aConnection()
                        .described("from the \"till\"")
                        .with("host", "files.example")
                        .with(aGoal().matchedBy(EMAIL).mapping(row("E-mail", EMAIL)).build())
                        .build();
        await(() -> connections().add(added));

        Optional<Connection> found = find(added.id());

        assertThat(found).contains(added);
    }

    @Test
    @Tag("M5")
    void whatWasNeverAddedIsNotFound() {
        Optional<Connection> found = find(new ConnectionId(UUID.randomUUID()));

        assertThat(found).isEmpty();
    }

    @Test
    @Tag("M25")
    void ofSomeTypesThoseAreFoundThatAreSwitchedOn() {
        ConnectionTypeId type = new ConnectionTypeId("x-" + mark);
        ConnectionTypeId other = new ConnectionTypeId("y-" + mark);
        Connection on = aConnection().of(type).switchedOn().build();
        Connection alsoOn = aConnection().of(other).switchedOn().build();
        await(() -> connections().add(on));
        await(() -> connections().add(alsoOn));
        await(() -> connections().add(aConnection().of(type).build()));

        List<Connection> ofOne = await(() -> connections().switchedOn(List.of(type)));
        List<Connection> ofBoth = await(() -> connections().switchedOn(List.of(type, other)));
        List<Connection> ofNone = await(() -> connections().switchedOn(List.of()));

        assertThat(ofOne).containsExactly(on);
        assertThat(ofBoth).containsExactlyInAnyOrder(on, alsoOn);
        assertThat(ofNone).isEmpty();
    }

    @Test
    @Tag("M8")
    void savingKeepsTheNextVersion() {
        Connection first = added("first");
        Connection next = saved(first, "second");

        boolean kept = await(() -> connections().save(next, first.version()));

        assertThat(kept).isTrue();
        assertThat(find(first.id())).contains(next);
    }

    @Test
    @Tag("M8")
    void ofTwoWhoChangedTheSameVersionTheSecondWritesNothing() {
        Connection first = added("first");
        Connection ofMia = saved(first, "Mia's");
        Connection ofNoah = saved(first, "Noah's");
        await(() -> connections().save(ofMia, first.version()));

        boolean kept = await(() -> connections().save(ofNoah, first.version()));

        assertThat(kept).isFalse();
        assertThat(find(first.id())).contains(ofMia);
    }

    @Test
    @Tag("M8")
    void whatIsGoneCannotBeSaved() {
        Connection gone = aConnection().build();

        boolean kept = await(() -> connections().save(saved(gone, "x"), gone.version()));

        assertThat(kept).isFalse();
        assertThat(find(gone.id())).isEmpty();
    }

    @Test
    @Tag("M6")
    void switchingMakesNoVersion() {
        Connection off = added("switched");

        boolean found = await(() -> connections().turn(off.id(), true));

        assertThat(found).isTrue();
        assertThat(find(off.id())).contains(off.turn(true));
    }

    @Test
    @Tag("M6")
    void savingLeavesTheSwitchAlone() {
        Connection off = added("first");
        await(() -> connections().turn(off.id(), true));

        await(() -> connections().save(saved(off, "second"), off.version()));

        assertThat(find(off.id()).map(Connection::on)).contains(true);
    }

    @Test
    @Tag("M6")
    void whatIsGoneCannotBeSwitched() {
        boolean found = await(() -> connections().turn(new ConnectionId(UUID.randomUUID()), true));

        assertThat(found).isFalse();
    }

    @Test
    @Tag("M8")
    void aDeletedConnectionIsGone() {
        Connection one = added("one");

        await(() -> connections().delete(one.id()));

        assertThat(find(one.id())).isEmpty();
    }

    @Test
    @Tag("M8")
    void deletingWhatIsNotThereDoesNothing() {
        Connection stays = added("stays");

        await(() -> connections().delete(new ConnectionId(UUID.randomUUID())));

        assertThat(find(stays.id())).isPresent();
    }

    @Test
    @Tag("M8")
    void aFailureLaterInTheUnitOfWorkTakesItBack() {
        Connection one = aConnection().build();
        IllegalStateException broken = new IllegalStateException("broken");

        Throwable failed =
                catchThrowable(
                        () ->
                                await(
                                        () ->
                                                connections()
                                                        .add(one)
                                                        .chain(
                                                                () ->
                                                                        Uni.createFrom()
                                                                                .failure(broken))));

        assertThat(failed).isSameAs(broken);
        assertThat(find(one.id())).isEmpty();
    }

    @Test
    @Tag("M1")
    void manyAreTurnedAtOnceAndMakeNoVersion() {
        Connection one = added("one");
        Connection other = added("other");

        await(() -> connections().turnAll(List.of(one.id(), other.id(), nobody()), true));

        assertThat(find(one.id())).contains(one.turn(true));
        assertThat(find(other.id())).contains(other.turn(true));
    }

    @Test
    @Tag("M30")
    void ofManyThatAreTurnedThoseThatChangedAreAnswered() {
        Connection off = added("off");
        Connection on = added("on");
        await(() -> connections().turn(on.id(), true));

        Set<ConnectionId> turned =
                await(() -> connections().turnAll(List.of(off.id(), on.id(), nobody()), true));

        assertThat(turned).containsExactly(off.id());
    }

    @Test
    @Tag("M1")
    @Tag("M30")
    void thoseHeldAreNamedWithTheirEditRightsAndWhatIsGoneIsNotAmongThem() {
        Connection one = added("one");
        Connection reserved = added(aConnection().named("reserved").editedBy(MANAGERS));

        Map<ConnectionId, Held> held =
                await(() -> connections().hold(List.of(one.id(), nobody(), reserved.id())));

        assertThat(held)
                .containsOnly(
                        Map.entry(one.id(), new Held(one.name(), EditRights.EVERYBODY)),
                        Map.entry(reserved.id(), new Held("reserved", EditRights.of(MANAGERS))));
    }

    @Test
    @Tag("M30")
    void editRightsAreFoundAsTheyWereAddedAndAsTheyWereSaved() {
        Connection first = added(aConnection().editedBy(Role.MARKETER, Role.APPLICATION_MANAGER));
        Connection next =
                first.save(
                        first.content().withEditRights(EditRights.of(Role.ADMINISTRATOR)),
                        first.created());

        Connection added = find(first.id()).orElseThrow();
        await(() -> connections().save(next, first.version()));

        assertThat(added).isEqualTo(first);
        assertThat(find(first.id())).contains(next);
    }

    @Test
    @Tag("M30")
    void savedForEverybodyAConnectionIsNobodysOwn() {
        Connection first = added(aConnection().editedBy(MANAGERS));
        Connection next =
                first.save(first.content().withEditRights(EditRights.EVERYBODY), first.created());

        await(() -> connections().save(next, first.version()));

        assertThat(find(first.id())).contains(next);
    }

    @Test
    @Tag("M1")
    void manyAreDeletedAtOnce() {
        Connection one = added("one");
        Connection stays = added("stays");

        await(() -> connections().deleteAll(List.of(one.id(), nobody())));

        assertThat(find(one.id())).isEmpty();
        assertThat(find(stays.id())).isPresent();
    }

    @Test
    @Tag("M1")
    void whatIsNewWaitsToBeJudgedUntilItIs() {
        Connection one = added("one");
        Connection other = added("other");
        await(() -> connections().judge(List.of(judgement(other))));

        List<Connection> waiting = await(() -> connections().unjudged(10_000));

        assertThat(waiting).contains(one).doesNotContain(other);
        assertThat(unjudged()).doesNotContain(one.id());
    }

    @Test
    @Tag("M1")
    void aNewVersionWaitsToBeJudgedAgain() {
        Connection one = added("one");
        await(() -> connections().judge(List.of(judgement(one))));

        await(() -> connections().save(saved(one, "second"), one.version()));

        assertThat(unjudged()).contains(one.id());
    }

    @Test
    @Tag("M1")
    void inDoubtEveryConnectionIsJudgedAgain() {
        Connection one = added("one");
        await(() -> connections().judge(List.of(judgement(one))));

        await(() -> connections().doubtAll());

        assertThat(unjudged()).contains(one.id());
    }

    @Test
    @Tag("M1")
    void judgingWhatIsGoneDoesNothing() {
        Connection gone = aConnection().build();

        await(() -> connections().judge(List.of(judgement(gone))));

        assertThat(find(gone.id())).isEmpty();
    }

    private List<ConnectionId> unjudged() {
        return await(() -> connections().unjudged(10_000)).stream().map(Connection::id).toList();
    }

    private static Judgement judgement(Connection connection) {
        return new Judgement(connection.id(), Optional.empty(), "SFTP", Direction.OUTBOUND);
    }

    private static ConnectionId nobody() {
        return new ConnectionId(UUID.randomUUID());
    }

    private Connection added(String name) {
        return added(aConnection().named(name + " " + mark));
    }

    private Connection added(ConnectionBuilder builder) {
        Connection one = builder.build();
        await(() -> connections().add(one));
        return one;
    }

    private Connection saved(Connection from, String name) {
        return from.save(
                new Content(name, "changed", new SetupValues(Map.of("host", "b")), List.of()),
                new Stamp("Noah", NOON.plusSeconds(60)));
    }

    private Optional<Connection> find(ConnectionId id) {
        return await(() -> connections().find(id));
    }
}
