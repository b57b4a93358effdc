package io.connections.api.kernel;

import io.connections.application.kernel.RequestInvalid;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A download (RFC 4180, UTF-8) that people open in a spreadsheet. What is in it was written by
/// strangers, so nothing in it runs.
public final class Spreadsheet {
    /// Without it Excel takes UTF-8 for the encoding of the machine.
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /// Spreadsheets read it as a day and a time whatever language they speak; with a `T` or an
    /// offset it would stay a text.
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private Spreadsheet() {}

    /// The zone in which whoever asks reads times; UTC unless they say one.
    ///
    /// @throws RequestInvalid when there is no such zone
    public static ZoneId zone(@Nullable String asked) {
        if (asked == null || asked.isBlank()) {
            return ZoneOffset.UTC;
        }
        try {
            return ZoneId.of(asked);
        } catch (DateTimeException _) {
            throw RequestInvalid.at(
                    "/zone",
                    "not-a-zone",
                    "zone is an IANA time zone such as Europe/Amsterdam, not \"%s\"."
                            .formatted(asked));
        }
    }

    public static String begin(Stream<String> heads) {
        return BYTE_ORDER_MARK + line(heads);
    }

    public static String line(Stream<String> values) {
        return values.map(CsvField::harmless).collect(Collectors.joining(",", "", "\r\n"));
    }

    /// A time in a cell cannot say in which zone it is; the head of its column does.
    public static String headOfTimes(String words, ZoneId zone) {
        return "%s (%s)".formatted(words, zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId());
    }

    public static String time(Instant at, ZoneId zone) {
        return TIME.format(at.atZone(zone));
    }
}
