package io.connections.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MigrationTest {
    private final TestDatabase database = TestDatabase.create();

    @BeforeAll
    void aRunExists() throws SQLException {
        execute(
                """
                insert into run (id, connection_id, connection_version, connection_name, number,
                  state, trigger)
                values ('019a0000-0000-7000-8000-000000000001',
                  '019a0000-0000-7000-8000-00000000000c', 1, 'Customers', 1, 'RUNNING', 'MANUAL')
                """);
    }

    @AfterAll
    void drop() {
        database.close();
    }

    @Test
    @Tag("M17")
    void countsThatDoNotBalanceAreRefused() {
        assertThatThrownBy(
                        () ->
                                execute(
                                        """
                                        insert into run_lane (run_id, ordinal, share, lane, read,
                                          created)
                                        values ('019a0000-0000-7000-8000-000000000001', 0, 0, 0,
                                          10, 9)
                                        """))
                .hasMessageContaining("run_lane_balances");
    }

    @Test
    @Tag("M22")
    void aSecondActiveRunOfAConnectionIsRefused() {
        assertThatThrownBy(
                        () ->
                                execute(
                                        """
                                        insert into run (id, connection_id, connection_version,
                                          connection_name, number, state, trigger)
                                        values ('019a0000-0000-7000-8000-000000000002',
                                          '019a0000-0000-7000-8000-00000000000c', 1, 'Customers',
                                          2, 'QUEUED', 'MANUAL')
                                        """))
                .hasMessageContaining("run_one_active");
    }

    @Test
    void theLedgerHasAPartitionForTodayAndTheDefaultStaysEmpty() throws SQLException {
        execute(
                """
                insert into profile_change (profile_id, disposition)
                values ('019a0000-0000-7000-8000-0000000000aa', 'C')
                """);

        assertThat(count("profile_change")).isEqualTo(1);
        assertThat(count("profile_change_default")).isZero();
    }

    @Test
    void makingPartitionsAgainChangesNothing() throws SQLException {
        String partitions = "pg_inherits where inhparent = 'profile_change'::regclass";
        long before = count(partitions);

        execute("select create_profile_change_partitions((now() at time zone 'UTC')::date, 3)");

        assertThat(count(partitions)).isEqualTo(before).isEqualTo(4);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long count(String from) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from " + from)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
