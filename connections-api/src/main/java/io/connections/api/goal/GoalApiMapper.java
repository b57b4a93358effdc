package io.connections.api.goal;

import io.connections.application.goal.port.TextTools;
import io.connections.application.kernel.RequestInvalid;
import io.connections.domain.goal.FileFormat;
import io.connections.domain.goal.FileSelection;
import io.connections.domain.goal.FileSelection.AfterImport;
import io.connections.domain.goal.FileSource;
import io.connections.domain.goal.Goal;
import io.connections.domain.goal.GoalId;
import io.connections.domain.goal.ImportGoal;
import io.connections.domain.goal.MappingRow;
import io.connections.domain.goal.Matching;
import io.connections.domain.goal.OnBadValue;
import io.connections.domain.goal.Processor;
import io.connections.domain.goal.Restriction;
import io.connections.domain.goal.Strategy;
import io.connections.domain.goal.TextPattern;
import io.connections.domain.kernel.Violation;
import io.connections.domain.profile.PropertyId;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Goals between wire and domain. By hand, since both sides are unions and what a person wrote is
/// compiled on the way; everything that cannot be is collected with its place.
@Singleton
public class GoalApiMapper {
    private static final int MAX_PATTERN = 4096;

    private final TextTools tools;

    GoalApiMapper(TextTools tools) {
        this.tools = tools;
    }

    /// Fails with [RequestInvalid] that names every place.
    public List<Goal> goals(@Nullable List<GoalJson> goals) {
        List<Violation> violations = new ArrayList<>();
        List<Goal> read = new ArrayList<>();
        List<GoalJson> given = Objects.requireNonNullElse(goals, List.of());
        for (int i = 0; i < given.size(); i++) {
            read.add(new Reading(violations).goal(given.get(i), "/goals/" + i));
        }
        refuse(violations);
        return read;
    }

    /// @param pointer where it stands in the request
    public ImportGoal importGoal(GoalJson goal, String pointer) {
        List<Violation> violations = new ArrayList<>();
        Goal read = new Reading(violations).goal(goal, pointer);
        refuse(violations);
        return switch (read) {
            case ImportGoal importGoal -> importGoal;
        };
    }

    /// @param pointer where it stands in the request
    public FileSource source(GoalJson.@Nullable SourceJson source, String pointer) {
        List<Violation> violations = new ArrayList<>();
        FileSource read = new Reading(violations).source(source, pointer);
        refuse(violations);
        return read;
    }

