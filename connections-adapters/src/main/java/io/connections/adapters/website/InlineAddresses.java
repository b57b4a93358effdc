package io.connections.adapters.website;

import io.connections.domain.discovery.WebAddress;
import java.util.ArrayList;
import java.util.List;

/// The addresses that the text of a script names between quotes, also those that leave out the
/// scheme: many tags put it before the host later. What a script puts together otherwise is not
/// found, as nothing is executed.
final class InlineAddresses {
    private static final String QUOTES = "\"'`";
    private static final String ENDS = QUOTES + "<> \t\r\n\\$";

    private InlineAddresses() {}

    static List<WebAddress> in(String script) {
        // As JSON writes it.
        String text = script.replace("\\/", "/");
        List<WebAddress> found = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            if (QUOTES.indexOf(text.charAt(at)) < 0) {
                at++;
                continue;
            }
            int end = at + 1;
            while (end < text.length() && ENDS.indexOf(text.charAt(end)) < 0) {
                end++;
            }
            address(text.substring(at + 1, end), found);
            at = end;
            if (at < text.length() && QUOTES.indexOf(text.charAt(at)) < 0) {
                at++;
            }
        }
        return found;
    }

    private static void address(String quoted, List<WebAddress> found) {
        if (quoted.startsWith("//")
                || quoted.startsWith("https://")
                || quoted.startsWith("http://")) {
            WebAddress.of(quoted).ifPresent(found::add);
        } else if (beginsWithAHost(quoted)) {
            WebAddress.of("//" + quoted).ifPresent(found::add);
        }
    }

    /// `cdn.example.com/tag.js`, but neither `text/html` nor `../app.js`.
    private static boolean beginsWithAHost(String quoted) {
        int slash = quoted.indexOf('/');
        int dot = quoted.indexOf('.');
        return dot > 0 && slash > dot + 1 && quoted.charAt(dot + 1) != '.';
    }
}
