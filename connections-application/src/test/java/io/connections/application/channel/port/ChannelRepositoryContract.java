package io.connections.application.channel.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.connections.application.channel.ChannelFilter;
import io.connections.application.channel.ChannelNotFound;
import io.connections.application.kernel.Cursor;
import io.connections.application.kernel.Page;
import io.connections.application.kernel.PageRequest;
import io.connections.application.kernel.RequestInvalid;
import io.connections.application.label.port.LabelRepository;
import io.connections.domain.channel.AppId;
import io.connections.domain.channel.Channel;
import io.connections.domain.channel.ChannelId;
import io.connections.domain.channel.Hostname;
import io.connections.domain.channel.Logo;
import io.connections.domain.channel.Outlet;
import io.connections.domain.channel.Outlet.Kind;
import io.connections.domain.kernel.Version;
import io.connections.domain.label.Label;
import io.connections.domain.label.LabelId;
import io.connections.domain.label.LabelName;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What every store of channels does.
@Tag("M24")
public abstract class ChannelRepositoryContract {
    protected static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Channel.Stamp BY_MIA = new Channel.Stamp("Mia", NOON);
    private static final Channel.Stamp BY_NOAH = new Channel.Stamp("Noah", NOON.plusSeconds(60));
    private static final Logo LOGO = new Logo("data:image/png;base64,iVBORw0KGgo=");

    /// In every name and hostname: the store may be shared.
    protected final String own = UUID.randomUUID().toString().substring(0, 13);

    protected abstract ChannelRepository channels();

    protected abstract LabelRepository labels();

    /// Runs it in a unit of work and waits for what it answers.
    protected abstract <T> T await(Supplier<Uni<T>> work);

    @Test
    void aChannelOfEveryKindIsFoundAsItWasMade() {
        Channel shop =
                channel(
                        "Shop",
                        new Outlet.Website(host("shop"), List.of(host("www.shop"), host("a.shop"))),
                        Optional.of(LOGO));
        Channel letter = channel("Letter", new Outlet.Email(), Optional.empty());
        Channel app =
                channel("App", new Outlet.Mobile(new AppId("com.example.App")), Optional.empty());
        Channel tv = channel("TV", new Outlet.Tv(new AppId("12345")), Optional.empty());

        for (Channel each : List.of(shop, letter, app, tv)) {
            inserted(each);
        }

        assertThat(find(shop)).contains(shop);
        assertThat(find(letter)).contains(letter);
        assertThat(find(app)).contains(app);
        assertThat(find(tv)).contains(tv);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        ChannelId nobody = new ChannelId(UUID.randomUUID());

        assertThat(await(() -> channels().find(nobody))).isEmpty();
        assertThat(catchThrowable(() -> await(() -> channels().get(nobody))))
                .isInstanceOf(ChannelNotFound.class);
        assertThat(await(() -> channels().delete(nobody))).isFalse();
    }

    @Test
    void aNewVersionHasOtherHostnamesAndFreesTheOldOnes() {
        Channel shop = website("Shop", "one", "two", "three");
        Channel next = saved(shop, new Outlet.Website(host("three"), List.of(host("four"))));

        boolean kept = await(() -> channels().update(next, Version.FIRST));

        assertThat(kept).isTrue();
        assertThat(find(shop)).contains(next);
        assertThat(having("one", "two")).isEmpty();
        assertThat(having("three")).containsExactly(next);
        assertThat(having("four", "three")).containsExactly(next);
    }

    @Test
    void anOldVersionIsNotSaved() {
        Channel shop = website("Shop", "one");
        Channel mine = saved(shop, new Outlet.Website(host("mine"), List.of()));
        Channel yours = saved(shop, new Outlet.Website(host("yours"), List.of()));
        await(() -> channels().update(mine, Version.FIRST));

        boolean kept = await(() -> channels().update(yours, Version.FIRST));

        assertThat(kept).isFalse();
        assertThat(find(shop)).contains(mine);
        assertThat(having("yours")).isEmpty();
        assertThat(having("mine")).containsExactly(mine);
    }

    @Test
    void aDeletedChannelIsGoneWithItsHostnames() {
        Channel shop = website("Shop", "one", "two");

        boolean deleted = await(() -> channels().delete(shop.id()));

        assertThat(deleted).isTrue();
        assertThat(find(shop)).isEmpty();
        assertThat(having("one", "two")).isEmpty();
        assertThat(await(() -> channels().update(saved(shop, shop.outlet()), Version.FIRST)))
                .isFalse();
    }

