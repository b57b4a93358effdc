package io.connections.domain.goal;

import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.goal.Steps.ProcessorFaulty;
import io.connections.domain.kernel.Violation;
import io.connections.domain.profile.ProfileProperty;
import io.connections.domain.profile.PropertyId;
import io.connections.domain.profile.PropertyType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// What keeps a goal from running.
public final class GoalCheck {
    private final Map<PropertyId, ProfileProperty> properties;
    private final String pointer;
    private final List<Violation> violations = new ArrayList<>();

    private GoalCheck(Map<PropertyId, ProfileProperty> properties, String pointer) {
        this.properties = properties;
        this.pointer = pointer;
    }

    /// Every problem of the goal; none when it can run.
    ///
    /// @param pointer where the goal stands in the document people look at (`/goals/0`); the
    ///     violations point below it (`/goals/0/mapping/3/property`)
    public static List<Violation> problems(
            Goal goal, Collection<ProfileProperty> properties, String pointer) {
        GoalCheck check = new GoalCheck(byId(properties), pointer);
        switch (goal) {
            case ImportGoal one -> {
                check.source(one.source());
                check.matching(one);
                check.mapping(one.mapping());
                check.consent(one.consent());
            }
            case ImportVariables one -> {
                check.mapping(one.mapping());
                check.variables(one.mapping());
                check.identifiersAreProven(one.mapping());
            }
            case ExportVariables one -> check.shared(one.values());
        }
        return List.copyOf(check.violations);
    }

