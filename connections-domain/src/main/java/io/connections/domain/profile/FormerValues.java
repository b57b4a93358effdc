package io.connections.domain.profile;

import java.util.List;

/// What stood in a profile before a change, for the changed properties alone. Unlike in
/// [PropertyValues], a property may stand here without values: it had none before.
public final class FormerValues extends ValuesByNumber {
    public static final FormerValues NONE = new FormerValues(new int[0], List.of());

    private FormerValues(int[] numbers, List<List<String>> values) {
        super(numbers, values);
    }

    /// @param numbers ascending, one for each list of values
    public static FormerValues of(int[] numbers, List<List<String>> values) {
        if (numbers.length != values.size()) {
            throw new IllegalArgumentException("each property needs its former values");
        }
        for (int i = 1; i < numbers.length; i++) {
            if (numbers[i - 1] >= numbers[i]) {
                throw new IllegalArgumentException("the numbers must ascend");
            }
        }
        return numbers.length == 0 ? NONE : new FormerValues(numbers.clone(), List.copyOf(values));
    }
}
