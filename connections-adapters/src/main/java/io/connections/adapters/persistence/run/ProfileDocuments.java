package io.connections.adapters.persistence.run;

import io.connections.adapters.persistence.document.Bytes;
import io.connections.adapters.persistence.document.JsonCursor;
import io.connections.domain.profile.FormerValues;
import io.connections.domain.profile.PropertyValues;
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
        return profile(new JsonCursor(json));
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

    private static PropertyValues profile(JsonCursor json) {
        PropertyValues.Builder builder = PropertyValues.builder();
        json.expect('{');
        if (json.peek() == '}') {
            return builder.build();
        }
        do {
            int number = json.number();
            json.expect(':');
            if (json.peek() == '[') {
                builder.set(number, list(json));
            } else {
                builder.set(number, json.string());
            }
        } while (json.more('}'));
        return builder.build();
    }

    private static List<String> list(JsonCursor json) {
        List<String> values = new ArrayList<>();
        json.expect('[');
        do {
            values.add(json.string());
        } while (json.more(']'));
        return values;
    }
}
