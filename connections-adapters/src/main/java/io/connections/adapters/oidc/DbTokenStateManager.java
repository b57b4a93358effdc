package io.connections.adapters.oidc;

import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TokenStateManager;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/// Keeps a browser session's tokens in the database, so that any replica can serve it and no token
/// reaches the browser: the cookie is a random key, the row's id the key's hash. The tokens arrive
/// encrypted (Quarkus does that with the session secret).
@Alternative
@Priority(1)
@ApplicationScoped
class DbTokenStateManager implements TokenStateManager {
    private static final int KEY_BYTES = 32;
    private static final long SECONDS_WHEN_UNKNOWN = 3600;

    private final Pool database;
    private final SecureRandom random = new SecureRandom();

    DbTokenStateManager(Pool database) {
        this.database = database;
    }

    @Override
    public Uni<String> createTokenState(
            RoutingContext routing,
            OidcTenantConfig config,
            AuthorizationCodeTokens tokens,
            OidcRequestContext<String> context) {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        String key = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Object maxAge = routing.get("session-max-age");
        long seconds = maxAge instanceof Number number ? number.longValue() : SECONDS_WHEN_UNKNOWN;
        JsonObject row =
                new JsonObject()
                        .put("id", tokens.getIdToken())
                        .put("access", tokens.getAccessToken())
                        .put("refresh", tokens.getRefreshToken())
                        .put("accessExpiresIn", tokens.getAccessTokenExpiresIn())
                        .put("accessScope", tokens.getAccessTokenScope());
        return database.preparedQuery(
                        """
                        insert into session_token (key_hash, tokens, expires_at)
                        values ($1, $2, now() + $3 * interval '1 second')
                        """)
                .execute(Tuple.of(hash(key), row, seconds))
                .replaceWith(key);
    }

    @Override
    public Uni<AuthorizationCodeTokens> getTokens(
            RoutingContext routing,
            OidcTenantConfig config,
            String key,
            OidcRequestContext<AuthorizationCodeTokens> context) {
        return database.preparedQuery(
                        """
                        select tokens from session_token
                        where key_hash = $1 and expires_at > now()
                        """)
                .execute(Tuple.of(hash(key)))
                .map(
                        rows -> {
                            var found = rows.iterator();
                            if (!found.hasNext()) {
                                throw new AuthenticationFailedException("the session is over");
                            }
                            JsonObject row = found.next().getJsonObject("tokens");
                            return new AuthorizationCodeTokens(
                                    row.getString("id"),
                                    row.getString("access"),
                                    row.getString("refresh"),
                                    row.getLong("accessExpiresIn"),
                                    row.getString("accessScope"));
                        })
                .onFailure(failure -> !(failure instanceof AuthenticationFailedException))
                .transform(AuthenticationCompletionException::new);
    }

    @Override
    public Uni<Void> deleteTokens(
            RoutingContext routing,
            OidcTenantConfig config,
            String key,
            OidcRequestContext<Void> context) {
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

    private static Buffer hash(String key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return Buffer.buffer(digest.digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
