package io.connections.adapters.catalog;

import io.connections.domain.catalog.PreparedColumn;
import io.connections.domain.catalog.PreparedGoal;
import io.connections.domain.goal.FileFormat;
import io.connections.domain.goal.FileSelection;
import io.connections.domain.goal.FileSelection.AfterImport;
import io.connections.domain.goal.FileSource;
import io.connections.domain.goal.Matching;
import io.connections.domain.goal.Processor;
import io.connections.domain.profile.PropertyId;
import io.connections.domain.profile.PropertyType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A prepared goal in a type's file.
///
/// @param format absent: detected from each file
/// @param matchBy an OR of ANDs over the columns' properties
record GoalFile(
        String name,
        @Nullable String folder,
        String namePattern,
        FileSelection.@Nullable Pick pick,
        FileSelection.@Nullable Compression compression,
        @Nullable After afterImport,
        @Nullable Format format,
        List<List<String>> matchBy,
        @Nullable Boolean createWhenNoMatch,
        List<Column> columns) {

    enum After {
        LEAVE,
        MARK_DONE,
        DELETE
    }

    /// @param quote absent: none
    record Format(
            Kind kind,
            FileFormat.@Nullable Encoding encoding,
            @Nullable Character separator,
            @Nullable Character quote,
            @Nullable Character escape,
            @Nullable Boolean header) {
        enum Kind {
            CSV,
            JSON_LINES
        }

        FileFormat format() {
            FileFormat.Encoding written =
                    Objects.requireNonNullElse(encoding, FileFormat.Encoding.UTF_8);
            return switch (kind) {
                case CSV ->
                        new FileFormat.Csv(
                                written,
                                Objects.requireNonNullElse(separator, ','),
                                Optional.ofNullable(quote),
                                Optional.ofNullable(escape),
                                header == null || header);
                case JSON_LINES -> new FileFormat.JsonLines(written);
            };
        }
    }

    /// @param dateFormats how its dates are written, where they are not ISO 8601
    /// @param values what its values mean, where they say it in codes
    record Column(
            String column,
            String property,
            String name,
            Type type,
            boolean identifier,
            @Nullable List<String> dateFormats,
            @Nullable Map<String, String> values) {
        enum Type {
            TEXT,
            WHOLE_NUMBER,
            DECIMAL,
            DATE,
            DATE_TIME,
            EMAIL,
            PHONE,
            YES_NO
        }

        PreparedColumn prepared() {
            List<Processor> cleaning = new ArrayList<>();
            if (dateFormats != null) {
                cleaning.add(new Processor.DateFormat(dateFormats, Locale.ENGLISH, "UTC"));
            }
            if (values != null) {
                cleaning.add(
                        new Processor.ValueTable(
                                values, true, Processor.ValueTable.Otherwise.BAD_VALUE));
            }
            return new PreparedColumn(
                    column, new PropertyId(property), name, propertyType(), identifier, cleaning);
        }

        private PropertyType propertyType() {
            return switch (type) {
                case TEXT -> new PropertyType.Text();
                case WHOLE_NUMBER -> new PropertyType.WholeNumber();
                case DECIMAL -> new PropertyType.Decimal();
                case DATE -> new PropertyType.Date();
                case DATE_TIME -> new PropertyType.DateTime();
                case EMAIL -> new PropertyType.Email();
                case PHONE -> new PropertyType.Phone();
                case YES_NO -> new PropertyType.YesNo();
            };
        }
    }

    PreparedGoal prepared() {
        FileSelection selection =
                new FileSelection(
                        Objects.requireNonNullElse(folder, ""),
                        namePattern,
                        Objects.requireNonNullElse(pick, FileSelection.Pick.NEWEST),
                        Objects.requireNonNullElse(compression, FileSelection.Compression.AUTO),
                        switch (Objects.requireNonNullElse(afterImport, After.LEAVE)) {
                            case LEAVE -> new AfterImport.Leave();
                            case MARK_DONE -> new AfterImport.MarkDone();
                            case DELETE -> new AfterImport.Delete();
                        });
        return new PreparedGoal(
                name,
                new FileSource(selection, Optional.ofNullable(format).map(Format::format)),
                new Matching(
                        matchBy.stream()
                                .map(group -> group.stream().map(PropertyId::new).toList())
                                .toList()),
                createWhenNoMatch == null || createWhenNoMatch,
                columns.stream().map(Column::prepared).toList());
    }
}
