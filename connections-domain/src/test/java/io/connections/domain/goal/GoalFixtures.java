package io.connections.domain.goal;

import io.connections.domain.goal.FileSelection.AfterImport;
import io.connections.domain.goal.FileSelection.Compression;
import io.connections.domain.goal.FileSelection.Pick;
import io.connections.domain.profile.ProfileProperty;
import io.connections.domain.profile.PropertyId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Goals and records in words.
public final class GoalFixtures {
    private GoalFixtures() {}

    public static GoalBuilder aGoal() {
        return new GoalBuilder();
    }

    public static RowBuilder row(String field, ProfileProperty property) {
        return new RowBuilder(Optional.of(field), property.id());
    }

    public static RowBuilder rowWithoutField(ProfileProperty property) {
        return new RowBuilder(Optional.empty(), property.id());
    }

    /// @param fieldsAndValues field, value, field, value …; a field named twice has two values
    public static InputRecord record(long number, String... fieldsAndValues) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (int i = 0; i < fieldsAndValues.length; i += 2) {
            if (!fieldsAndValues[i + 1].isEmpty()) {
                fields.computeIfAbsent(fieldsAndValues[i], _ -> new ArrayList<>())
                        .add(fieldsAndValues[i + 1]);
            }
        }
        return new FieldsRecord(number, fields);
    }

    public record FieldsRecord(long number, Map<String, List<String>> fields)
            implements InputRecord {
        @Override
        public long line() {
            return number + 1;
        }

        @Override
        public List<String> values(String field) {
            return fields.getOrDefault(field, List.of());
        }

        @Override
        public String raw() {
            return "raw " + number;
        }
    }

    public static final class RowBuilder {
        private final Optional<String> field;
        private final PropertyId property;
        private final List<Processor> processors = new ArrayList<>();
        private Strategy strategy = Strategy.SET;
        private Restriction restriction = Restriction.ALL_PROFILES;
        private OnBadValue onBadValue = OnBadValue.REJECT_RECORD;

        private RowBuilder(Optional<String> field, PropertyId property) {
            this.field = field;
            this.property = property;
        }

        public RowBuilder through(Processor... steps) {
            processors.addAll(List.of(steps));
            return this;
        }

        public RowBuilder by(Strategy wanted) {
            strategy = wanted;
            return this;
        }

        public RowBuilder on(Restriction wanted) {
            restriction = wanted;
            return this;
        }

        public RowBuilder leavingOutBadValues() {
            onBadValue = OnBadValue.LEAVE_OUT;
            return this;
        }

        public MappingRow build() {
            return new MappingRow(field, processors, property, strategy, restriction, onBadValue);
        }
    }

    public static final class GoalBuilder {
        private final List<List<PropertyId>> anyOf = new ArrayList<>();
        private final List<MappingRow> mapping = new ArrayList<>();
        private final List<ConsentRow> consent = new ArrayList<>();
        private boolean creates = true;
        private Optional<FileFormat> format = Optional.empty();
        private String namePattern = "customers-*.csv";

        /// One more group: a profile matches that has all of these.
        public GoalBuilder matchedBy(ProfileProperty... group) {
            anyOf.add(List.of(group).stream().map(ProfileProperty::id).toList());
            return this;
        }

        public GoalBuilder mapping(RowBuilder... rows) {
            for (RowBuilder row : rows) {
                mapping.add(row.build());
            }
            return this;
        }

        public GoalBuilder consent(String field, ConsentMeaning meaning, Processor... steps) {
            consent.add(new ConsentRow(Optional.of(field), List.of(steps), meaning));
            return this;
        }

        public GoalBuilder creatingNoProfiles() {
            creates = false;
            return this;
        }

        public GoalBuilder format(FileFormat wanted) {
            format = Optional.of(wanted);
            return this;
        }

        public GoalBuilder files(String pattern) {
            namePattern = pattern;
            return this;
        }

        public ImportGoal build() {
            return new ImportGoal(
                    new GoalId(new UUID(0, 7)),
                    "customers",
                    true,
                    new FileSource(
                            new FileSelection(
                                    "/",
                                    namePattern,
                                    Pick.NEWEST,
                                    Compression.AUTO,
                                    new AfterImport.Leave()),
                            format),
                    new Matching(anyOf),
                    creates,
                    mapping,
                    consent);
        }
    }
}
