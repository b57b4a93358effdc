package io.connections.application.connection.port;

import static io.connections.domain.channel.ChannelFixtures.channelId;
import static io.connections.domain.channel.ChannelFixtures.restrict;
import static io.connections.domain.connection.ConnectionFixtures.NOON;
import static io.connections.domain.connection.ConnectionFixtures.aConnection;
import static io.connections.domain.connection.ConnectionFixtures.contentOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.connections.application.connection.version.SavedVersion;
import io.connections.application.connection.version.VersionNotFound;
import io.connections.application.kernel.Page;
import io.connections.application.kernel.PageRequest;
import io.connections.domain.access.Role;
import io.connections.domain.channel.ChannelScope;
import io.connections.domain.channel.Comparison;
import io.connections.domain.channel.Condition;
import io.connections.domain.channel.ScopeRule;
import io.connections.domain.connection.Connection;
import io.connections.domain.connection.Connection.Content;
import io.connections.domain.connection.Connection.Stamp;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.connection.EditRights;
import io.connections.domain.kernel.Version;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What every keeper of versions does.
@Tag("M8")
public abstract class ConnectionVersionsContract {
    protected abstract ConnectionRepository connections();

    protected abstract ConnectionVersions versions();

    /// Runs it in a unit of work and waits for what it answers.
    protected abstract <T> T await(Supplier<Uni<T>> work);

    @Test
    void everySaveIsAVersionWithItsAuthorNewestFirst() {
        Connection first = aConnection().with("host", "files.example").build();
        Connection third = saveTwice(first);

        Page<SavedVersion> all = list(first.id(), PageRequest.first());

        assertThat(all.items())
                .containsExactly(
                        new SavedVersion(new Version(3), contentOf(third), by("Zoe", 2)),
                        new SavedVersion(new Version(2), named(first, "Second"), by("Noah", 1)),
                        new SavedVersion(new Version(1), contentOf(first), first.created()));
        assertThat(all.next()).isEmpty();
    }

    @Test
    void aLongHistoryComesInPages() {
        Connection first = aConnection().build();
        saveTwice(first);
        Page<SavedVersion> newest = list(first.id(), new PageRequest(Optional.empty(), 2));

        Page<SavedVersion> rest = list(first.id(), new PageRequest(newest.next(), 2));

        assertThat(numbers(newest)).containsExactly(3L, 2L);
        assertThat(numbers(rest)).containsExactly(1L);
        assertThat(rest.next()).isEmpty();
    }

    @Test
    void oneVersionIsFoundByItsNumber() {
        Connection first = aConnection().build();
        saveTwice(first);

        SavedVersion second = await(() -> versions().get(first.id(), new Version(2)));

        assertThat(second.content().name()).isEqualTo("Second");
        assertThat(second.saved()).isEqualTo(by("Noah", 1));
    }

    @Test
    @Tag("M30")
    void everyVersionKnowsWhoMightChangeTheConnectionThen() {
        Connection first = aConnection().editedBy(Role.APPLICATION_MANAGER).build();
        saveTwice(first);

        Page<SavedVersion> all = list(first.id(), PageRequest.first());

        assertThat(all.items())
                .extracting(saved -> saved.content().editRights())
                .containsExactly(
                        EditRights.EVERYBODY,
                        EditRights.EVERYBODY,
                        EditRights.of(Role.APPLICATION_MANAGER));
    }

    @Test
    @Tag("M24")
    void everyVersionKnowsWhereTheConnectionWasActiveThen() {
        ChannelScope scope =
                new ChannelScope.Chosen(
                        List.of(
                                new ChannelScope.OnChannel(
                                        channelId(1),
                                        List.of(
                                                restrict(Comparison.STARTS_WITH, "/support/"),
                                                new ScopeRule(
                                                        ScopeRule.Effect.EXCLUDE,
                                                        Condition.Text.of(
                                                                Comparison.IS,
                                                                "/support/contact.html"),
                                                        Optional.of(
                                                                "https://shop.example/support/contact.html")))),
                                new ChannelScope.OnChannel(channelId(2), List.of())));
        Connection first = aConnection().activeOn(scope).build();
        saveTwice(first);

        Page<SavedVersion> all = list(first.id(), PageRequest.first());

        assertThat(all.items())
                .extracting(saved -> saved.content().scope())
                .containsExactly(
                        new ChannelScope.Everywhere(), new ChannelScope.Everywhere(), scope);
    }

    @Test
    void aVersionThatNeverWasIsNotFound() {
        Connection first = aConnection().build();
        saveTwice(first);

        Throwable refused =
                catchThrowable(() -> await(() -> versions().get(first.id(), new Version(9))));

        assertThat(refused).isInstanceOf(VersionNotFound.class);
    }

    @Test
    void versionsGoWithTheirConnection() {
        Connection first = aConnection().build();
        saveTwice(first);
        await(() -> connections().delete(first.id()));

        Page<SavedVersion> left = list(first.id(), PageRequest.first());

        assertThat(left.items()).isEmpty();
    }

    /// The third version, as it stands.
    private Connection saveTwice(Connection first) {
        Connection second = first.save(named(first, "Second"), by("Noah", 1));
        Connection third = second.save(named(first, "Third"), by("Zoe", 2));
        await(() -> connections().add(first));
        await(() -> connections().save(second, new Version(1)));
        await(() -> connections().save(third, new Version(2)));
        return third;
    }

    private Page<SavedVersion> list(ConnectionId id, PageRequest page) {
        return await(() -> versions().list(id, page));
    }

    private static List<Long> numbers(Page<SavedVersion> page) {
        return page.items().stream().map(saved -> saved.version().number()).toList();
    }

    private static Stamp by(String name, int hours) {
        return new Stamp(name, NOON.plusSeconds(3600L * hours));
    }

    private static Content named(Connection connection, String name) {
        return new Content(name, "", connection.setup(), connection.goals());
    }
}
