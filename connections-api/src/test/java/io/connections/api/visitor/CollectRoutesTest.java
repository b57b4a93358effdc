package io.connections.api.visitor;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.connections.api.testing.ApiTest;
import io.connections.api.testing.As;
import io.connections.api.testing.Rows;
import io.connections.api.testing.Until;
import io.connections.domain.access.Role;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ApiTest
@Tag("M25")
@SuppressWarnings("NullAway.Init")
class CollectRoutesTest {
    @Inject SmallBody bodies;

    private TagCalls shop;

    @BeforeEach
    void aShop() {
        shop = new TagCalls();
    }

    /// A letter that is encoded becomes three: what is kept must be read again.
    @Test
    void anAddressThatGrowsBeyondWhatIsKeptCostsOnlyItsEvent() {
        String grows = "{".repeat(15_000);

        Response answer =
                shop.send(
                        shop.page("grows").replace(shop.origin + "/", shop.origin + "/" + grows)
                                + ","
                                + shop.page("kept"));

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(202);
        assertThat(answer.jsonPath().getInt("accepted")).isEqualTo(1);
        assertThat(answer.jsonPath().getList("refused.event")).containsExactly(0);
        assertThat(answer.jsonPath().getString("refused[0].reason"))
                .isEqualTo("The url has more than 4,000 characters.");
    }

    @Test
    void whatIsSaidToBeAcceptedIsInTheDatabase() {
        Response answer =
                shop.send(
                        shop.page("a")
                                + ","
                                + shop.event(
                                        "b",
                                        """
                                        "type":"event","name":"Added to basket",
                                        "properties":{"sku":"A-1","price":12.50,"gift":true,"tags":["x",null,3]}
                                        """));

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(202);
        assertThat(answer.jsonPath().getMap(""))
                .isEqualTo(Map.of("accepted", 2, "refused", List.of()));
        assertThat(kept()).isEqualTo(2);
        assertThat(
                        Rows.count(
                                """
                                select count(*) from collected_event where visitor = ? and body =
                                  '{"name":"Added to basket","properties":
                                    {"sku":["A-1"],"price":["12.5"],"gift":["true"],"tags":["x","3"]}}'
                                """,
                                shop.visitor))
                .isEqualTo(1);
        assertReadableByItsPage(answer);
    }

    @Test
    void theSameEventsSentAgainAreAcceptedAndCountOnce() {
        shop.send(shop.page("a") + "," + shop.page("b"));

        Response again = shop.send(shop.page("a") + "," + shop.page("b") + "," + shop.page("b"));

        assertThat(again.jsonPath().getInt("accepted")).isEqualTo(3);
        assertThat(kept()).isEqualTo(2);
    }

    @Test
    void whatIsWrongCostsOnlyItself() {
        String wrong =
                Stream.of(
                                "{}",
                                "3",
                                "null",
                                "[]",
                                shop.event("a b", "\"type\":\"page\""),
                                shop.event("c", "\"type\":\"click\""),
                                shop.event("d", "\"type\":\"event\""),
                                shop.event("e", "\"type\":\"event\",\"name\":{}"),
                                shop.event(
                                        "f",
                                        "\"type\":\"event\",\"name\":\"N\",\"properties\":{\"a\":{\"b\":1}}"),
                                shop.event(
                                        "g", "\"type\":\"event\",\"name\":\"N\",\"properties\":[]"),
                                shop.event("h", "\"type\":\"identify\",\"identifiers\":{}"),
                                shop.event(
                                        "i", "\"type\":\"identify\",\"identifiers\":{\"x\":[1]}"),
                                shop.event("j", "\"type\":\"consent\",\"granted\":\"ads\""),
                                shop.event("k", "\"type\":\"consent\",\"granted\":[1]"),
                                shop.event("l", "\"type\":\"consent\"").replace("2026", "x"),
                                shop.page("m").replace(shop.origin, "https://other.example"),
                                shop.page("n").replace("2026-11-27", "2026-11-19"),
                                shop.page("o").replace("2026-", "+999999999-"))
                        .collect(Collectors.joining(","));

        Response answer = shop.send(shop.page("good") + "," + wrong);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(202);
        assertThat(answer.jsonPath().getInt("accepted")).isEqualTo(1);
        assertThat(answer.jsonPath().getList("refused.event"))
                .isEqualTo(IntStream.rangeClosed(1, 18).boxed().toList());
        assertThat(answer.jsonPath().getList("refused.reason", String.class))
                .allSatisfy(reason -> assertThat(reason).endsWith("."));
        assertThat(kept()).isEqualTo(1);
    }

