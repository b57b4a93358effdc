package io.connections.adapters.persistence.audit;

import io.connections.adapters.persistence.kernel.Sql;
import io.connections.application.audit.EventFilter;
import io.connections.application.audit.RecordedEvent;
import io.connections.application.audit.port.AuditReadings;
import io.connections.application.kernel.Cursor;
import io.connections.application.kernel.Page;
import io.connections.application.kernel.PageRequest;
import io.connections.application.kernel.RequestInvalid;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Origin;
import io.connections.domain.audit.Action;
import io.connections.domain.audit.AuditEvent;
import io.connections.domain.audit.Subject;
import io.connections.domain.kernel.ObjectKind;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

@Singleton
class PostgresAuditReadings implements AuditReadings {
    /// Which index serves best hangs on how rare the wanted thing is, so such a question gets a
    /// plan of its own: a plan for any value would walk through all events for a rare one.
    private static final String PLAN_FOR_THESE_VALUES =
            "select set_config('plan_cache_mode', 'force_custom_plan', true) as mode";

    @Override
    public Uni<Page<RecordedEvent>> list(EventFilter filter, PageRequest page) {
        Question question = new Question(filter, page);
        return (hasOneBestIndex(filter)
                        ? Uni.createFrom().voidItem()
                        : Sql.select(PLAN_FOR_THESE_VALUES))
                .chain(() -> Sql.select(question.sql(), question.parameters()))
                .map(
                        rows ->
                                Page.of(
                                                rows,
                                                page.limit(),
                                                row ->
                                                        Cursor.of(
                                                                row.getString("at"),
                                                                row.getString("id")))
                                        .map(PostgresAuditReadings::event));
    }

    /// That of the object, which has few events, or, of all events, that of the time. To plan over
    /// all months anew takes longer than to read.
    private static boolean hasOneBestIndex(EventFilter filter) {
        return filter.object().isPresent()
                || (filter.actor().isEmpty()
                        && filter.action().isEmpty()
                        && filter.kind().isEmpty()
                        && filter.search().isEmpty());
    }

    private static final class Question {
        private final List<String> conditions = new ArrayList<>();
        private final List<Object> values = new ArrayList<>();
        private final int limit;

        Question(EventFilter filter, PageRequest page) {
            limit = page.limit();
            where("actor_id = %s", filter.actor());
            where("action = %s", filter.action().map(Action::name));
            where("object_kind = %s", filter.kind().map(ObjectKind::name));
            where("object_id = %s", filter.object());
            where(
                    "at >= cast(cast(%s as text) as timestamptz)",
                    filter.from().map(Object::toString));
            where("at < cast(cast(%s as text) as timestamptz)", filter.to().map(Object::toString));
            where(
                    "search like %s escape '!'",
                    filter.search()
                            .map(text -> "%" + literally(text.toLowerCase(Locale.ROOT)) + "%"));
            page.after().ifPresent(this::after);
        }

        private void where(String condition, Optional<String> value) {
            value.ifPresent(wanted -> conditions.add(condition.formatted(parameter(wanted))));
        }

        private void after(Cursor cursor) {
            if (cursor.key().size() != 2) {
                throw RequestInvalid.cursor();
            }
            try {
                String at = OffsetDateTime.parse(cursor.key().getFirst()).toString();
                String id = UUID.fromString(cursor.key().getLast()).toString();
                conditions.add(
                        "(at, id) < (cast(cast(%s as text) as timestamptz), cast(cast(%s as text) as uuid))"
                                .formatted(parameter(at), parameter(id)));
            } catch (DateTimeException | IllegalArgumentException e) {
                throw RequestInvalid.cursor();
            }
        }

        private String parameter(String value) {
            values.add(value);
            return "?" + values.size();
        }

        String sql() {
            return "select id, at, actor_id, actor_name, actor_kind, address, client, action,"
                    + " object_kind, object_id, object_name, changes from audit_event"
                    + (conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions))
                    + " order by at desc, id desc limit "
                    + (limit + 1);
        }

        Object[] parameters() {
            return values.toArray();
        }

        private static String literally(String text) {
            return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
        }
    }

    private static RecordedEvent event(JsonObject row) {
        return new RecordedEvent(
                UUID.fromString(row.getString("id")),
                OffsetDateTime.parse(row.getString("at")).toInstant(),
                new AuditEvent(
                        new Actor(
                                row.getString("actor_id"),
                                row.getString("actor_name"),
                                Actor.Kind.valueOf(row.getString("actor_kind")),
                                new Origin(row.getString("address"), row.getString("client")),
                                Set.of(),
                                Set.of()),
                        Action.valueOf(row.getString("action")),
                        new Subject(
                                ObjectKind.valueOf(row.getString("object_kind")),
                                Optional.ofNullable(row.getString("object_id")),
                                row.getString("object_name")),
                        ChangeDocuments.read(row.getJsonArray("changes"))));
    }
}
