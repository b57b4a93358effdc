package io.connections.domain.profile;

import java.util.Arrays;
import java.util.List;

/// Lists of values by property number, in ascending order of numbers. Held in two arrays, because
/// imports keep tens of thousands of them at a time.
public abstract sealed class ValuesByNumber permits PropertyValues, FormerValues {
    final int[] numbers;
    final List<List<String>> values;

    ValuesByNumber(int[] numbers, List<List<String>> values) {
        this.numbers = numbers;
        this.values = values;
    }

    /// How many properties are in it.
    public final int size() {
        return numbers.length;
    }

    public final boolean isEmpty() {
        return numbers.length == 0;
    }

    /// The number of the property at a place from 0.
    public final int numberAt(int place) {
        return numbers[place];
    }

    /// The values of the property at a place.
    public final List<String> valuesAt(int place) {
        return values.get(place);
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof ValuesByNumber that
                && getClass() == that.getClass()
                && Arrays.equals(numbers, that.numbers)
                && values.equals(that.values);
    }

    @Override
    public final int hashCode() {
        return 31 * Arrays.hashCode(numbers) + values.hashCode();
    }

    @Override
    public final String toString() {
        StringBuilder text = new StringBuilder("{");
        for (int i = 0; i < numbers.length; i++) {
            text.append(i == 0 ? "" : ", ").append(numbers[i]).append('=').append(values.get(i));
        }
        return text.append('}').toString();
    }
}
