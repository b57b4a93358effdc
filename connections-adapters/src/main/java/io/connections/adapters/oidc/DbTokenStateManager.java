package io.connections.adapters.oidc;

import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TokenStateManager;
import io.quarkus.oidc.runtime.OidcTenantConfig.Roles.Source;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Keeps a browser session's tokens in the database, so that any replica can serve it and no token
/// reaches the browser: the cookie is a random key, the row's id the key's hash. The tokens arrive
/// encrypted (Quarkus does that with the session secret).
///
/// A key outlives its tokens. When they are over, one request renews them and the others wait for
/// what it gets: many providers take a refresh token once, and end the session of who sends it
/// twice.
@Alternative
@Priority(1)
@ApplicationScoped
class DbTokenStateManager implements TokenStateManager {
    private static final Logger LOG = Logger.getLogger(DbTokenStateManager.class);
    private static final int KEY_BYTES = 32;
    private static final long SECONDS_WHEN_UNKNOWN = 3600;

    /// Longer than the provider may take to answer, short enough for those who wait.
    private static final Duration LEASE = Duration.ofSeconds(15);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    /// So long before they are over, tokens are taken to be: they must not run out between this
    /// look at them and the one that Quarkus takes.
    private static final Duration MARGIN = Duration.ofSeconds(1);

    private static final String KEY = "connections.session.key";

    /// What Quarkus notes on a request whose tokens it has just renewed.
    private static final String REFRESHED = "refresh_token_grant_response";

    private final Pool database;
    private final Vertx vertx;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    DbTokenStateManager(Pool database, Vertx vertx, InstantSource clock) {
        this.database = database;
        this.vertx = vertx;
        this.clock = clock;
    }

    @Override
    public Uni<String> createTokenState(
            RoutingContext routing,
            OidcTenantConfig config,
            AuthorizationCodeTokens tokens,
            OidcRequestContext<String> context) {
        JsonObject kept =
                new JsonObject()
                        .put("id", tokens.getIdToken())
                        .put("access", tokens.getAccessToken())
                        .put("refresh", tokens.getRefreshToken())
                        .put("accessExpiresIn", tokens.getAccessTokenExpiresIn())
                        .put("accessScope", tokens.getAccessTokenScope());
        Object maxAge = routing.get("session-max-age");
        long seconds = maxAge instanceof Number number ? number.longValue() : SECONDS_WHEN_UNKNOWN;
        @Nullable OffsetDateTime refreshAt =
                refreshAt(routing, config).map(DbTokenStateManager::inUtc).orElse(null);
        String renewed = routing.get(KEY);
        return renewed == null
                ? begin(kept, seconds, refreshAt)
                : renew(renewed, kept, seconds, refreshAt);
    }

    private Uni<String> begin(JsonObject tokens, long seconds, @Nullable OffsetDateTime refreshAt) {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        String key = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return database.preparedQuery(
                        """
                        insert into session_token (key_hash, tokens, expires_at, refresh_at)
                        values ($1, $2, now() + $3 * interval '1 second', $4)
                        """)
                .execute(Tuple.of(hash(key), tokens, seconds, refreshAt))
                .replaceWith(key);
    }

    private Uni<String> renew(
            String key, JsonObject tokens, long seconds, @Nullable OffsetDateTime refreshAt) {
        return database.preparedQuery(
                        """
                        update session_token
                        set tokens = $2, expires_at = now() + $3 * interval '1 second',
                            refresh_at = $4, refreshing_until = null
                        where key_hash = $1
                        """)
                .execute(Tuple.of(hash(key), tokens, seconds, refreshAt))
                .map(
                        changed -> {
                            if (changed.rowCount() == 0) {
                                throw isOver(); // somebody signed out meanwhile, and that counts
                            }
                            return key;
                        });
    }

    @Override
    public Uni<AuthorizationCodeTokens> getTokens(
            RoutingContext routing,
            OidcTenantConfig config,
            String key,
            OidcRequestContext<AuthorizationCodeTokens> context) {
        return usable(routing, hash(key), clock.instant().plus(LEASE))
                .invoke(() -> routing.put(KEY, key))
                .map(
                        tokens ->
                                new AuthorizationCodeTokens(
                                        tokens.getString("id"),
                                        tokens.getString("access"),
                                        tokens.getString("refresh"),
                                        tokens.getLong("accessExpiresIn"),
                                        tokens.getString("accessScope")))
                .onFailure(failure -> !(failure instanceof AuthenticationFailedException))
                .transform(AuthenticationCompletionException::new);
    }

