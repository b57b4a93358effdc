package io.connections.application.channel;

import static io.connections.domain.access.ActorFixtures.aMarketer;
import static io.connections.domain.access.ActorFixtures.aViewer;
import static io.connections.domain.access.ActorFixtures.lacking;
import static io.connections.domain.channel.ChannelFixtures.exclude;
import static io.connections.domain.channel.ChannelFixtures.on;
import static io.connections.domain.channel.ChannelFixtures.restrict;
import static io.connections.domain.connection.ConnectionFixtures.NOON;
import static io.connections.domain.connection.ConnectionFixtures.aConnection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.connections.application.channel.ChannelInUse.Use;
import io.connections.application.connection.House;
import io.connections.application.kernel.PageRequest;
import io.connections.application.kernel.RequestInvalid;
import io.connections.application.label.LabelChange;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.access.PermissionMissing;
import io.connections.domain.audit.Action;
import io.connections.domain.audit.AuditEvent;
import io.connections.domain.audit.Change;
import io.connections.domain.channel.AppId;
import io.connections.domain.channel.Channel;
import io.connections.domain.channel.ChannelDraft;
import io.connections.domain.channel.ChannelFixtures;
import io.connections.domain.channel.ChannelId;
import io.connections.domain.channel.ChannelScope;
import io.connections.domain.channel.ChannelScope.Explanation;
import io.connections.domain.channel.ChannelScope.Verdict;
import io.connections.domain.channel.Comparison;
import io.connections.domain.channel.Outlet;
import io.connections.domain.channel.Outlet.Kind;
import io.connections.domain.connection.Connection;
import io.connections.domain.kernel.Version;
import io.connections.domain.label.Label;
import io.smallrye.mutiny.Uni;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Tending channels, and asking whose page an address is.
@Tag("M24")
class ChannelUseCasesTest {
    private static final String LOGO = "data:image/png;base64,iVBORw0KGgo=";

    private final House house = new House();
    private final ChannelViews views =
            new ChannelViews(house.labels, house.favorites, house.channelUses);

    @Test
    void aChannelIsMadeAndTheTrailSaysOfWhat() {
        ChannelView made = create(website("Shop", "Shop.example", "www.shop.example"));

        assertThat(get(made.channel().id(), aViewer()).channel()).isEqualTo(made.channel());
        assertThat(made.channel().version()).isEqualTo(Version.FIRST);
        assertThat(made.channel().created()).isEqualTo(new Channel.Stamp(aMarketer().name(), NOON));
        assertThat(event())
                .isEqualTo(
                        AuditEvent.of(
                                aMarketer(),
                                Action.CREATED,
                                made.channel().subject(),
                                Change.of("Name", "", "Shop"),
                                Change.of("Hostname", "", "shop.example"),
                                Change.of("Other hostnames", "", "www.shop.example")));
    }

    @Test
    void whatIsWrongIsSaidAtItsPlaceAndNothingIsMade() {
        Throwable refused =
                catchThrowable(() -> create(website("", "https://shop.example", "a b")));

        assertThat(places(refused))
                .containsExactly("/name required", "/hostname scheme", "/aliases/0 space");
        assertThat(list("")).isEmpty();
    }

    @Test
    void aHostnameOfAnotherChannelIsRefusedWithItsName() {
        create(website("Shop", "shop.example", "m\u00FCller.example"));
        ChannelView blog = create(website("Blog", "blog.example"));

        Throwable madeTwice =
                catchThrowable(() -> create(website("Copy", "XN--MLLER-KVA.example.")));
        Throwable takenOver =
                catchThrowable(() -> save(blog, website("Blog", "blog.example", "SHOP.example")));

        assertThat(places(madeTwice)).containsExactly("/hostname hostname-taken");
        assertThat(madeTwice).hasMessageContaining("\"Shop\"");
        assertThat(places(takenOver)).containsExactly("/aliases/0 hostname-taken");
        assertThat(list("")).extracting(Channel::name).containsExactly("Blog", "Shop");
    }

