package io.connections.adapters.website;

import io.connections.application.discovery.port.WebsiteFailed;
import io.connections.application.discovery.port.WebsiteFailed.Reason;
import io.connections.application.discovery.port.Websites;
import io.connections.domain.discovery.Sighting;
import io.connections.domain.discovery.Sighting.Place;
import io.connections.domain.discovery.WebAddress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Finds the addresses that a page names: where its scripts come from, what its own scripts name,
/// what it announces to load from, and what it has for visitors without scripts.
final class PageReader {
    /// Scripts of other types are data. Consent banners keep tags back as plain text.
    private static final Set<String> EXECUTED =
            Set.of(
                    "",
                    "module",
                    "text/javascript",
                    "application/javascript",
                    "application/x-javascript",
                    "text/ecmascript",
                    "text/plain");

    private final Set<Sighting> found = new LinkedHashSet<>();

    private PageReader() {}

    /// @param charset as the website calls it; empty, or one that nobody knows: the page says it
    /// @param base what relative addresses are relative to
    static List<Sighting> sightings(byte[] page, String charset, String base) throws WebsiteFailed {
        PageReader reader = new PageReader();
        try {
            Document document = Jsoup.parse(new ByteArrayInputStream(page), known(charset), base);
            document.getAllElements().forEach(reader::look);
        } catch (IOException | RuntimeException e) {
            throw new WebsiteFailed(
                    Reason.BROKEN,
                    "What the website answered cannot be read as a page.",
                    "Give the address of another page, such as the home page, or choose the systems"
                            + " by hand.",
                    e);
        }
        return List.copyOf(reader.found);
    }

    private static @Nullable String known(String charset) {
        try {
            return Charset.isSupported(charset) ? charset : null;
        } catch (IllegalCharsetNameException e) {
            return null;
        }
    }

    private void look(Element element) {
        switch (element.normalName()) {
            case "script" -> script(element);
            case "link" -> {
                String rel = element.attr("rel").toLowerCase(Locale.ROOT);
                if (rel.contains("preconnect") || rel.contains("dns-prefetch")) {
                    see(Place.CONNECTION_HINT, element.absUrl("href"));
                }
            }
            case "noscript" -> noscript(element);
            default -> {}
        }
    }

    private void script(Element script) {
        if (script.hasAttr("src")) {
            see(Place.SCRIPT, script.absUrl("src"));
        } else if (EXECUTED.contains(script.attr("type").strip().toLowerCase(Locale.ROOT))) {
            InlineAddresses.in(script.data())
                    .forEach(address -> keep(new Sighting(Place.INLINE_SCRIPT, address)));
        }
    }

    /// Within the head the parser leaves as text what would be no part of a head.
    private void noscript(Element noscript) {
        seeForNoScripts(noscript);
        String text = noscript.wholeText();
        if (text.indexOf('<') >= 0) {
            seeForNoScripts(Jsoup.parseBodyFragment(text, noscript.baseUri()).body());
        }
    }

    private void seeForNoScripts(Element within) {
        within.select("img[src]").forEach(image -> see(Place.NOSCRIPT_IMAGE, image.absUrl("src")));
        within.select("iframe[src]")
                .forEach(frame -> see(Place.NOSCRIPT_FRAME, frame.absUrl("src")));
    }

    private void see(Place place, String address) {
        WebAddress.of(address).ifPresent(read -> keep(new Sighting(place, read)));
    }

    private void keep(Sighting sighting) {
        if (found.size() < Websites.MAX_SIGHTINGS) {
            found.add(sighting);
        }
    }
}
