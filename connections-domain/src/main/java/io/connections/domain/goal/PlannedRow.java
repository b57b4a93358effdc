package io.connections.domain.goal;

import io.connections.domain.profile.ProfileProperty;
import io.connections.domain.profile.Reading;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/// A mapping row made ready to run.
///
/// @param field "" for a row that starts from no value
record PlannedRow(
        String field,
        List<Step> steps,
        ProfileProperty property,
        Strategy strategy,
        Restriction restriction,
        OnBadValue onBadValue) {
    private static final int CUT = 80;

    /// @throws Steps.ProcessorFaulty when a processor cannot work as it is set
    static PlannedRow of(MappingRow row, ProfileProperty property) {
        return new PlannedRow(
                row.field().orElse(""),
                Steps.of(row.processors()),
                property,
                row.strategy(),
                row.restriction(),
                row.onBadValue());
    }

    /// The field, or for a row without one the property.
    String name() {
        return field.isEmpty() ? property.name() : field;
    }

    /// The record's values for the property, in their written form, none empty, none twice (unless
    /// they are summed up). Values that cannot be are left out and told to the findings.
    List<String> values(InputRecord record, Findings findings) {
        List<String> values = start(record);
        for (int i = 0; i < steps.size(); i++) {
            values = steps.get(i).apply(values, record, findings);
        }
        return normalised(values, findings);
    }

    List<String> start(InputRecord record) {
        return field.isEmpty() ? List.of() : record.values(field);
    }

    List<String> normalised(List<String> values, Findings findings) {
        if (values.isEmpty()) {
            return List.of();
        }
        if (values.size() == 1) {
            String value = normalised(values.getFirst(), findings);
            return value.isEmpty() ? List.of() : List.of(value);
        }
        List<String> results = new ArrayList<>(values.size());
        for (int i = 0; i < values.size(); i++) {
            String value = normalised(values.get(i), findings);
            if (!value.isEmpty()) {
                results.add(value);
            }
        }
        return strategy == Strategy.SUM
                ? List.copyOf(results)
                : List.copyOf(new LinkedHashSet<>(results));
    }

    private String normalised(String value, Findings findings) {
        if (Steps.isOnlyWhiteSpace(value)) {
            return "";
        }
        return switch (property.normalise(value)) {
            case Reading.Accepted(String written) -> written;
            case Reading.Refused(String reason) -> Steps.bad(value, reason, findings);
        };
    }

    boolean removes() {
        return strategy == Strategy.REMOVE;
    }

    /// What a person is told about a bad value: where it came from, the value itself and what is
    /// wrong with it.
    String message(Findings findings) {
        return badValueMessage(field, property.name(), findings.badValue(), findings.reason());
    }

    private static String badValueMessage(
            String field, String property, String value, String reason) {
        String place =
                field.isEmpty()
                        ? "for the property \"%s\"".formatted(property)
                        : "of the field \"%s\"".formatted(field);
        return "The value \"%s\" %s %s.".formatted(shown(value), place, printable(reason));
    }

    /// Where the bad value stands, for what is sorted and counted by it.
    MappedRecord.Place place(Findings findings) {
        return new MappedRecord.Place(field, findings.badValue());
    }

    /// Short enough for a log line.
    static String shown(String value) {
        return shown(value, CUT);
    }

    /// @param length of what is kept; that it was cut is shown
    static String shown(String value, int length) {
        if (value.length() <= length) {
            return printable(value);
        }
        int cut = Character.isHighSurrogate(value.charAt(length - 1)) ? length - 1 : length;
        return printable(value.substring(0, cut)) + "…";
    }

    /// No database or terminal is to trip over a control character in somebody's file.
    private static String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            printable.append(Character.isISOControl(c) ? '\ufffd' : c);
        }
        return printable.toString();
    }
}
