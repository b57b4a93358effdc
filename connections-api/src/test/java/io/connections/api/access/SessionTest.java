package io.connections.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.api.testing.ApiTest;
import io.connections.api.testing.As;
import io.connections.api.testing.Browser;
import io.connections.api.testing.IdentityProviderForTests;
import io.connections.api.testing.Operations;
import io.connections.api.testing.Operations.Operation;
import io.connections.api.testing.Overheard;
import io.connections.api.testing.Rows;
import io.connections.domain.access.Role;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The page's session, with a browser that goes to the identity provider and back.
@ApiTest
@Tag("M30")
class SessionTest {
    private static final String ME = "/api/v1/me";

    @Test
    void whoSignsInComesBackToWhereTheyWereWithAKeyThatNoScriptCanRead() {
        Browser browser = new Browser();

        String back = browser.signIn("/connections?search=till");

        Cookie session = browser.session();
        assertThat(back).isEqualTo("/connections?search=till");
        assertThat(session.isHttpOnly()).isTrue();
        assertThat(session.getSameSite()).isEqualToIgnoringCase("lax");
        assertThat(session.getValue()).hasSizeLessThan(60).doesNotContain("eyJ");
        assertThat(browser.request().get(ME).jsonPath().getString("name"))
                .isEqualTo("Mia Marketer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "https://evil.example",
                "/\t/evil.example",
                "evil.example",
                "javascript:alert(1)",
                "/session/logout",
            })
    void signingInLeadsToNoOtherHost(String returnTo) {
        assertThat(new Browser().signIn(returnTo)).isEqualTo("/");
    }

    @Test
    void whoCancelsAtTheProviderComesBackToThePageAndIsNotSignedIn() {
        Browser browser = new Browser();
        String provider = browser.kept(browser.request().get("/session/login")).header("Location");
        Matcher state = Pattern.compile("[?&]state=([^&]+)").matcher(provider);
        assertThat(state.find()).as(provider).isTrue();

        Response back =
                browser.kept(
                        browser.request()
                                .queryParam("error", "access_denied")
                                .queryParam("state", state.group(1))
                                .get("/session/login"));

        assertThat(back.statusCode()).isEqualTo(302);
        assertThat(URI.create(back.header("Location")).getPath()).isEqualTo("/");
        assertThat(browser.hasSession()).isFalse();
    }

    @Test
    void whatIsEncodedTwiceIsAPathOfOurs() {
        assertThat(new Browser().signIn("/%2Fevil.example")).isEqualTo("/%2Fevil.example");
    }

    @ParameterizedTest
    @MethodSource
    void aCookieAloneChangesNothing(Operation operation) {
        Browser browser = Browser.signedIn();

        Response refused = operation.ask(browser.request());
        Response asked = operation.ask(browser.page());

        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(403);
        assertThat(refused.jsonPath().getString("type")).isEqualTo("/problems/csrf-header-missing");
        assertThat(asked.asString()).doesNotContain("csrf-header-missing");
    }

    static Stream<Operation> aCookieAloneChangesNothing() {
        return Operations.all().filter(operation -> !operation.method().equals("GET"));
    }

    @Test
    void aSessionThatIsOverIsRefusedThoughItsRowIsStillThere() {
        Browser browser = Browser.signedIn();
        Rows.change(
                """
                update session_token set expires_at = now() - interval '1 second'
                where key_hash = sha256(convert_to(?, 'UTF8'))
                """,
                browser.session().getValue());

        Response refused = browser.request().get(ME);

        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(401);
        assertThat(refused.jsonPath().getString("type")).isEqualTo("/problems/not-signed-in");
        assertThat(refused.header("WWW-Authenticate")).isNull();
    }

    @Test
    void aCookieThatSomebodyChangedOpensNothing() {
        Browser browser = Browser.signedIn();
        String key = browser.session().getValue();
        char first = key.charAt(0);
        browser.tamperWithSession((first == 'A' ? 'B' : 'A') + key.substring(1));

        assertThat(browser.request().get(ME).statusCode()).isEqualTo(401);
        browser.tamperWithSession("");
        assertThat(browser.request().get(ME).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "POST", "PUT"})
    void noLinkAndNoFormOnAForeignSiteEndsASession(String method) {
        Browser browser = Browser.signedIn();

        Response refused = browser.kept(browser.request().request(method, "/session/logout"));

        assertThat(refused.statusCode()).isEqualTo(method.equals("POST") ? 403 : 405);
        assertThat(browser.request().get(ME).statusCode()).isEqualTo(200);
    }

    @Test
    void signingOutEndsTheSessionHereAndSaysWhereToEndItAtTheProvider() {
        Browser browser = Browser.signedIn();
        Cookie before = browser.session();

        Response gone = browser.kept(browser.page().post("/session/logout"));

        assertThat(gone.statusCode()).as(gone.asString()).isEqualTo(204);
        assertThat(gone.header("Location")).contains("/end-session").contains("id_token_hint=");
        browser.tamperWithSession(before.getValue());
        assertThat(browser.request().get(ME).statusCode()).isEqualTo(401);
    }

