package io.connections.adapters.persistence.overview;

import io.connections.application.kernel.Cursor;
import io.connections.application.kernel.RequestInvalid;
import io.connections.application.overview.ConnectionSort;
import java.util.List;
import java.util.UUID;

/// An order as SQL. What is equal in it is by name, and then by id, so that every row has one
/// place.
///
/// @param value of a row `o`; never null
/// @param type what a value in a cursor is cast to
record SortSql(ConnectionSort sort, String value, String type) {
    private static final String RANK = FactsSql.rank();
    private static final String ATTENTION = FactsSql.attentionRank();
    private static final int CURSOR_PARTS = 4;

    static SortSql of(ConnectionSort sort, FilterSql filter) {
        return switch (sort.by()) {
            case NAME -> new SortSql(sort, "o.name_key", "text");
            case TYPE -> new SortSql(sort, "o.type_key", "text");
            case STATUS -> new SortSql(sort, RANK, "int");
            case ON -> new SortSql(sort, "o.turned_on", "boolean");
            case LAST_RUN ->
                    new SortSql(sort, "coalesce(o.last_run_at, '-infinity')", "timestamptz");
            case CREATED -> new SortSql(sort, "o.created_at", "timestamptz");
            case MODIFIED -> new SortSql(sort, "o.modified_at", "timestamptz");
            case FAVORITE -> new SortSql(sort, filter.starred(), "boolean");
            case ATTENTION -> new SortSql(sort, ATTENTION, "float8");
        };
    }

    private boolean byName() {
        return sort.by() == ConnectionSort.By.NAME;
    }

    /// Of columns that hold the value, the name and the id.
    String order(String valueColumn, String nameColumn, String idColumn) {
        String direction = sort.descending() ? " desc" : "";
        return byName()
                ? " order by %s%s, %s%s".formatted(nameColumn, direction, idColumn, direction)
                : " order by %s%s, %s, %s".formatted(valueColumn, direction, nameColumn, idColumn);
    }

    /// The place of a row, to go on behind.
    Cursor cursor(String value, String name, UUID id) {
        return Cursor.of(
                sort.by().name() + (sort.descending() ? "-" : "+"), value, name, id.toString());
    }

    /// Only what stands behind the cursor's row.
    void after(Cursor cursor, FilterSql filter) {
        List<String> key = cursor.key();
        if (key.size() != CURSOR_PARTS
                || !key.getFirst().equals(sort.by().name() + (sort.descending() ? "-" : "+"))) {
            throw RequestInvalid.cursor();
        }
        String than = sort.descending() ? "<" : ">";
        String name = filter.parameter(key.get(2));
        String id = filter.parameter(id(key.get(3)));
        if (byName()) {
            filter.and("(o.name_key, o.connection_id) %s (%s, %s)".formatted(than, name, id));
            return;
        }
        // As text, so that the driver need not know what it is.
        String value = "(%s::text)::%s".formatted(filter.parameter(key.get(1)), type);
        filter.and(
                "(%s %s %s or (%s = %s and (o.name_key, o.connection_id) > (%s, %s)))"
                        .formatted(this.value, than, value, this.value, value, name, id));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw RequestInvalid.cursor();
        }
    }
}
