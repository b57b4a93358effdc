package io.connections.adapters.text;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.values.CelByteString;
import dev.cel.extensions.CelStringExtensions.Function;
import dev.cel.runtime.CelEvaluationListener;
import dev.cel.runtime.CelFunctionBinding;
import io.connections.domain.goal.StepLimits;
import io.connections.domain.goal.StepLimits.Exceeded;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Keeps every part of a formula within [StepLimits], not only its result: `x + x` within
/// `x + x` within … doubles a text as often as it is written. Most functions make at most twice
/// what they are given and are looked at behind them; `replace` and `join` could fill the memory in
/// one go and look for themselves.
final class CelBounds {
    static final CelEvaluationListener LISTENER = CelBounds::check;

    private CelBounds() {}

    static Set<Function> othersThanOurs() {
        return EnumSet.complementOf(EnumSet.of(Function.REPLACE, Function.JOIN));
    }

    static List<CelFunctionBinding> functions() {
        return List.of(
                CelFunctionBinding.from(
                        "string_replace_string_string",
                        List.of(String.class, String.class, String.class),
                        given -> replace(text(given, 0), text(given, 1), text(given, 2), -1)),
                CelFunctionBinding.from(
                        "string_replace_string_string_int",
                        List.of(String.class, String.class, String.class, Long.class),
                        given ->
                                replace(
                                        text(given, 0),
                                        text(given, 1),
                                        text(given, 2),
                                        (Long) given[3])),
                CelFunctionBinding.from("list_join", List.class, list -> join(list, "")),
                CelFunctionBinding.from(
                        "list_join_string",
                        List.class,
                        String.class,
                        (list, separator) -> join(list, separator)));
    }

    private static String text(Object[] given, int at) {
        return (String) given[at];
    }

    /// @param most how often at most; negative for everywhere
    private static String replace(String text, String old, String by, long most) {
        StringBuilder result = new StringBuilder();
        int copied = 0;
        int at = text.indexOf(old);
        for (long times = 0; at >= 0 && times != most; times++) {
            StepLimits.append(result, text, copied, at);
            StepLimits.append(result, by, 0, by.length());
            copied = at + old.length();
            int next = old.isEmpty() ? at + 1 : copied;
            at = next > text.length() ? -1 : text.indexOf(old, next);
        }
        StepLimits.append(result, text, copied, text.length());
        return result.toString();
    }

    private static String join(List<?> texts, String separator) {
        StringBuilder result = new StringBuilder();
        for (int i = 0; i < texts.size(); i++) {
            String each = String.valueOf(texts.get(i));
            if (i > 0) {
                StepLimits.append(result, separator, 0, separator.length());
            }
            StepLimits.append(result, each, 0, each.length());
        }
        return result.toString();
    }

    private static void check(CelExpr part, Object result) {
        // What variables hold came with the record, or was looked at when it was made.
        if (part.getKind() != CelExpr.ExprKind.Kind.IDENT) {
            new Weight().add(result);
        }
    }

    /// Counts what a value holds however deep, and gives up beyond the limits: lists that share
    /// their elements can be small to keep and endless to walk through.
    private static final class Weight {
        private int values;
        private int text;

        void add(Object value) {
            if (++values > StepLimits.VALUES + 1) {
                throw new Exceeded();
            }
            switch (value) {
                case String string -> text(string.length());
                case CelByteString bytes -> text(bytes.size());
                case Collection<?> list -> list.forEach(this::add);
                case Map<?, ?> map -> {
                    map.keySet().forEach(this::add);
                    map.values().forEach(this::add);
                }
                default -> {}
            }
        }

        private void text(int length) {
            text += length;
            if (length > StepLimits.VALUE_LENGTH || text > StepLimits.TEXT_LENGTH) {
                throw new Exceeded();
            }
        }
    }
}