    @Test
    void ofTwoAtOnceTheOtherIsToldWhatStandsNow() {
        ChannelView shop = create(website("Shop", "shop.example"));
        ChannelView mine = save(shop, website("Mine", "shop.example"));

        Throwable refused = catchThrowable(() -> save(shop, website("Yours", "shop.example")));

        assertThat(refused)
                .asInstanceOf(type(ChannelChanged.class))
                .extracting(ChannelChanged::current)
                .isEqualTo(mine);
        assertThat(list("")).extracting(Channel::name).containsExactly("Mine");
    }

    @Test
    void theTrailSaysWhatASaveChanged() {
        ChannelView shop = create(website("Shop", "shop.example", "www.shop.example"));
        ChannelView changed =
                save(
                        shop,
                        new ChannelDraft(
                                "Shop",
                                Kind.WEBSITE,
                                Optional.of("www.shop.example"),
                                List.of(),
                                Optional.empty(),
                                Optional.of(LOGO)));

        assertThat(event())
                .isEqualTo(
                        AuditEvent.of(
                                aMarketer(),
                                Action.CHANGED,
                                changed.channel().subject(),
                                Change.of("Hostname", "shop.example", "www.shop.example"),
                                Change.of("Other hostnames", "www.shop.example", ""),
                                Change.of("Logo", "", "a picture")));
    }

    @Test
    void aSaveThatChangesNothingIsNoEvent() {
        ChannelView shop = create(website("Shop", "shop.example"));

        ChannelView saved = save(shop, website("Shop", "SHOP.example"));

        assertThat(saved.channel().version()).isEqualTo(new Version(2));
        assertThat(events()).containsExactly(Action.CREATED);
    }

    @Test
    void aChannelStaysOfTheKindThatItIs() {
        ChannelView shop = create(website("Shop", "shop.example"));

        Throwable refused = catchThrowable(() -> save(shop, draft("Shop", Kind.EMAIL, "")));

        assertThat(places(refused)).containsExactly("/kind kind-stays");
    }

    @Test
    void anAppsIdIsItsOwnChangeInTheTrail() {
        ChannelView app = create(draft("App", Kind.MOBILE, "com.example.app"));

        save(app, draft("App", Kind.MOBILE, "com.example.shop"));

        assertThat(event().changes())
                .containsExactly(Change.of("App id", "com.example.app", "com.example.shop"));
        assertThat(app.channel().outlet())
                .isEqualTo(new Outlet.Mobile(new AppId("com.example.app")));
    }

    @Test
    void aDeletedChannelIsGoneAndItsHostnameFree() {
        ChannelView shop = create(website("Shop", "shop.example"));

        delete(shop.channel().id(), aMarketer());

        assertThat(catchThrowable(() -> get(shop.channel().id(), aViewer())))
                .isInstanceOf(ChannelNotFound.class);
        assertThat(catchThrowable(() -> delete(shop.channel().id(), aMarketer())))
                .isInstanceOf(ChannelNotFound.class);
        assertThat(catchThrowable(() -> save(shop, website("Shop", "shop.example"))))
                .isInstanceOf(ChannelNotFound.class);
        assertThat(create(website("New", "shop.example")).channel().name()).isEqualTo("New");
        assertThat(events()).containsExactly(Action.CREATED, Action.DELETED, Action.CREATED);
    }

    @Test
    void aChannelThatConnectionsHaveChosenIsNotDeleted() {
        ChannelView shop = create(website("Shop", "shop.example"));
        Connection connection = house.add(aConnection().activeOn(on(shop.channel())));
        house.add(aConnection());
        ChannelId id = shop.channel().id();

        Throwable refused = catchThrowable(() -> delete(id, aMarketer()));

        assertThat(refused)
                .hasMessage(
                        "The channel \"Shop\" is chosen by one connection. Take it out there first.")
                .asInstanceOf(type(ChannelInUse.class))
                .extracting(ChannelInUse::usedBy)
                .isEqualTo(List.of(new Use(connection.id().value(), connection.name())));
        assertThat(get(id, aViewer()).uses()).isEqualTo(1);
        assertThat(usesOf(id, aViewer()).count()).isEqualTo(1);
    }