    @Test
    @Tag("M25")
    void whenItWasSeenIsNeverSetBack() {
        Channel shop = website("Shop", "one");
        await(() -> channels().saw(shop.id(), NOON));
        await(() -> channels().saw(shop.id(), NOON.minusSeconds(1)));
        await(() -> channels().saw(new ChannelId(UUID.randomUUID()), NOON));

        assertThat(find(shop).flatMap(Channel::lastSeen)).contains(NOON);
    }

    @Test
    void savingLeavesWhenItWasSeenAsItIs() {
        Channel shop = website("Shop", "one");
        Channel next = saved(shop, shop.outlet());
        await(() -> channels().saw(shop.id(), NOON));

        await(() -> channels().update(next, Version.FIRST));

        assertThat(find(shop)).flatMap(Channel::lastSeen).contains(NOON);
    }

    @Test
    void whatAUnitOfWorkThatFailsDidIsAsIfItHadNotBeen() {
        Channel shop =
                channel("Shop", new Outlet.Website(host("one"), List.of()), Optional.empty());

        Throwable failed =
                catchThrowable(
                        () ->
                                await(
                                        () ->
                                                channels()
                                                        .hold()
                                                        .chain(() -> channels().insert(shop))
                                                        .chain(
                                                                () ->
                                                                        Uni.createFrom()
                                                                                .failure(
                                                                                        new ChannelNotFound()))));

        assertThat(failed).isInstanceOf(ChannelNotFound.class);
        assertThat(find(shop)).isEmpty();
        assertThat(having("one")).isEmpty();
    }

    @Test
    void channelsAreListedByNamePageByPage() {
        Channel b = website("b", "b");
        Channel second = website("A", "a2");
        Channel first = website("a", "a1");

        Page<Channel> one = list(ChannelFilter.searching(own), Optional.empty(), 2);
        Page<Channel> two = list(ChannelFilter.searching(own), one.next(), 2);

        assertThat(one.items()).containsExactlyInAnyOrder(first, second);
        assertThat(two.items()).containsExactly(b);
        assertThat(two.next()).isEmpty();
    }

    @Test
    void aPlaceOfAnotherListIsRefused() {
        Throwable refused =
                catchThrowable(() -> list(ChannelFilter.ALL, Optional.of(Cursor.of("one")), 10));

        assertThat(refused).isInstanceOf(RequestInvalid.class);
    }

    @Test
    void aSearchFindsNamesHostnamesAndApps() {
        Channel shop = website("Sh%p", "one", "alias-x_y");
        Channel app =
                inserted(
                        channel(
                                "Other",
                                new Outlet.Mobile(new AppId("com.Example." + own)),
                                Optional.empty()));

        assertThat(search("SH%P " + own)).containsExactly(shop);
        assertThat(search("Alias-X_Y-" + own)).containsExactly(shop);
        assertThat(search("aliasXxYy-" + own)).isEmpty();
        assertThat(search("com.example." + own)).containsExactly(app);
        assertThat(search(own)).containsExactlyInAnyOrder(shop, app);
        assertThat(search("' or true --" + own)).isEmpty();
    }

    @Test
    void channelsAreFoundByKind() {
        Channel shop = website("Shop", "one");
        Channel letter = inserted(channel("Letter", new Outlet.Email(), Optional.empty()));
        inserted(channel("TV", new Outlet.Tv(new AppId("12345")), Optional.empty()));

        assertThat(list(kinds(Kind.WEBSITE))).containsExactly(shop);
        assertThat(list(kinds(Kind.EMAIL, Kind.WEBSITE))).containsExactly(letter, shop);
    }

    @Test
    void channelsAreFoundByTheirIds() {
        Channel shop = website("Shop", "one");
        Channel blog = website("Blog", "two");
        website("Other", "three");

        assertThat(
                        list(
                                new ChannelFilter(
                                        "",
                                        Set.of(
                                                shop.id(),
                                                blog.id(),
                                                new ChannelId(UUID.randomUUID())),
                                        Set.of(),
                                        Set.of(),
                                        Optional.empty(),
                                        Optional.empty())))
                .containsExactly(blog, shop);
    }

    @Test
    void channelsAreFoundByAnyOfSomeLabels() {
        Channel shop = website("Shop", "one");
        Channel blog = website("Blog", "two");
        website("Other", "three");
        Label sale = label("Sale", shop);
        Label vip = label("VIP", blog);

        assertThat(list(labelled(sale))).containsExactly(shop);
        assertThat(list(labelled(sale, vip))).containsExactly(blog, shop);
    }

