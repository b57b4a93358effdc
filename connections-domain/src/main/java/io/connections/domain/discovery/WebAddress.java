package io.connections.domain.discovery;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;

/// An address as a website's page writes it, read as a browser reads it. What follows `?` or `#` is
/// cut off: it may hold ids of visitors.
///
/// @param scheme `http` or `https`
/// @param host lower case, in ASCII
/// @param port `-1`: the scheme's own
/// @param path begins with `/`
public record WebAddress(String scheme, String host, int port, String path) {
    private static final int MAX_LENGTH = 2_000;
    private static final int MAX_SHOWN_PATH = 200;

    /// Empty where it is no address of the web: another scheme, no host, or not an address at all.
    public static Optional<WebAddress> of(String text) {
        String plain = withoutQuery(text.strip()).replace('\\', '/');
        if (plain.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        int slashes = plain.indexOf("//");
        String scheme =
                switch (plain.substring(0, Math.max(0, slashes)).toLowerCase(Locale.ROOT)) {
                    case "", "https:" -> "https";
                    case "http:" -> "http";
                    default -> "";
                };
        if (slashes < 0 || scheme.isEmpty()) {
            return Optional.empty();
        }
        String rest = plain.substring(slashes + 2);
        int slash = rest.indexOf('/');
        String authority = slash < 0 ? rest : rest.substring(0, slash);
        String path = slash < 0 ? "/" : rest.substring(slash);
        String place = authority.substring(authority.lastIndexOf('@') + 1);
        int colon = place.indexOf(':');
        Optional<String> host = host(colon < 0 ? place : place.substring(0, colon));
        Optional<Integer> port =
                colon < 0 ? Optional.of(-1) : port(place.substring(colon + 1), scheme);
        if (host.isEmpty() || port.isEmpty() || path.chars().anyMatch(each -> each < ' ')) {
            return Optional.empty();
        }
        return Optional.of(new WebAddress(scheme, host.get(), port.get(), path));
    }

    /// As evidence shows it: a path longer than anybody reads is cut.
    public String shown() {
        return scheme
                + "://"
                + host
                + (port < 0 ? "" : ":" + port)
                + (path.length() > MAX_SHOWN_PATH ? path.substring(0, MAX_SHOWN_PATH) + "…" : path);
    }

    /// A host in ASCII and lower case; empty where it is none.
    static Optional<String> host(String written) {
        String host = written.endsWith(".") ? written.substring(0, written.length() - 1) : written;
        if (host.isEmpty()) {
            return Optional.empty();
        }
        String ascii;
        try {
            ascii = IDN.toASCII(host).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        boolean sound =
                !ascii.isEmpty()
                        && ascii.length() <= 253
                        && !ascii.startsWith(".")
                        && !ascii.contains("..")
                        && ascii.chars()
                                .allMatch(
                                        each -> isLetterOrDigit(each) || "-_.".indexOf(each) >= 0);
        return sound ? Optional.of(ascii) : Optional.empty();
    }

    /// Of ASCII.
    static boolean isLetterOrDigit(int sign) {
        return "abcdefghijklmnopqrstuvwxyz0123456789".indexOf(Character.toLowerCase(sign)) >= 0
                && sign < 128;
    }

    /// Empty where it is none; `-1` where it is the scheme's own anyway.
    static Optional<Integer> port(String written, String scheme) {
        if (written.isEmpty()) {
            return Optional.of(-1);
        }
        if (written.length() > 5 || !written.chars().allMatch(each -> each >= '0' && each <= '9')) {
            return Optional.empty();
        }
        int port = Integer.parseInt(written);
        if (port == (scheme.equals("http") ? 80 : 443)) {
            return Optional.of(-1);
        }
        return port >= 1 && port <= 65_535 ? Optional.of(port) : Optional.empty();
    }

    private static String withoutQuery(String text) {
        int end = text.length();
        for (char mark : new char[] {'?', '#'}) {
            int at = text.indexOf(mark);
            end = at < 0 ? end : Math.min(end, at);
        }
        return text.substring(0, end);
    }
}