    @Test
    @Tag("M7")
    void labelsAndStarsStandOnAChannel() {
        ChannelView shop = create(website("Shop", "shop.example"));
        house.favorites
                .star(aViewer().id(), shop.channel().id().ref(), NOON)
                .await()
                .indefinitely();

        List<Label> labels = label(shop.channel().id(), aMarketer());

        assertThat(labels).extracting(one -> one.name().value()).containsExactly("VIP");
        assertThat(get(shop.channel().id(), aViewer()))
                .isEqualTo(new ChannelView(shop.channel(), labels, true, 0));
        assertThat(get(shop.channel().id(), aMarketer()).favorite()).isFalse();
        assertThat(events()).containsExactly(Action.CREATED, Action.LABELLED);
    }

    @Test
    void whatIsNotThereCannotBeLabelled() {
        ChannelId nobody = ChannelFixtures.channelId(99);

        assertThat(catchThrowable(() -> label(nobody, aMarketer())))
                .isInstanceOf(ChannelNotFound.class);
    }

    @Test
    void aPageIsSaidToBeOfTheChannelThatHasItsHost() {
        ChannelView shop = create(website("Shop", "shop.example", "www.shop.example"));

        assertThat(find("HTTPS://WWW.SHOP.EXAMPLE.:8443/a?b#c").channel()).contains(shop.channel());
        assertThat(find("https://m.shop.example/").channel()).isEmpty();
        assertThat(find("https://m.shop.example/").page())
                .isEqualTo(ChannelFixtures.page("https://m.shop.example/"));
        assertThat(places(catchThrowable(() -> find("shop.example"))))
                .containsExactly("/url scheme");
    }

    @Test
    void aScopeThatIsNotSavedCanBeTried() {
        ChannelView shop = create(website("Shop", "shop.example"));
        ChannelScope scope =
                on(
                        shop.channel(),
                        restrict(Comparison.STARTS_WITH, "/support/"),
                        exclude(Comparison.IS, "/support/contact.html"));

        Explanation allowed = tryScope("https://shop.example/support/", scope);
        Explanation excluded = tryScope("https://shop.example/support/contact.html", scope);

        assertThat(allowed.verdict().isInside()).isTrue();
        assertThat(excluded.verdict()).isInstanceOf(Verdict.Excluded.class);
        assertThat(excluded.rules())
                .extracting(ChannelScope.Seen::matches)
                .containsExactly(true, true);
        assertThat(excluded.channel()).contains(shop.channel());
    }

    @Test
    void aScopeThatCannotBeSavedIsNotTried() {
        ChannelScope scope =
                new ChannelScope.Chosen(
                        Collections.nCopies(
                                2,
                                new ChannelScope.OnChannel(
                                        ChannelFixtures.channelId(1), List.of())));

        assertThat(places(catchThrowable(() -> tryScope("https://shop.example/", scope))))
                .containsExactly("/scope/channels/1/channelId duplicate");
        assertThat(places(catchThrowable(() -> tryScope("nowhere", new ChannelScope.Everywhere()))))
                .containsExactly("/url scheme");
    }

    @Test
    void whoMayNotWriteChannelsIsRefused() {
        ChannelView shop = create(website("Shop", "shop.example"));
        ChannelId id = shop.channel().id();
        Actor other = lacking(Permission.CHANNELS_WRITE);

        assertRefused(() -> create(website("Blog", "blog.example"), other));
        assertRefused(() -> save(shop, website("Blog", "blog.example"), other));
        assertRefused(() -> delete(id, other));
        assertRefused(() -> label(id, other));
        assertThat(get(id, other).channel()).isEqualTo(shop.channel());
    }

    @Test
    void whoMayNotReadConnectionsSeesNoChannel() {
        ChannelView shop = create(website("Shop", "shop.example"));
        Actor other = lacking(Permission.CONNECTIONS_READ);

        assertRefused(() -> get(shop.channel().id(), other));
        assertRefused(() -> list("", other));
        assertRefused(() -> usesOf(shop.channel().id(), other));
        assertRefused(() -> find("https://shop.example/", other));
        assertRefused(
                () -> tryScope("https://shop.example/", new ChannelScope.Everywhere(), other));
    }

