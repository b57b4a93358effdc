package io.connections.adapters.persistence.run;

import io.connections.domain.profile.FormerValues;
import io.connections.domain.profile.PropertyValues;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The stored form of a profile's values: `{"7":"a","9":["x","y"]}`. Written and read by hand,
/// because an import does both for every record and a general library spends most of the time on
/// what this form does not have.
final class ProfileDocuments {
    private ProfileDocuments() {}

    static void write(PropertyValues values, Bytes out) {
        out.put('{');
        for (int i = 0; i < values.size(); i++) {
            key(i, values.numberAt(i), out);
            values(values.valuesAt(i), out);
        }
        out.put('}');
    }

    /// A property that had no values is null.
    static void write(FormerValues values, Bytes out) {
        out.put('{');
        for (int i = 0; i < values.size(); i++) {
            key(i, values.numberAt(i), out);
            if (values.valuesAt(i).isEmpty()) {
                out.put('n').put('u').put('l').put('l');
            } else {
                values(values.valuesAt(i), out);
            }
        }
        out.put('}');
    }

    static PropertyValues read(byte[] json) {
        return new Parser(json).profile();
    }

    private static void key(int place, int number, Bytes out) {
        if (place > 0) {
            out.put(',');
        }
        out.put('"').putDecimal(number).put('"').put(':');
    }

    private static void values(List<String> values, Bytes out) {
        if (values.size() == 1) {
            out.putJson(values.getFirst());
            return;
        }
        out.put('[');
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                out.put(',');
            }
            out.putJson(values.get(i));
        }
        out.put(']');
    }

    /// Reads what PostgreSQL makes of such a document: the same, with blanks after `:` and `,`.
    private static final class Parser {
        private final byte[] json;
        private int at;

        Parser(byte[] json) {
            this.json = json;
        }

        PropertyValues profile() {
            PropertyValues.Builder builder = PropertyValues.builder();
            expect('{');
            if (peek() == '}') {
                return builder.build();
            }
            do {
                int number = number();
                expect(':');
                if (peek() == '[') {
                    builder.set(number, list());
                } else {
                    builder.set(number, string());
                }
            } while (more('}'));
            return builder.build();
        }

        private int number() {
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

        private List<String> list() {
            List<String> values = new ArrayList<>();
            expect('[');
            do {
                values.add(string());
            } while (more(']'));
            return values;
        }

        private boolean more(char end) {
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

        private byte peek() {
            while (json[at] == ' ') {
                at++;
            }
            return json[at];
        }

        private void expect(char wanted) {
            if (peek() != wanted) {
                throw unexpected();
            }
            at++;
        }

        private String string() {
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
}
