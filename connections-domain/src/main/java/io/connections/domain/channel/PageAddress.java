package io.connections.domain.channel;

import io.connections.domain.kernel.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Where a page is, read as a browser reads an address: dot segments are gone, also percent-encoded
/// ones; an encoded slash is none; what follows `#` never leaves the browser and is no part of it.
/// Neither are scheme, port and user.
///
/// @param pathAndQuery canonical: one writing for all that mean the same, beginning with `/`
public record PageAddress(Hostname host, String pathAndQuery) {
    public static final int MAX_LENGTH = 65_536;

    private static final int MAX_PORT = 65_535;

    public PageAddress {
        if (!pathAndQuery.equals(canonical(pathAndQuery))) {
            throw new IllegalArgumentException("not canonical: '%s'".formatted(pathAndQuery));
        }
    }

    /// What a text was read as.
    public sealed interface Read {
        record Sound(PageAddress page) implements Read {}

        record Wrong(Violation violation) implements Read {}
    }

    /// @param pointer where a violation points
    public static Read read(String pointer, String typed) {
        if (typed.length() > MAX_LENGTH) {
            return wrong(
                    pointer,
                    "too-long",
                    "An address has at most %,d characters.".formatted(MAX_LENGTH));
        }
        String text = withoutEndsOfLine(trimmed(typed));
        int scheme = text.indexOf(':') + 1;
        String word = text.substring(0, scheme).toLowerCase(Locale.ROOT);
        if (!word.equals("https:") && !word.equals("http:")) {
            return wrong(
                    pointer,
                    text.isEmpty() ? "required" : "scheme",
                    "Give the whole address of a page, such as https://www.example.com/support/.");
        }
        int start = scheme;
        while (start < text.length() && isSlash(text.charAt(start))) {
            start++;
        }
        int end = start;
        while (end < text.length() && "/\\?#".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return read(pointer, text.substring(start, end), text.substring(end));
    }

    private static Read read(String pointer, String authority, String rest) {
        String place = authority.substring(authority.lastIndexOf('@') + 1);
        int colon = place.indexOf(':', place.lastIndexOf(']') + 1);
        String host = colon < 0 ? place : place.substring(0, colon);
        Optional<Violation> fault = Hostname.violation(pointer, host);
        if (fault.isPresent()) {
            return wrong(pointer, "hostname", fault.get().message());
        }
        if (colon >= 0 && !isPort(place.substring(colon + 1))) {
            return wrong(pointer, "port", "A port is a number up to 65535.");
        }
        int fragment = rest.indexOf('#');
        return new Read.Sound(
                new PageAddress(
                        Hostname.of(host),
                        canonical(fragment < 0 ? rest : rest.substring(0, fragment))));
    }

    private static Read wrong(String pointer, String code, String message) {
        return new Read.Wrong(new Violation(pointer, code, message));
    }

    /// The same without its query or, where that is still too long, of the site's first page.
    public PageAddress shortened(int most) {
        int mark = pathAndQuery.indexOf('?');
        String path = mark < 0 ? pathAndQuery : pathAndQuery.substring(0, mark);
        return new PageAddress(host, path.length() <= most ? path : "/");
    }

    static String canonical(String pathAndQuery) {
        int mark = pathAndQuery.indexOf('?');
        String path = mark < 0 ? pathAndQuery : pathAndQuery.substring(0, mark);
        String query = mark < 0 ? "" : pathAndQuery.substring(mark + 1);
        return withoutDotSegments(CanonicalText.of(path.replace('\\', '/')))
                + (query.isEmpty() ? "" : "?" + CanonicalText.of(query));
    }

    private static String withoutDotSegments(String path) {
        List<String> kept = new ArrayList<>();
        String[] segments = (path.startsWith("/") ? path.substring(1) : path).split("/", -1);
        for (String segment : segments) {
            switch (segment) {
                case "." -> {}
                case ".." -> {
                    if (!kept.isEmpty()) {
                        kept.removeLast();
                    }
                }
                default -> kept.add(segment);
            }
        }
        String last = segments[segments.length - 1];
        if (last.equals(".") || last.equals("..")) {
            kept.add("");
        }
        return "/" + String.join("/", kept);
    }

    /// As browsers do: neither is a part of any address.
    private static String withoutEndsOfLine(String text) {
        return text.replace("\t", "").replace("\n", "").replace("\r", "");
    }

    private static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && text.charAt(from) <= ' ') {
            from++;
        }
        while (to > from && text.charAt(to - 1) <= ' ') {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isSlash(char sign) {
        return sign == '/' || sign == '\\';
    }

    private static boolean isPort(String text) {
        int port = 0;
        for (int i = 0; i < text.length() && port <= MAX_PORT; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return false;
            }
            port = port * 10 + digit;
        }
        return port <= MAX_PORT;
    }
}
