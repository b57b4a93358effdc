package io.connections.domain.profile;

import java.util.Arrays;
import java.util.List;

/// What stood in a profile before a change, for the changed properties alone. Unlike in
/// [PropertyValues], a property may stand here without values: it had none before.
public final class FormerValues {
    public static final FormerValues NONE = new FormerValues(new int[0], List.of());

    private final int[] numbers;
    private final List<List<String>> values;

    private FormerValues(int[] numbers, List<List<String>> values) {
        this.numbers = numbers;
        this.values = values;
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

    /// How many properties changed.
    public int size() {
        return numbers.length;
    }

    public boolean isEmpty() {
        return numbers.length == 0;
    }

    public int numberAt(int place) {
        return numbers[place];
    }

    /// The former values of the property at a place; empty where it had none.
    public List<String> valuesAt(int place) {
        return values.get(place);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FormerValues that
                && Arrays.equals(numbers, that.numbers)
                && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(numbers) + values.hashCode();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("{");
        for (int i = 0; i < numbers.length; i++) {
            text.append(i == 0 ? "" : ", ").append(numbers[i]).append('=').append(values.get(i));
        }
        return text.append('}').toString();
    }
}
