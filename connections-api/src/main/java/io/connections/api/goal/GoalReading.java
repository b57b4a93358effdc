package io.connections.api.goal;

import io.connections.application.goal.port.TextTools;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.goal.ConsentMeaning;
import io.connections.domain.goal.ConsentRow;
import io.connections.domain.goal.ExportVariables;
import io.connections.domain.goal.FileFormat;
import io.connections.domain.goal.FileSelection;
import io.connections.domain.goal.FileSelection.AfterImport;
import io.connections.domain.goal.FileSource;
import io.connections.domain.goal.Goal;
import io.connections.domain.goal.GoalId;
import io.connections.domain.goal.ImportGoal;
import io.connections.domain.goal.ImportVariables;
import io.connections.domain.goal.MappingRow;
import io.connections.domain.goal.Matching;
import io.connections.domain.goal.OnBadValue;
import io.connections.domain.goal.Processor;
import io.connections.domain.goal.Restriction;
import io.connections.domain.goal.SharedValue;
import io.connections.domain.goal.Strategy;
import io.connections.domain.goal.VariablePath;
import io.connections.domain.profile.PropertyId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads a goal of a request, place by place.
final class GoalReading {
    private static final GoalId NO_ID = new GoalId(new UUID(0, 0));
    private static final ObjectiveId NO_OBJECTIVE = new ObjectiveId("none");
    private static final PropertyId NO_PROPERTY = new PropertyId("none");

    private final Given given;
    private final ProcessorReading processors;

    GoalReading(TextTools tools, Given given) {
        this.given = given;
        this.processors = new ProcessorReading(tools, given);
    }

    Goal goal(@Nullable GoalJson goal, String at) {
        return switch (goal) {
            case GoalJson.ImportProfiles g -> importProfiles(g, at);
            case GoalJson.FromVariables g ->
                    new ImportVariables(
                            id(g.id(), at),
                            name(g.name(), at),
                            enabled(g.enabled()),
                            g.createWhenNoMatch() != null && g.createWhenNoMatch(),
                            rows(orNone(g.mapping()), at + "/mapping"));
            case GoalJson.ToVariables g ->
                    new ExportVariables(
                            id(g.id(), at),
                            name(g.name(), at),
                            enabled(g.enabled()),
                            values(orNone(g.values()), at + "/values"));
            case null -> {
                given.needed(at, "A goal");
                yield importProfiles(
                        new GoalJson.ImportProfiles(null, null, null, null, null, null, null, null),
                        at);
            }
        };
    }

    private ImportGoal importProfiles(GoalJson.ImportProfiles g, String at) {
        return new ImportGoal(
                id(g.id(), at),
                name(g.name(), at),
                enabled(g.enabled()),
                source(g.source(), at + "/source"),
                matching(g.matching(), at + "/matching"),
                g.createWhenNoMatch() != null && g.createWhenNoMatch(),
                rows(orNone(g.mapping()), at + "/mapping"),
                consent(orNone(g.consent()), at + "/consent"));
    }

    private GoalId id(@Nullable UUID id, String at) {
        if (id == null) {
            given.needed(at + "/id", "The goal's id (a UUID that you choose)");
            return NO_ID;
        }
        return new GoalId(id);
    }

    private String name(@Nullable String typed, String at) {
        String name = given.text(typed, at + "/name", "The goal's name", 200).strip();
        if (typed != null && name.isEmpty()) {
            given.needed(at + "/name", "The goal's name");
        }
        return name;
    }

    private static boolean enabled(@Nullable Boolean enabled) {
        return enabled == null || enabled;
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return Objects.requireNonNullElse(list, List.of());
    }