    /// A browser's clock may be wrong by a year; what happened four seconds ago did so by ours.
    @ParameterizedTest
    @ValueSource(strings = {"2025", "2026", "2027", "0001", "9999"})
    void aClockThatIsWrongMovesNothing(String year) {
        Response answer =
                shop.post(
                        shop.batch("2026-11-27T10:00:05.004Z", shop.page("a"))
                                .replace("2026", year));

        assertThat(answer.jsonPath().getInt("accepted")).as(answer.asString()).isEqualTo(1);
        assertThat(
                        Rows.count(
                                """
                                select count(*) from collected_event
                                where visitor = ? and happened_at = received_at - interval '4 seconds'
                                  and received_at > now() - interval '1 minute'
                                """,
                                shop.visitor))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "\"text\"",
                "{\"channel\":1}",
                "{\"channel\":\"c\",\"channel\":\"c\"}",
                "{\"channel\":\"CHANNEL\",\"visitor\":\"none\",\"sentAt\":\"2026-11-27T10:00:05Z\",\"events\":[]}",
                "{\"channel\":\"CHANNEL\",\"visitor\":\"VISITOR\",\"events\":[]}",
                "{\"channel\":\"CHANNEL\",\"visitor\":\"VISITOR\",\"sentAt\":\"noon\",\"events\":[]}",
                "{\"channel\":\"CHANNEL\",\"visitor\":\"VISITOR\",\"sentAt\":\"2026-11-27T10:00:05Z\",\"events\":{}}",
                "{\"channel\":\"1-2-3-4-5\",\"visitor\":\"VISITOR\",\"sentAt\":\"2026-11-27T10:00:05Z\",\"events\":[]}",
                "{\"channel\":\"CHANNEL\",\"visitor\":\"VISITOR\",\"sentAt\":\"2026-11-27T10:00:05Z\",\"events\":[]}x"
            })
    void whatIsNoSuchBodyIsRefused(String body) {
        Response refused =
                shop.post(body.replace("CHANNEL", shop.channel).replace("VISITOR", shop.visitor));

        assertProblem(refused, 400, "request-malformed");
    }

    @Test
    void moreThanAHundredEventsAreRefused() {
        String events =
                IntStream.range(0, 101)
                        .mapToObj(i -> shop.page("e" + i))
                        .collect(Collectors.joining(","));

        assertProblem(shop.send(events), 400, "request-malformed");
        assertThat(kept()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://other.example", "null", "https://m.shop.example", ""})
    void aPageOfAnotherSiteIsToldSo(String origin) {
        Response refused =
                given().header("Origin", origin)
                        .contentType("text/plain")
                        .body(shop.batch("2026-11-27T10:00:05Z", shop.page("a")))
                        .post(CollectPaths.EVENTS);

        assertProblem(refused, 403, "page-of-another-site");
        assertThat(kept()).isZero();
    }

    @Test
    void soIsWhoNamesNoPage() {
        Response refused =
                given().contentType("text/plain")
                        .body(shop.batch("2026-11-27T10:00:05Z", shop.page("a")))
                        .post(CollectPaths.EVENTS);

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.header("Access-Control-Allow-Origin")).isEqualTo("*");
    }

    @Test
    void anAliasIsAPageOfTheChannelToo() {
        Response answer =
                given().header("Origin", "http://WWW." + shop.host + ":8080")
                        .body(shop.batch("2026-11-27T10:00:05Z", shop.page("a")))
                        .post(CollectPaths.EVENTS);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(202);
    }

    @Test
    void aForgedChannelIsNone() {
        Response refused =
                shop.post(
                        shop.batch("2026-11-27T10:00:05Z", shop.page("a"))
                                .replace(shop.channel, UUID.randomUUID().toString()));

        assertProblem(refused, 404, "channel-not-found");
    }

    @ParameterizedTest
    @CsvSource({"65537", "10000000"})
    void aBodyThatIsTooLargeIsRefused(int bytes) {
        Response refused = shop.post("x".repeat(bytes));

        assertProblem(refused, 413, "request-too-large");
        assertThat(shop.send(shop.page("a")).statusCode()).isEqualTo(202);
    }

    /// It announces no size, and never ends.
    @Test
    void whoSendsWithoutEndIsCutOff() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(
                    """
                    POST /collect/v1/events HTTP/1.1\r
                    Host: localhost\r
                    Origin: %s\r
                    Transfer-Encoding: chunked\r
                    \r
                    """
                            .formatted(shop.origin)
                            .getBytes(StandardCharsets.US_ASCII));
            byte[] piece =
                    ("4000\r\n" + "x".repeat(0x4000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 5; i++) {
                out.write(piece);
            }
            out.flush();
            InputStream in = socket.getInputStream();

            String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 413").contains("\r\nVary: Origin\r\n");
        }
    }

    /// The tag keeps it then, and sends it again.
    @Test
    void whatCannotBeWrittenIsNotAcceptedAndCanBeSentAgain() {
        String away = "away_" + shop.own.replace('-', '_');
        Rows.change(
                """
                create function %1$s() returns trigger language plpgsql as
                $$ begin raise 'away' using errcode = '57P01'; end $$
                """
                        .formatted(away));
        Rows.change(
                """
                create trigger %1$s before insert on collected_event for each row
                when (new.visitor = '%2$s') execute function %1$s()
                """
                        .formatted(away, shop.visitor));

        Response refused = shop.send(shop.page("a"));
        Rows.change("drop trigger %s on collected_event".formatted(away));
        Response again = shop.send(shop.page("a"));

        assertProblem(refused, 503, "collector-busy");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isPositive();
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(kept()).isEqualTo(1);
    }

    /// Of those who went away in the middle nothing is kept either.
    @Test
    void noBodyIsHeldOnceItIsAnsweredOrGone() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.getOutputStream()
                    .write(
                            """
                            POST /collect/v1/events HTTP/1.1\r
                            Host: localhost\r
                            Content-Length: 60000\r
                            \r
                            {"channel":
                            """
                                    .getBytes(StandardCharsets.US_ASCII));
            Until.holds(
                    () -> "the body is being read",
                    Duration.ofSeconds(20),
                    () -> bodies.bytesNow() > 0);
        }
        shop.send(shop.page("a"));
        shop.post("x".repeat(65_537));

        Until.holds(
                () -> "%,d bytes are given back".formatted(bodies.bytesNow()),
                Duration.ofSeconds(20),
                () -> bodies.bytesNow() == 0);
    }

    @Test
    void oneVisitorWhoSendsAndSendsIsHeldBack() {
        List<Integer> answers =
                IntStream.range(0, 15).mapToObj(_ -> shop.send("").statusCode()).toList();
        Response last = shop.send("");

        assertThat(answers).startsWith(202).contains(429);
        assertProblem(last, 429, "too-many-requests");
        assertThat(Integer.parseInt(last.header("Retry-After"))).isPositive();
        assertThat(new TagCalls().send("").statusCode()).isEqualTo(202);
    }

    @Test
    void cookiesTokensAndSessionsSayNothing() {
        Response answer =
                shop.fromItsPage()
                        .header("Cookie", "q_session=stale; other=1")
                        .header("Authorization", "Bearer none")
                        .body(shop.batch("2026-11-27T10:00:05Z", shop.page("a")))
                        .post(CollectPaths.EVENTS);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(202);
        assertThat(answer.headers().hasHeaderWithName("Set-Cookie")).isFalse();
        assertThat(answer.header("Access-Control-Allow-Credentials")).isNull();
    }

    @Test
    void whoAsksBeforeSendingIsLetThrough() {
        Response answer =
                given().header("Origin", shop.origin)
                        .header("Access-Control-Request-Method", "POST")
                        .header("Access-Control-Request-Headers", "content-type")
                        .options(CollectPaths.EVENTS);

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.header("Access-Control-Allow-Methods")).contains("POST");
        assertThat(answer.header("Access-Control-Allow-Headers")).contains("Content-Type");
        assertReadableByItsPage(answer);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /collect/v1/events, 405, method-not-allowed",
        "PUT, /collect/v1/events, 405, method-not-allowed",
        "GET, /collect/v1/nothing, 404, path-not-found",
        "POST, /collect/v1/nothing, 404, path-not-found",
        "GET, /collect/, 404, path-not-found"
    })
    void whatThereIsNotIsToldToItsPageToo(String method, String path, int status, String code) {
        Response refused = shop.fromItsPage().request(method, path);

        assertProblem(refused, status, code);
    }

    @Test
    void aTextWithoutEndOrWithNothingInItHarmsNobody() {
        Response answer =
                shop.send(
                        shop.event(
                                "a",
                                "\"type\":\"page\",\"title\":\"%s\",\"referrer\":\"\\u0000\\ud800\""
                                        .formatted("\uD83D\uDC4B".repeat(2_000))));

        assertThat(answer.jsonPath().getInt("accepted")).as(answer.asString()).isEqualTo(1);
        assertThat(kept()).isEqualTo(1);
    }

    /// Halves of letters: what else is in the batch is not lost with them, and nobody is taken for
    /// somebody else.
    @ParameterizedTest
    @ValueSource(strings = {"\\ud83d\\u00e9", "\\udc4bx", "x\\ud83d", "\\ud83d\\ud83d\\udc4b"})
    void aTextOfHalfLettersCostsNothingElse(String text) {
        Response answer =
                shop.send(
                        shop.event("a", "\"type\":\"page\",\"title\":\"%s\"".formatted(text))
                                + ","
                                + shop.page("b")
                                + ","
                                + shop.event(
                                        "c",
                                        "\"type\":\"identify\",\"identifiers\":{\"email\":\"%s@a.example\"}"
                                                .formatted(text)));

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(202);
        assertThat(answer.jsonPath().getInt("accepted")).isEqualTo(2);
        assertThat(answer.jsonPath().getList("refused.reason"))
                .containsExactly("The identifier \"email\" has a letter that is none.");
        assertThat(kept()).isEqualTo(2);
    }

    @Test
    void theChannelIsSeen() {
        shop.send(shop.page("a"));

        Until.holds(
                () -> "the channel is seen",
                Duration.ofSeconds(20),
                () ->
                        As.a(Role.VIEWER)
                                        .get("/api/v1/channels/" + shop.channel)
                                        .jsonPath()
                                        .getString("lastSeen")
                                != null);
    }

    @Test
    void whateverIsAskedIsOneSeriesOfTheMetrics() {
        shop.send(shop.page("a"));
        shop.fromItsPage().get("/collect/v1/" + shop.own);

        String metrics = As.nobody().get("/q/metrics").asString();

        assertThat(metrics).contains("uri=\"/collect\"").doesNotContain(shop.own);
    }

    private long kept() {
        return Rows.count("select count(*) from collected_event where visitor = ?", shop.visitor);
    }

    private static int port() {
        return ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
    }

    private static void assertProblem(Response refused, int status, String code) {
        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(status);
        assertThat(refused.contentType()).startsWith("application/problem+json");
        assertThat(refused.jsonPath().getString("type")).isEqualTo("/problems/" + code);
        assertReadableByItsPage(refused);
    }

    /// Else a browser tells the tag of a dead network.
    private static void assertReadableByItsPage(Response answer) {
        assertThat(answer.header("Access-Control-Allow-Origin")).isNotNull().isNotEqualTo("*");
        assertThat(answer.header("Vary")).isEqualTo("Origin");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.headers().hasHeaderWithName("Set-Cookie")).isFalse();
    }
}
