package io.connections.domain.goal;

import io.connections.domain.goal.Processor.RegexFilter.OnMiss;
import io.connections.domain.profile.PropertyType;
import io.connections.domain.profile.Reading;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Makes steps of processors. Whatever can be prepared is prepared here, once for a plan.
final class Steps {
    private static final PropertyType EMAIL = new PropertyType.Email();
    private static final String MAILTO = "mailto:";

    private Steps() {}

    /// @throws ProcessorFaulty when the processor cannot work as it is set
    static Step of(Processor processor) {
        return switch (processor) {
            case Processor.Trim() -> (Step.OfOne) (value, _) -> trim(value);
            case Processor.ChangeCase change -> changeCase(change);
            case Processor.Concatenate concatenate -> concatenate(concatenate);
            case Processor.FixedValue(String value) -> fixedValue(value);
            case Processor.DateFormat format -> DateReader.of(format);
            case Processor.NumberFormat format -> NumberReader.of(format);
            case Processor.CleanEmail() -> (Step.OfOne) Steps::cleanEmail;
            case Processor.CleanPhone clean -> cleanPhone(clean);
            case Processor.Hash() -> (Step.OfOne) (value, _) -> sha256(value);
            case Processor.RegexFilter filter -> regexFilter(filter);
            case Processor.RegexReplace replace -> regexReplace(replace);
            case Processor.Split(String separator) -> split(separator);
            case Processor.ValueTable table -> valueTable(table);
            case Processor.Expression(Formula formula) -> expression(formula);
        };
    }

    static List<Step> of(List<Processor> processors) {
        List<Step> steps = new ArrayList<>(processors.size());
        for (Processor processor : processors) {
            steps.add(new Bounded(steps.size() + 1, nameOf(processor), of(processor)));
        }
        return List.copyOf(steps);
    }

    private static String nameOf(Processor processor) {
        return switch (processor) {
            case Processor.Trim() -> "trim";
            case Processor.ChangeCase _ -> "change case";
            case Processor.Concatenate _ -> "join fields";
            case Processor.FixedValue _ -> "fixed value";
            case Processor.DateFormat _ -> "date format";
            case Processor.NumberFormat _ -> "number format";
            case Processor.CleanEmail() -> "clean up e-mail";
            case Processor.CleanPhone _ -> "clean up phone";
            case Processor.Hash() -> "hash";
            case Processor.RegexFilter _ -> "filter by pattern";
            case Processor.RegexReplace _ -> "replace by pattern";
            case Processor.Split _ -> "split";
            case Processor.ValueTable _ -> "value table";
            case Processor.Expression _ -> "expression";
        };
    }

    /// A step of a row, held to [StepLimits].
    private record Bounded(int number, String name, Step step) implements Step {
        @Override
        public List<String> apply(List<String> values, InputRecord record, Findings findings) {
            try {
                List<String> results = step.apply(values, record, findings);
                if (StepLimits.keeps(results)) {
                    return results;
                }
            } catch (StepLimits.Exceeded _) {
                // Said below, as for a step that noticed nothing.
            }
            findings.bad(
                    values.isEmpty() ? "" : values.getFirst(),
                    "becomes too much in step %d (%s): more than %,d characters or %,d values"
                            .formatted(number, name, StepLimits.VALUE_LENGTH, StepLimits.VALUES));
            return List.of();
        }
    }

    /// The processor cannot work as it is set.
    static final class ProcessorFaulty extends RuntimeException {
        private final String reason;

        /// @param reason in a person's words
        ProcessorFaulty(String reason) {
            super(reason, null, false, false);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }

