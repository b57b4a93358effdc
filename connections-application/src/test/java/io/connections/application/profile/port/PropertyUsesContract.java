package io.connections.application.profile.port;

import static io.connections.domain.connection.ConnectionFixtures.NOON;
import static io.connections.domain.connection.ConnectionFixtures.aConnection;
import static io.connections.domain.goal.GoalFixtures.aGoal;
import static io.connections.domain.goal.GoalFixtures.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.connections.application.connection.port.ConnectionRepository;
import io.connections.application.run.request.RunState;
import io.connections.application.run.request.RunSummary.Cause;
import io.connections.application.run.request.port.RunQueue;
import io.connections.application.run.request.port.RunQueue.NewRun;
import io.connections.domain.connection.Connection;
import io.connections.domain.connection.Connection.Content;
import io.connections.domain.connection.Connection.Stamp;
import io.connections.domain.connection.ConnectionFixtures.ConnectionBuilder;
import io.connections.domain.goal.ExportVariables;
import io.connections.domain.goal.Goal;
import io.connections.domain.goal.GoalId;
import io.connections.domain.goal.ImportVariables;
import io.connections.domain.goal.SharedValue;
import io.connections.domain.profile.ProfileProperty;
import io.connections.domain.profile.PropertyId;
import io.connections.domain.profile.PropertyInUse.Use;
import io.connections.domain.profile.PropertyType;
import io.connections.domain.run.RunId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What everything does that knows who needs a property.
@Tag("M15")
public abstract class PropertyUsesContract {
    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    /// Properties of their own for each test: the store may be shared.
    private final ProfileProperty city = property("City-" + mark, 901);

    private final ProfileProperty email = property("Email-" + mark, 902);

    protected abstract PropertyUses uses();

    protected abstract ConnectionRepository connections();

    protected abstract RunQueue queue();

    /// Plays the worker that has ended the run.
    protected abstract void ended(RunId run, RunState state);

    /// Runs it in a unit of work and waits for what it answers.
    protected abstract <T> T await(Supplier<Uni<T>> work);

    @Test
    void aPropertyThatNoGoalNamesIsNotNeeded() {
        added(aConnection().with(goalThatMaps(email)));

        assertThat(needing(city.id())).isEmpty();
    }

    @Test
    void connectionsThatMapAPropertyNeedItByName() {
        Connection shop = added(aConnection().named("shop").with(goalThatMaps(city)));
        Connection bar = added(aConnection().named("Bar").with(goalThatMaps(email, city)));

        assertThat(needing(city.id())).containsExactly(use(bar), use(shop));
    }

    @Test
    void aConnectionThatOnlyMatchesByAPropertyNeedsItToo() {
        Goal matching =
                aGoal().matchedBy(email).matchedBy(email, city).mapping(row("E", email)).build();
        Connection shop = added(aConnection().with(matching));

        assertThat(needing(city.id())).containsExactly(use(shop));
    }

    @Test
    @Tag("M25")
    void aConnectionThatBringsItFromAPageOrShowsItThereNeedsItToo() {
        Connection reads =
                added(
                        aConnection()
                                .named("Reads")
                                .with(
                                        new ImportVariables(
                                                new GoalId(UUID.randomUUID()),
                                                "In",
                                                true,
                                                true,
                                                List.of(row("shop.city", city).build()))));
        Connection shows =
                added(
                        aConnection()
                                .named("Shows")
                                .with(
                                        new ExportVariables(
                                                new GoalId(UUID.randomUUID()),
                                                "Out",
                                                true,
                                                List.of(new SharedValue(city.id(), "a.city")))));

        assertThat(needing(city.id())).containsExactly(use(reads), use(shows));
    }

    @Test
    void theCaseOfAnIdMakesNoDifference() {
        Connection shop = added(aConnection().with(goalThatMaps(city)));

        assertThat(needing(new PropertyId(city.id().value().toUpperCase(Locale.ROOT))))
                .containsExactly(use(shop));
    }

    @Test
    void onlyRunsThatHaveNotEndedNeedAnything() {
        Connection shop = added(aConnection().switchedOn().with(goalThatMaps(city)));
        RunId run = queued(shop);
        List<Use> whileQueued = neededByRuns(city.id());

        ended(run, RunState.FINISHED);

        assertThat(whileQueued).containsExactly(use(shop));
        assertThat(neededByRuns(city.id())).isEmpty();
    }

    @Test
    void aRunNeedsWhatItsConnectionNamedWhenItWasQueued() {
        Connection shop = added(aConnection().switchedOn().with(goalThatMaps(city)));
        queued(shop);

        Content without = new Content(shop.name(), "", shop.setup(), List.of(goalThatMaps(email)));
        Connection saved = shop.save(without, new Stamp("Mia", NOON));
        await(() -> connections().save(saved, shop.version()));

        assertThat(needing(city.id())).isEmpty();
        assertThat(neededByRuns(city.id())).containsExactly(use(shop));
        assertThat(neededByRuns(email.id())).isEmpty();
    }

    private List<Use> needing(PropertyId id) {
        return await(() -> uses().of(id));
    }

    private List<Use> neededByRuns(PropertyId id) {
        return await(() -> uses().ofActiveRuns(id));
    }

    private Connection added(ConnectionBuilder builder) {
        Connection connection = builder.build();
        await(() -> connections().add(connection));
        return connection;
    }

    private RunId queued(Connection connection) {
        RunId run = new RunId(UUID.randomUUID());
        await(
                () ->
                        queue().add(
                                        new NewRun(
                                                run,
                                                connection.id(),
                                                connection.version(),
                                                connection.name(),
                                                new Cause(
                                                        Cause.Kind.MANUAL,
                                                        Optional.of("Mia"),
                                                        Optional.empty()),
                                                false,
                                                List.of(),
                                                NOON)));
        return run;
    }

    private static Goal goalThatMaps(ProfileProperty... properties) {
        var goal = aGoal();
        for (ProfileProperty property : properties) {
            goal.mapping(row(property.name(), property));
        }
        return goal.build();
    }

    private static Use use(Connection connection) {
        return new Use(connection.id().value(), connection.name());
    }

    private static ProfileProperty property(String id, int number) {
        return new ProfileProperty(
                new PropertyId(id), number, id, new PropertyType.Text(), false, false);
    }
}