    /// Objectives that the goal asks about and that there are not (any more).
    public static List<Violation> missingObjectives(
            Goal goal, Set<ObjectiveId> objectives, String pointer) {
        List<Violation> missing = new ArrayList<>();
        List<ConsentRow> rows = goal instanceof ImportGoal one ? one.consent() : List.of();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).meaning() instanceof ConsentMeaning.AnswerTo(ObjectiveId id)
                    && !objectives.contains(id)) {
                missing.add(
                        new Violation(
                                pointer + "/consent/" + i + "/objective",
                                "unknown-objective",
                                noObjective(id)));
            }
        }
        return missing;
    }

    static String noObjective(ObjectiveId id) {
        return "There is no objective \"%s\" (any more). Choose one that there is, or take the row out."
                .formatted(id.value());
    }

    static Map<PropertyId, ProfileProperty> byId(Collection<ProfileProperty> properties) {
        Map<PropertyId, ProfileProperty> byId = new HashMap<>();
        for (ProfileProperty property : properties) {
            byId.put(property.id(), property);
        }
        return byId;
    }

    private void source(FileSource source) {
        FileSelection selection = source.selection();
        if (selection.namePattern().isBlank()) {
            violation(
                    "/source/namePattern",
                    "no-name-pattern",
                    "Say which files to read, such as customers-*.csv.");
        }
        if (selection.afterImport() instanceof FileSelection.AfterImport.Move(String folder)
                && folder.isBlank()) {
            violation(
                    "/source/afterImport/folder",
                    "no-folder",
                    "Say where the files go after they were imported.");
        }
        if (source.format().orElse(null) instanceof FileFormat.Csv csv) {
            if (csv.quote().isPresent() && csv.quote().get() == csv.separator()) {
                violation(
                        "/source/format/quote",
                        "quote-is-separator",
                        "The quote and the separator are the same character.");
            }
            if (csv.escape().isPresent() && csv.escape().get() == csv.separator()) {
                violation(
                        "/source/format/escape",
                        "escape-is-separator",
                        "The escape character and the separator are the same.");
            }
        }
    }

    private void matching(ImportGoal goal) {
        List<List<PropertyId>> groups = goal.matching().anyOf();
        if (groups.isEmpty()) {
            violation(
                    "/matching/anyOf",
                    "no-identifier",
                    "Choose an identifier to match records by.");
        }
        for (int i = 0; i < groups.size(); i++) {
            List<PropertyId> group = groups.get(i);
            if (group.isEmpty()) {
                violation(
                        "/matching/anyOf/" + i,
                        "empty-group",
                        "Choose an identifier for this group, or take the group out.");
            }
            for (int j = 0; j < group.size(); j++) {
                matchingProperty(goal, "/matching/anyOf/" + i + "/" + j, group.get(j));
            }
        }
    }

    private void matchingProperty(ImportGoal goal, String at, PropertyId id) {
        ProfileProperty property = properties.get(id);
        if (property == null) {
            unknownProperty(at, id);
        } else if (!property.identifier()) {
            violation(
                    at,
                    "not-an-identifier",
                    "\"%s\" is no identifier: several profiles may have the same value."
                            .formatted(property.name()));
        } else if (goal.mapping().stream().noneMatch(row -> row.property().equals(id))) {
            violation(
                    at,
                    "identifier-not-mapped",
                    "Map a field to \"%s\", so that records can be matched by it."
                            .formatted(property.name()));
        } else if (goal.createWhenNoMatch()
                && goal.mapping().stream().noneMatch(row -> writesNewProfile(row, id))) {
            violation(
                    at,
                    "identifier-not-written",
                    ("New profiles would not get \"%s\", and the next run would make them again."
                                    + " Let a mapping row set it for new profiles.")
                            .formatted(property.name()));
        }
    }

    private static boolean writesNewProfile(MappingRow row, PropertyId id) {
        return row.property().equals(id)
                && row.strategy() != Strategy.REMOVE
                && row.restriction() != Restriction.EXISTING_PROFILES_ONLY;
    }

    private void mapping(List<MappingRow> rows) {
        if (rows.isEmpty()) {
            violation("/mapping", "no-mapping", "Map at least one field to a property.");
        }
        for (int i = 0; i < rows.size(); i++) {
            row("/mapping/" + i, rows.get(i));
        }
    }

    private void row(String at, MappingRow row) {
        if (row.field().isEmpty() && row.processors().stream().noneMatch(GoalCheck::makesValues)) {
            violation(
                    at + "/field",
                    "no-field",
                    "Choose a field, or add a processor that makes a value.");
        }
        ProfileProperty property = properties.get(row.property());
        if (property == null) {
            unknownProperty(at + "/property", row.property());
        } else if (row.strategy() == Strategy.SUM) {
            sum(at + "/strategy", property);
        }
        processors(at, row.processors());
    }

    private void processors(String at, List<Processor> processors) {
        for (int i = 0; i < processors.size(); i++) {
            Optional<String> fault = faultOf(processors.get(i));
            if (fault.isPresent()) {
                violation(at + "/processors/" + i, "processor-invalid", fault.get());
            }
        }
    }

    private void consent(List<ConsentRow> rows) {
        Set<ConsentMeaning> met = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            ConsentRow row = rows.get(i);
            String at = "/consent/" + i;
            if (row.field().isEmpty()
                    && row.processors().stream().noneMatch(GoalCheck::makesValues)) {
                violation(
                        at + "/field",
                        "no-field",
                        "Choose a field, or add a processor that makes a value.");
            }
            processors(at, row.processors());
            if (!met.add(row.meaning()) && onlyOnce(row.meaning())) {
                violation(
                        at + "/says",
                        "said-twice",
                        "Another row says the same. Two of them could contradict each other.");
            }
        }
        if (met.equals(Set.of(new ConsentMeaning.StatedAt()))) {
            violation(
                    "/consent",
                    "time-of-nothing",
                    "A row says when people stated their consent, but none says to what.");
        }
    }

    private static boolean onlyOnce(ConsentMeaning meaning) {
        return switch (meaning) {
            case ConsentMeaning.AnswerTo _, ConsentMeaning.InZone _, ConsentMeaning.StatedAt _ ->
                    true;
            case ConsentMeaning.Granted _, ConsentMeaning.Refused _ -> false;
        };
    }

    private void variables(List<MappingRow> rows) {
        for (int i = 0; i < rows.size(); i++) {
            String at = "/mapping/" + i;
            rows.get(i).field().ifPresent(field -> variable(at + "/field", field));
            List<Processor> processors = rows.get(i).processors();
            for (int j = 0; j < processors.size(); j++) {
                String step = at + "/processors/" + j;
                ColumnNeeds.namedBy(processors.get(j)).forEach(field -> variable(step, field));
            }
        }
    }

    private void variable(String at, String text) {
        VariablePath.fault(text).ifPresent(fault -> violation(at, "no-variable", fault));
    }

    /// Whoever looks at a page could write what they like into its variables, and with it take over
    /// somebody else's profile.
    private void identifiersAreProven(List<MappingRow> rows) {
        for (int i = 0; i < rows.size(); i++) {
            ProfileProperty property = properties.get(rows.get(i).property());
            if (property != null && property.identifier()) {
                violation(
                        "/mapping/" + i + "/property",
                        "identifier-unproven",
                        "\"%s\" is an identifier, and a page's variable proves nobody's identity. The website names people by the tag's identify, with a proof."
                                .formatted(property.name()));
            }
        }
    }

    private void shared(List<SharedValue> values) {
        if (values.isEmpty()) {
            violation("/values", "no-values", "Choose at least one property to show to the page.");
        }
        Set<String> variables = new HashSet<>();
        for (int i = 0; i < values.size(); i++) {
            SharedValue value = values.get(i);
            String at = "/values/" + i;
            if (!properties.containsKey(value.property())) {
                unknownProperty(at + "/property", value.property());
            }
            Optional<String> fault = VariablePath.fault(value.variable());
            if (fault.isPresent()) {
                violation(at + "/variable", "no-variable", fault.get());
            } else if (!new VariablePath(value.variable()).isOnePlace()) {
                violation(
                        at + "/variable",
                        "no-single-variable",
                        "Name one place, without []: what is shown to a page stands at one place.");
            } else if (!variables.add(value.variable())) {
                violation(
                        at + "/variable",
                        "variable-twice",
                        "Another property is shown there already.");
            }
        }
    }

    private void sum(String at, ProfileProperty property) {
        if (!isNumber(property.type())) {
            violation(
                    at,
                    "sum-needs-numbers",
                    "\"%s\" holds no numbers, so nothing can be added up."
                            .formatted(property.name()));
        } else if (property.identifier()) {
            violation(
                    at,
                    "sum-of-identifiers",
                    "\"%s\" is an identifier: its sum would name another profile."
                            .formatted(property.name()));
        }
    }

    static boolean isNumber(PropertyType type) {
        return switch (type) {
            case PropertyType.WholeNumber _, PropertyType.Decimal _ -> true;
            case PropertyType.Text _,
                    PropertyType.DateTime _,
                    PropertyType.Date _,
                    PropertyType.Email _,
                    PropertyType.Phone _,
                    PropertyType.YesNo _,
                    PropertyType.Choice _ ->
                    false;
        };
    }

    static boolean makesValues(Processor processor) {
        return switch (processor) {
            case Processor.Concatenate _, Processor.FixedValue _, Processor.Expression _ -> true;
            case Processor.Trim _,
                    Processor.ChangeCase _,
                    Processor.DateFormat _,
                    Processor.NumberFormat _,
                    Processor.CleanEmail _,
                    Processor.CleanPhone _,
                    Processor.Hash _,
                    Processor.RegexFilter _,
                    Processor.RegexReplace _,
                    Processor.Split _,
                    Processor.ValueTable _ ->
                    false;
        };
    }

    private static Optional<String> faultOf(Processor processor) {
        try {
            Objects.requireNonNull(Steps.of(processor));
            return Optional.empty();
        } catch (ProcessorFaulty faulty) {
            return Optional.of(faulty.reason());
        }
    }

    private void unknownProperty(String at, PropertyId id) {
        violation(
                at,
                "unknown-property",
                "There is no profile property \"%s\" (any more).".formatted(id.value()));
    }

    private void violation(String at, String code, String message) {
        violations.add(new Violation(pointer + at, code, message));
    }
}
