package io.connections.application.connection;

import static io.connections.domain.access.ActorFixtures.aMarketer;
import static io.connections.domain.channel.ChannelFixtures.channelId;
import static io.connections.domain.channel.ChannelFixtures.exclude;
import static io.connections.domain.channel.ChannelFixtures.on;
import static io.connections.domain.channel.ChannelFixtures.restrict;
import static io.connections.domain.channel.ChannelFixtures.website;
import static io.connections.domain.connection.ConnectionFixtures.NOON;
import static io.connections.domain.connection.ConnectionFixtures.aConnection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.connections.application.kernel.RequestInvalid;
import io.connections.domain.audit.AuditEvent;
import io.connections.domain.audit.Change;
import io.connections.domain.channel.Channel;
import io.connections.domain.channel.ChannelScope;
import io.connections.domain.channel.Comparison;
import io.connections.domain.connection.Connection;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Where a connection is active is part of what is saved.
@Tag("M24")
class ScopedConnectionTest {
    private static final ChannelScope EVERYWHERE = new ChannelScope.Everywhere();

    private final House house = new House();
    private final Channel shop = website(1, "Shop", "shop.example");
    private final Channel blog = website(2, "Blog", "blog.example");
    private final ChannelScope support =
            on(
                    shop,
                    restrict(Comparison.STARTS_WITH, "/support/"),
                    exclude(Comparison.IS, "/support/contact.html"));
    private final Connection connection = house.add(aConnection());

    @BeforeEach
    void channelsAreThere() {
        await(house.channels.insert(shop).chain(() -> house.channels.insert(blog)).replaceWith(1));
    }

    @Test
    void aNewConnectionIsActiveOnAllChannels() {
        assertThat(connection.scope()).isEqualTo(EVERYWHERE);
    }

    @Test
    void theScopeIsSavedAndItsChannelsAreNamed() {
        ConnectionView saved = save(connection, support);

        assertThat(saved.connection().scope()).isEqualTo(support);
        assertThat(saved.channels()).containsExactly(shop);
        assertThat(event().changes())
                .containsExactly(
                        Change.of("Channels", "All", "Shop"),
                        Change.of(
                                "Rules of Shop",
                                "",
                                "only pages that start with \"/support/\"; no pages that are \"/support/contact.html\""));
    }

    @Test
    void whoSaysNothingOfTheScopeLeavesItAsItIs() {
        Connection before = save(connection, support).connection();
        TypedContent unsaid =
                new TypedContent(
                        before.content().withScope(EVERYWHERE).withName("Renamed"),
                        Set.of(TypedContent.Part.SCOPE),
                        List.of());

        Connection saved = await(save(before, unsaid)).connection();

        assertThat(saved.name()).isEqualTo("Renamed");
        assertThat(saved.scope()).isEqualTo(support);
    }

    @Test
    void aChannelThatThereIsNotCannotBeChosen() {
        ChannelScope scope =
                new ChannelScope.Chosen(
                        List.of(
                                new ChannelScope.OnChannel(shop.id(), List.of()),
                                new ChannelScope.OnChannel(channelId(9), List.of())));

        assertThat(places(catchThrowable(() -> save(connection, scope))))
                .containsExactly("/scope/channels/1/channelId channel-gone");
        assertThat(house.find(connection.id()).map(Connection::scope)).contains(EVERYWHERE);
    }

    @Test
    void aChannelChosenTwiceIsRefused() {
        ChannelScope scope =
                new ChannelScope.Chosen(
                        List.of(
                                new ChannelScope.OnChannel(shop.id(), List.of()),
                                new ChannelScope.OnChannel(shop.id(), List.of())));

        assertThat(places(catchThrowable(() -> save(connection, scope))))
                .containsExactly("/scope/channels/1/channelId duplicate");
    }

    @Test
    void aCopyIsActiveWhereTheOriginalIs() {
        save(connection, support);

        Connection copy =
                await(
                                new CopyConnection(
                                                house.unitOfWork,
                                                house.connections,
                                                house.types,
                                                house.views,
                                                house.chosen,
                                                house.vault,
                                                house.links,
                                                house.ids,
                                                () -> NOON,
                                                house.trail)
                                        .handle(
                                                new CopyConnection.Command(
                                                        connection.id(),
                                                        "Copy",
                                                        false,
                                                        Optional.empty(),
                                                        aMarketer())))
                        .connection();

        assertThat(copy.scope()).isEqualTo(support);
        assertThat(event().changes()).contains(Change.of("Channels", "All", "Shop"));
    }

    @Test
    @Tag("M8")
    void aRestoredVersionBringsItsScopeBackWithoutWhatWasDeletedSince() {
        ChannelScope both =
                new ChannelScope.Chosen(
                        List.of(
                                new ChannelScope.OnChannel(shop.id(), List.of()),
                                new ChannelScope.OnChannel(blog.id(), List.of())));
        Connection second = save(connection, both).connection();
        Connection third = save(second, EVERYWHERE).connection();
        await(house.channels.delete(blog.id()));

        Connection restored =
                await(
                                house.saveConnection(NOON)
                                        .handle(
                                                new SaveConnection.Command(
                                                        connection.id(),
                                                        third.version(),
                                                        TypedContent.of(second.content()),
                                                        aMarketer(),
                                                        Optional.of(second.version()))))
                        .connection();

        assertThat(restored.scope()).isEqualTo(on(shop));
    }

    private ConnectionView save(Connection before, ChannelScope scope) {
        return await(save(before, TypedContent.of(before.content().withScope(scope))));
    }

    private Uni<ConnectionView> save(Connection before, TypedContent content) {
        return house.saveConnection(NOON)
                .handle(
                        new SaveConnection.Command(
                                before.id(), before.version(), content, aMarketer()));
    }

    private AuditEvent event() {
        return house.trail.events().getLast();
    }

    private static List<String> places(Throwable refused) {
        return refused instanceof RequestInvalid invalid
                ? invalid.violations().stream()
                        .map(each -> each.pointer() + " " + each.code())
                        .toList()
                : List.of(String.valueOf(refused));
    }

    private static <T> T await(Uni<T> work) {
        return work.await().indefinitely();
    }
}
