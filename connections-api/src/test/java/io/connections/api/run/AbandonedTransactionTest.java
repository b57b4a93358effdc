package io.connections.api.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.api.testing.ApiTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A worker that stands still in the middle of a chunk holds the locks that its successor needs.
@ApiTest
@Tag("M18")
class AbandonedTransactionTest {
    @Inject DataSource dataSource;

    @Test
    void theDatabaseEndsATransactionThatNobodyGoesOnWith() throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("show idle_in_transaction_session_timeout")) {
            row.next();

            assertThat(row.getString(1)).isEqualTo("1min");
        }
    }
}
