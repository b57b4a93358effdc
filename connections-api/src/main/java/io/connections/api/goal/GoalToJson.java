package io.connections.api.goal;

import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.goal.ConsentMeaning;
import io.connections.domain.goal.ConsentRow;
import io.connections.domain.goal.ExportVariables;
import io.connections.domain.goal.FileSelection;
import io.connections.domain.goal.FileSelection.AfterImport;
import io.connections.domain.goal.FileSource;
import io.connections.domain.goal.Goal;
import io.connections.domain.goal.ImportGoal;
import io.connections.domain.goal.ImportVariables;
import io.connections.domain.goal.MappingRow;
import io.connections.domain.goal.Processor;
import io.connections.domain.profile.PropertyId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What is saved, as the wire shows it.
final class GoalToJson {
    private GoalToJson() {}

    static GoalJson json(Goal goal) {
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
                            g.mapping().stream().map(GoalToJson::json).toList(),
                            g.consent().stream().map(GoalToJson::json).toList());
            case ImportVariables g ->
                    new GoalJson.FromVariables(
                            g.id().value(),
                            g.name(),
                            g.enabled(),
                            g.createWhenNoMatch(),
                            g.mapping().stream().map(GoalToJson::json).toList());
            case ExportVariables g ->
                    new GoalJson.ToVariables(
                            g.id().value(),
                            g.name(),
                            g.enabled(),
                            g.values().stream()
                                    .map(
                                            each ->
                                                    new GoalJson.SharedValueJson(
                                                            each.property().value(),
                                                            each.variable()))
                                    .toList());
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
                row.processors().stream().map(GoalToJson::json).toList(),
                row.property().value(),
                row.strategy(),
                row.restriction(),
                row.onBadValue());
    }

    private static GoalJson.ConsentRowJson json(ConsentRow row) {
        return new GoalJson.ConsentRowJson(
                row.field().orElse(null),
                row.processors().stream().map(GoalToJson::json).toList(),
                switch (row.meaning()) {
                    case ConsentMeaning.AnswerTo _ -> GoalJson.ConsentSaysJson.ANSWER;
                    case ConsentMeaning.Granted _ -> GoalJson.ConsentSaysJson.GRANTED;
                    case ConsentMeaning.Refused _ -> GoalJson.ConsentSaysJson.REFUSED;
                    case ConsentMeaning.InZone _ -> GoalJson.ConsentSaysJson.ZONE;
                    case ConsentMeaning.StatedAt _ -> GoalJson.ConsentSaysJson.STATED_AT;
                },
                row.meaning() instanceof ConsentMeaning.AnswerTo(ObjectiveId objective)
                        ? objective.value()
                        : null);
    }

    static ProcessorJson json(Processor processor) {
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
            case Processor.CleanPhone p ->
                    new ProcessorJson.CleanPhone(p.format().region(), p.regionField().orElse(null));
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
}
