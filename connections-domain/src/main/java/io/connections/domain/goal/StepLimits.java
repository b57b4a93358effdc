package io.connections.domain.goal;

import java.util.List;

/// How much text a step may make of a record. Steps that each double a value would fill any memory
/// after a few dozen of them.
public final class StepLimits {
    /// Characters of one value, as many as a property takes.
    public static final int VALUE_LENGTH = 65_536;

    public static final int VALUES = 1_000;

    /// Characters of all values together.
    public static final int TEXT_LENGTH = 1 << 20;

    private StepLimits() {}

    static boolean keeps(List<String> values) {
        if (values.size() > VALUES) {
            return false;
        }
        int text = 0;
        for (int i = 0; i < values.size(); i++) {
            int length = values.get(i).length();
            text += length;
            if (length > VALUE_LENGTH || text > TEXT_LENGTH) {
                return false;
            }
        }
        return true;
    }

    /// Appends, and throws [Exceeded] as soon as the value is too long.
    public static void append(StringBuilder value, CharSequence text, int from, int to) {
        if (value.length() + (to - from) > VALUE_LENGTH) {
            throw new Exceeded();
        }
        value.append(text, from, to);
    }

    /// A step makes more than it may, and has stopped doing so.
    public static final class Exceeded extends RuntimeException {
        public Exceeded() {
            super("more text than a step may make", null, false, false);
        }
    }
}
