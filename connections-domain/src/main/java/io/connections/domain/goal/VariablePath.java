package io.connections.domain.goal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where a variable of a page lies, beginning at its window: `shop.customer.city`, `items[0].sku`,
/// and `dataLayer[].user.city` for the latest entry of a list that has it. Only names and numbers:
/// nothing of it is ever run.
///
/// @param text as people write it
public record VariablePath(String text) {
    public static final int MAX_LENGTH = 200;
    public static final int MAX_PARTS = 20;

    public VariablePath {
        fault(text)
                .ifPresent(
                        fault -> {
                            throw new IllegalArgumentException(fault);
                        });
    }

    /// What is wrong with it, in words; empty for a path.
    public static Optional<String> fault(String text) {
        if (text.isEmpty()) {
            return Optional.of("Name the page's variable, such as shop.customer.city.");
        }
        if (text.length() > MAX_LENGTH) {
            return Optional.of("A variable has at most %d characters.".formatted(MAX_LENGTH));
        }
        List<String> names = new ArrayList<>();
        int at = 0;
        int parts = 0;
        while (at < text.length()) {
            int end;
            if (text.charAt(at) == '[' && at > 0) {
                end = afterIndex(text, at);
            } else {
                int from = at == 0 ? 0 : text.charAt(at) == '.' ? at + 1 : -1;
                end = from < 0 ? -1 : afterName(text, from);
                if (end > 0) {
                    names.add(text.substring(from, end));
                }
            }
            if (end < 0) {
                return Optional.of(
                        "\"%s\" names no variable of a page: after \"%s\" comes no name. Write names with dots between them, such as shop.customer.city, items[0].sku, or dataLayer[].user.city for the latest entry."
                                .formatted(text, text.substring(0, at)));
            }
            at = end;
            parts++;
        }
        if (parts > MAX_PARTS) {
            return Optional.of("A variable has at most %d parts.".formatted(MAX_PARTS));
        }
        return names.stream()
                .filter(VariablePath::isOfTheLanguage)
                .findFirst()
                .map(
                        "\"%s\" belongs to the language itself, and is no variable of a page."
                                ::formatted);
    }

    /// Whether it names one place that can be written, and not whichever of many is the latest.
    public boolean isOnePlace() {
        return !text.contains("[]");
    }

    private static int afterName(String text, int from) {
        int end = from;
        while (end < text.length() && isOfName(text.charAt(end), end == from)) {
            end++;
        }
        return end == from ? -1 : end;
    }

    private static boolean isOfName(char c, boolean first) {
        return c == '_' || c == '$' || Character.isLetter(c) || (!first && isDigit(c));
    }

    /// Behind `[]` or `[12]`.
    private static int afterIndex(String text, int open) {
        int end = open + 1;
        while (end < text.length() && isDigit(text.charAt(end)) && end - open <= 4) {
            end++;
        }
        return end < text.length() && text.charAt(end) == ']' ? end + 1 : -1;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isOfTheLanguage(String name) {
        return name.equals("__proto__") || name.equals("prototype") || name.equals("constructor");
    }
}
