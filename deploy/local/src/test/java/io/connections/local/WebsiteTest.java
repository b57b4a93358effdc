package io.connections.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("M25")
class WebsiteTest {
    private static final String CHANNEL = "0199c0de-0000-7000-8000-000000000001";
    private static final String VISITOR = "Zk3aaaaaaaaaaaaaaaaaaa";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Ports ports = new Ports(0);
    private Website website;

    @BeforeEach
    void start() throws IOException {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ports = new Ports(free.getLocalPort() - 6);
        }
        website = Website.start(ports);
    }

    @Test
    void withoutAChannelItIsTheSameShopWithoutTheTag() throws Exception {
        assertThat(get("/").body())
                .contains("Loose tea and kettles · Fern &amp; Kettle")
                .contains("/files/shop.js")
                .doesNotContain("tag.js", "@");
    }

    @Test
    void itsPagesIncludeTheTagWithItsChannelAndTheVisitorsZone() throws Exception {
        website.belongsTo(CHANNEL);

        var line =
                "<script async src=\"http://localhost:%d/tag.js\" data-channel=\"%s\" data-zone=\"%s\"></script>";
        assertThat(get("/").body()).contains(line.formatted(ports.service(), CHANNEL, "gdpr"));
        assertThat(get("/support/delivery.html", "Cookie", "a=b; zone=ccpa").body())
                .contains(line.formatted(ports.service(), CHANNEL, "ccpa"))
                .contains("data-regime=\"OPT_OUT\"")
                .contains("<option value=\"ccpa\" selected>");
        assertThat(get("/", "Cookie", "zone=\"><script>").body())
                .contains(line.formatted(ports.service(), CHANNEL, "gdpr"));
    }

    @Test
    void everyLinkOfEveryPageLeadsSomewhere() throws Exception {
        var waiting = new ArrayDeque<>(List.of("/"));
        var seen = new HashSet<String>();
        while (!waiting.isEmpty()) {
            var path = waiting.remove();
            if (!seen.add(path)) {
                continue;
            }
            var page = get(path);
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            var links = Pattern.compile("(?:href|src)=\"(/[^\"]*)\"").matcher(page.body());
            while (links.find()) {
                waiting.add(links.group(1));
            }
        }
        assertThat(seen)
                .hasSize(18)
                .contains("/", "/products/cup.html", "/support/contact.html", "/privacy.html");
    }

    @Test
    void aBrowserRunsNothingThereButTheShopAndTheTag() throws Exception {
        var policy = get("/").headers().firstValue("Content-Security-Policy").orElseThrow();

        var hub = "http://localhost:" + ports.service();
        assertThat(policy)
                .startsWith(
                        "default-src 'none'; script-src 'self' %s; connect-src %s;"
                                .formatted(hub, hub))
                .doesNotContain("unsafe");
        assertThat(get("/").body()).doesNotContain("style=", "onclick", "<style");
    }

    @Test
    void whoMovesIsInTheOtherZoneAndOnTheSamePage() throws Exception {
        var moved = move("zone=ccpa", "/products.html");

        assertThat(moved.statusCode()).isEqualTo(303);
        assertThat(moved.headers().firstValue("Location")).contains("/products.html");
        assertThat(moved.headers().firstValue("Set-Cookie"))
                .contains("zone=ccpa; Path=/; SameSite=Lax; HttpOnly");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zone=moon", "zone=ccpa%0d%0aX:1", "", "zone=ccpa; Domain=x"})
    void aZoneThatThereIsNotMovesNobody(String form) throws Exception {
        var moved = move(form, "//elsewhere.example/products.html/..");

        assertThat(moved.headers().firstValue("Location")).contains("/");
        assertThat(moved.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void nobodyIsSignedInWhoDidNotSignIn() throws Exception {
        website.belongsTo(CHANNEL);
        website.provesWith("key");

        assertThat(get("/", "Cookie", "customer=moon; connections_visitor=" + VISITOR).body())
                .contains("Sign in as Ada", "<template id=\"customer\"></template>");
    }

    @Test
    void whoSignsInIsOnTheSamePageAndCanSignOut() throws Exception {
        var in = post("/customer", "who=ada", "/products.html");
        var out = post("/customer", "", "/products.html");

        assertThat(in.headers().firstValue("Location")).contains("/products.html");
        assertThat(in.headers().firstValue("Set-Cookie"))
                .contains("customer=ada; Path=/; SameSite=Lax; HttpOnly");
        assertThat(out.headers().firstValue("Set-Cookie"))
                .contains("customer=; Max-Age=0; Path=/; SameSite=Lax; HttpOnly");
    }

    @Test
    void itsServerProvesWhoSignedInToTheBrowserWhoseVisitIsRemembered() throws Exception {
        website.belongsTo(CHANNEL);
        website.provesWith("key");

        var cookies = "customer=ada; connections_visitor=" + VISITOR;
        assertThat(get("/", "Cookie", cookies).body())
                .contains("You are signed in", "Sign out", "&quot;city&quot;:&quot;Utrecht&quot;")
                .containsPattern("&quot;proof&quot;:&quot;[0-9]{10}\\.[A-Za-z0-9_-]{43}&quot;");
    }

    @Test
    void aProofIsWhatTheProgramInTheDocumentationSaysToTheSame() {
        var proof =
                Customer.ALL
                        .getFirst()
                        .proof("key", CHANNEL, VISITOR, Instant.ofEpochSecond(1795802400));

        assertThat(proof).isEqualTo("1795802400.3Ocom6KAtRsBt5q929R2Uf8jwy9ISmoZZmQWvS0GJAQ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "customer=ada",
                "customer=ada; connections_visitor=none",
                "customer=ada; connections_visitor=<script>"
            })
    void ofNobodyElseAnythingIsProven(String cookies) throws Exception {
        website.belongsTo(CHANNEL);
        website.provesWith("key");

        assertThat(get("/", "Cookie", cookies).body())
                .contains("You are signed in", "FK-1001")
                .doesNotContain("proof", "<script>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing.html",
                "/layout.html",
                "/files/",
                "/files/../layout.html",
                "/files/%2e%2e/layout.html",
                "/pages/index.html",
                "/not-found.html"
            })
    void whatIsNoPageIsNotFound(String path) throws Exception {
        var answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("There is no such page.");
    }

    private HttpResponse<String> move(String form, String from) throws Exception {
        return post("/zone", form, from);
    }

    private HttpResponse<String> post(String path, String form, String from) throws Exception {
        return send(
                HttpRequest.newBuilder(address(path))
                        .header("Referer", "http://localhost:%d%s".formatted(ports.website(), from))
                        .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(address(path));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:%d%s".formatted(ports.website(), path));
    }
}
