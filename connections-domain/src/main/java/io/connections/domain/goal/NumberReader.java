package io.connections.domain.goal;

import io.connections.domain.goal.Steps.ProcessorFaulty;
import io.connections.domain.profile.PropertyType;
import io.connections.domain.profile.Reading;

/// Reads numbers as people of one country write them.
///
/// A grouping separator must stand before three digits (the groups before may have two, as in
/// India): so `1.5`, read with a grouping point, is a bad value and not 15.
record NumberReader(char decimalSeparator, char groupingSeparator) implements Step.OfOne {
    private static final PropertyType DECIMAL = new PropertyType.Decimal();
    private static final char NO_BREAK_SPACE = '\u00a0';
    private static final char NARROW_NO_BREAK_SPACE = '\u202f';
    private static final char MINUS_SIGN = '\u2212';

    static NumberReader of(Processor.NumberFormat format) {
        char decimal = format.decimalSeparator();
        char grouping = format.groupingSeparator();
        if (decimal == grouping) {
            throw new ProcessorFaulty(
                    "The separator of decimals and that of groups are the same: \"%s\"."
                            .formatted(decimal));
        }
        if (mayNotSeparate(decimal) || Character.isWhitespace(decimal)) {
            throw new ProcessorFaulty("\"%s\" cannot separate decimals.".formatted(decimal));
        }
        if (mayNotSeparate(grouping)) {
            throw new ProcessorFaulty("\"%s\" cannot separate groups.".formatted(grouping));
        }
        return new NumberReader(decimal, grouping);
    }

    private static boolean mayNotSeparate(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '+' || c == MINUS_SIGN;
    }

    @Override
    public String apply(String value, Findings findings) {
        String number = bare(value);
        StringBuilder plain = new StringBuilder(number.length());
        int at = 0;
        if (at < number.length() && isSign(number.charAt(at))) {
            if (number.charAt(at) != '+') {
                plain.append('-');
            }
            at++;
        }
        at = skipMoney(number, at);
        int digitsOfGroup = 0;
        boolean grouped = false;
        boolean inDecimals = false;
        boolean sound = at < number.length();
        for (; at < number.length() && sound; at++) {
            char c = number.charAt(at);
            if (c >= '0' && c <= '9') {
                plain.append(c);
                digitsOfGroup++;
            } else if (c == decimalSeparator && !inDecimals) {
                sound = !grouped || digitsOfGroup == 3;
                inDecimals = true;
                plain.append('.');
            } else if (separatesGroups(c) && !inDecimals) {
                sound =
                        grouped
                                ? digitsOfGroup == 2 || digitsOfGroup == 3
                                : digitsOfGroup >= 1 && digitsOfGroup <= 3;
                grouped = true;
                digitsOfGroup = 0;
            } else {
                sound = false;
            }
        }
        sound &= inDecimals || !grouped || digitsOfGroup == 3;
        return sound && DECIMAL.normalise(plain.toString()) instanceof Reading.Accepted(String it)
                ? it
                : Steps.bad(value, "is no number like " + example(), findings);
    }

    private String example() {
        return "1%s234%s5".formatted(groupingSeparator, decimalSeparator);
    }

    private boolean separatesGroups(char c) {
        return c == groupingSeparator
                || (groupingSeparator == ' ' && (c == NO_BREAK_SPACE || c == NARROW_NO_BREAK_SPACE))
                || (groupingSeparator == '\'' && c == '\u2019');
    }

    /// Without blanks and currency signs at both ends.
    private static String bare(String value) {
        int from = skipMoney(value, 0);
        int to = value.length();
        while (to > from && isMoney(value.charAt(to - 1))) {
            to--;
        }
        return value.substring(from, to);
    }

    private static int skipMoney(String text, int from) {
        int at = from;
        while (at < text.length() && isMoney(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isMoney(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.getType(c) == Character.CURRENCY_SYMBOL;
    }

    private static boolean isSign(char c) {
        return c == '-' || c == '+' || c == MINUS_SIGN;
    }
}
