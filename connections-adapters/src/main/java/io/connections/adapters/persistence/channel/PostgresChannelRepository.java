package io.connections.adapters.persistence.channel;

import io.connections.adapters.persistence.kernel.Sql;
import io.connections.application.channel.ChannelFilter;
import io.connections.application.channel.port.ChannelRepository;
import io.connections.application.kernel.Cursor;
import io.connections.application.kernel.Page;
import io.connections.application.kernel.PageRequest;
import io.connections.application.kernel.RequestInvalid;
import io.connections.domain.channel.AppId;
import io.connections.domain.channel.Channel;
import io.connections.domain.channel.ChannelId;
import io.connections.domain.channel.Hostname;
import io.connections.domain.channel.Logo;
import io.connections.domain.channel.Outlet;
import io.connections.domain.kernel.Version;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

@Singleton
final class PostgresChannelRepository implements ChannelRepository {
    private static final String SELECT =
            """
            select c.id, c.version, c.name, c.kind, c.app_id, c.logo, c.last_seen, c.created_at,
                   c.created_by, c.modified_at, c.modified_by,
                   (select json_agg(h.hostname order by h.position) from channel_hostname h
                    where h.channel_id = c.id) as hostnames
            from channel c
            """;

    /// Texts as the API sends them, empty where they are no matter.
    private static final String MATCHES =
            """
            (strpos(lower(c.name), ?1) > 0 or strpos(lower(c.app_id), ?1) > 0
              or exists (select from channel_hostname h
                         where h.channel_id = c.id and strpos(h.hostname, ?1) > 0))
            and (?9 = '[]' or c.id in (
              select cast(jsonb_array_elements_text(cast(cast(?9 as text) as jsonb)) as uuid)))
            and (?2 = '[]' or c.kind in (
              select jsonb_array_elements_text(cast(cast(?2 as text) as jsonb))))
            and (?3 = '[]' or exists (
              select from label_use u where u.kind = 'CHANNEL'
                and u.object_id = cast(c.id as text)
                and u.label_id in (
                  select cast(jsonb_array_elements_text(cast(cast(?3 as text) as jsonb)) as uuid))))
            and (?4 = '' or c.last_seen >= cast(nullif(?4, '') as timestamptz))
            and (?5 = '' or coalesce(c.last_seen < cast(nullif(?5, '') as timestamptz), true))
            """;

    @Override
    public Uni<Optional<Channel>> find(ChannelId id) {
        return Sql.select(SELECT + " where c.id = ?1", id.value())
                .map(rows -> rows.stream().map(PostgresChannelRepository::channel).findFirst());
    }

    @Override
    public Uni<Page<Channel>> list(ChannelFilter filter, PageRequest page) {
        List<String> after =
                page.after()
                        .map(PostgresChannelRepository::key)
                        .orElse(List.of("", new UUID(0, 0).toString()));
        return Sql.select(
                        SELECT
                                + " where "
                                + MATCHES
                                + """
                                and (lower(c.name), c.id) > (lower(?6), cast(?7 as uuid))
                                order by lower(c.name), c.id limit ?8
                                """,
                        filter.search().toLowerCase(Locale.ROOT),
                        new JsonArray(filter.kinds().stream().map(Enum::name).toList()).encode(),
                        new JsonArray(
                                        filter.labels().stream()
                                                .map(label -> label.value().toString())
                                                .toList())
                                .encode(),
                        filter.seenSince().map(Instant::toString).orElse(""),
                        filter.notSeenSince().map(Instant::toString).orElse(""),
                        after.get(0),
                        after.get(1),
                        page.limit() + 1,
                        ids(filter.ids()))
                .map(rows -> rows.stream().map(PostgresChannelRepository::channel).toList())
                .map(found -> Page.of(found, page.limit(), PostgresChannelRepository::place));
    }

    private static Cursor place(Channel channel) {
        return Cursor.of(channel.name(), channel.id().value().toString());
    }

    private static List<String> key(Cursor cursor) {
        try {
            if (cursor.key().size() == 2) {
                return List.of(
                        cursor.key().getFirst(),
                        UUID.fromString(cursor.key().getLast()).toString());
            }
        } catch (IllegalArgumentException _) {
            // Refused below.
        }
        throw RequestInvalid.cursor();
    }

    @Override
    public Uni<List<Channel>> findAll(Collection<ChannelId> ids) {
        return all(ids, "");
    }

    @Override
    public Uni<List<Channel>> use(Collection<ChannelId> ids) {
        return all(ids, " order by c.id for key share of c");
    }

    private static Uni<List<Channel>> all(Collection<ChannelId> ids, String more) {
        return Sql.select(SELECT + " where c.id" + Sql.IN_IDS + more, ids(ids))
                .map(rows -> rows.stream().map(PostgresChannelRepository::channel).toList());
    }

    private static String ids(Collection<ChannelId> ids) {
        return new JsonArray(ids.stream().map(id -> id.value().toString()).toList()).encode();
    }

    @Override
    public Uni<Channel> getToDelete(ChannelId id) {
        return Sql.select("select id from channel where id = ?1 for update", id.value())
                .chain(() -> get(id));
    }

