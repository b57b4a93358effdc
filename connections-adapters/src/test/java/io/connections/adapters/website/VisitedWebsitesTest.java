package io.connections.adapters.website;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.connections.adapters.connector.network.OutgoingAddressGuard;
import io.connections.application.connection.port.ConnectorFailed;
import io.connections.application.discovery.port.WebsiteFailed;
import io.connections.application.discovery.port.WebsiteFailed.Reason;
import io.connections.application.discovery.port.Websites;
import io.connections.application.discovery.port.Websites.Page;
import io.connections.domain.discovery.Sighting;
import io.connections.domain.discovery.Website;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Each website is a real server; most of them mean no good.
@Tag("M3")
class VisitedWebsitesTest {
    private static final String TAG =
            "<script src='https://static.hotjar.com/c/hotjar-1.js'></script>";
    private static final Duration PATIENT = Duration.ofSeconds(60);
    private static final Duration IMPATIENT = Duration.ofMillis(500);

    private final Vertx vertx = Vertx.vertx();
    private final TestWebsite website = new TestWebsite();
    private final OutgoingAddressGuard guard =
            new OutgoingAddressGuard(Optional.of(List.of("127.0.0.0/8", "::1")));

    @AfterEach
    void close() {
        website.close();
        vertx.close();
    }

    // What is looked up and reached

    @Test
    void theAddressThatWasJudgedIsTheOneThatIsVisitedWhateverTheNameStandsForLater()
            throws Exception {
        website.serving(TAG);
        AtomicInteger asked = new AtomicInteger();
        // No name server knows this host: whoever looked it up again would find nothing.
        Page page =
                visitor(
                                host ->
                                        asked.getAndIncrement() == 0
                                                ? InetAddress.getLoopbackAddress()
                                                : refused(host))
                        .look(website.at("rebinding.invalid", "/"));

        assertThat(shown(page)).containsExactly("https://static.hotjar.com/c/hotjar-1.js");
        assertThat(asked).hasValue(1);
        assertThat(website.asked.getFirst().getRequestHeaders().getFirst("Host"))
                .isEqualTo("rebinding.invalid:" + website.port());
    }

    @Test
    void aPrivateAddressIsNeverAsked() {
        website.serving(TAG);

        WebsiteFailed failed =
                failure(
                        visitor(new OutgoingAddressGuard(Optional.empty())::resolve),
                        website.at("localhost", "/"));

        assertThat(failed.reason()).isEqualTo(Reason.ADDRESS_NOT_ALLOWED);
        assertThat(failed.remedy()).contains("connections.network.allow");
        assertThat(website.asked).isEmpty();
    }

    @Test
    void aRedirectIsJudgedLikeTheFirstAddress() {
        website.answering(
                exchange ->
                        TestWebsite.redirect(
                                exchange, "http://inside.invalid:%d/".formatted(website.port())));

        WebsiteFailed failed =
                failure(
                        visitor(
                                host ->
                                        host.equals("localhost")
                                                ? InetAddress.getLoopbackAddress()
                                                : refused(host)),
                        website.at("localhost", "/"));

        assertThat(failed.reason()).isEqualTo(Reason.ADDRESS_NOT_ALLOWED);
        assertThat(website.asked).hasSize(1);
    }

    @Test
    void aHostThatNobodyKnowsIsNotFound() {
        assertThat(failure(visitor(guard::resolve), website.at("nobody.invalid", "/")).reason())
                .isEqualTo(Reason.HOST_NOT_FOUND);
    }

    @Test
    void noCookiesAreKeptFromOnePageToTheNext() throws Exception {
        website.answering(
                exchange -> {
                    exchange.getResponseHeaders().set("Set-Cookie", "visitor=42; Path=/");
                    if (exchange.getRequestURI().getPath().equals("/")) {
                        TestWebsite.redirect(exchange, "/home");
                    } else {
                        TestWebsite.answer(exchange, 200, "text/html", bytes(TAG));
                    }
                });

        visitor(guard::resolve).look(website.at("localhost", "/"));

        assertThat(website.asked).hasSize(2);
        assertThat(website.asked.getLast().getRequestHeaders()).doesNotContainKey("Cookie");
    }

    // Redirects

