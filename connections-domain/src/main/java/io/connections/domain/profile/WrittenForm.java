package io.connections.domain.profile;

import io.connections.domain.profile.Reading.Accepted;
import io.connections.domain.profile.Reading.Refused;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/// How each type reads a text. Written by hand, because it runs for every value of every record:
/// a text already in its written form costs one look at each character and comes back as it is.
final class WrittenForm {
    private static final int MAX_DIGITS = 38;
    private static final int MAX_EMAIL = 254;
    private static final int MAX_EMAIL_NAME = 64;
    private static final int MAX_LABEL = 63;

    private static final Refused TOO_LONG = new Refused("is longer than 65,536 characters");
    private static final Refused NUL = new Refused("has a NUL character in it");
    private static final Refused NO_WHOLE_NUMBER =
            new Refused("is no whole number written plainly, like -1234");
    private static final Refused WHOLE_NUMBER_TOO_LARGE =
            new Refused("is beyond 9223372036854775807 or -9223372036854775808");
    private static final Refused NO_DECIMAL =
            new Refused("is no number written plainly, like -1234.5");
    private static final Refused DECIMAL_TOO_LONG = new Refused("has more than 38 digits");
    private static final Refused NO_DATE = new Refused("is no date like 2026-11-23");
    private static final Refused NO_DATE_TIME =
            new Refused("is no date with time like 2026-11-23T10:15:30Z");
    private static final Refused NO_EMAIL = new Refused("is no e-mail address");
    private static final Refused NO_PHONE =
            new Refused("is no phone number with its country code, like +31201234567");
    private static final Refused NO_YES_NO = new Refused("is neither true nor false");
    private static final Accepted TRUE = new Accepted("true");
    private static final Accepted FALSE = new Accepted("false");

    private WrittenForm() {}

    static Reading text(String text) {
        if (text.length() > PropertyType.MAX_LENGTH) {
            return TOO_LONG;
        }
        return text.indexOf('\0') < 0 ? new Accepted(text) : NUL;
    }

    static Reading wholeNumber(String text) {
        String number = text.strip();
        int from = signLength(number);
        int digits = number.length() - from;
        if (digits == 0 || !allDigits(number, from, number.length())) {
            return NO_WHOLE_NUMBER;
        }
        int first = firstNonZero(number, from, number.length() - 1);
        boolean negative = number.charAt(0) == '-';
        if (number.length() - first > 19) {
            return WHOLE_NUMBER_TOO_LARGE;
        }
        if (number.length() - first == 19) {
            try {
                return new Accepted(Long.toString(Long.parseLong(number)));
            } catch (NumberFormatException beyondLong) {
                return WHOLE_NUMBER_TOO_LARGE;
            }
        }
        boolean zero = number.charAt(first) == '0';
        if (first == (negative ? 1 : 0) && !(negative && zero)) {
            return new Accepted(number);
        }
        String plain = number.substring(first);
        return new Accepted(negative && !zero ? "-" + plain : plain);
    }

    static Reading decimal(String text) {
        String number = text.strip();
        int from = signLength(number);
        int point = number.indexOf('.');
        int wholeEnd = point < 0 ? number.length() : point;
        int end = number.length();
        boolean hasDigits = wholeEnd > from || end > wholeEnd + 1;
        if (!hasDigits
                || !allDigits(number, from, wholeEnd)
                || (point >= 0 && !allDigits(number, point + 1, end))) {
            return NO_DECIMAL;
        }
        int first = from;
        while (first < wholeEnd && number.charAt(first) == '0') {
            first++;
        }
        if (point >= 0) {
            while (end > point + 1 && number.charAt(end - 1) == '0') {
                end--;
            }
            if (end == point + 1) {
                end = point;
            }
        }
        int fractionDigits = end > wholeEnd ? end - wholeEnd - 1 : 0;
        if (wholeEnd - first + fractionDigits > MAX_DIGITS) {
            return DECIMAL_TOO_LONG;
        }
        boolean negative = number.charAt(0) == '-';
        if (first == wholeEnd && fractionDigits == 0) {
            return new Accepted("0");
        }
        if (first < wholeEnd && end == number.length() && first == (negative ? 1 : 0)) {
            return new Accepted(number);
        }
        StringBuilder plain = new StringBuilder(end - first + 2);
        if (negative) {
            plain.append('-');
        }
        if (first == wholeEnd) {
            plain.append('0');
        }
        return new Accepted(plain.append(number, first, end).toString());
    }