    @Override
    public Uni<List<Channel>> having(Collection<Hostname> hostnames) {
        return Sql.select(
                        SELECT
                                + """
                                where c.id in (
                                  select channel_id from channel_hostname where hostname in (
                                    select jsonb_array_elements_text(
                                      cast(cast(?1 as text) as jsonb))))
                                """,
                        names(hostnames))
                .map(rows -> rows.stream().map(PostgresChannelRepository::channel).toList());
    }

    /// Waits for whoever else holds; who only reads waits for nobody.
    @Override
    public Uni<Void> hold() {
        return Sql.select("select pg_advisory_xact_lock(hashtextextended('channel', 0)) is null")
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> insert(Channel channel) {
        return Sql.change(
                        """
                        insert into channel (id, version, name, kind, app_id, logo, last_seen,
                          created_at, created_by, modified_at, modified_by)
                        values (?1, ?2, ?3, ?4, nullif(?5, ''), nullif(?6, ''),
                          cast(nullif(?7, '') as timestamptz), ?8, ?9, ?10, ?11)
                        """,
                        channel.id().value(),
                        channel.version().number(),
                        channel.name(),
                        channel.outlet().kind().name(),
                        app(channel),
                        logo(channel),
                        channel.lastSeen().map(Instant::toString).orElse(""),
                        channel.created().at(),
                        channel.created().by(),
                        channel.modified().at(),
                        channel.modified().by())
                .chain(() -> insertHostnames(channel));
    }

    @Override
    public Uni<Boolean> update(Channel channel, Version from) {
        return Sql.change(
                        """
                        update channel set version = ?3, name = ?4, kind = ?5,
                          app_id = nullif(?6, ''), logo = nullif(?7, ''), modified_at = ?8,
                          modified_by = ?9
                        where id = ?1 and version = ?2
                        """,
                        channel.id().value(),
                        from.number(),
                        channel.version().number(),
                        channel.name(),
                        channel.outlet().kind().name(),
                        app(channel),
                        logo(channel),
                        channel.modified().at(),
                        channel.modified().by())
                .chain(
                        updated ->
                                updated == 0
                                        ? Uni.createFrom().item(false)
                                        : Sql.change(
                                                        "delete from channel_hostname where channel_id = ?1",
                                                        channel.id().value())
                                                .chain(() -> insertHostnames(channel))
                                                .replaceWith(true));
    }

    private static Uni<Void> insertHostnames(Channel channel) {
        return Sql.change(
                        """
                        insert into channel_hostname (hostname, channel_id, position)
                        select hostname, ?1, cast(position as integer) - 1
                        from jsonb_array_elements_text(cast(cast(?2 as text) as jsonb))
                          with ordinality as given (hostname, position)
                        """,
                        channel.id().value(),
                        names(channel.outlet().hostnames()))
                .replaceWithVoid();
    }

    @Override
    public Uni<Boolean> delete(ChannelId id) {
        return Sql.change("delete from channel where id = ?1", id.value())
                .map(deleted -> deleted == 1);
    }

    @Override
    public Uni<Void> saw(ChannelId id, Instant at) {
        return Sql.change(
                        """
                        update channel set last_seen = ?2
                        where id = ?1 and (last_seen is null or last_seen < ?2)
                        """,
                        id.value(),
                        at)
                .replaceWithVoid();
    }

    private static String names(Collection<Hostname> hostnames) {
        return new JsonArray(hostnames.stream().map(Hostname::value).toList()).encode();
    }

    private static String app(Channel channel) {
        return switch (channel.outlet()) {
            case Outlet.Mobile(AppId app) -> app.value();
            case Outlet.Tv(AppId app) -> app.value();
            case Outlet.Website _, Outlet.Email() -> "";
        };
    }

    private static String logo(Channel channel) {
        return channel.content().logo().map(Logo::dataUrl).orElse("");
    }

    private static Channel channel(JsonObject row) {
        return new Channel(
                new ChannelId(UUID.fromString(row.getString("id"))),
                new Version(row.getLong("version")),
                new Channel.Content(
                        row.getString("name"),
                        outlet(row),
                        Optional.ofNullable(row.getString("logo")).map(Logo::new)),
                Optional.ofNullable(row.getString("last_seen"))
                        .map(at -> OffsetDateTime.parse(at).toInstant()),
                stamp(row, "created"),
                stamp(row, "modified"));
    }

    private static Outlet outlet(JsonObject row) {
        return switch (Outlet.Kind.valueOf(row.getString("kind"))) {
            case WEBSITE -> {
                List<Hostname> all =
                        row.getJsonArray("hostnames").stream()
                                .map(String::valueOf)
                                .map(Hostname::new)
                                .toList();
                yield new Outlet.Website(all.getFirst(), all.subList(1, all.size()));
            }
            case EMAIL -> new Outlet.Email();
            case MOBILE -> new Outlet.Mobile(new AppId(row.getString("app_id")));
            case TV -> new Outlet.Tv(new AppId(row.getString("app_id")));
        };
    }

    private static Channel.Stamp stamp(JsonObject row, String what) {
        return new Channel.Stamp(
                row.getString(what + "_by"),
                OffsetDateTime.parse(row.getString(what + "_at")).toInstant());
    }
}
