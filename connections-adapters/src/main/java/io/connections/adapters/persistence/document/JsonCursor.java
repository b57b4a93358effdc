package io.connections.adapters.persistence.document;

import java.nio.charset.StandardCharsets;

/// Reads what PostgreSQL makes of a document that was written by hand: the same, with blanks after
/// `:` and `,`.
public final class JsonCursor {
    private final byte[] json;
    private int at;

    public JsonCursor(byte[] json) {
        this.json = json;
    }

    /// The number of a key: `"7"`.
    public int number() {
        expect('"');
        int number = 0;
        for (byte digit = json[at++]; digit != '"'; digit = json[at++]) {
            if (digit < '0' || digit > '9') {
                throw unexpected();
            }
            number = Math.addExact(Math.multiplyExact(number, 10), digit - '0');
        }
        return number;
    }

    /// A whole number as it stands.
    public long integer() {
        boolean negative = peek() == '-';
        if (negative) {
            at++;
        }
        int start = at;
        long value = 0;
        while (json[at] >= '0' && json[at] <= '9') {
            value = Math.addExact(Math.multiplyExact(value, 10L), json[at] - '0');
            at++;
        }
        if (at == start) {
            throw unexpected();
        }
        return negative ? -value : value;
    }

    public boolean more(char end) {
        byte next = peek();
        at++;
        if (next == ',') {
            return true;
        }
        if (next == end) {
            return false;
        }
        throw unexpected();
    }

    public byte peek() {
        while (json[at] == ' ') {
            at++;
        }
        return json[at];
    }

    public void expect(char wanted) {
        if (peek() != wanted) {
            throw unexpected();
        }
        at++;
    }

    public String string() {
        expect('"');
        int start = at;
        while (json[at] != '"') {
            if (json[at] == '\\') {
                return escapedString(start);
            }
            at++;
        }
        String text = new String(json, start, at - start, StandardCharsets.UTF_8);
        at++;
        return text;
    }

    private String escapedString(int start) {
        StringBuilder text = new StringBuilder();
        int from = start;
        while (json[at] != '"') {
            if (json[at] != '\\') {
                at++;
                continue;
            }
            text.append(new String(json, from, at - from, StandardCharsets.UTF_8));
            char escape = (char) json[at + 1];
            at += 2;
            switch (escape) {
                case 'b' -> text.append('\b');
                case 'f' -> text.append('\f');
                case 'n' -> text.append('\n');
                case 'r' -> text.append('\r');
                case 't' -> text.append('\t');
                case 'u' -> {
                    String hex = new String(json, at, 4, StandardCharsets.US_ASCII);
                    text.append((char) Integer.parseInt(hex, 16));
                    at += 4;
                }
                default -> text.append(escape);
            }
            from = at;
        }
        text.append(new String(json, from, at - from, StandardCharsets.UTF_8));
        at++;
        return text.toString();
    }

    private IllegalStateException unexpected() {
        return new IllegalStateException(
                "no profile document: " + new String(json, StandardCharsets.UTF_8));
    }
}
