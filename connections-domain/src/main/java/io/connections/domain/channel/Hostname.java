package io.connections.domain.channel;

import io.connections.domain.kernel.Violation;
import io.connections.domain.kernel.VisibleText;
import java.net.IDN;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The name of a website's host as browsers send it: lower case, umlauts and the like in Punycode,
/// no dot at the end. All writings of one host are one.
public record Hostname(String value) {
    public static final int MAX_LENGTH = 253;
    private static final int MAX_LABEL = 63;

    /// Some writings become shorter on their way to ASCII, none by this much.
    private static final int MAX_TYPED = 1_000;

    private static final int MAX_SHOWN = 40;
    private static final String SIGNS = "abcdefghijklmnopqrstuvwxyz0123456789-_";

    /// Java reads these as people did in 2003: `ß` as `ss`, joiners as nothing. For browsers they
    /// make hosts of their own.
    private static final String READ_DIFFERENTLY = "ß\u1E9Eς\u200C\u200D";

    private static final Fault TOO_LONG =
            new Fault(
                    "too-long",
                    "A hostname has at most %d characters, %d between two dots."
                            .formatted(MAX_LENGTH, MAX_LABEL));
    private static final Fault NOT_ONE =
            new Fault(
                    "not-a-hostname",
                    "This is no hostname. One has letters, digits, hyphens and dots, such as"
                            + " www.example.com; rare letters can be given as a browser's address"
                            + " copies them, beginning with xn--.");

    public Hostname {
        if (!isCanonical(value)) {
            throw new IllegalArgumentException("no hostname: '%s'".formatted(shortened(value)));
        }
    }

    /// @param typed by a person, free of [#violation]
    public static Hostname of(String typed) {
        return new Hostname(ascii(typed).orElse(typed));
    }

    /// What keeps the text from being a hostname.
    public static Optional<Violation> violation(String pointer, String typed) {
        return fault(typed).map(fault -> new Violation(pointer, fault.code(), fault.message()));
    }

    private record Fault(String code, String message) {
        static Optional<Fault> of(String code, String message) {
            return Optional.of(new Fault(code, message));
        }
    }

    private static Optional<Fault> fault(String typed) {
        if (VisibleText.showsNothing(typed)) {
            return Fault.of("required", "Give a hostname, such as www.example.com.");
        }
        if (typed.length() > MAX_TYPED) {
            return Optional.of(TOO_LONG);
        }
        return beyondTheHost(typed).or(() -> inItsSigns(typed)).or(() -> inItsLabels(typed));
    }

    /// Where a whole address was typed, or more of it than the host.
    private static Optional<Fault> beyondTheHost(String typed) {
        int scheme = endOfScheme(typed);
        if (scheme > 0) {
            return Fault.of("scheme", "Leave out %s.".formatted(typed.substring(0, scheme)));
        }
        int rest = firstOf("/\\?#", typed);
        if (rest >= 0) {
            return Fault.of(
                    "path",
                    "Leave out %s: the scope of a connection chooses among the pages of a channel."
                            .formatted(shortened(typed.substring(rest))));
        }
        if (typed.indexOf('@') >= 0) {
            return Fault.of("user-info", "Leave out the @ and what stands before it.");
        }
        int port = typed.startsWith("[") ? -1 : typed.indexOf(':');
        if (port >= 0) {
            return Fault.of(
                    "port",
                    "Leave out %s: a hostname counts whatever the port."
                            .formatted(shortened(typed.substring(port))));
        }
        return Optional.empty();
    }

    /// Behind `https://` or `https:`; 0 where there is no scheme.
    private static int endOfScheme(String typed) {
        int colon = typed.indexOf(':');
        if (colon >= 0 && typed.startsWith("//", colon + 1)) {
            return colon + 3;
        }
        String before = typed.substring(0, Math.max(0, colon)).toLowerCase(Locale.ROOT);
        return before.equals("http") || before.equals("https") ? colon + 1 : 0;
    }

    private static Optional<Fault> inItsSigns(String typed) {
        if (VisibleText.leavesTheLine(typed)) {
            return Fault.of(
                    "control-character", "Take out tabs, ends of lines and other such signs.");
        }
        if (typed.codePoints().anyMatch(VisibleText::isSpace)) {
            return Fault.of("space", "Take out the spaces.");
        }
        if (typed.indexOf('*') >= 0) {
            return Fault.of(
                    "wildcard",
                    "A hostname stands for itself alone. Give each one in place of the *.");
        }
        if (firstOf(READ_DIFFERENTLY, typed) >= 0) {
            return Fault.of(
                    "read-differently",
                    "Not every program reads ß, ς and joiners in a hostname alike. Give it as a"
                            + " browser's address copies it, beginning with xn--.");
        }
        return Optional.empty();
    }

    private static Optional<Fault> inItsLabels(String typed) {
        String host = ascii(typed).orElse(typed);
        if (host.length() > MAX_LENGTH
                || labels(host).stream().anyMatch(label -> label.length() > MAX_LABEL)) {
            return Optional.of(TOO_LONG);
        }
        return isCanonical(host) ? Optional.empty() : Optional.of(NOT_ONE);
    }

    /// Empty where it is too far from a hostname to be brought into ASCII.
    private static Optional<String> ascii(String typed) {
        if (typed.length() > MAX_TYPED) {
            return Optional.empty();
        }
        try {
            String ascii = IDN.toASCII(typed).toLowerCase(Locale.ROOT);
            return Optional.of(
                    ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static boolean isCanonical(String host) {
        List<String> labels = labels(host);
        return host.length() <= MAX_LENGTH
                && labels.stream().allMatch(Hostname::isLabel)
                && (!isNumber(labels.getLast()) || isAddress(labels));
    }

    private static List<String> labels(String host) {
        return Arrays.asList(host.split("\\.", -1));
    }

    private static boolean isLabel(String label) {
        return !label.isEmpty()
                && label.length() <= MAX_LABEL
                && !label.startsWith("-")
                && !label.endsWith("-")
                && label.chars().allMatch(c -> SIGNS.indexOf(c) >= 0);
    }

    /// A host that ends in a number is an address for browsers, however it is written; only one
    /// writing of it ever reaches us.
    private static boolean isNumber(String label) {
        return label.startsWith("0x") || label.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean isAddress(List<String> labels) {
        return labels.size() == 4 && labels.stream().allMatch(Hostname::isOctet);
    }

    private static boolean isOctet(String label) {
        return label.length() <= 3
                && label.chars().allMatch(c -> c >= '0' && c <= '9')
                && Integer.toString(Integer.parseInt(label)).equals(label)
                && Integer.parseInt(label) <= 255;
    }

    private static int firstOf(String signs, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (signs.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private static String shortened(String text) {
        return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…";
    }
}
