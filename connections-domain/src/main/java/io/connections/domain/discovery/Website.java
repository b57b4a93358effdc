package io.connections.domain.discovery;

import io.connections.domain.kernel.Violation;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// The page of a website that is to be looked at: its address as a person typed it, made sound.
///
/// @param host lower case, in ASCII; a name, never a number
/// @param port `-1`: the scheme's own
/// @param target path and query, as they are sent
public record Website(String scheme, String host, int port, String target) {
    public static final int MAX_LENGTH = 2_000;

    private static final String AS_IN = "Give the website's address, such as www.example.com.";

    /// What a person typed, or where a website sends its visitors on to.
    public sealed interface Read {
        record Sound(Website website) implements Read {}

        record Wrong(Violation violation) implements Read {}
    }

    /// `https` where no scheme is given.
    ///
    /// @param pointer where a violation points
    public static Read read(String typed, String pointer) {
        String text = typed.strip();
        if (text.isEmpty()) {
            return wrong(pointer, "required", AS_IN);
        }
        if (text.length() > MAX_LENGTH) {
            return wrong(
                    pointer,
                    "too-long",
                    "An address has at most %,d characters, not %,d."
                            .formatted(MAX_LENGTH, text.length()));
        }
        Optional<String> given = scheme(text);
        String scheme = given.orElse("https").toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            return wrong(
                    pointer,
                    "scheme-not-allowed",
                    "Only addresses that begin with https:// or http:// can be looked at.");
        }
        String rest = text.substring(given.map(word -> word.length() + 1).orElse(0));
        while (rest.startsWith("/")) {
            rest = rest.substring(1);
        }
        int end = endOfAuthority(rest);
        String authority = rest.substring(0, end);
        if (authority.indexOf('@') >= 0) {
            return wrong(
                    pointer,
                    "user-in-address",
                    "Leave out the user name and password before the @: only what every visitor"
                            + " sees is looked at.");
        }
        if (authority.startsWith("[")) {
            return isNumber(pointer);
        }
        int colon = authority.indexOf(':');
        Optional<String> host =
                WebAddress.host(colon < 0 ? authority : authority.substring(0, colon));
        Optional<Integer> port =
                colon < 0
                        ? Optional.of(-1)
                        : WebAddress.port(authority.substring(colon + 1), scheme);
        if (host.isEmpty() || port.isEmpty()) {
            return wrong(pointer, "not-an-address", "This is no address of a website. " + AS_IN);
        }
        if (looksLikeANumber(host.get())) {
            return isNumber(pointer);
        }
        return new Read.Sound(
                new Website(scheme, host.get(), port.get(), target(rest.substring(end))));
    }

    public URI uri() {
        return URI.create(scheme + "://" + host + (port < 0 ? "" : ":" + port) + target);
    }

    /// The port to connect to.
    public int reachedPort() {
        if (port >= 0) {
            return port;
        }
        return scheme.equals("http") ? 80 : 443;
    }

    /// Without what follows `?`.
    public String shown() {
        return new WebAddress(scheme, host, port, withoutQuery(target)).shown();
    }

    private static String withoutQuery(String target) {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    /// What stands before the first colon, unless that begins a port.
    private static Optional<String> scheme(String text) {
        int colon = text.indexOf(':');
        if (colon < 0 || colon > endOfAuthority(text)) {
            return Optional.empty();
        }
        String before = text.substring(0, colon);
        String behind = text.substring(colon + 1);
        String first = behind.substring(0, endOfAuthority(behind));
        boolean port = !first.isEmpty() && first.chars().allMatch(Character::isDigit);
        boolean user = first.indexOf('@') >= 0 && !behind.startsWith("//");
        return port || user || before.isEmpty() ? Optional.empty() : Optional.of(before);
    }

    private static int endOfAuthority(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("/?#\\".indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return text.length();
    }

    /// As browsers judge: a host whose last label is a number is an address, however it is written.
    private static boolean looksLikeANumber(String host) {
        String last = host.substring(host.lastIndexOf('.') + 1);
        return last.chars().allMatch(Character::isDigit) || last.startsWith("0x");
    }

    /// Path and query with everything percent-encoded that may not stand there.
    private static String target(String written) {
        int fragment = written.indexOf('#');
        String text = fragment < 0 ? written : written.substring(0, fragment);
        if (!text.startsWith("/")) {
            text = "/" + text;
        }
        StringBuilder sound = new StringBuilder();
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            char sign = (char) (each & 0xFF);
            boolean kept =
                    WebAddress.isLetterOrDigit(sign) || "/?!$&'()*+,;=:@-._~%".indexOf(sign) >= 0;
            if (kept) {
                sound.append(sign);
            } else {
                sound.append('%').append("%02X".formatted(each & 0xFF));
            }
        }
        return mended(sound.toString());
    }

    /// A `%` that begins no encoded sign stands for itself.
    private static String mended(String text) {
        StringBuilder sound = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            boolean lone =
                    text.charAt(i) == '%'
                            && (i + 2 >= text.length()
                                    || Character.digit(text.charAt(i + 1), 16) < 0
                                    || Character.digit(text.charAt(i + 2), 16) < 0);
            sound.append(lone ? "%25" : text.charAt(i));
        }
        return sound.toString();
    }

    private static Read isNumber(String pointer) {
        return wrong(
                pointer,
                "address-is-number",
                "Give the website's name, such as www.example.com, not a number.");
    }

    private static Read wrong(String pointer, String code, String message) {
        return new Read.Wrong(new Violation(pointer, code, message));
    }
}
