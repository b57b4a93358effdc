package io.connections.api.access;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/// Where the browser goes after signing in: a path of this very service, or home. Anything that a
/// browser could read as another host is home.
final class ReturnTo {
    private static final String HOME = "/";

    private ReturnTo() {}

    static String safe(@Nullable String wanted) {
        if (wanted == null || !wanted.startsWith("/") || wanted.startsWith("//")) {
            return HOME;
        }
        // Browsers read a backslash as a slash and skip control characters.
        if (wanted.chars().anyMatch(c -> c == '\\' || c < 0x20 || c == 0x7f)) {
            return HOME;
        }
        try {
            URI uri = new URI(wanted);
            boolean inside = !uri.isAbsolute() && uri.getRawAuthority() == null;
            boolean loop = uri.getPath().startsWith("/session/");
            return inside && !loop ? wanted : HOME;
        } catch (URISyntaxException e) {
            return HOME;
        }
    }
}