    @Test
    @Tag("M11")
    void aSessionsKeyIsInNoLogHoweverTalkative() {
        try (Overheard log = Overheard.listening()) {
            String key = inAndOutAgain();

            assertThat(log.text()).contains("/session/logout").doesNotContain(key);
        }
    }

    @Test
    @Tag("M11")
    void aTokenIsInNoLogAsItIsShipped() {
        try (Overheard log = Overheard.asShipped()) {
            inAndOutAgain();
            As.withToken(As.tokenOf(Role.VIEWER) + "x").get(ME);

            assertThat(log.text()).doesNotContain("eyJ");
        }
    }

    /// @return the session's key
    private static String inAndOutAgain() {
        Browser browser = Browser.signedIn();
        String key = browser.session().getValue();
        browser.request().get(ME);
        browser.request().post("/api/v1/connections");
        browser.page().post("/api/v1/connections");
        browser.page().post("/session/logout");
        return key;
    }

    @Test
    void signingOutWithoutASessionLeadsHome() {
        Response gone = new Browser().page().post("/session/logout");

        assertThat(gone.statusCode()).isEqualTo(204);
        assertThat(gone.header("Location")).isEqualTo("/");
    }

    @Test
    void whoHasADeadKeyIsSentToSignInAndNotToldThatTheyHaveTo() {
        Browser browser = Browser.signedIn();
        Rows.change(
                "delete from session_token where key_hash = sha256(convert_to(?, 'UTF8'))",
                browser.session().getValue());

        Response sent = browser.kept(browser.request().get("/session/login"));

        assertThat(sent.statusCode()).as(sent.asString()).isEqualTo(302);
        assertThat(sent.header("Location")).startsWith(IdentityProviderForTests.issuer());
        assertThat(browser.hasSession()).isFalse();
    }

    @Test
    void whoseSessionTheProviderEndedSignsInAgain() {
        Browser browser = Browser.signedInFor(Duration.ofSeconds(2));
        String key = browser.session().getValue();
        IdentityProviderForTests.endAllSessions();
        until(() -> browser.request().get(ME).statusCode() == 401);

        String back = browser.signIn("/connections");

        assertThat(back).isEqualTo("/connections");
        assertThat(browser.request().get(ME).statusCode()).isEqualTo(200);
        assertThat(rowsOf(key)).isZero();
    }

    @Test
    void whoseSessionTheProviderEndedSignsOutToo() {
        Browser browser = Browser.signedInFor(Duration.ofSeconds(2));
        String key = browser.session().getValue();
        IdentityProviderForTests.endAllSessions();
        until(() -> browser.request().get(ME).statusCode() == 401);

        Response gone = browser.kept(browser.page().post("/session/logout"));

        assertThat(gone.statusCode()).as(gone.asString()).isEqualTo(204);
        assertThat(gone.header("Location")).isEqualTo("/");
        assertThat(browser.hasSession()).isFalse();
        assertThat(rowsOf(key)).isZero();
    }

    @Test
    void tokensThatAreOverAreRenewedOnceForAllWhoAskAtTheSameTime() throws Exception {
        Browser browser = Browser.signedInFor(Duration.ofSeconds(3));
        int before = IdentityProviderForTests.refreshes();
        Callable<Set<Integer>> tab =
                () -> {
                    Set<Integer> answers = new HashSet<>();
                    for (int more = 5; more > 0; ) {
                        answers.add(browser.request().get(ME).statusCode());
                        more -= IdentityProviderForTests.refreshes() > before ? 1 : 0;
                    }
                    return answers;
                };

        Set<Integer> answers = new HashSet<>();
        try (ExecutorService tabs = Executors.newFixedThreadPool(8)) {
            for (Future<Set<Integer>> done : tabs.invokeAll(Collections.nCopies(8, tab))) {
                answers.addAll(done.get());
            }
        }

        assertThat(answers).containsExactly(200);
        assertThat(IdentityProviderForTests.refreshes()).isEqualTo(before + 1);
    }

    @Test
    void whatWasSentBeforeTheTokensWereRenewedIsAnsweredAfterwards() {
        Browser browser = Browser.signedInFor(Duration.ofSeconds(2));
        int before = IdentityProviderForTests.refreshes();
        until(
                () ->
                        browser.request().get(ME).statusCode() == 200
                                && IdentityProviderForTests.refreshes() > before);

        // the browser never took what the service answered
        Response late = browser.request().get(ME);

        assertThat(late.statusCode()).as(late.asString()).isEqualTo(200);
    }

    @Test
    void whoSignedOutIsNotSignedInByTheCookieOfBefore() {
        Browser browser = Browser.signedInFor(Duration.ofSeconds(2));
        int before = IdentityProviderForTests.refreshes();
        String key = browser.session().getValue();
        until(
                () ->
                        browser.request().get(ME).statusCode() == 200
                                && IdentityProviderForTests.refreshes() > before);
        browser.kept(browser.page().post("/session/logout"));

        browser.tamperWithSession(key);

        assertThat(browser.request().get(ME).statusCode()).isEqualTo(401);
    }

    private static void until(BooleanSupplier holds) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it did not come true").isLessThan(deadline);
        }
    }

    private static long rowsOf(String key) {
        return Rows.count(
                "select count(*) from session_token"
                        + " where key_hash = sha256(convert_to(?, 'UTF8'))",
                key);
    }
}
