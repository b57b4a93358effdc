package io.connections.domain.channel;

import io.connections.domain.kernel.VisibleText;
import java.util.Locale;
import java.util.Optional;

/// What the text of a rule cannot be, because no page would match it as it was meant; each with
/// what to write instead.
final class RuleText {
    private static final int MAX_SHOWN = 80;

    private RuleText() {}

    record Fault(String code, String message) {
        static Optional<Fault> of(String code, String message) {
            return Optional.of(new Fault(code, message));
        }
    }

    static Optional<Fault> fault(Comparison comparison, String typed) {
        if (VisibleText.showsNothing(typed)) {
            return Fault.of("required", "Give a part of pages' addresses, such as /support/.");
        }
        if (typed.length() > Condition.Text.MAX_LENGTH
                || CanonicalText.of(typed).length() > Condition.Text.MAX_LENGTH) {
            return Fault.of(
                    "too-long",
                    "A rule's text has at most %,d characters, also as addresses write it."
                            .formatted(Condition.Text.MAX_LENGTH));
        }
        return inItsSigns(typed)
                .or(() -> beyondThePath(typed))
                .or(() -> fromTheStart(comparison, typed));
    }

    private static Optional<Fault> inItsSigns(String typed) {
        if (VisibleText.leavesTheLine(typed)) {
            return Fault.of(
                    "control-character", "Take out tabs, ends of lines and other such signs.");
        }
        if (!typed.equals(typed.strip())) {
            return Fault.of(
                    "space",
                    "Take out the spaces before and after it. One that belongs to the address is"
                            + " written %20.");
        }
        return typed.indexOf('\\') < 0
                ? Optional.empty()
                : Fault.of(
                        "backslash",
                        "Browsers make / of \\. Give " + shortened(typed.replace('\\', '/')) + ".");
    }

    /// A whole address was copied, or the end of it that browsers keep to themselves.
    private static Optional<Fault> beyondThePath(String typed) {
        String lower = typed.toLowerCase(Locale.ROOT);
        if (lower.startsWith("https://") || lower.startsWith("http://")) {
            return Fault.of(
                    "whole-address",
                    "Leave out the hostname: the channel says it."
                            + switch (PageAddress.read("", typed)) {
                                case PageAddress.Read.Sound(PageAddress page) ->
                                        " Give %s.".formatted(shortened(page.pathAndQuery()));
                                case PageAddress.Read.Wrong _ -> "";
                            });
        }
        int fragment = typed.indexOf('#');
        if (fragment < 0) {
            return Optional.empty();
        }
        return Fault.of(
                "fragment",
                "What follows # stays in the browser. "
                        + (fragment == 0
                                ? "Give the path of the page instead."
                                : "Give %s.".formatted(shortened(typed.substring(0, fragment)))));
    }

    private static Optional<Fault> fromTheStart(Comparison comparison, String typed) {
        return switch (comparison) {
            case CONTAINS, ENDS_WITH -> Optional.empty();
            case STARTS_WITH ->
                    // What follows makes `/.` a `/.well-known`; `/./` it leaves as it is.
                    slash(typed).or(() -> asBrowsersHaveIt(typed, "x"));
            case IS -> slash(typed).or(() -> asBrowsersHaveIt(typed, ""));
        };
    }

    private static Optional<Fault> slash(String typed) {
        return typed.startsWith("/")
                ? Optional.empty()
                : Fault.of(
                        "no-slash",
                        "A path begins with /. Give %s.".formatted(shortened(path(typed))));
    }

    /// Without the hostname, if that is how it begins.
    private static String path(String typed) {
        int slash = typed.indexOf('/');
        String host = typed.substring(0, Math.max(0, slash));
        return host.indexOf('.') > 0 && Hostname.violation("", host).isEmpty()
                ? typed.substring(slash)
                : "/" + typed;
    }

    private static Optional<Fault> asBrowsersHaveIt(String typed, String more) {
        String text = CanonicalText.of(typed + more);
        return PageAddress.canonical(text).equals(text)
                ? Optional.empty()
                : Fault.of(
                        "not-an-address",
                        "Browsers make something shorter of it. Give %s."
                                .formatted(shortened(PageAddress.canonical(typed))));
    }

    private static String shortened(String text) {
        return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…";
    }
}