    @Test
    void aWebsiteIsFollowedToWhereItSendsItsVisitors() throws Exception {
        website.answering(
                exchange -> {
                    switch (exchange.getRequestURI().toString()) {
                        case "/" -> TestWebsite.redirect(exchange, "start?lang=nl");
                        case "/start?lang=nl" ->
                                TestWebsite.redirect(
                                        exchange,
                                        "http://localhost:%d/home?visitor=42"
                                                .formatted(website.port()));
                        default -> TestWebsite.answer(exchange, 200, "text/html", bytes(TAG));
                    }
                });

        Page page = visitor(guard::resolve).look(website.at("localhost", "/"));

        assertThat(page.address()).isEqualTo("http://localhost:%d/home".formatted(website.port()));
        assertThat(page.sightings()).hasSize(1);
    }

    @Test
    void aCircleOfRedirectsIsLeft() {
        website.answering(exchange -> TestWebsite.redirect(exchange, "/again"));

        WebsiteFailed failed = failure(visitor(guard::resolve), website.at("localhost", "/"));

        assertThat(failed.reason()).isEqualTo(Reason.TOO_MANY_REDIRECTS);
        assertThat(failed.remedy()).contains("where one ends up");
        assertThat(website.asked).hasSize(Websites.MAX_REDIRECTS + 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "file:///etc/passwd",
                "http://10.0.0.1/",
                "http://[::1]/",
                "https://mia:secret@shop.example/",
                "http://",
            })
    void aRedirectToWhatIsNoWebsiteIsNotFollowed(String to) {
        website.answering(exchange -> TestWebsite.redirect(exchange, to));

        assertThat(failure(visitor(guard::resolve), website.at("localhost", "/")).reason())
                .isEqualTo(Reason.REDIRECT_NOT_ALLOWED);
        assertThat(website.asked).hasSize(1);
    }

    // Too much, too slow, broken

    @Test
    void aPageWithoutEndIsNotReadToItsEnd() {
        website.answering(
                exchange -> {
                    exchange.getResponseHeaders().set("Content-Type", "text/html");
                    exchange.sendResponseHeaders(200, 0);
                    byte[] part = bytes("<p>more</p>".repeat(10_000));
                    OutputStream body = exchange.getResponseBody();
                    while (true) {
                        body.write(part);
                    }
                });

        WebsiteFailed failed = failure(visitor(guard::resolve), website.at("localhost", "/"));

        assertThat(failed.reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(failed.remedy()).contains("a smaller page");
    }

    @Test
    void aPageThatGrowsWhenItIsUnpackedIsNotUnpackedToItsEnd() throws Exception {
        byte[] packed = packed(new byte[50_000_000]);
        website.answering(
                exchange -> {
                    exchange.getResponseHeaders().set("Content-Encoding", "gzip");
                    TestWebsite.answer(exchange, 200, "text/html", packed);
                });

        assertThat(packed).hasSizeLessThan(100_000);
        assertThat(failure(visitor(guard::resolve), website.at("localhost", "/")).reason())
                .isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void aLargePageWithinTheLimitIsReadWithItsLastTag() throws Exception {
        website.serving("<p>" + "x".repeat(4_900_000) + "</p>" + TAG);

        assertThat(visitor(guard::resolve).look(website.at("localhost", "/")).sightings())
                .hasSize(1);
    }

    @Test
    void aPageThatIsPackedIsUnpacked() throws Exception {
        byte[] packed = packed(bytes(TAG));
        website.answering(
                exchange -> {
                    exchange.getResponseHeaders().set("Content-Encoding", "gzip");
                    TestWebsite.answer(exchange, 200, "text/html", packed);
                });

        assertThat(visitor(guard::resolve).look(website.at("localhost", "/")).sightings())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br", "deflate", "rot13"})
    void whatCannotBeUnpackedIsBroken(String how) {
        website.answering(
                exchange -> {
                    exchange.getResponseHeaders().set("Content-Encoding", how);
                    TestWebsite.answer(exchange, 200, "text/html", bytes(TAG));
                });

        assertThat(failure(visitor(guard::resolve), website.at("localhost", "/")).reason())
                .isEqualTo(Reason.BROKEN);
    }

    @Test
    void aWebsiteThatFallsSilentIsNotWaitedForAnyLonger() {
        website.answering(
                exchange -> {
                    exchange.getResponseHeaders().set("Content-Type", "text/html");
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().write(bytes(TAG));
                    exchange.getResponseBody().flush();
                    website.silence();
                });

        WebsiteFailed failed =
                failure(
                        new VisitedWebsites(
                                vertx, guard::resolve, new HttpClientOptions(), IMPATIENT),
                        website.at("localhost", "/"));

        assertThat(failed.reason()).isEqualTo(Reason.TIMED_OUT);
        assertThat(failed.remedy()).contains("choose the systems by hand");
    }

    @Test
    void aServerThatNeverAnswersIsNotWaitedForAnyLonger() throws Exception {
        // Connections come about, but nobody takes them up.
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            WebsiteFailed failed =
                    failure(
                            new VisitedWebsites(
                                    vertx, guard::resolve, new HttpClientOptions(), IMPATIENT),
                            new Website("http", "localhost", silent.getLocalPort(), "/"));

            assertThat(failed.reason()).isEqualTo(Reason.TIMED_OUT);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SSH-2.0-OpenSSH_9.6\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n<p>",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "",
            })
    void whatIsNoAnswerOrNoWholeOneIsBroken(String raw) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual()
                    .start(
                            () -> {
                                try (Socket visitor = server.accept()) {
                                    visitor.getInputStream().read(new byte[4096]);
                                    visitor.getOutputStream().write(bytes(raw));
                                } catch (IOException _) {
                                    // The visitor left first.
                                }
                            });

            WebsiteFailed failed =
                    failure(
                            visitor(guard::resolve),
                            new Website("http", "localhost", server.getLocalPort(), "/"));

            assertThat(failed.reason()).isEqualTo(Reason.BROKEN);
        }
    }