    static Reading date(String text) {
        String date = text.strip();
        if (!startsWithDay(date)) {
            return NO_DATE;
        }
        if (date.length() == 10) {
            return new Accepted(date);
        }
        return dateTime(date) instanceof Accepted ? new Accepted(date.substring(0, 10)) : NO_DATE;
    }

    static Reading dateTime(String text) {
        String moment = text.strip();
        if (!startsWithDay(moment)) {
            return NO_DATE_TIME;
        }
        int length = moment.length();
        if (length == 10) {
            return new Accepted(moment + "T00:00:00Z");
        }
        char between = moment.charAt(10);
        if ((between != 'T' && between != 't' && between != ' ')
                || length < 16
                || moment.charAt(13) != ':'
                || !isNumber(moment, 11, 13, 0, 23)
                || !isNumber(moment, 14, 16, 0, 59)) {
            return NO_DATE_TIME;
        }
        int at = 16;
        int second = 0;
        int nanos = 0;
        int fractionDigits = 0;
        if (at < length && moment.charAt(at) == ':') {
            if (!isNumber(moment, at + 1, at + 3, 0, 59)) {
                return NO_DATE_TIME;
            }
            second = number(moment, at + 1, at + 3);
            at += 3;
            if (at < length && (moment.charAt(at) == '.' || moment.charAt(at) == ',')) {
                int from = at + 1;
                at = from;
                int scale = 100_000_000;
                while (at < length && isDigit(moment.charAt(at))) {
                    nanos += (moment.charAt(at) - '0') * scale;
                    scale /= 10;
                    at++;
                }
                fractionDigits = at - from;
                if (fractionDigits == 0 || fractionDigits > 9) {
                    return NO_DATE_TIME;
                }
            }
        }
        if (at == 19 && between == 'T' && length == 20 && moment.charAt(19) == 'Z') {
            return new Accepted(moment);
        }
        int offset = offsetSeconds(moment, at);
        if (offset == NO_OFFSET) {
            return NO_DATE_TIME;
        }
        LocalDateTime local =
                LocalDateTime.of(
                        number(moment, 0, 4),
                        number(moment, 5, 7),
                        number(moment, 8, 10),
                        number(moment, 11, 13),
                        number(moment, 14, 16),
                        second,
                        nanos);
        LocalDateTime utc = local.minusSeconds(offset).truncatedTo(ChronoUnit.MILLIS);
        if (utc.getYear() < 1 || utc.getYear() > 9999) {
            return NO_DATE_TIME;
        }
        return new Accepted(utc.toInstant(ZoneOffset.UTC).toString());
    }

    static Reading email(String text) {
        String address = text.strip();
        int length = address.length();
        int at = address.indexOf('@');
        if (length > MAX_EMAIL
                || at < 1
                || at > MAX_EMAIL_NAME
                || address.charAt(0) == '.'
                || address.charAt(at - 1) == '.') {
            return NO_EMAIL;
        }
        boolean lower = true;
        for (int i = 0; i < at; i++) {
            char c = address.charAt(i);
            if (!mayStandInName(c) || (c == '.' && address.charAt(i - 1) == '.')) {
                return NO_EMAIL;
            }
            lower &= c < 'A' || (c > 'Z' && c < 128);
        }
        int labelStart = at + 1;
        int labels = 0;
        for (int i = at + 1; i <= length; i++) {
            char c = i == length ? '.' : address.charAt(i);
            if (c == '.') {
                int size = i - labelStart;
                if (size < 1
                        || size > MAX_LABEL
                        || address.charAt(labelStart) == '-'
                        || address.charAt(i - 1) == '-') {
                    return NO_EMAIL;
                }
                labels++;
                labelStart = i + 1;
            } else if (c != '-' && !isDigit(c) && !Character.isLetter(c) && !isBeyondBmp(c)) {
                return NO_EMAIL;
            } else {
                lower &= c < 'A' || (c > 'Z' && c < 128);
            }
        }
        if (labels < 2) {
            return NO_EMAIL;
        }
        return new Accepted(lower ? address : address.toLowerCase(Locale.ROOT));
    }

