package io.connections.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The sample website, a shop called Fern & Kettle. Its pages include the website tag once there is
/// a channel for them, and work without it. A visitor can move to another zone, which a real
/// website would know by itself, and sign in as its only customer: to the tag its server proves who
/// that is.
final class Website {
    /// @param regime what the shop says there to whoever has not chosen yet
    record Zone(String code, String name, String regime) {}

    /// The first is where a visitor is who has not moved.
    static final List<Zone> ZONES =
            List.of(
                    new Zone("gdpr", "European Union (GDPR)", "OPT_IN"),
                    new Zone("ccpa", "California (CCPA)", "OPT_OUT"),
                    new Zone("rest-of-world", "Elsewhere", "OPT_IN"));

    private static final List<String> PAGES =
            List.of(
                    "/index.html",
                    "/products.html",
                    "/products/kettle.html",
                    "/products/sencha.html",
                    "/products/assam.html",
                    "/products/cup.html",
                    "/basket.html",
                    "/support/index.html",
                    "/support/delivery.html",
                    "/support/contact.html",
                    "/privacy.html");
    private static final List<String> FILES =
            List.of(
                    "/files/style.css",
                    "/files/shop.js",
                    "/files/fern.svg",
                    "/files/kettle.svg",
                    "/files/cup.svg",
                    "/files/tin-green.svg",
                    "/files/tin-red.svg");

    private static final int LONGEST_FORM = 200;

    /// Every page that is opened has a new one.
    private static final Duration PROOF_HOLDS = Duration.ofMinutes(10);

    private static final String VISITOR = "connections_visitor";
    private static final Pattern VISITOR_ID = Pattern.compile("[\\w-]{22}");

    /// Where the service is, as a browser reaches it.
    private final String hub;

    private volatile Optional<String> channel = Optional.empty();
    private volatile Optional<String> key = Optional.empty();

    private Website(String hub) {
        this.hub = hub;
    }