    @Test
    void aPortThatSpeaksNoTlsIsNotSecure() {
        website.serving(TAG);

        assertThat(
                        failure(
                                        visitor(guard::resolve),
                                        new Website("https", "localhost", website.port(), "/"))
                                .reason())
                .isEqualTo(Reason.NOT_SECURE);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 429, 500, 503})
    void anErrorIsSaidWithItsNumber(int status) {
        website.answering(
                exchange -> TestWebsite.answer(exchange, status, "text/html", bytes(TAG)));

        WebsiteFailed failed = failure(visitor(guard::resolve), website.at("localhost", "/?a=b"));

        assertThat(failed.reason()).isEqualTo(Reason.REFUSED);
        assertThat(failed).hasMessageContaining(String.valueOf(status));
        assertThat(failed.getMessage()).doesNotContain("a=b");
    }

    @Test
    void whatIsNoPageIsSaidToBeNone() {
        website.answering(
                exchange -> TestWebsite.answer(exchange, 200, "application/pdf", bytes("%PDF")));

        WebsiteFailed failed = failure(visitor(guard::resolve), website.at("localhost", "/"));

        assertThat(failed.reason()).isEqualTo(Reason.NOT_A_PAGE);
        assertThat(failed).hasMessageContaining("application/pdf");
    }

    // Encodings

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html;charset=utf-8",
                "text/html; charset=\"UTF-8\"",
                "text/html;charset=klingon",
                "text/html;charset=",
                "text/html;charset=%%",
                "",
            })
    void anEncodingThatNobodyKnowsKeepsNoTagFromBeingFound(String type) throws Exception {
        website.answering(exchange -> TestWebsite.answer(exchange, 200, type, bytes(TAG)));

        assertThat(visitor(guard::resolve).look(website.at("localhost", "/")).sightings())
                .hasSize(1);
    }

    @Test
    void bytesThatAreNoTextKeepNoTagFromBeingFound() throws Exception {
        byte[] page =
                (new String(new char[] {0xFF, 0xFE, 0x80, 0x00, 0xC0}) + TAG)
                        .getBytes(StandardCharsets.ISO_8859_1);
        byte[] behindAnything = new byte[page.length + 1];
        behindAnything[0] = 'x';
        System.arraycopy(page, 0, behindAnything, 1, page.length);
        website.answering(
                exchange ->
                        TestWebsite.answer(
                                exchange, 200, "text/html;charset=utf-8", behindAnything));

        assertThat(visitor(guard::resolve).look(website.at("localhost", "/")).sightings())
                .hasSize(1);
    }

    private VisitedWebsites visitor(VisitedWebsites.Addresses addresses) {
        return new VisitedWebsites(vertx, addresses, new HttpClientOptions(), PATIENT);
    }

    private static InetAddress refused(String host) throws ConnectorFailed {
        throw new ConnectorFailed(
                ConnectorFailed.Reason.ADDRESS_NOT_ALLOWED, host + " is private.", "Stay outside.");
    }

    private static WebsiteFailed failure(VisitedWebsites websites, Website website) {
        return catchThrowableOfType(WebsiteFailed.class, () -> websites.look(website));
    }

    private static List<String> shown(Page page) {
        return page.sightings().stream().map(Sighting::address).map(each -> each.shown()).toList();
    }

    private static byte[] packed(byte[] page) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(page);
        }
        return packed.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