    static Reading phone(String text) {
        String phone = text.strip();
        if (phone.isEmpty() || phone.charAt(0) != '+' || phone.contains("(0)")) {
            return NO_PHONE;
        }
        StringBuilder plain = new StringBuilder(16).append('+');
        for (int i = 1; i < phone.length(); i++) {
            char c = phone.charAt(i);
            if (isDigit(c)) {
                plain.append(c);
            } else if (" .-/()\u00a0\u202f".indexOf(c) < 0) {
                return NO_PHONE;
            }
            if (plain.length() > 16) {
                return NO_PHONE;
            }
        }
        if (plain.length() < 7 || plain.charAt(1) == '0') {
            return NO_PHONE;
        }
        return new Accepted(plain.length() == phone.length() ? phone : plain.toString());
    }

    static Reading yesNo(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "yes", "y", "1", "on" -> TRUE;
            case "false", "no", "n", "0", "off" -> FALSE;
            default -> NO_YES_NO;
        };
    }

    static Reading choice(String text, List<String> choices) {
        String choice = text.strip();
        for (int i = 0; i < choices.size(); i++) {
            if (choices.get(i).equals(choice)) {
                return new Accepted(choices.get(i));
            }
        }
        for (int i = 0; i < choices.size(); i++) {
            if (choices.get(i).equalsIgnoreCase(choice)) {
                return new Accepted(choices.get(i));
            }
        }
        return new Refused("is none of the property's choices");
    }

    private static int signLength(String number) {
        return !number.isEmpty() && (number.charAt(0) == '-' || number.charAt(0) == '+') ? 1 : 0;
    }

    private static int firstNonZero(String text, int from, int last) {
        int at = from;
        while (at < last && text.charAt(at) == '0') {
            at++;
        }
        return at;
    }

    private static boolean startsWithDay(String text) {
        return text.length() >= 10
                && text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && isNumber(text, 0, 4, 1, 9999)
                && isNumber(text, 5, 7, 1, 12)
                && isNumber(text, 8, 10, 1, 31)
                && number(text, 8, 10) <= daysIn(number(text, 0, 4), number(text, 5, 7));
    }

    private static int daysIn(int year, int month) {
        return switch (month) {
            case 2 -> Year.isLeap(year) ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }

    private static final int NO_OFFSET = Integer.MIN_VALUE;

    /// Seconds east of UTC, from `Z`, `+01`, `+0100`, `+01:00`, `+00:19:32` (local times of old) or
    /// nothing, up to the text's end.
    private static int offsetSeconds(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        int left = text.length() - at;
        if (left == 0) {
            return from == at ? 0 : NO_OFFSET;
        }
        char sign = text.charAt(at);
        if (left == 1 && (sign == 'Z' || sign == 'z')) {
            return 0;
        }
        if ((sign != '+' && sign != '-') || !isNumber(text, at + 1, at + 3, 0, 18)) {
            return NO_OFFSET;
        }
        int seconds = number(text, at + 1, at + 3) * 3600;
        int minutesAt = left > 5 && text.charAt(at + 3) == ':' ? at + 4 : at + 3;
        if (left > 3) {
            if (!isNumber(text, minutesAt, minutesAt + 2, 0, 59)) {
                return NO_OFFSET;
            }
            seconds += number(text, minutesAt, minutesAt + 2) * 60;
        }
        if (left == 9 && text.charAt(at + 6) == ':' && isNumber(text, at + 7, at + 9, 0, 59)) {
            seconds += number(text, at + 7, at + 9);
        } else if (left != 3 && minutesAt + 2 != text.length()) {
            return NO_OFFSET;
        }
        return sign == '-' ? -seconds : seconds;
    }

    private static boolean isNumber(String text, int from, int to, int least, int most) {
        if (to > text.length() || !allDigits(text, from, to)) {
            return false;
        }
        int number = number(text, from, to);
        return number >= least && number <= most;
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + (text.charAt(i) - '0');
        }
        return number;
    }

    private static boolean allDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isBeyondBmp(char c) {
        return Character.isSurrogate(c);
    }

    /// The characters of RFC 5322's unquoted names, and of RFC 6531's, which has all of Unicode.
    private static boolean mayStandInName(char c) {
        if (c < 128) {
            return isDigit(c)
                    || (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || ".!#$%&'*+/=?^_`{|}~-".indexOf(c) >= 0;
        }
        return !Character.isWhitespace(c)
                && !Character.isSpaceChar(c)
                && !Character.isISOControl(c)
                && Character.getType(c) != Character.FORMAT;
    }
}
