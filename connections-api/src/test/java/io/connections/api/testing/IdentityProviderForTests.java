package io.connections.api.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A small OpenID Connect provider on this machine: signs in whoever comes (as a marketer), speaks
/// the authorization code flow with refresh tokens, and signs bearer tokens for tests. It checks
/// what a provider must (client secret, PKCE verifier present), so that the service's side of the
/// flow is exercised for real.
public final class IdentityProviderForTests implements QuarkusTestResourceLifecycleManager {
    public static final String AUDIENCE = "connections-api";
    static final String CLIENT = "connections-page";
    private static final String SECRET = "a-client-secret-for-tests-0123456789";
    private static final String KEY_ID = "test-key";
    private static final Map<String, Object> TEAMS =
            Map.of("teams", List.of("Everybody", "CRM team"));
    private static final KeyPair KEY = newKey();
    private static volatile String issuer = "";
    private static volatile Duration tokenLife = Duration.ofMinutes(5);

    private static final Set<String> REFRESH_TOKENS = ConcurrentHashMap.newKeySet();
    private static final AtomicInteger REFRESHES = new AtomicInteger();

    private final Map<String, String> nonceByCode = new ConcurrentHashMap<>();
    private final HttpServer server;
    private boolean likeOthers;

    public IdentityProviderForTests() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    /// With `like=others` it is not shaped like Keycloak: no place to sign out, and the roles are
    /// in the ID token, elsewhere and under names of its own.
    @Override
    public void init(Map<String, String> arguments) {
        likeOthers = "others".equals(arguments.get("like"));
    }

    @Override
    public Map<String, String> start() {
        issuer = "http://localhost:" + server.getAddress().getPort();
        server.createContext("/.well-known/openid-configuration", this::discovery);
        server.createContext("/keys", this::keys);
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        server.createContext("/end-session", this::endSession);
        server.start();
        return Map.of(
                "connections.oidc.issuer", issuer,
                "connections.oidc.client-secret", SECRET,
                "connections.oidc.session-secret", "a-session-secret-for-tests-0123456789ab");
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    public static String issuer() {
        return issuer;
    }

    /// How long the tokens live that are issued from now on.
    public static void issueTokensFor(Duration life) {
        tokenLife = life;
    }

    /// How often a refresh token was taken; each is taken once.
    public static int refreshes() {
        return REFRESHES.get();
    }

    /// As when somebody ends all sessions at the provider: none of its refresh tokens is taken.
    public static void endAllSessions() {
        REFRESH_TOKENS.clear();
    }

    static JwtClaimsBuilder claims(String subject, String name, String... roles) {
        return nameless(roles).subject(subject).claim("name", name);
    }

    static JwtClaimsBuilder nameless(String... roles) {
        return Jwt.claims()
                .issuer(issuer)
                .claim("realm_access", Map.of("roles", Arrays.asList(roles)))
                .expiresIn(tokenLife);
    }

    static String signed(JwtClaimsBuilder claims) {
        return claims.jws().keyId(KEY_ID).sign(KEY.getPrivate());
    }

    private void discovery(HttpExchange exchange) throws IOException {
        json(
                exchange,
                200,
                """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
                "jwks_uri":"%1$s/keys",%2$s
                "response_types_supported":["code"],"subject_types_supported":["public"],
                "id_token_signing_alg_values_supported":["RS256"],"code_challenge_methods_supported":["S256"]}
                """
                        .formatted(
                                issuer,
                                likeOthers
                                        ? ""
                                        : "\"end_session_endpoint\":\"%s/end-session\","
                                                .formatted(issuer)));
    }

    private void keys(HttpExchange exchange) throws IOException {
        RSAPublicKey key = (RSAPublicKey) KEY.getPublic();
        json(
                exchange,
                200,
                """
                {"keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":"%s","n":"%s","e":"%s"}]}
                """
                        .formatted(
                                KEY_ID,
                                unsigned(key.getModulus()),
                                unsigned(key.getPublicExponent())));
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> query = parameters(exchange.getRequestURI().getRawQuery());
        if (!CLIENT.equals(query.get("client_id")) || !query.containsKey("code_challenge")) {
            json(exchange, 400, "{\"error\":\"invalid_request\"}");
            return;
        }
        String code = UUID.randomUUID().toString();
        nonceByCode.put(code, query.getOrDefault("nonce", ""));
        redirect(
                exchange,
                "%s?code=%s&state=%s"
                        .formatted(query.get("redirect_uri"), code, query.get("state")));
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> form =
                parameters(
                        new String(
                                exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        String basic =
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString(
                                        (CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        boolean clientKnown = basic.equals(exchange.getRequestHeaders().getFirst("Authorization"));
        boolean granted =
                switch (Objects.toString(form.get("grant_type"), "")) {
                    case "authorization_code" ->
                            nonceByCode.remove(form.get("code")) != null
                                    && form.containsKey("code_verifier");
                    case "refresh_token" -> took(form.get("refresh_token"));
                    default -> false;
                };
        if (!clientKnown || !granted) {
            json(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        String refresh = UUID.randomUUID().toString();
        REFRESH_TOKENS.add(refresh);
        JwtClaimsBuilder id = claims("mia", "Mia Marketer").audience(CLIENT);
        JwtClaimsBuilder access = claims("mia", "Mia Marketer", "marketer").audience(AUDIENCE);
        if (likeOthers) {
            id = claims("mia", "Mia Marketer").audience(CLIENT).claim("app", TEAMS);
            access = claims("mia", "Mia Marketer").audience(AUDIENCE);
        }
        json(
                exchange,
                200,
                """
                {"token_type":"Bearer","expires_in":%d,"id_token":"%s","access_token":"%s","refresh_token":"%s"}
                """
                        .formatted(tokenLife.toSeconds(), signed(id), signed(access), refresh));
    }

    private static boolean took(@Nullable String refreshToken) {
        boolean isOurs = refreshToken != null && REFRESH_TOKENS.remove(refreshToken);
        if (isOurs) {
            REFRESHES.incrementAndGet();
        }
        return isOurs;
    }

    private void endSession(HttpExchange exchange) throws IOException {
        redirect(
                exchange,
                parameters(exchange.getRequestURI().getRawQuery())
                        .getOrDefault("post_logout_redirect_uri", "/"));
    }

    private static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().add("Location", URI.create(to).toString());
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private static void json(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static Map<String, String> parameters(String encoded) {
        return Arrays.stream(encoded.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(
                        Collectors.toMap(
                                pair -> pair[0],
                                pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static String unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int from = bytes[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Arrays.copyOfRange(bytes, from, bytes.length));
    }

    private static KeyPair newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