    @Test
    void channelsAreFoundByWhenTheyWereSeen() {
        Channel lately = website("Lately", "one");
        Channel longAgo = website("Long ago", "two");
        Channel never = website("Never", "three");
        await(() -> channels().saw(lately.id(), NOON));
        await(() -> channels().saw(longAgo.id(), NOON.minusSeconds(1)));

        assertThat(list(seen(Optional.of(NOON), Optional.empty())))
                .extracting(Channel::id)
                .containsExactly(lately.id());
        assertThat(list(seen(Optional.empty(), Optional.of(NOON))))
                .extracting(Channel::id)
                .containsExactly(longAgo.id(), never.id());
        assertThat(list(seen(Optional.of(NOON.minusSeconds(1)), Optional.of(NOON))))
                .extracting(Channel::id)
                .containsExactly(longAgo.id());
    }

    @Test
    void ofManyThoseThatAreThereAreFound() {
        Channel shop = website("Shop", "one");
        Channel blog = website("Blog", "two");
        List<ChannelId> ids =
                List.of(shop.id(), new ChannelId(UUID.randomUUID()), blog.id(), shop.id());

        assertThat(await(() -> channels().findAll(ids))).containsExactlyInAnyOrder(shop, blog);
        assertThat(await(() -> channels().use(ids))).containsExactlyInAnyOrder(shop, blog);
        assertThat(await(() -> channels().findAll(List.of()))).isEmpty();
        assertThat(await(() -> channels().getToDelete(shop.id()))).isEqualTo(shop);
    }

    @Test
    void ofNoHostnameThereIsNoChannel() {
        assertThat(await(() -> channels().having(List.of()))).isEmpty();
    }

    protected final Hostname host(String name) {
        return new Hostname(name + "-" + own + ".example");
    }

    protected final Channel channel(String name, Outlet outlet, Optional<Logo> logo) {
        return Channel.create(
                new ChannelId(UUID.randomUUID()),
                new Channel.Content(name + " " + own, outlet, logo),
                BY_MIA);
    }

    protected final Channel website(String name, String hostname, String... aliases) {
        List<Hostname> others = List.of(aliases).stream().map(this::host).toList();
        return inserted(
                channel(name, new Outlet.Website(host(hostname), others), Optional.empty()));
    }

    protected final Channel inserted(Channel channel) {
        await(() -> channels().hold().chain(() -> channels().insert(channel)));
        return channel;
    }

    private static Channel saved(Channel channel, Outlet outlet) {
        return channel.save(new Channel.Content(channel.name(), outlet), BY_NOAH);
    }

    private Optional<Channel> find(Channel channel) {
        return await(() -> channels().find(channel.id()));
    }

    protected final List<Channel> having(String... names) {
        List<Hostname> hosts = List.of(names).stream().map(this::host).toList();
        return await(() -> channels().having(hosts));
    }

    private List<Channel> search(String text) {
        return list(ChannelFilter.searching(text));
    }

    private List<Channel> list(ChannelFilter filter) {
        return list(filter, Optional.empty(), 200).items();
    }

    private Page<Channel> list(ChannelFilter filter, Optional<Cursor> after, int limit) {
        return await(() -> channels().list(filter, new PageRequest(after, limit)));
    }

    private ChannelFilter kinds(Kind... kinds) {
        return new ChannelFilter(
                own, Set.of(), Set.of(kinds), Set.of(), Optional.empty(), Optional.empty());
    }

    private ChannelFilter labelled(Label... any) {
        Set<LabelId> ids = Set.of(any).stream().map(Label::id).collect(Collectors.toSet());
        return new ChannelFilter(own, Set.of(), Set.of(), ids, Optional.empty(), Optional.empty());
    }

    private ChannelFilter seen(Optional<Instant> since, Optional<Instant> notSince) {
        return new ChannelFilter(own, Set.of(), Set.of(), Set.of(), since, notSince);
    }

    private Label label(String name, Channel channel) {
        Label label =
                new Label(
                        new LabelId(UUID.randomUUID()),
                        LabelName.of(name + " " + own),
                        NOON,
                        "Mia");
        await(
                () ->
                        labels().findOrAdd(List.of(label))
                                .chain(
                                        () ->
                                                labels().put(
                                                                List.of(channel.id().ref()),
                                                                List.of(label.id()))));
        return label;
    }
}