    private static void refuse(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw new RequestInvalid(violations);
        }
    }

    public static GoalJson json(Goal goal) {
        return switch (goal) {
            case ImportGoal g ->
                    new GoalJson.ImportProfiles(
                            g.id().value(),
                            g.name(),
                            g.enabled(),
                            json(g.source()),
                            new GoalJson.MatchingJson(
                                    g.matching().anyOf().stream()
                                            .map(
                                                    group ->
                                                            group.stream()
                                                                    .map(PropertyId::value)
                                                                    .toList())
                                            .toList()),
                            g.createWhenNoMatch(),
                            g.mapping().stream().map(GoalApiMapper::json).toList());
        };
    }

    private static GoalJson.SourceJson json(FileSource source) {
        FileSelection selection = source.selection();
        return new GoalJson.SourceJson(
                GoalJson.SourceKind.FILES,
                selection.folder(),
                selection.namePattern(),
                selection.pick(),
                selection.compression(),
                switch (selection.afterImport()) {
                    case AfterImport.Leave() ->
                            new GoalJson.AfterImportJson(GoalJson.AfterImportKind.LEAVE, null);
                    case AfterImport.MarkDone() ->
                            new GoalJson.AfterImportJson(GoalJson.AfterImportKind.MARK_DONE, null);
                    case AfterImport.Delete() ->
                            new GoalJson.AfterImportJson(GoalJson.AfterImportKind.DELETE, null);
                    case AfterImport.Move(String folder) ->
                            new GoalJson.AfterImportJson(GoalJson.AfterImportKind.MOVE, folder);
                },
                source.format().map(FormatJson::of).orElse(null));
    }

    private static GoalJson.RowJson json(MappingRow row) {
        return new GoalJson.RowJson(
                row.field().orElse(null),
                row.processors().stream().map(GoalApiMapper::json).toList(),
                row.property().value(),
                row.strategy(),
                row.restriction(),
                row.onBadValue());
    }

    private static ProcessorJson json(Processor processor) {
        return switch (processor) {
            case Processor.Trim() -> new ProcessorJson.Trim();
            case Processor.ChangeCase c -> new ProcessorJson.ChangeCase(c.to(), tagOf(c.locale()));
            case Processor.Concatenate c ->
                    new ProcessorJson.Concatenate(c.fields(), c.separator());
            case Processor.FixedValue(String value) -> new ProcessorJson.FixedValue(value);
            case Processor.DateFormat d ->
                    new ProcessorJson.DateFormat(d.patterns(), tagOf(d.locale()), d.zone());
            case Processor.NumberFormat n ->
                    new ProcessorJson.NumberFormat(
                            String.valueOf(n.decimalSeparator()),
                            String.valueOf(n.groupingSeparator()));
            case Processor.CleanEmail() -> new ProcessorJson.CleanEmail();
            case Processor.CleanPhone p -> new ProcessorJson.CleanPhone(p.format().region());
            case Processor.Hash() -> new ProcessorJson.Hash();
            case Processor.RegexFilter f ->
                    new ProcessorJson.RegexFilter(f.pattern().source(), f.inverted(), f.onMiss());
            case Processor.RegexReplace r ->
                    new ProcessorJson.RegexReplace(r.pattern().source(), r.replacement());
            case Processor.Split(String separator) -> new ProcessorJson.Split(separator);
            case Processor.ValueTable t ->
                    new ProcessorJson.ValueTable(t.table(), t.ignoreCase(), t.otherwise());
            case Processor.Expression e -> new ProcessorJson.Expression(e.formula().source());
        };
    }

    private static @Nullable String tagOf(Locale locale) {
        return locale.equals(Locale.ROOT) ? null : locale.toLanguageTag();
    }

    /// One pass over a request. After a violation it goes on with a stand-in, so that a person
    /// hears of all places at once; the stand-ins never leave this class.
    private final class Reading {
        private static final GoalId NO_ID = new GoalId(new UUID(0, 0));
        private static final PropertyId NO_PROPERTY = new PropertyId("none");

        private final List<Violation> violations;

        Reading(List<Violation> violations) {
            this.violations = violations;
        }

        Goal goal(@Nullable GoalJson goal, String at) {
            return switch (goal) {
                case GoalJson.ImportProfiles g -> importProfiles(g, at);
                case null -> {
                    needed(at, "A goal");
                    yield importProfiles(
                            new GoalJson.ImportProfiles(null, null, null, null, null, null, null),
                            at);
                }
            };
        }

        private ImportGoal importProfiles(GoalJson.ImportProfiles g, String at) {
            GoalId id = NO_ID;
            if (g.id() == null) {
                needed(at + "/id", "The goal's id (a UUID that you choose)");
            } else {
                id = new GoalId(g.id());
            }
            String name = text(g.name(), at + "/name", "The goal's name", 200).strip();
            if (g.name() != null && name.isEmpty()) {
                needed(at + "/name", "The goal's name");
            }
            return new ImportGoal(
                    id,
                    name,
                    g.enabled() == null || g.enabled(),
                    source(g.source(), at + "/source"),
                    matching(g.matching(), at + "/matching"),
                    g.createWhenNoMatch() != null && g.createWhenNoMatch(),
                    rows(Objects.requireNonNullElse(g.mapping(), List.of()), at + "/mapping"));
        }

        FileSource source(GoalJson.@Nullable SourceJson s, String at) {
            GoalJson.SourceJson given = s;
            if (given == null) {
                needed(at, "The goal's source");
                given = new GoalJson.SourceJson(null, null, null, null, null, null, null);
            }
            FileSelection selection =
                    new FileSelection(
                            orEmpty(given.folder(), at + "/folder", 1000),
                            orEmpty(given.namePattern(), at + "/namePattern", 250),
                            Objects.requireNonNullElse(given.pick(), FileSelection.Pick.NEWEST),
                            Objects.requireNonNullElse(
                                    given.compression(), FileSelection.Compression.AUTO),
                            afterImport(given.afterImport(), at + "/afterImport"));
            return new FileSource(
                    selection,
                    Optional.ofNullable(given.format())
                            .map(format -> format(format, at + "/format")));
        }

        private AfterImport afterImport(GoalJson.@Nullable AfterImportJson after, String at) {
            if (after == null) {
                return new AfterImport.Leave();
            }
            return switch (after.kind()) {
                case LEAVE -> new AfterImport.Leave();
                case MARK_DONE -> new AfterImport.MarkDone();
                case DELETE -> new AfterImport.Delete();
                case MOVE -> new AfterImport.Move(orEmpty(after.folder(), at + "/folder", 1000));
                case null -> {
                    needed(at + "/kind", "What becomes of the file");
                    yield new AfterImport.Leave();
                }
            };
        }

        private FileFormat format(FormatJson format, String at) {
            return switch (format) {
                case FormatJson.Csv csv ->
                        new FileFormat.Csv(
                                encoding(csv.encoding(), at),
                                character(csv.separator(), at + "/separator", "The separator")
                                        .orElse(','),
                                optionalCharacter(csv.quote(), at + "/quote", "The quote"),
                                optionalCharacter(csv.escape(), at + "/escape", "The escape"),
                                csv.header() == null || csv.header());
                case FormatJson.JsonLines lines ->
                        new FileFormat.JsonLines(encoding(lines.encoding(), at));
            };
        }

        private FileFormat.Encoding encoding(FileFormat.@Nullable Encoding encoding, String at) {
            if (encoding == null) {
                needed(at + "/encoding", "The encoding");
                return FileFormat.Encoding.UTF_8;
            }
            return encoding;
        }

        private Matching matching(GoalJson.@Nullable MatchingJson matching, String at) {
            List<List<PropertyId>> groups = new ArrayList<>();
            if (matching != null && matching.anyOf() != null) {
                for (int i = 0; i < matching.anyOf().size(); i++) {
                    List<String> group = matching.anyOf().get(i);
                    List<PropertyId> properties = new ArrayList<>();
                    for (int j = 0; j < group.size(); j++) {
                        properties.add(property(group.get(j), at + "/anyOf/" + i + "/" + j));
                    }
                    groups.add(properties);
                }
            }
            return new Matching(groups);
        }

        private List<MappingRow> rows(List<GoalJson.RowJson> rows, String at) {
            List<MappingRow> read = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                read.add(row(rows.get(i), at + "/" + i));
            }
            return read;
        }

        private MappingRow row(GoalJson.RowJson row, String at) {
            List<Processor> processors = new ArrayList<>();
            List<ProcessorJson> given = Objects.requireNonNullElse(row.processors(), List.of());
            for (int i = 0; i < given.size(); i++) {
                processor(given.get(i), at + "/processors/" + i).ifPresent(processors::add);
            }
            return new MappingRow(
                    Optional.ofNullable(row.field()).filter(field -> !field.isEmpty()),
                    processors,
                    property(row.property(), at + "/property"),
                    Objects.requireNonNullElse(row.strategy(), Strategy.SET),
                    Objects.requireNonNullElse(row.restriction(), Restriction.ALL_PROFILES),
                    Objects.requireNonNullElse(row.onBadValue(), OnBadValue.REJECT_RECORD));
        }

        private Optional<Processor> processor(@Nullable ProcessorJson processor, String at) {
            return switch (processor) {
                case null -> {
                    needed(at, "A processor");
                    yield Optional.empty();
                }
                case ProcessorJson.Trim() -> Optional.of(new Processor.Trim());
                case ProcessorJson.ChangeCase c -> changeCase(c, at);
                case ProcessorJson.Concatenate c ->
                        Optional.of(
                                new Processor.Concatenate(
                                        list(c.fields(), at + "/fields", "The fields to join"),
                                        orEmpty(c.separator(), at + "/separator", 100)));
                case ProcessorJson.FixedValue(String value) ->
                        Optional.of(
                                new Processor.FixedValue(
                                        text(value, at + "/value", "The value", 65_536)));
                case ProcessorJson.DateFormat d ->
                        Optional.of(
                                new Processor.DateFormat(
                                        list(d.patterns(), at + "/patterns", "A date pattern"),
                                        locale(d.locale(), at + "/locale", Locale.ENGLISH),
                                        Objects.requireNonNullElse(d.zone(), "UTC")));
                case ProcessorJson.NumberFormat n ->
                        character(
                                        n.decimalSeparator(),
                                        at + "/decimalSeparator",
                                        "The decimal separator")
                                .flatMap(
                                        decimal ->
                                                character(
                                                                n.groupingSeparator(),
                                                                at + "/groupingSeparator",
                                                                "The grouping separator")
                                                        .map(
                                                                grouping ->
                                                                        new Processor.NumberFormat(
                                                                                decimal,
                                                                                grouping)));
                case ProcessorJson.CleanEmail() -> Optional.of(new Processor.CleanEmail());
                case ProcessorJson.CleanPhone(String region) ->
                        compiled(
                                        tools.phone(text(region, at + "/region", "The region", 2)),
                                        region,
                                        at + "/region")
                                .map(Processor.CleanPhone::new);
                case ProcessorJson.Hash() -> Optional.of(new Processor.Hash());
                case ProcessorJson.RegexFilter f ->
                        compiled(
                                        tools.pattern(pattern(f.pattern(), at)),
                                        f.pattern(),
                                        at + "/pattern")
                                .map(
                                        pattern ->
                                                new Processor.RegexFilter(
                                                        pattern,
                                                        f.inverted() != null && f.inverted(),
                                                        Objects.requireNonNullElse(
                                                                f.onMiss(),
                                                                Processor.RegexFilter.OnMiss
                                                                        .DROP_VALUE)));
                case ProcessorJson.RegexReplace r ->
                        compiled(
                                        tools.pattern(pattern(r.pattern(), at)),
                                        r.pattern(),
                                        at + "/pattern")
                                .map(
                                        pattern ->
                                                new Processor.RegexReplace(
                                                        pattern,
                                                        replacement(
                                                                r.replacement(),
                                                                pattern,
                                                                at + "/replacement")));
                case ProcessorJson.Split(String separator) ->
                        Optional.of(
                                new Processor.Split(
                                        text(separator, at + "/separator", "The separator", 100)));
                case ProcessorJson.ValueTable t ->
                        Optional.of(
                                new Processor.ValueTable(
                                        table(t.table(), at + "/table"),
                                        t.ignoreCase() != null && t.ignoreCase(),
                                        Objects.requireNonNullElse(
                                                t.otherwise(),
                                                Processor.ValueTable.Otherwise.KEEP)));
                case ProcessorJson.Expression(String formula) ->
                        compiled(
                                        tools.formula(
                                                text(
                                                        formula,
                                                        at + "/formula",
                                                        "The formula",
                                                        MAX_PATTERN)),
                                        formula,
                                        at + "/formula")
                                .map(Processor.Expression::new);
            };
        }

        private Optional<Processor> changeCase(ProcessorJson.ChangeCase c, String at) {
            if (c.to() == null) {
                needed(at + "/to", "The case");
                return Optional.empty();
            }
            return Optional.of(
                    new Processor.ChangeCase(
                            c.to(), locale(c.locale(), at + "/locale", Locale.ROOT)));
        }

        private String pattern(@Nullable String pattern, String at) {
            return text(pattern, at + "/pattern", "The pattern", MAX_PATTERN);
        }

        private String replacement(@Nullable String text, TextPattern pattern, String at) {
            String given = orEmpty(text, at, MAX_PATTERN);
            pattern.faultOf(given)
                    .ifPresent(
                            fault -> violations.add(new Violation(at, "does-not-compile", fault)));
            return given;
        }

        private Map<String, String> table(@Nullable Map<String, String> table, String at) {
            if (table == null) {
                needed(at, "The table");
                return Map.of();
            }
            for (Map.Entry<String, @Nullable String> row : table.entrySet()) {
                if (row.getValue() == null) {
                    needed(at + "/" + row.getKey(), "The value to replace by (\"\" drops it)");
                    return Map.of();
                }
            }
            return table;
        }

        /// What is missing has been said already.
        private <T> Optional<T> compiled(
                TextTools.Compiled<T> compiled, @Nullable String source, String at) {
            return switch (compiled) {
                case TextTools.Compiled.Ready<T>(T value) -> Optional.of(value);
                case TextTools.Compiled.Faulty<T>(String message) -> {
                    if (source != null) {
                        violations.add(new Violation(at, "does-not-compile", message));
                    }
                    yield Optional.empty();
                }
            };
        }

        private Locale locale(@Nullable String tag, String at, Locale otherwise) {
            if (tag == null || tag.isEmpty()) {
                return otherwise;
            }
            Locale locale = Locale.forLanguageTag(tag);
            if (locale.getLanguage().isEmpty()) {
                violations.add(
                        new Violation(
                                at,
                                "not-an-option",
                                "'%s' is no language tag such as nl or de-CH.".formatted(tag)));
                return otherwise;
            }
            return locale;
        }

        private PropertyId property(@Nullable String id, String at) {
            if (id == null || id.isEmpty()) {
                needed(at, "A profile property");
                return NO_PROPERTY;
            }
            if (!PropertyId.isValid(id)) {
                violations.add(
                        new Violation(
                                at,
                                "not-an-option",
                                "A property's id is 1 to 64 letters, digits, - and _."));
                return NO_PROPERTY;
            }
            return new PropertyId(id);
        }

        private List<String> list(@Nullable List<String> values, String at, String what) {
            if (values == null || values.isEmpty() || values.stream().anyMatch(Objects::isNull)) {
                needed(at, what);
                return List.of();
            }
            return values;
        }

        private Optional<Character> optionalCharacter(
                @Nullable String text, String at, String what) {
            return text == null || text.isEmpty() ? Optional.empty() : character(text, at, what);
        }

        private Optional<Character> character(@Nullable String text, String at, String what) {
            if (text == null || text.isEmpty()) {
                needed(at, what);
                return Optional.empty();
            }
            if (text.length() != 1) {
                violations.add(new Violation(at, "too-long", what + " is one character."));
                return Optional.empty();
            }
            return Optional.of(text.charAt(0));
        }

        private String text(@Nullable String text, String at, String what, int max) {
            if (text == null) {
                needed(at, what);
                return "";
            }
            return limited(text, at, max);
        }

        private String orEmpty(@Nullable String text, String at, int max) {
            return text == null ? "" : limited(text, at, max);
        }

        private String limited(String text, String at, int max) {
            if (text.length() > max) {
                violations.add(
                        new Violation(
                                at, "too-long", "This has at most %d characters.".formatted(max)));
            }
            return text;
        }

        private void needed(String at, String what) {
            violations.add(new Violation(at, "required", what + " is needed."));
        }
    }
}
