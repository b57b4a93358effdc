package io.connections.api.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.Cookie;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/// Somebody's browser: keeps cookies, follows redirects one by one, and so signs in at the identity
/// provider.
public final class Browser {
    public static final String SESSION = "q_session";
    private final Map<String, Cookie> cookies = new LinkedHashMap<>();
    private final String agent = "Browser " + UUID.randomUUID();

    /// Signed in as a marketer.
    public static Browser signedIn() {
        Browser browser = new Browser();
        browser.signIn("/");
        return browser;
    }

    /// With first tokens that live so long, and others that live longer.
    public static Browser signedInFor(Duration firstTokens) {
        IdentityProviderForTests.issueTokensFor(firstTokens);
        try {
            return signedIn();
        } finally {
            IdentityProviderForTests.issueTokensFor(Duration.ofMinutes(5));
        }
    }

    /// What it calls itself, which no other does.
    public String agent() {
        return agent;
    }

    /// @return where the browser is sent after signing in
    public String signIn(String returnTo) {
        Response answer = kept(request().queryParam("returnTo", returnTo).get("/session/login"));
        for (int i = 0; i < 5 && !answer.header("Location").contains("/session/login"); i++) {
            answer = kept(request().urlEncodingEnabled(false).get(answer.header("Location")));
        }
        while (answer.statusCode() == 302) {
            answer = kept(request().urlEncodingEnabled(false).get(answer.header("Location")));
        }
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(303);
        return answer.header("Location");
    }

    /// With the cookies, and without our header.
    public RequestSpecification request() {
        RequestSpecification request =
                given().redirects().follow(false).header("User-Agent", agent);
        cookies.values().forEach(request::cookie);
        return request;
    }

    /// As the page asks.
    public RequestSpecification page() {
        return request().header("X-Connections-Request", "1");
    }

    public Response kept(Response answer) {
        for (Cookie cookie : answer.detailedCookies()) {
            if (cookie.getMaxAge() == 0) {
                cookies.remove(cookie.getName());
            } else {
                cookies.put(cookie.getName(), cookie);
            }
        }
        return answer;
    }

    public Cookie session() {
        return Objects.requireNonNull(cookies.get(SESSION), "nobody is signed in");
    }

    public boolean hasSession() {
        return cookies.containsKey(SESSION);
    }

    public void tamperWithSession(String value) {
        cookies.put(SESSION, new Cookie.Builder(SESSION, value).build());
    }
}
