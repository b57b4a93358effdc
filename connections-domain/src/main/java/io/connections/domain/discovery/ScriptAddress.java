package io.connections.domain.discovery;

import java.util.List;
import java.util.stream.IntStream;

/// Where a system's scripts are loaded from: a host with its subdomains, and the first segments of
/// the path.
///
/// @param host lower case, at least two labels
/// @param path begins with `/`; `*` stands for any characters of one segment. Empty: any path
public record ScriptAddress(String host, String path) {
    /// @param text as the list of systems writes it: `static.hotjar.com`,
    ///     `connect.facebook.net/*/fbevents.js`
    public static ScriptAddress of(String text) {
        int slash = text.indexOf('/');
        return slash < 0
                ? new ScriptAddress(text, "")
                : new ScriptAddress(text.substring(0, slash), text.substring(slash));
    }

    public boolean matches(WebAddress address) {
        return isOnHost(address) && begins(address.path());
    }

    /// Whether the address is on the host or on a subdomain of it, whatever its path is.
    public boolean isOnHost(WebAddress address) {
        return address.host().equals(host) || address.host().endsWith("." + host);
    }

    private boolean begins(String written) {
        List<String> wanted = List.of(path.split("/", -1));
        List<String> given = List.of(written.split("/", -1));
        return given.size() >= wanted.size()
                && IntStream.range(0, wanted.size())
                        .allMatch(i -> fits(wanted.get(i), given.get(i)));
    }

    /// The parts between the stars follow one another. The earliest place of each leaves most for
    /// the next, so nothing has to be tried twice.
    private static boolean fits(String wanted, String given) {
        List<String> parts = List.of(wanted.split("\\*", -1));
        if (parts.size() == 1) {
            return given.equals(wanted);
        }
        if (!given.startsWith(parts.getFirst())) {
            return false;
        }
        int at = parts.getFirst().length();
        for (String part : parts.subList(1, parts.size() - 1)) {
            int found = given.indexOf(part, at);
            if (found < 0) {
                return false;
            }
            at = found + part.length();
        }
        return given.length() - parts.getLast().length() >= at && given.endsWith(parts.getLast());
    }
}