    /// A variable may still be missing: its goal's check says so.
    private List<SharedValue> values(List<GoalJson.SharedValueJson> values, String at) {
        List<SharedValue> read = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            String place = at + "/" + i;
            read.add(
                    new SharedValue(
                            property(values.get(i).property(), place + "/property"),
                            given.orEmpty(
                                    values.get(i).variable(),
                                    place + "/variable",
                                    VariablePath.MAX_LENGTH)));
        }
        return read;
    }

    FileSource source(GoalJson.@Nullable SourceJson wanted, String at) {
        GoalJson.SourceJson source = wanted;
        if (source == null) {
            given.needed(at, "The goal's source");
            source = new GoalJson.SourceJson(null, null, null, null, null, null, null);
        }
        FileSelection selection =
                new FileSelection(
                        given.orEmpty(source.folder(), at + "/folder", 1000),
                        given.orEmpty(source.namePattern(), at + "/namePattern", 250),
                        Objects.requireNonNullElse(source.pick(), FileSelection.Pick.NEWEST),
                        Objects.requireNonNullElse(
                                source.compression(), FileSelection.Compression.AUTO),
                        afterImport(source.afterImport(), at + "/afterImport"));
        return new FileSource(
                selection,
                Optional.ofNullable(source.format()).map(format -> format(format, at + "/format")));
    }

    private AfterImport afterImport(GoalJson.@Nullable AfterImportJson after, String at) {
        if (after == null) {
            return new AfterImport.Leave();
        }
        return switch (after.kind()) {
            case LEAVE -> new AfterImport.Leave();
            case MARK_DONE -> new AfterImport.MarkDone();
            case DELETE -> new AfterImport.Delete();
            case MOVE -> new AfterImport.Move(given.orEmpty(after.folder(), at + "/folder", 1000));
            case null -> {
                given.needed(at + "/kind", "What becomes of the file");
                yield new AfterImport.Leave();
            }
        };
    }

    private FileFormat format(FormatJson format, String at) {
        return switch (format) {
            case FormatJson.Csv csv ->
                    new FileFormat.Csv(
                            encoding(csv.encoding(), at),
                            given.character(csv.separator(), at + "/separator", "The separator")
                                    .orElse(','),
                            given.optionalCharacter(csv.quote(), at + "/quote", "The quote"),
                            given.optionalCharacter(csv.escape(), at + "/escape", "The escape"),
                            csv.header() == null || csv.header());
            case FormatJson.JsonLines lines ->
                    new FileFormat.JsonLines(encoding(lines.encoding(), at));
        };
    }

    private FileFormat.Encoding encoding(FileFormat.@Nullable Encoding encoding, String at) {
        if (encoding == null) {
            given.needed(at + "/encoding", "The encoding");
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
        return new MappingRow(
                Optional.ofNullable(row.field()).filter(field -> !field.isEmpty()),
                steps(row.processors(), at),
                property(row.property(), at + "/property"),
                Objects.requireNonNullElse(row.strategy(), Strategy.SET),
                Objects.requireNonNullElse(row.restriction(), Restriction.ALL_PROFILES),
                Objects.requireNonNullElse(row.onBadValue(), OnBadValue.REJECT_RECORD));
    }

    private List<Processor> steps(@Nullable List<ProcessorJson> processing, String at) {
        List<Processor> steps = new ArrayList<>();
        List<ProcessorJson> wanted = Objects.requireNonNullElse(processing, List.of());
        for (int i = 0; i < wanted.size(); i++) {
            processors.processor(wanted.get(i), at + "/processors/" + i).ifPresent(steps::add);
        }
        return steps;
    }

    private List<ConsentRow> consent(List<GoalJson.ConsentRowJson> rows, String at) {
        List<ConsentRow> read = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            GoalJson.ConsentRowJson row = rows.get(i);
            String place = at + "/" + i;
            read.add(
                    new ConsentRow(
                            Optional.ofNullable(row.field()).filter(field -> !field.isEmpty()),
                            steps(row.processors(), place),
                            meaning(row, place)));
        }
        return read;
    }

    private ConsentMeaning meaning(GoalJson.ConsentRowJson row, String at) {
        return switch (row.says()) {
            case ANSWER -> new ConsentMeaning.AnswerTo(objective(row.objective(), at));
            case GRANTED -> new ConsentMeaning.Granted();
            case REFUSED -> new ConsentMeaning.Refused();
            case ZONE -> new ConsentMeaning.InZone();
            case STATED_AT -> new ConsentMeaning.StatedAt();
            case null -> {
                given.needed(at + "/says", "What the field says");
                yield new ConsentMeaning.InZone();
            }
        };
    }

    private ObjectiveId objective(@Nullable String id, String at) {
        String said = Objects.requireNonNullElse(id, "");
        ObjectiveId.violation(at + "/objective", said).ifPresent(given::wrong);
        return ObjectiveId.of(said).orElse(NO_OBJECTIVE);
    }

    private PropertyId property(@Nullable String id, String at) {
        if (id == null || id.isEmpty()) {
            given.needed(at, "A profile property");
            return NO_PROPERTY;
        }
        if (!PropertyId.isValid(id)) {
            given.wrong(
                    at, "not-an-option", "A property's id is 1 to 64 letters, digits, - and _.");
            return NO_PROPERTY;
        }
        return new PropertyId(id);
    }
}