    static Website start(Ports ports) throws IOException {
        var website = new Website("http://localhost:" + ports.service());
        var server =
                HttpServer.create(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), ports.website()),
                        0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", website::answer);
        server.start();
        return website;
    }

    /// From now on its pages include the tag.
    void belongsTo(String channel) {
        this.channel = Optional.of(channel);
    }

    /// From now on it can prove to the tag who signed in.
    void provesWith(String key) {
        this.key = Optional.of(key);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            switch (exchange.getRequestMethod()) {
                case "GET", "HEAD" -> show(exchange, path);
                case "POST" -> {
                    switch (path) {
                        case "/zone" -> move(exchange);
                        case "/customer" -> signInOrOut(exchange);
                        default -> send(exchange, 405, "text/plain", new byte[0]);
                    }
                }
                default -> send(exchange, 405, "text/plain", new byte[0]);
            }
        }
    }

    private void show(HttpExchange exchange, String path) throws IOException {
        var page = path.endsWith("/") ? path + "index.html" : path;
        if (PAGES.contains(page)) {
            send(exchange, 200, "text/html", page(page, exchange));
        } else if (FILES.contains(path)) {
            send(exchange, 200, type(path), resource(path));
        } else {
            send(exchange, 404, "text/html", page("/not-found.html", exchange));
        }
    }

    // A form that is sent from elsewhere moves nobody but a visitor of a pretended shop.
    private void move(HttpExchange exchange) throws IOException {
        known(field(exchange, "zone"))
                .ifPresent(zone -> setCookie(exchange, "zone=" + zone.code()));
        goBack(exchange);
    }

    private void signInOrOut(HttpExchange exchange) throws IOException {
        Customer.known(field(exchange, "who"))
                .ifPresentOrElse(
                        customer -> setCookie(exchange, "customer=" + customer.code()),
                        () -> setCookie(exchange, "customer=; Max-Age=0"));
        goBack(exchange);
    }

    private static String field(HttpExchange exchange, String name) throws IOException {
        var form =
                new String(
                        exchange.getRequestBody().readNBytes(LONGEST_FORM), StandardCharsets.UTF_8);
        return form.startsWith(name + "=") ? form.substring(name.length() + 1) : "";
    }

    private static void setCookie(HttpExchange exchange, String cookie) {
        exchange.getResponseHeaders()
                .set("Set-Cookie", cookie + "; Path=/; SameSite=Lax; HttpOnly");
    }

    private void goBack(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Location", cameFrom(exchange));
        send(exchange, 303, "text/plain", new byte[0]);
    }

    private static String cameFrom(HttpExchange exchange) {
        var referrer =
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("Referer")).orElse("");
        try {
            var path = Optional.ofNullable(URI.create(referrer).getPath()).orElse("");
            return PAGES.contains(path.endsWith("/") ? path + "index.html" : path) ? path : "/";
        } catch (IllegalArgumentException _) {
            return "/";
        }
    }

    private static Zone zone(HttpExchange exchange) {
        return cookies(exchange, "zone")
                .flatMap(code -> known(code).stream())
                .findFirst()
                .orElse(ZONES.getFirst());
    }

    private static Optional<Customer> customer(HttpExchange exchange) {
        return cookies(exchange, "customer")
                .flatMap(code -> Customer.known(code).stream())
                .findFirst();
    }

    private static Stream<String> cookies(HttpExchange exchange, String name) {
        return exchange.getRequestHeaders().getOrDefault("Cookie", List.of()).stream()
                .flatMap(line -> Stream.of(line.split(";", -1)))
                .map(String::strip)
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.substring(name.length() + 1));
    }

    private static Optional<Zone> known(String code) {
        return ZONES.stream().filter(zone -> zone.code().equals(code)).findFirst();
    }

    private byte[] page(String path, HttpExchange exchange) throws IOException {
        var zone = zone(exchange);
        var customer = customer(exchange);
        var content = text("/pages" + path);
        var title =
                content.substring(content.indexOf("<!--") + "<!--".length(), content.indexOf("-->"))
                        .strip();
        return text("/layout.html")
                .replace("@content@", content.replace("@purposes@", choices()))
                .replace("@title@", title)
                .replace("@tag@", tag(zone))
                .replace("@zone@", zone.code())
                .replace("@regime@", zone.regime())
                .replace("@zones@", zones(zone))
                .replace(
                        "@purposes.json@",
                        escaped(new ObjectMapper().writeValueAsString(Purpose.ALL)))
                .replace("@sign-in@", signIn(customer))
                .replace("@customer.json@", escaped(told(customer, exchange)))
                .getBytes(StandardCharsets.UTF_8);
    }

    private String tag(Zone zone) {
        return channel.map(
                        id ->
                                "<script async src=\"%s/tag.js\" data-channel=\"%s\" data-zone=\"%s\"></script>"
                                        .formatted(hub, escaped(id), zone.code()))
                .orElse("");
    }

    private static String signIn(Optional<Customer> customer) {
        return customer.map(
                        _ ->
                                "<span data-hello>You are signed in</span> <button class=\"quiet\">Sign out</button>")
                .orElseGet(
                        () ->
                                Customer.ALL.stream()
                                        .map(
                                                each ->
                                                        "<button class=\"quiet\" name=\"who\" value=\"%s\">Sign in as %s</button>"
                                                                .formatted(
                                                                        each.code(),
                                                                        escaped(each.firstName())))
                                        .collect(Collectors.joining()));
    }

    /// What its script is told of who signed in: nothing of anybody who did not.
    private String told(Optional<Customer> customer, HttpExchange exchange) throws IOException {
        if (customer.isEmpty()) {
            return "";
        }
        var known = customer.orElseThrow();
        var told = new LinkedHashMap<String, Object>();
        told.put("firstName", known.firstName());
        told.put("city", known.city());
        told.put("identifiers", known.identifiers());
        proof(known, exchange).ifPresent(proof -> told.put("proof", proof));
        return new ObjectMapper().writeValueAsString(told);
    }

    /// It holds for the browser that has the visitor's id: before the tag may keep one there is
    // none.
    private Optional<String> proof(Customer customer, HttpExchange exchange) {
        return cookies(exchange, VISITOR)
                .filter(id -> VISITOR_ID.matcher(id).matches())
                .findFirst()
                .flatMap(
                        visitor ->
                                channel.flatMap(
                                        id ->
                                                key.map(
                                                        its ->
                                                                customer.proof(
                                                                        its,
                                                                        id,
                                                                        visitor,
                                                                        Instant.now()
                                                                                .plus(
                                                                                        PROOF_HOLDS)))));
    }

    private static String zones(Zone chosen) {
        return ZONES.stream()
                .map(
                        zone ->
                                "<option value=\"%s\"%s>%s</option>"
                                        .formatted(
                                                zone.code(),
                                                zone.equals(chosen) ? " selected" : "",
                                                escaped(zone.name())))
                .collect(Collectors.joining());
    }

    private static String choices() {
        return Purpose.ALL.stream()
                .map(
                        purpose ->
                                """
                                <div class="purpose"><input type="checkbox" id="%1$s" name="%1$s">
                                <label for="%1$s">%2$s</label><span>%3$s</span></div>
                                """
                                        .formatted(
                                                purpose.id(),
                                                escaped(purpose.title()),
                                                escaped(purpose.text())))
                .collect(Collectors.joining());
    }

    private void send(HttpExchange exchange, int status, String type, byte[] content)
            throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type + "; charset=utf-8");
        headers.set("Cache-Control", "no-cache");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Content-Security-Policy", policy());
        var headOnly = exchange.getRequestMethod().equals("HEAD") || content.length == 0;
        exchange.sendResponseHeaders(status, headOnly ? -1 : content.length);
        if (!headOnly) {
            exchange.getResponseBody().write(content);
        }
    }

    /// Strict on purpose: what the tag needs is the two places where the hub stands.
    private String policy() {
        return ("default-src 'none'; script-src 'self' %s; connect-src %s; style-src 'self';"
                        + " img-src 'self'; form-action 'self'; base-uri 'none';"
                        + " frame-ancestors 'none'")
                .formatted(hub, hub);
    }

    private static String type(String path) {
        if (path.endsWith(".css")) {
            return "text/css";
        }
        return path.endsWith(".js") ? "text/javascript" : "image/svg+xml";
    }

    private static String text(String path) throws IOException {
        return new String(resource(path), StandardCharsets.UTF_8);
    }

    private static byte[] resource(String path) throws IOException {
        try (var content = Website.class.getResourceAsStream("/website" + path)) {
            if (content == null) {
                throw new IllegalStateException("Not packaged: the sample website's " + path);
            }
            return content.readAllBytes();
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
