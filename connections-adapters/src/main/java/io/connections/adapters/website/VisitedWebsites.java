package io.connections.adapters.website;

import io.connections.adapters.connector.network.OutgoingAddressGuard;
import io.connections.application.connection.port.ConnectorFailed;
import io.connections.application.discovery.port.WebsiteFailed;
import io.connections.application.discovery.port.WebsiteFailed.Reason;
import io.connections.application.discovery.port.Websites;
import io.connections.domain.discovery.Website;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/// Visits a website over HTTP. Every request, also the one after a redirect, goes to an address
/// that the outgoing guard has judged, and to no other: the name is not looked up a second time.
@Singleton
final class VisitedWebsites implements Websites {
    private final Addresses addresses;
    private final PinnedHttp http;
    private final Duration limit;

    /// Learns the address of a host, or why it may not be visited.
    interface Addresses {
        InetAddress resolve(String host) throws ConnectorFailed;
    }

    @Inject
    VisitedWebsites(Vertx vertx, OutgoingAddressGuard guard) {
        this(vertx, guard::resolve, new HttpClientOptions(), LIMIT);
    }

    VisitedWebsites(Vertx vertx, Addresses addresses, HttpClientOptions options, Duration limit) {
        this.addresses = addresses;
        this.http = new PinnedHttp(vertx, options);
        this.limit = limit;
    }

    @Override
    public Page look(Website website) throws WebsiteFailed {
        Deadline deadline = new Deadline(limit);
        Website at = website;
        for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
            Answer answer = http.get(at, address(at), deadline);
            if (answer.location().isEmpty()) {
                return page(at, answer);
            }
            at = next(at, answer.location().get());
        }
        throw new WebsiteFailed(
                Reason.TOO_MANY_REDIRECTS,
                "The website sends visitors on more than %d times.".formatted(MAX_REDIRECTS),
                "Open it in a browser and give the address where one ends up, or choose the systems"
                        + " by hand.");
    }

    @PreDestroy
    void close() {
        http.close();
    }

    private InetAddress address(Website website) throws WebsiteFailed {
        try {
            return addresses.resolve(website.host());
        } catch (ConnectorFailed e) {
            Reason reason =
                    e.reason() == ConnectorFailed.Reason.ADDRESS_NOT_ALLOWED
                            ? Reason.ADDRESS_NOT_ALLOWED
                            : Reason.HOST_NOT_FOUND;
            throw new WebsiteFailed(reason, String.valueOf(e.getMessage()), e.remedy(), e);
        }
    }

    private static Website next(Website from, String location) throws WebsiteFailed {
        String absolute;
        try {
            absolute = from.uri().resolve(URI.create(location.strip())).toString();
        } catch (IllegalArgumentException _) {
            // Not every server encodes what it should: what is absolute is read all the same.
            absolute = location;
        }
        return switch (Website.read(absolute, "")) {
            case Website.Read.Sound(var website) -> website;
            case Website.Read.Wrong(var violation) ->
                    throw new WebsiteFailed(
                            Reason.REDIRECT_NOT_ALLOWED,
                            "%s sends visitors on to an address that is not looked at. %s"
                                    .formatted(from.host(), violation.message()),
                            "Give the address of another page, or choose the systems by hand.");
        };
    }

    private static Page page(Website at, Answer answer) throws WebsiteFailed {
        if (answer.status() / 100 != 2) {
            throw new WebsiteFailed(
                    Reason.REFUSED,
                    "%s answered with the error %d.".formatted(at.shown(), answer.status()),
                    "Check the address; some websites refuse everybody but browsers, then choose the"
                            + " systems by hand.");
        }
        String type = answer.type().toLowerCase(Locale.ROOT);
        if (!type.isEmpty()
                && !type.startsWith("text/html")
                && !type.startsWith("application/xhtml+xml")) {
            throw new WebsiteFailed(
                    Reason.NOT_A_PAGE,
                    "%s is no page, but %s.".formatted(at.shown(), kind(type)),
                    "Give the address of a page that visitors see, such as the home page.");
        }
        return new Page(
                at.shown(),
                PageReader.sightings(unpacked(answer), charset(type), at.uri().toString()));
    }

    private static String kind(String type) {
        int end = type.indexOf(';');
        String kind = (end < 0 ? type : type.substring(0, end)).strip();
        return kind.length() <= 60 ? kind : "something else";
    }

    private static String charset(String type) {
        int at = type.indexOf("charset=");
        if (at < 0) {
            return "";
        }
        String rest = type.substring(at + "charset=".length());
        int end = rest.indexOf(';');
        return (end < 0 ? rest : rest.substring(0, end)).replace("\"", "").strip();
    }

    private static byte[] unpacked(Answer answer) throws WebsiteFailed {
        return switch (answer.packed().strip().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> answer.body().getBytes();
            case "gzip", "x-gzip" -> gunzipped(answer.body().getBytes());
            default ->
                    throw broken(
                            "It packed its answer in a way that was not asked for.",
                            new IOException(answer.packed()));
        };
    }

    private static byte[] gunzipped(byte[] body) throws WebsiteFailed {
        byte[] page;
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            page = in.readNBytes(MAX_BYTES + 1);
        } catch (IOException e) {
            throw broken("What it answered cannot be unpacked.", e);
        }
        if (page.length > MAX_BYTES) {
            throw PinnedHttp.tooLarge();
        }
        return page;
    }

    private static WebsiteFailed broken(String what, IOException cause) {
        return new WebsiteFailed(
                Reason.BROKEN,
                "The website's answer is broken. " + what,
                "Try again, give the address of another page, or choose the systems by hand.",
                cause);
    }
}
