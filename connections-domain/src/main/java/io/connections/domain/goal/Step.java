package io.connections.domain.goal;

import java.util.ArrayList;
import java.util.List;

/// A processor made ready to run. Neither the values that come nor those that go have an empty
/// one among them.
interface Step {
    List<String> apply(List<String> values, InputRecord record, Findings findings);

    /// A step that looks at one value at a time; "" drops the value.
    interface OfOne extends Step {
        String apply(String value, Findings findings);

        @Override
        default List<String> apply(List<String> values, InputRecord record, Findings findings) {
            if (values.isEmpty()) {
                return values;
            }
            if (values.size() == 1) {
                String value = values.getFirst();
                String result = apply(value, findings);
                if (result.equals(value)) {
                    return values;
                }
                return result.isEmpty() ? List.of() : List.of(result);
            }
            List<String> results = new ArrayList<>(values.size());
            for (int i = 0; i < values.size(); i++) {
                String result = apply(values.get(i), findings);
                if (!result.isEmpty()) {
                    results.add(result);
                }
            }
            return results;
        }
    }
}
