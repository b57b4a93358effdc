package io.connections.domain.goal;

import io.connections.domain.goal.Steps.ProcessorFaulty;
import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Reads dates as a file writes them.
///
/// A date with time is written with its offset, not in UTC, so that a property for days still
/// gets the day that the file says.
record DateReader(List<DateTimeFormatter> formatters, ZoneId zone, String reason)
        implements Step.OfOne {
    private static final ZonedDateTime SAMPLE =
            ZonedDateTime.of(2026, 11, 23, 10, 15, 30, 0, ZoneOffset.UTC);

    static DateReader of(Processor.DateFormat format) {
        if (format.patterns().isEmpty()) {
            throw new ProcessorFaulty("Give at least one date pattern, such as dd-MM-yyyy.");
        }
        ZoneId zone = zone(format.zone());
        List<DateTimeFormatter> formatters = new ArrayList<>();
        for (String pattern : format.patterns()) {
            formatters.add(formatter(pattern, format));
        }
        return new DateReader(
                List.copyOf(formatters),
                zone,
                formatters.stream()
                        .map(formatter -> formatter.format(SAMPLE))
                        .collect(
                                Collectors.joining(
                                        " or ",
                                        "is no date like ",
                                        " (%s)".formatted(String.join(", ", format.patterns())))));
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw new ProcessorFaulty(
                    "\"%s\" is no time zone. Use a name such as Europe/Amsterdam.".formatted(name));
        }
    }

    private static DateTimeFormatter formatter(String pattern, Processor.DateFormat format) {
        try {
            DateTimeFormatter formatter =
                    new DateTimeFormatterBuilder()
                            .parseCaseInsensitive()
                            .appendPattern(withPlainYear(pattern))
                            .toFormatter(format.locale())
                            .withResolverStyle(ResolverStyle.STRICT);
            TemporalAccessor reread = formatter.parse(formatter.format(SAMPLE));
            if (reread.query(TemporalQueries.localDate()) != null) {
                return formatter;
            }
        } catch (IllegalArgumentException | DateTimeException notUsable) {
            throw new ProcessorFaulty(
                    "\"%s\" is no date pattern: %s".formatted(pattern, notUsable.getMessage()));
        }
        throw new ProcessorFaulty(
                "The pattern \"%s\" does not say year, month and day.".formatted(pattern));
    }

    /// Strict reading (no 31 February) wants `u` for the year, while people write `y`, which
    /// would need an era beside it.
    private static String withPlainYear(String pattern) {
        if (pattern.indexOf('G') >= 0) {
            return pattern;
        }
        StringBuilder plain = new StringBuilder(pattern.length());
        boolean quoted = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            quoted ^= c == '\'';
            plain.append(c == 'y' && !quoted ? 'u' : c);
        }
        return plain.toString();
    }

    @Override
    public String apply(String value, Findings findings) {
        String text = Steps.trim(value);
        if (text.isEmpty()) {
            return "";
        }
        for (int i = 0; i < formatters.size(); i++) {
            Optional<String> read = read(text, formatters.get(i));
            if (read.isPresent()) {
                return read.get();
            }
        }
        boolean shaped = formatters.stream().anyMatch(formatter -> fits(text, formatter));
        return Steps.bad(value, shaped ? "is no day of the calendar" : reason, findings);
    }

    private Optional<String> read(String text, DateTimeFormatter formatter) {
        // Looking first costs less than the exception of a text that does not fit.
        if (!fits(text, formatter)) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(written(formatter.parse(text)));
        } catch (DateTimeException impossibleDate) {
            return Optional.empty();
        }
    }

    /// Whether the text is written as the pattern says, also if there is no such day.
    private static boolean fits(String text, DateTimeFormatter formatter) {
        ParsePosition position = new ParsePosition(0);
        return formatter.parseUnresolved(text, position) != null
                && position.getErrorIndex() < 0
                && position.getIndex() == text.length();
    }

    private String written(TemporalAccessor parsed) {
        if (parsed.isSupported(ChronoField.INSTANT_SECONDS)
                && parsed.isSupported(ChronoField.OFFSET_SECONDS)) {
            return OffsetDateTime.from(parsed).toString();
        }
        LocalDate date = LocalDate.from(parsed);
        LocalTime time = parsed.query(TemporalQueries.localTime());
        if (time == null) {
            return date.toString();
        }
        return ZonedDateTime.of(date, time, zone).toOffsetDateTime().toString();
    }
}
