package io.connections.domain.goal;

import io.connections.domain.profile.FormerValues;
import io.connections.domain.profile.ProfileProperty;
import io.connections.domain.profile.PropertyType;
import io.connections.domain.profile.PropertyValues;
import io.connections.domain.profile.Reading;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What one record makes of the values of one profile. Used again and again for the records of a
/// chunk, so that a record that changes nothing costs no memory.
final class Merge {
    private static final int SMALL = 16;

    private final ImportPlan plan;
    private final List<List<String>> before;
    private final List<List<String>> after;
    private PropertyValues current = PropertyValues.NONE;
    private int changes;

    Merge(ImportPlan plan) {
        this.plan = plan;
        int targets = plan.targets().length;
        before = new ArrayList<>(Collections.nCopies(targets, List.of()));
        after = new ArrayList<>(Collections.nCopies(targets, List.of()));
    }

    /// Why a record cannot be taken, and which value is to blame.
    record Impossible(String message, MappedRecord.Place place) {}

    /// Runs the rows of the record over the values, in the order of the mapping.
    ///
    /// @return why it cannot be done; then nothing of the record is to be written
    Optional<Impossible> run(MappedRecord.Mapped record, PropertyValues values, boolean isNew) {
        current = values;
        changes = 0;
        load();
        List<PlannedRow> rows = plan.rows();
        for (int i = 0; i < rows.size(); i++) {
            PlannedRow row = rows.get(i);
            if (!applies(row.restriction(), isNew)) {
                continue;
            }
            List<String> incoming = record.incoming(i);
            // A bad value that was left out is no reason to clear what is there.
            if (incoming.isEmpty()
                    && (row.strategy() != Strategy.SET_OR_CLEAR || record.leftOut(i))) {
                continue;
            }
            int target = plan.targetOf(i);
            List<String> there = after.get(target);
            if (row.strategy() == Strategy.SUM) {
                Optional<String> sum = sum(row.property(), there, incoming);
                if (sum.isEmpty()) {
                    return Optional.of(impossible(row, there, incoming));
                }
                after.set(target, List.of(sum.get()));
            } else {
                after.set(target, merged(row.strategy(), there, incoming));
            }
        }
        for (int target = 0; target < before.size(); target++) {
            if (changes(target)) {
                changes++;
            }
        }
        return Optional.empty();
    }

    private void load() {
        int[] targets = plan.targets();
        int place = 0;
        for (int target = 0; target < targets.length; target++) {
            while (place < current.size() && current.numberAt(place) < targets[target]) {
                place++;
            }
            List<String> values =
                    place < current.size() && current.numberAt(place) == targets[target]
                            ? current.valuesAt(place)
                            : List.of();
            before.set(target, values);
            after.set(target, values);
        }
    }

    private static boolean applies(Restriction restriction, boolean isNew) {
        return switch (restriction) {
            case ALL_PROFILES -> true;
            case NEW_PROFILES_ONLY -> isNew;
            case EXISTING_PROFILES_ONLY -> !isNew;
        };
    }

    private static List<String> merged(
            Strategy strategy, List<String> there, List<String> incoming) {
        return switch (strategy) {
            case SET, SET_OR_CLEAR -> incoming;
            case SET_IF_EMPTY -> there.isEmpty() ? incoming : there;
            case ADD -> added(there, incoming);
            case REMOVE -> without(there, incoming);
            case SUM -> throw new IllegalStateException("sums are made from numbers");
        };
    }

    private static List<String> added(List<String> there, List<String> incoming) {
        if (there.isEmpty()) {
            return incoming;
        }
        List<String> missing = without(incoming, there);
        if (missing.isEmpty()) {
            return there;
        }
        List<String> all = new ArrayList<>(there.size() + missing.size());
        all.addAll(there);
        all.addAll(missing);
        return List.copyOf(all);
    }

    private static List<String> without(List<String> values, List<String> unwanted) {
        if (values.size() == 1) {
            return unwanted.contains(values.getFirst()) ? List.of() : values;
        }
        Set<String> many = unwanted.size() > SMALL ? new HashSet<>(unwanted) : Set.of();
        List<String> kept = new ArrayList<>(values.size());
        for (int i = 0; i < values.size(); i++) {
            String value = values.get(i);
            if (!(many.isEmpty() ? unwanted.contains(value) : many.contains(value))) {
                kept.add(value);
            }
        }
        return kept.size() == values.size() ? values : List.copyOf(kept);
    }

    /// Empty where it is too large for the type, or where what stands there is no number.
    private static Optional<String> sum(
            ProfileProperty property, List<String> there, List<String> incoming) {
        try {
            String sum =
                    property.type() instanceof PropertyType.WholeNumber
                            ? Long.toString(Math.addExact(wholeSum(there), wholeSum(incoming)))
                            : decimalSum(there).add(decimalSum(incoming)).toPlainString();
            return property.normalise(sum) instanceof Reading.Accepted(String written)
                    ? Optional.of(written)
                    : Optional.empty();
        } catch (ArithmeticException | NumberFormatException tooLargeOrNoNumber) {
            return Optional.empty();
        }
    }

    private static long wholeSum(List<String> values) {
        long sum = 0;
        for (int i = 0; i < values.size(); i++) {
            sum = Math.addExact(sum, Long.parseLong(values.get(i)));
        }
        return sum;
    }

    private static BigDecimal decimalSum(List<String> values) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < values.size(); i++) {
            sum = sum.add(new BigDecimal(values.get(i)));
        }
        return sum;
    }

    private static Impossible impossible(
            PlannedRow row, List<String> there, List<String> incoming) {
        String added = String.join(", ", incoming);
        String message =
                "\"%s\" cannot be added to what \"%s\" has (\"%s\"): it is no number, or the sum is too large."
                        .formatted(
                                PlannedRow.shown(added),
                                row.property().name(),
                                PlannedRow.shown(String.join(", ", there)));
        return new Impossible(message, new MappedRecord.Place(row.field(), added));
    }

    boolean changesAnything() {
        return changes > 0;
    }

    /// Whether the property at a place of the plan's targets has other values than before.
    boolean changes(int target) {
        List<String> old = before.get(target);
        List<String> now = after.get(target);
        if (old.size() != now.size()) {
            return true;
        }
        return old.size() == 1 ? !old.getFirst().equals(now.getFirst()) : !old.equals(now);
    }

    List<String> before(int target) {
        return before.get(target);
    }

    List<String> after(int target) {
        return after.get(target);
    }

    /// All values of the profile, those that no row writes included.
    PropertyValues values() {
        int[] targets = plan.targets();
        PropertyValues.Builder builder = PropertyValues.builder(current.size() + targets.length);
        int place = 0;
        for (int target = 0; target < targets.length; target++) {
            while (place < current.size() && current.numberAt(place) < targets[target]) {
                builder.set(current.numberAt(place), current.valuesAt(place));
                place++;
            }
            if (place < current.size() && current.numberAt(place) == targets[target]) {
                place++;
            }
            builder.set(targets[target], after.get(target));
        }
        while (place < current.size()) {
            builder.set(current.numberAt(place), current.valuesAt(place));
            place++;
        }
        return builder.build();
    }

    /// What stood there before, for the properties that changed.
    FormerValues former() {
        int[] numbers = new int[changes];
        List<List<String>> values = new ArrayList<>(changes);
        for (int target = 0; target < before.size(); target++) {
            if (changes(target)) {
                numbers[values.size()] = plan.targets()[target];
                values.add(before.get(target));
            }
        }
        return FormerValues.of(Arrays.copyOf(numbers, values.size()), values);
    }
}
