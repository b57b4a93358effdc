package io.connections.local;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A mailbox for everybody: takes every mail over SMTP, sends none on, and shows them on a
/// page. It forgets them when it stops.
final class Mailbox {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
                    .withLocale(Locale.UK)
                    .withZone(ZoneId.systemDefault());

    private final GreenMail mail;
    private final String page;

    private Mailbox(GreenMail mail, String page) {
        this.mail = mail;
        this.page = page;
    }

    static void start(int smtpPort, int pagePort) throws IOException {
        var mail = new GreenMail(new ServerSetup(smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        var mailbox = new Mailbox(mail, resource());
        var server =
                HttpServer.create(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), pagePort), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", mailbox::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            if (path.equals("/")) {
                send(exchange, 200, list());
            } else {
                var found = number(path, "/mail/").flatMap(this::message);
                var body = number(path, "/content/").flatMap(this::message);
                if (found.isPresent()) {
                    send(exchange, 200, one(found.get(), path.substring("/mail/".length())));
                } else if (body.isPresent()) {
                    exchange.getResponseHeaders()
                            .set(
                                    "Content-Security-Policy",
                                    "default-src 'none'; style-src 'unsafe-inline'");
                    send(exchange, 200, content(body.get()));
                } else {
                    send(exchange, 404, page("Not found", "<p>There is no such mail.</p>"));
                }
            }
        } catch (MessagingException e) {
            throw new IOException(e);
        }
    }

    private static void send(HttpExchange exchange, int status, String html) throws IOException {
        var bytes = html.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static Optional<Integer> number(String path, String prefix) {
        return path.matches(prefix + "\\d{1,6}")
                ? Optional.of(Integer.valueOf(path.substring(prefix.length())))
                : Optional.empty();
    }

    private List<MimeMessage> messages() {
        return Arrays.asList(mail.getReceivedMessages());
    }

    private Optional<MimeMessage> message(int number) {
        var all = messages();
        return number < all.size() ? Optional.of(all.get(number)) : Optional.empty();
    }

    private String list() throws MessagingException {
        var all = messages();
        if (all.isEmpty()) {
            return page(
                    "Mailbox", "<p class=\"empty\">No mail yet. Whatever is sent lands here.</p>");
        }
        var rows = new StringBuilder("<ol class=\"mails\">");
        for (var number = all.size() - 1; number >= 0; number--) {
            var message = all.get(number);
            rows.append(
                    "<li><a href=\"/mail/%d\"><b>%s</b><span>%s</span><time>%s</time></a></li>"
                            .formatted(
                                    number, subject(message), recipients(message), when(message)));
        }
        return page("Mailbox", rows.append("</ol>").toString());
    }

    private String one(MimeMessage message, String number) throws MessagingException {
        return page(
                subject(message),
                """
                <p><a href="/">← All mail</a></p>
                <dl><dt>From</dt><dd>%s</dd><dt>To</dt><dd>%s</dd><dt>When</dt><dd>%s</dd></dl>
                <iframe title="Content" sandbox src="/content/%s"></iframe>
                """
                        .formatted(
                                addresses(Optional.ofNullable(message.getFrom())),
                                recipients(message),
                                when(message),
                                number));
    }

    private static String content(MimeMessage message) throws MessagingException, IOException {
        var html = part(message, "text/html");
        if (html.isPresent()) {
            return html.get();
        }
        return "<!doctype html><pre style=\"font:15px/1.5 system-ui;white-space:pre-wrap\">"
                + escaped(part(message, "text/plain").orElse("(no text)"))
                + "</pre>";
    }

    private static Optional<String> part(Part part, String type)
            throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return Optional.of(part.getContent().toString());
        }
        if (part.getContent() instanceof Multipart parts) {
            for (var index = 0; index < parts.getCount(); index++) {
                var found = part(parts.getBodyPart(index), type);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static String subject(MimeMessage message) throws MessagingException {
        return escaped(Optional.ofNullable(message.getSubject()).orElse("(no subject)"));
    }

    private static String recipients(MimeMessage message) throws MessagingException {
        return addresses(Optional.ofNullable(message.getAllRecipients()));
    }

    private static String addresses(Optional<jakarta.mail.Address[]> addresses) {
        return escaped(
                addresses.stream()
                        .flatMap(Stream::of)
                        .map(Object::toString)
                        .collect(Collectors.joining(", ")));
    }

    private static String when(MimeMessage message) throws MessagingException {
        return Optional.ofNullable(message.getSentDate())
                .map(Date::toInstant)
                .map((Instant at) -> escaped(WHEN.format(at)))
                .orElse("");
    }

    private String page(String title, String content) {
        return page.replace("@title@", title).replace("@content@", content);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String resource() throws IOException {
        try (var page = Mailbox.class.getResourceAsStream("/mailbox/page.html")) {
            if (page == null) {
                throw new IllegalStateException("The mailbox's page was not packaged.");
            }
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