    /// White space of Unicode, and the no-break spaces and zero-width characters that files from
    /// spreadsheets and web pages carry along.
    static String trim(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    static boolean isOnlyWhiteSpace(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isBlank(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBlank(char c) {
        return c <= ' '
                || (c >= 0x7f
                        && (Character.isWhitespace(c)
                                || Character.isSpaceChar(c)
                                || c == '\u0085'
                                || c == '\u200b'
                                || c == '\ufeff'));
    }

    private static Step changeCase(Processor.ChangeCase change) {
        Locale locale = change.locale();
        return switch (change.to()) {
            case UPPER -> (Step.OfOne) (value, _) -> value.toUpperCase(locale);
            case LOWER -> (Step.OfOne) (value, _) -> value.toLowerCase(locale);
            case TITLE -> (Step.OfOne) (value, _) -> titleCase(value, locale);
        };
    }

    private static String titleCase(String text, Locale locale) {
        boolean dottedI = locale.getLanguage().equals("tr") || locale.getLanguage().equals("az");
        String lower = text.toLowerCase(locale);
        StringBuilder title = new StringBuilder(lower.length());
        boolean inWord = false;
        for (int i = 0; i < lower.length(); ) {
            int c = lower.codePointAt(i);
            i += Character.charCount(c);
            boolean partOfWord =
                    Character.isLetterOrDigit(c)
                            || Character.getType(c) == Character.NON_SPACING_MARK
                            || (inWord && (c == '\'' || c == '\u2019'));
            if (partOfWord && !inWord) {
                title.appendCodePoint(dottedI && c == 'i' ? '\u0130' : Character.toTitleCase(c));
            } else {
                title.appendCodePoint(c);
            }
            inWord = partOfWord;
        }
        return title.toString();
    }

    private static Step concatenate(Processor.Concatenate concatenate) {
        if (concatenate.fields().isEmpty()) {
            throw new ProcessorFaulty("Choose the fields to join.");
        }
        String separator = concatenate.separator();
        List<String> fields = concatenate.fields();
        return (values, record, _) -> {
            List<String> parts = new ArrayList<>(values);
            for (int i = 0; i < fields.size(); i++) {
                for (String value : record.values(fields.get(i))) {
                    if (!value.isEmpty()) {
                        parts.add(value);
                    }
                }
            }
            return one(joined(parts, separator));
        };
    }

    private static String joined(List<String> parts, String separator) {
        if (parts.isEmpty()) {
            return "";
        }
        StringBuilder joined = new StringBuilder(parts.getFirst());
        for (String part : parts.subList(1, parts.size())) {
            StepLimits.append(joined, separator, 0, separator.length());
            StepLimits.append(joined, part, 0, part.length());
        }
        return joined.toString();
    }

    private static Step fixedValue(String value) {
        if (value.isEmpty()) {
            throw new ProcessorFaulty("Give the fixed value.");
        }
        List<String> fixed = List.of(value);
        return (_, _, _) -> fixed;
    }

    private static String cleanEmail(String value, Findings findings) {
        String address = trim(value);
        int open = address.lastIndexOf('<');
        int close = address.lastIndexOf('>');
        if (open >= 0 && close > open) {
            address = trim(address.substring(open + 1, close));
        }
        if (address.regionMatches(true, 0, MAILTO, 0, MAILTO.length())) {
            int query = address.indexOf('?');
            address = address.substring(MAILTO.length(), query < 0 ? address.length() : query);
        }
        if (address.isEmpty()) {
            return "";
        }
        return switch (EMAIL.normalise(address)) {
            case Reading.Accepted(String clean) -> clean;
            case Reading.Refused(String reason) -> bad(value, reason, findings);
        };
    }

    private static Step cleanPhone(Processor.CleanPhone clean) {
        PhoneFormat format = clean.format();
        String reason = "is no phone number of the region " + format.region();
        return clean.regionField()
                .<Step>map(field -> cleanPhoneAtHome(format, field))
                .orElse(
                        (Step.OfOne)
                                (value, findings) ->
                                        format.toE164(value)
                                                .orElseGet(() -> bad(value, reason, findings)));
    }

    private static Step cleanPhoneAtHome(PhoneFormat format, String regionField) {
        return (values, record, findings) -> {
            List<String> regions = record.values(regionField);
            String home = regions.isEmpty() ? format.region() : trim(regions.getFirst());
            Step.OfOne clean =
                    (value, found) ->
                            format.toE164(value, home)
                                    .orElseGet(
                                            () ->
                                                    bad(
                                                            value,
                                                            "is no phone number of the region "
                                                                    + home,
                                                            found));
            return clean.apply(values, record, findings);
        };
    }

    private static String sha256(String value) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(value.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private static Step regexFilter(Processor.RegexFilter filter) {
        TextPattern pattern = filter.pattern();
        boolean wanted = !filter.inverted();
        boolean dropsRecord = filter.onMiss() == OnMiss.FILTER_RECORD;
        Step.OfOne keep = (value, _) -> pattern.isFoundIn(value) == wanted ? value : "";
        return dropsRecord
                ? (values, record, findings) -> {
                    List<String> kept = keep.apply(values, record, findings);
                    if (kept.isEmpty()) {
                        findings.filter();
                    }
                    return kept;
                }
                : keep;
    }

    private static Step regexReplace(Processor.RegexReplace replace) {
        TextPattern pattern = replace.pattern();
        String replacement = replace.replacement();
        Optional<String> fault = pattern.faultOf(replacement);
        if (fault.isPresent()) {
            throw new ProcessorFaulty(fault.get());
        }
        return (Step.OfOne) (value, _) -> pattern.replaceAll(value, replacement);
    }

    private static Step split(String separator) {
        if (separator.isEmpty()) {
            throw new ProcessorFaulty("Give the separator to split at.");
        }
        return (values, _, _) -> {
            List<String> parts = new ArrayList<>();
            for (int i = 0; i < values.size(); i++) {
                addParts(values.get(i), separator, parts);
            }
            return parts;
        };
    }

    private static void addParts(String value, String separator, List<String> parts) {
        int from = 0;
        while (from <= value.length()) {
            int at = value.indexOf(separator, from);
            int to = at < 0 ? value.length() : at;
            String part = trim(value.substring(from, to));
            if (!part.isEmpty()) {
                parts.add(part);
            }
            from = to + separator.length();
            if (at < 0) {
                break;
            }
        }
    }

    private static Step valueTable(Processor.ValueTable valueTable) {
        boolean ignoreCase = valueTable.ignoreCase();
        Map<String, String> table = new HashMap<>();
        valueTable
                .table()
                .forEach(
                        (from, to) -> {
                            String former = table.put(ignoreCase ? folded(from) : from, to);
                            if (former != null && !former.equals(to)) {
                                throw new ProcessorFaulty(
                                        "The table says twice what becomes of \"%s\"."
                                                .formatted(from));
                            }
                        });
        Processor.ValueTable.Otherwise otherwise = valueTable.otherwise();
        return (Step.OfOne)
                (value, findings) -> {
                    String to = table.get(ignoreCase ? folded(value) : value);
                    if (to != null) {
                        return to;
                    }
                    return switch (otherwise) {
                        case KEEP -> value;
                        case DROP_VALUE -> "";
                        case BAD_VALUE -> bad(value, "is not in the value table", findings);
                    };
                };
    }

    /// By way of upper case, as `equalsIgnoreCase` does: it makes one of ß and ẞ, ς and σ.
    private static String folded(String text) {
        return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    private static Step expression(Formula formula) {
        return (values, record, findings) -> {
            try {
                return withoutEmpty(formula.evaluate(values, record.fields()));
            } catch (Formula.FormulaFailed failed) {
                String message = failed.getMessage();
                findings.bad(
                        values.isEmpty() ? "" : values.getFirst(),
                        "makes the expression fail: " + (message == null ? "" : message));
                return List.of();
            }
        };
    }

    private static List<String> withoutEmpty(List<String> values) {
        for (String value : values) {
            if (value.isEmpty()) {
                return values.stream().filter(each -> !each.isEmpty()).toList();
            }
        }
        return values;
    }

    private static List<String> one(String value) {
        return value.isEmpty() ? List.of() : List.of(value);
    }

    static String bad(String value, String reason, Findings findings) {
        findings.bad(value, reason);
        return "";
    }
}