    /// Tokens that are good for a while, or that are this request's to renew.
    private Uni<JsonObject> usable(RoutingContext routing, Buffer hash, Instant patience) {
        return database.preparedQuery(
                        """
                        select tokens, refresh_at from session_token
                        where key_hash = $1 and expires_at > now()
                        """)
                .execute(Tuple.of(hash))
                .chain(
                        rows -> {
                            var found = rows.iterator();
                            if (!found.hasNext()) {
                                throw isOver();
                            }
                            Row row = found.next();
                            JsonObject tokens = row.getJsonObject("tokens");
                            @Nullable OffsetDateTime due = row.getOffsetDateTime("refresh_at");
                            if (due == null
                                    || tokens.getString("refresh") == null
                                    || clock.instant().isBefore(due.toInstant().minus(MARGIN))) {
                                return Uni.createFrom().item(tokens);
                            }
                            return renewable(routing, hash, due, tokens, patience);
                        });
    }

    private Uni<JsonObject> renewable(
            RoutingContext routing,
            Buffer hash,
            OffsetDateTime due,
            JsonObject tokens,
            Instant patience) {
        return database.preparedQuery(
                        """
                        update session_token set refreshing_until = now() + $3 * interval '1 second'
                        where key_hash = $1 and refresh_at = $2
                          and (refreshing_until is null or refreshing_until < now())
                        """)
                .execute(Tuple.of(hash, due, LEASE.toSeconds()))
                .map(RowSet::rowCount)
                .chain(
                        claimed -> {
                            if (claimed == 1) {
                                routing.addEndHandler(_ -> giveBack(hash, due));
                                return later(Duration.between(clock.instant(), due.toInstant()))
                                        .replaceWith(tokens);
                            }
                            if (clock.instant().isAfter(patience)) {
                                throw isOver();
                            }
                            return later(BETWEEN_LOOKS)
                                    .chain(() -> usable(routing, hash, patience));
                        });
    }

    /// Where the tokens were not renewed, the next request may try.
    private void giveBack(Buffer hash, OffsetDateTime due) {
        database.preparedQuery(
                        """
                        update session_token set refreshing_until = null
                        where key_hash = $1 and refresh_at = $2
                        """)
                .execute(Tuple.of(hash, due))
                .subscribe()
                .with(
                        _ -> {},
                        failure -> LOG.debug("a session waits for its lease to end", failure));
    }

    /// On the request's own thread, which Mutiny's delays would leave.
    private Uni<Void> later(Duration wait) {
        if (!wait.isPositive()) {
            return Uni.createFrom().voidItem();
        }
        return Uni.createFrom()
                .emitter(
                        waiting ->
                                vertx.setTimer(wait.toMillis() + 1, _ -> waiting.complete(null)));
    }

    /// When Quarkus will find the tokens over, and renew them.
    private static Optional<Instant> refreshAt(RoutingContext routing, OidcTenantConfig config) {
        AuthorizationCodeTokens plain = routing.get(AuthorizationCodeTokens.class.getName());
        if (plain == null) {
            return Optional.empty();
        }
        boolean readsAccessToken =
                config.authentication().verifyAccessToken()
                        || config.roles().source().filter(Source.accesstoken::equals).isPresent();
        return Stream.of(plain.getIdToken(), readsAccessToken ? plain.getAccessToken() : null)
                .flatMap(token -> JwtExpiry.of(token).stream())
                .min(Instant::compareTo)
                .map(over -> over.plusSeconds(config.token().lifespanGrace().orElse(0)));
    }

    @Override
    public Uni<Void> deleteTokens(
            RoutingContext routing,
            OidcTenantConfig config,
            String key,
            OidcRequestContext<Void> context) {
        if (Boolean.TRUE.equals(routing.get(REFRESHED)) && key.equals(routing.get(KEY))) {
            return Uni.createFrom().voidItem(); // the new tokens will stand in the same row
        }
        return database.preparedQuery("delete from session_token where key_hash = $1")
                .execute(Tuple.of(hash(key)))
                .replaceWithVoid();
    }

    /// A session whose cookie never comes back is deleted by nobody else.
    @Scheduled(every = "10m", identity = "sessions-clean-up")
    Uni<Void> deleteWhatIsOver() {
        return database.query("delete from session_token where expires_at < now()")
                .execute()
                .replaceWithVoid();
    }

    private static AuthenticationFailedException isOver() {
        return new AuthenticationFailedException("the session is over");
    }

    private static OffsetDateTime inUtc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Buffer hash(String key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return Buffer.buffer(digest.digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
