package io.connections.api.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words of the page's message catalogue, for what the service says in the same words.
public final class PageWords {
    private static final Pattern ENTRY =
            Pattern.compile("(?:'([a-z-]+)'|([A-Za-z_]+)): '([^']*)',");

    private PageWords() {}

    /// @param file such as `audit.ts`
    /// @param group such as `actions`, an object of words
    public static Map<String, String> of(String file, String group) {
        String catalogue = read(Path.of("../frontend/src/lib/messages/en").resolve(file));
        int begin = catalogue.indexOf(" " + group + ": {");
        String words = catalogue.substring(begin, catalogue.indexOf('}', begin));
        Map<String, String> found = new TreeMap<>();
        Matcher entries = ENTRY.matcher(words.strip() + ",");
        while (entries.find()) {
            String quoted = entries.group(1);
            found.put(quoted == null ? entries.group(2) : quoted, entries.group(3));
        }
        return found;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