    private static void assertRefused(Runnable work) {
        assertThat(catchThrowable(work::run)).isInstanceOf(PermissionMissing.class);
    }

    private static ChannelDraft website(String name, String hostname, String... aliases) {
        return new ChannelDraft(
                name,
                Kind.WEBSITE,
                Optional.of(hostname),
                List.of(aliases),
                Optional.empty(),
                Optional.empty());
    }

    private static ChannelDraft draft(String name, Kind kind, String app) {
        return new ChannelDraft(
                name, kind, Optional.empty(), List.of(), Optional.of(app), Optional.empty());
    }

    private ChannelView create(ChannelDraft draft) {
        return create(draft, aMarketer());
    }

    private ChannelView create(ChannelDraft draft, Actor actor) {
        return await(
                new CreateChannel(
                                house.unitOfWork,
                                house.channels,
                                house.trail,
                                house.ids,
                                () -> NOON)
                        .handle(new CreateChannel.Command(draft, actor)));
    }

    private ChannelView save(ChannelView from, ChannelDraft draft) {
        return save(from, draft, aMarketer());
    }

    private ChannelView save(ChannelView from, ChannelDraft draft, Actor actor) {
        return await(
                new SaveChannel(house.unitOfWork, house.channels, views, house.trail, () -> NOON)
                        .handle(
                                new SaveChannel.Command(
                                        from.channel().id(),
                                        from.channel().version(),
                                        draft,
                                        actor)));
    }

    private void delete(ChannelId id, Actor actor) {
        await(
                new DeleteChannel(house.unitOfWork, house.channels, house.channelUses, house.trail)
                        .handle(new DeleteChannel.Command(id, actor))
                        .replaceWith(id));
    }

    private ChannelView get(ChannelId id, Actor actor) {
        return await(
                new GetChannel(house.unitOfWork, house.channels, views)
                        .handle(new GetChannel.Query(id, actor)));
    }

    private FindChannelUses.Uses usesOf(ChannelId id, Actor actor) {
        return await(
                new FindChannelUses(house.unitOfWork, house.channels, house.channelUses)
                        .handle(new FindChannelUses.Query(id, actor)));
    }

    private List<Channel> list(String search) {
        return list(search, aViewer());
    }

    private List<Channel> list(String search, Actor actor) {
        return await(
                        new ListChannels(house.unitOfWork, house.channels, views)
                                .handle(
                                        new ListChannels.Query(
                                                ChannelFilter.searching(search),
                                                PageRequest.first(),
                                                actor)))
                .items()
                .stream()
                .map(ChannelView::channel)
                .toList();
    }

    private List<Label> label(ChannelId id, Actor actor) {
        return await(
                new LabelChannel(house.unitOfWork, house.known, house.labelling())
                        .handle(
                                new LabelChannel.Command(
                                        id,
                                        new LabelChange.Adjust(List.of("VIP"), List.of()),
                                        actor)));
    }

    private FindChannelOfPage.Found find(String url) {
        return find(url, aViewer());
    }

    private FindChannelOfPage.Found find(String url, Actor actor) {
        return await(
                new FindChannelOfPage(house.unitOfWork, house.channels)
                        .handle(new FindChannelOfPage.Query(url, actor)));
    }

    private Explanation tryScope(String url, ChannelScope scope) {
        return tryScope(url, scope, aViewer());
    }

    private Explanation tryScope(String url, ChannelScope scope, Actor actor) {
        return await(
                new TryScope(house.unitOfWork, house.channels)
                        .handle(new TryScope.Query(url, scope, actor)));
    }

    private static List<String> places(Throwable refused) {
        return refused instanceof RequestInvalid invalid
                ? invalid.violations().stream()
                        .map(each -> each.pointer() + " " + each.code())
                        .toList()
                : List.of(String.valueOf(refused));
    }

    private AuditEvent event() {
        return house.trail.events().getLast();
    }

    private List<Action> events() {
        return house.trail.events().stream().map(AuditEvent::action).toList();
    }

    private static <T> T await(Uni<T> work) {
        return work.await().indefinitely();
    }
}
