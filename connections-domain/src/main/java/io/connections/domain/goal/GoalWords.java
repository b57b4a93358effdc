package io.connections.domain.goal;

import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.goal.FileSelection.AfterImport;
import io.connections.domain.goal.FileSelection.Compression;
import io.connections.domain.goal.FileSelection.Pick;
import io.connections.domain.profile.PropertyId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Parts of a goal as a person would say them. Two parts that differ never read the same.
public final class GoalWords {
    private GoalWords() {}

    public static String yesNo(boolean yes) {
        return yes ? "yes" : "no";
    }

    public static String quoted(String text) {
        return "‘" + text + "’";
    }

    public static String pick(Pick pick) {
        return switch (pick) {
            case NEWEST -> "the newest";
            case ALL_BY_NAME -> "all, by name";
            case ALL_BY_TIME -> "all, oldest first";
        };
    }

    public static String compression(Compression compression) {
        return switch (compression) {
            case AUTO -> "found out from the file";
            case NONE -> "none";
            case GZIP -> "gzip";
            case ZIP -> "zip";
        };
    }

    public static String afterImport(AfterImport afterImport) {
        return switch (afterImport) {
            case AfterImport.Leave() -> "leave it";
            case AfterImport.MarkDone() -> "rename it to .done";
            case AfterImport.Move(String folder) -> "move it to " + quoted(folder);
            case AfterImport.Delete() -> "delete it";
        };
    }

    public static String format(Optional<FileFormat> format) {
        return format.map(GoalWords::format).orElse("found out from each file");
    }

    private static String format(FileFormat format) {
        String encoding = format.encoding().name().replace('_', '-');
        return switch (format) {
            case FileFormat.Csv(
                            _,
                            char separator,
                            Optional<Character> quote,
                            Optional<Character> escape,
                            boolean header) ->
                    "separated by %s, %s, %s, %s, %s"
                            .formatted(
                                    character(separator),
                                    quote.map(c -> "quoted with " + character(c))
                                            .orElse("not quoted"),
                                    escape.map(c -> "escaped with " + character(c))
                                            .orElse("quotes doubled"),
                                    header ? "first line names the fields" : "no header",
                                    encoding);
            case FileFormat.JsonLines _ -> "one JSON object per line, " + encoding;
        };
    }

    private static String character(char c) {
        return c == '\t' ? "tab" : quoted(String.valueOf(c));
    }

    /// `email, or firstName and lastName`.
    public static String matching(Matching matching) {
        return matching.anyOf().stream()
                .map(
                        group ->
                                group.stream()
                                        .map(PropertyId::value)
                                        .collect(Collectors.joining(" and ")))
                .collect(Collectors.joining(", or "));
    }

    /// `from ‘E-Mail’, trim, clean e-mail, set`; what is as usual is not said.
    public static String row(MappingRow row) {
        return Stream.of(
                        Stream.of(row.field().map(f -> "from " + quoted(f)).orElse("no field")),
                        row.processors().stream().map(GoalWords::processor),
                        Stream.of(strategy(row.strategy())),
                        row.restriction() == Restriction.ALL_PROFILES
                                ? Stream.<String>empty()
                                : Stream.of(plain(row.restriction())),
                        row.onBadValue() == OnBadValue.REJECT_RECORD
                                ? Stream.<String>empty()
                                : Stream.of("bad values left out"))
                .flatMap(words -> words)
                .collect(Collectors.joining(", "));
    }

    public static String strategy(Strategy strategy) {
        return plain(strategy);
    }

    private static String plain(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    public static String processor(Processor processor) {
        return switch (processor) {
            case Processor.Trim() -> "trim";
            case Processor.ChangeCase(Processor.ChangeCase.To to, Locale locale) ->
                    plain(to) + " case" + of(locale);
            case Processor.Concatenate(List<String> fields, String separator) ->
                    "join with %s by %s"
                            .formatted(
                                    fields.stream()
                                            .map(GoalWords::quoted)
                                            .collect(Collectors.joining(" and ")),
                                    quoted(separator));
            case Processor.FixedValue(String value) -> "fixed value " + quoted(value);
            case Processor.DateFormat(List<String> patterns, Locale locale, String zone) ->
                    "read as date %s%s in %s"
                            .formatted(
                                    patterns.stream()
                                            .map(GoalWords::quoted)
                                            .collect(Collectors.joining(" or ")),
                                    of(locale),
                                    zone);
            case Processor.NumberFormat(char decimal, char grouping) ->
                    "read as number with %s and %s"
                            .formatted(character(decimal), character(grouping));
            case Processor.CleanEmail() -> "clean e-mail";
            case Processor.CleanPhone(PhoneFormat format, Optional<String> regionField) ->
                    "clean phone number of %s%s"
                            .formatted(
                                    format.region(),
                                    regionField
                                            .map(f -> " or as " + quoted(f) + " says")
                                            .orElse(""));
            case Processor.Hash() -> "hash";
            case Processor.RegexFilter(
                            TextPattern pattern,
                            boolean inverted,
                            Processor.RegexFilter.OnMiss onMiss) ->
                    "keep what %s %s, else %s"
                            .formatted(
                                    inverted ? "does not match" : "matches",
                                    quoted(pattern.source()),
                                    plain(onMiss));
            case Processor.RegexReplace(TextPattern pattern, String replacement) ->
                    "replace %s by %s".formatted(quoted(pattern.source()), quoted(replacement));
            case Processor.Split(String separator) -> "split at " + quoted(separator);
            case Processor.ValueTable(
                            Map<String, String> table,
                            boolean ignoreCase,
                            Processor.ValueTable.Otherwise otherwise) ->
                    "table %s%s, else %s"
                            .formatted(
                                    table.entrySet().stream()
                                            .sorted(Map.Entry.comparingByKey())
                                            .map(
                                                    entry ->
                                                            quoted(entry.getKey())
                                                                    + " → "
                                                                    + quoted(entry.getValue()))
                                            .collect(Collectors.joining(" ")),
                                    ignoreCase ? " in any case" : "",
                                    plain(otherwise));
            case Processor.Expression(Formula formula) -> "expression " + quoted(formula.source());
        };
    }

    /// Where the consent comes from; what it says is the row's name.
    public static String source(ConsentRow row) {
        return Stream.concat(
                        Stream.of(row.field().map(f -> "from " + quoted(f)).orElse("no field")),
                        row.processors().stream().map(GoalWords::processor))
                .collect(Collectors.joining(", "));
    }

    public static String meaning(ConsentMeaning meaning) {
        return switch (meaning) {
            case ConsentMeaning.AnswerTo(ObjectiveId objective) ->
                    "consent to " + quoted(objective.value());
            case ConsentMeaning.Granted() -> "consented objectives";
            case ConsentMeaning.Refused() -> "refused objectives";
            case ConsentMeaning.InZone() -> "privacy zone";
            case ConsentMeaning.StatedAt() -> "time of the consent";
        };
    }

    private static String of(Locale locale) {
        return locale.equals(Locale.ROOT) ? "" : " (" + locale.toLanguageTag() + ")";
    }
}
