package io.connections.domain.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The values of one profile: property number → one or more values. A property without values is
/// not in it.
public final class PropertyValues extends ValuesByNumber {
    public static final PropertyValues NONE = new PropertyValues(new int[0], List.of());

    private PropertyValues(int[] numbers, List<List<String>> values) {
        super(numbers, values);
    }

    /// The property's values, empty where it has none.
    public List<String> of(int number) {
        int at = Arrays.binarySearch(numbers, number);
        return at < 0 ? List.of() : values.get(at);
    }

    /// The same values, but for one property; no values take the property out.
    public PropertyValues with(int number, List<String> newValues) {
        if (of(number).equals(newValues)) {
            return this;
        }
        Builder builder = builder(size() + 1);
        int i = 0;
        while (i < numbers.length && numbers[i] < number) {
            builder.append(numbers[i], values.get(i));
            i++;
        }
        builder.append(number, List.copyOf(newValues));
        if (i < numbers.length && numbers[i] == number) {
            i++;
        }
        while (i < numbers.length) {
            builder.append(numbers[i], values.get(i));
            i++;
        }
        return builder.build();
    }

    /// The numbers of the properties that have values, ascending.
    public int[] numbers() {
        return numbers.clone();
    }

    public static Builder builder() {
        return builder(10);
    }

    public static Builder builder(int expectedProperties) {
        return new Builder(expectedProperties);
    }

    /// Collects values in any order, fastest in ascending order of numbers.
    public static final class Builder {
        private int[] numbers;
        private final List<List<String>> values;

        private Builder(int expected) {
            this.numbers = new int[expected];
            this.values = new ArrayList<>(expected);
        }

        /// Sets a property's values, in place of what was set before; none take it out.
        public Builder set(int number, List<String> newValues) {
            return put(number, List.copyOf(newValues));
        }

        /// Sets a property to a single value.
        public Builder set(int number, String value) {
            return put(number, List.of(value));
        }

        private Builder put(int number, List<String> newValues) {
            int size = values.size();
            if (size == 0 || numbers[size - 1] < number) {
                append(number, newValues);
                return this;
            }
            int at = Arrays.binarySearch(numbers, 0, size, number);
            if (at >= 0) {
                if (newValues.isEmpty()) {
                    values.remove(at);
                    System.arraycopy(numbers, at + 1, numbers, at, size - at - 1);
                } else {
                    values.set(at, newValues);
                }
            } else if (!newValues.isEmpty()) {
                int place = -at - 1;
                makeRoom();
                System.arraycopy(numbers, place, numbers, place + 1, size - place);
                numbers[place] = number;
                values.add(place, newValues);
            }
            return this;
        }

        /// For callers in this class who know that the number is the highest yet and the list is
        /// immutable.
        private void append(int number, List<String> newValues) {
            if (newValues.isEmpty()) {
                return;
            }
            makeRoom();
            numbers[values.size()] = number;
            values.add(newValues);
        }

        private void makeRoom() {
            if (values.size() == numbers.length) {
                numbers = Arrays.copyOf(numbers, Math.max(4, numbers.length * 2));
            }
        }

        public PropertyValues build() {
            return values.isEmpty()
                    ? NONE
                    : new PropertyValues(
                            Arrays.copyOf(numbers, values.size()), List.copyOf(values));
        }
    }
}
