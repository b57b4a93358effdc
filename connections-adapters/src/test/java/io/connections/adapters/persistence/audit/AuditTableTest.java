package io.connections.adapters.persistence.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.connections.adapters.persistence.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the table itself keeps to, whoever speaks to it: here its owner does.
@Tag("M30")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditTableTest {
    private final TestDatabase database = TestDatabase.create();
    private final String thisMonth;

    AuditTableTest() throws SQLException {
        thisMonth = text("select 'audit_event_' || to_char(now() at time zone 'UTC', 'YYYY_MM')");
    }

    @AfterAll
    void drop() {
        database.close();
    }

    @BeforeEach
    void anEventIsThere() throws SQLException {
        execute(insertAt("now()"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update %s set actor_name = 'Nobody'",
                "update %s set changes = '[]' where action = 'DELETED'",
                "update %s set at = at + interval '1 month'",
                "delete from %s",
                "truncate %s",
                "truncate %s cascade"
            })
    void whatIsRecordedIsNeitherChangedNorDeleted(String statement) throws SQLException {
        for (String table : List.of("audit_event", thisMonth)) {
            assertThatThrownBy(() -> execute(statement.formatted(table)))
                    .hasMessageContaining("is not changed and not deleted");
        }
        assertThat(text("select count(*)::text from audit_event where actor_name = 'Mia'"))
                .isNotEqualTo("0");
    }

    @Test
    void partitionsThatAreMadeLaterAreKeptAsWell() throws SQLException {
        execute("select create_audit_event_partitions(date '2031-05-17', 2)");
        execute(insertAt("'2031-06-30 23:59:59+00'"));

        for (String table : List.of("audit_event_2031_05", "audit_event_2031_06")) {
            assertThatThrownBy(() -> execute("truncate " + table))
                    .hasMessageContaining("is not changed and not deleted");
        }
        assertThatThrownBy(() -> execute("delete from audit_event_2031_06"))
                .hasMessageContaining("is not changed and not deleted");
    }

    @Test
    void evenTheDefaultPartitionIsKept() throws SQLException {
        execute(insertAt("'1999-01-01 00:00:00+00'"));

        assertThatThrownBy(() -> execute("delete from audit_event_default"))
                .hasMessageContaining("is not changed and not deleted");
        assertThatThrownBy(() -> execute("truncate audit_event_default"))
                .hasMessageContaining("is not changed and not deleted");
    }

    @Test
    void monthsThatHaveEndedBeforeTheGivenTimeGoAsAWhole() throws SQLException {
        execute("select create_audit_event_partitions(date '2020-01-01', 3)");
        execute(insertAt("'2020-01-31 23:59:59+00'"));
        execute(insertAt("'2020-02-01 00:00:00+00'"));

        String before = text("select drop_audit_events_before('2020-01-31 23:59:59+00')::text");
        String gone = text("select drop_audit_events_before('2020-02-15 00:00:00+00')::text");

        assertThat(before).isEqualTo("0");
        assertThat(gone).isEqualTo("1");
        assertThat(text("select min(at)::date::text from audit_event where at > '2000-01-01'"))
                .isEqualTo("2020-02-01");
    }

    @Test
    void makingPartitionsAgainChangesNothing() throws SQLException {
        String count =
                "select count(*)::text from pg_inherits where inhparent = 'audit_event'::regclass";
        String before = text(count);

        execute("select create_audit_event_partitions((now() at time zone 'UTC')::date, 3)");

        assertThat(text(count)).isEqualTo(before);
    }

    @Test
    void todaysEventsAreInTheirMonthAndTheDefaultStaysEmpty() throws SQLException {
        assertThat(text("select count(*)::text from audit_event_default where at > '2000-01-01'"))
                .isEqualTo("0");
        assertThat(text("select count(*)::text from " + thisMonth)).isNotEqualTo("0");
    }

    @Test
    void whatIsSearchedAreTheWordsAndNotTheirNamesInTheDocument() throws SQLException {
        String search =
                text(
                        "select audit_event_search('TURNED_ON', 'Mia', '::1', 'Files', 'x7',"
                                + " '[{\"what\": \"Host\", \"before\": \"A\"},"
                                + " {\"what\": \"Password\", \"secret\": true}]')");

        assertThat(search).contains("turned on", "mia", "::1", "files", "x7", "host", "\"a\"");
        assertThat(search).doesNotContain("what", "before", "secret", "true");
    }

    private static String insertAt(String moment) {
        return """
               insert into audit_event (at, id, actor_id, actor_name, actor_kind, address, client,
                 action, object_kind, object_id, object_name, changes)
               values (%s, gen_random_uuid(), '7f3', 'Mia', 'PERSON', '::1', '', 'DELETED',
                 'CONNECTION', 'c1', 'Files', '[]')
               """
                .formatted(moment);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String text(String select) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(select)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
