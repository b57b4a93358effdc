package io.connections.domain.channel;

/// One writing for all writings of a path or query that mean the same, whether a browser reports it
/// or a person types it. What is percent-encoded needlessly stands for itself, all that has to be
/// encoded is: `/supp%6frt/ü` is `/support/ü`, and so is `/support/%c3%bc`. What divides an address
/// (`/`, `?`, `%` …) keeps the meaning that it came with: `%2f` becomes `%2F`, never `/`.
final class CanonicalText {
    private static final String ALWAYS_ITSELF =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~'";
    private static final String ITSELF_OR_ENCODED = "!$&()*+,;=:@/?[]";
    private static final String LONE_PERCENT = "%25";
    private static final String HEX = "0123456789ABCDEF";

    private final String text;
    private final StringBuilder canonical;
    private int at;

    private CanonicalText(String text) {
        this.text = text;
        this.canonical = new StringBuilder(text.length());
    }

    /// Of a text without end of line; done twice it gives what it gave once.
    static String of(String text) {
        return new CanonicalText(text).read();
    }

    private String read() {
        while (at < text.length()) {
            if (text.charAt(at) == '%') {
                encoded();
            } else {
                plain();
            }
        }
        return canonical.toString();
    }

    private void plain() {
        int sign = text.codePointAt(at);
        at += Character.charCount(sign);
        if (sign > 0x7F) {
            canonical.appendCodePoint(isLoneSurrogate(sign) ? 0xFFFD : sign);
        } else if (ALWAYS_ITSELF.indexOf(sign) >= 0 || ITSELF_OR_ENCODED.indexOf(sign) >= 0) {
            canonical.append((char) sign);
        } else {
            escape(sign);
        }
    }

    private static boolean isLoneSurrogate(int sign) {
        return sign >= Character.MIN_SURROGATE && sign <= Character.MAX_SURROGATE;
    }

    private void encoded() {
        int octet = octet(at);
        if (octet < 0) {
            canonical.append(LONE_PERCENT);
            at++;
        } else if (octet > 0x7F) {
            ofSeveralOctets(octet);
        } else {
            at += 3;
            if (ALWAYS_ITSELF.indexOf(octet) >= 0) {
                canonical.append((char) octet);
            } else {
                escape(octet);
            }
        }
    }

    /// A sign in UTF-8; octets that make none stay as they are.
    private void ofSeveralOctets(int lead) {
        int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
        int sign = lead & (0x3F >> more);
        for (int i = 1; i <= more; i++) {
            int octet = octet(at + 3 * i);
            if ((octet & ~0x3F) != 0x80) {
                sign = -1;
                break;
            }
            sign = (sign << 6) | (octet & 0x3F);
        }
        if (isWellFormed(lead, more, sign)) {
            canonical.appendCodePoint(sign);
            at += 3 * (more + 1);
        } else {
            escape(lead);
            at += 3;
        }
    }

    private static boolean isWellFormed(int lead, int more, int sign) {
        int least = more == 1 ? 0x80 : more == 2 ? 0x800 : 0x10000;
        return lead >= 0xC0
                && lead <= 0xF7
                && sign >= least
                && sign <= Character.MAX_CODE_POINT
                && !isLoneSurrogate(sign);
    }

    /// The octet encoded there; -1 where none is.
    private int octet(int from) {
        if (from + 2 >= text.length() || text.charAt(from) != '%') {
            return -1;
        }
        int high = hex(text.charAt(from + 1));
        int low = hex(text.charAt(from + 2));
        return high < 0 || low < 0 ? -1 : (high << 4) | low;
    }

    /// Of ASCII only, unlike [Character#digit].
    private static int hex(char sign) {
        return sign > 0x7F ? -1 : Character.digit(sign, 16);
    }

    private void escape(int octet) {
        canonical.append('%').append(HEX.charAt(octet >> 4)).append(HEX.charAt(octet & 0xF));
    }
}
