package io.connections.adapters.persistence.overview;

import io.connections.application.overview.ConnectionFilter;
import io.connections.domain.catalog.ConnectionTypeId;
import io.connections.domain.label.LabelId;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// A filter as conditions on a row `o` of connection_overview, with their parameters.
final class FilterSql {
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> parameters = new ArrayList<>();
    private final String user;
    private String starred = "";

    /// @param user whose stars count
    FilterSql(ConnectionFilter filter, String user) {
        this.user = user;
        words(filter.search())
                .forEach(word -> and("o.search like '%%' || search_folded(%s) || '%%'", word));
        if (!filter.types().isEmpty()) {
            and(
                    "o.type_id = any(%s)",
                    filter.types().stream().map(ConnectionTypeId::value).toArray(String[]::new));
        }
        if (!filter.statuses().isEmpty()) {
            and(
                    FactsSql.TEXT + " = any(%s)",
                    FactsSql.texts(facts -> filter.statuses().contains(facts.status())));
        }
        if (!filter.outcomes().isEmpty()) {
            and(
                    FactsSql.TEXT + " = any(%s)",
                    FactsSql.texts(facts -> filter.outcomes().contains(facts.outcome())));
        }
        if (!filter.directions().isEmpty()) {
            and(
                    "o.direction = any(%s)",
                    filter.directions().stream().map(Enum::name).toArray(String[]::new));
        }
        if (!filter.labels().isEmpty()) {
            and(
                    "o.connection_id in (select u.object_id::uuid from label_use u"
                            + " where u.kind = 'CONNECTION' and u.label_id = any(%s))",
                    filter.labels().stream().map(LabelId::value).toArray(UUID[]::new));
        }
        if (!filter.creators().isEmpty()) {
            and("o.created_by = any(%s)", filter.creators().toArray(String[]::new));
        }
        filter.on().ifPresent(on -> and("o.turned_on = %s", on));
        filter.attention().ifPresent(wanted -> and((wanted ? "" : "not ") + FactsSql.attention()));
        filter.favorite().ifPresent(favorite -> and((favorite ? "" : "not ") + starred()));
    }

    /// `%s` stands for the value.
    void and(String condition, Object value) {
        conditions.add(condition.formatted(parameter(value)));
    }

    void and(String condition) {
        conditions.add(condition);
    }

    /// Its place in the statement.
    String parameter(Object value) {
        parameters.add(value);
        return "$" + parameters.size();
    }

    /// That the row has the user's star. Their stars are few, and are read once for all rows.
    String starred() {
        if (starred.isEmpty()) {
            starred =
                    """
                    (o.connection_id in (select f.object_id::uuid from favorite f
                      where f.user_id = %s and f.kind = 'CONNECTION'))"""
                            .formatted(parameter(user));
        }
        return starred;
    }

    boolean isAll() {
        return conditions.isEmpty();
    }

    /// From connection_overview `o`.
    String from() {
        return " from connection_overview o"
                + (conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions));
    }

    Tuple values() {
        return Tuple.from(parameters);
    }

    private static Stream<String> words(String search) {
        return Stream.of(search.split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_"));
    }
}
