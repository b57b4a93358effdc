package io.connections.application.run.request.port;

import io.connections.domain.goal.FileFormat;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.StringTokenizer;

/// Knows UTF-8, one kind of package, and names that hold no separator.
public final class InMemoryFileBeginnings implements FileBeginnings {
    @Override
    public Content content(byte[] beginning) {
        String text = text(beginning);
        if (text.startsWith("PK\u0003\u0004")) {
            return new Content.Packed();
        }
        return text.indexOf(0) >= 0 ? new Content.NotText() : new Content.Text(text);
    }

    @Override
    public List<String> columns(byte[] beginning, FileFormat.Csv format) {
        String first = text(beginning).replace("\"", "").lines().findFirst().orElse("");
        StringTokenizer cells = new StringTokenizer(first, String.valueOf(format.separator()));
        List<String> names =
                cells.hasMoreTokens()
                        ? Collections.list(cells).stream().map(String::valueOf).toList()
                        : List.of();
        return new HashSet<>(names).size() == names.size() ? names : List.of();
    }

    private static String text(byte[] beginning) {
        return new String(beginning, StandardCharsets.UTF_8).replace("\uFEFF", "");
    }
}
