package io.connections.adapters.persistence.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.adapters.persistence.TestDatabase;
import io.connections.adapters.testing.Tables;
import io.connections.adapters.testing.Things;
import io.connections.application.connection.port.ConnectorFailed.Reason;
import io.connections.application.overview.ConnectionFacts;
import io.connections.application.overview.ConnectionFacts.LastRun;
import io.connections.application.overview.LastRunFact;
import io.connections.application.overview.Rejects;
import io.connections.application.run.request.RunState;
import io.connections.domain.kernel.ObjectKind;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The database says of a row what the application's rules say of the same facts.
@Tag("M1")
@Tag("M6")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FactsColumnTest {
    private final TestDatabase database = TestDatabase.create();
    private final UUID connection =
            UUID.fromString(
                    Things.made(database.dataSource(), ObjectKind.CONNECTION, "Customers").id());

    @AfterAll
    void drop() {
        database.close();
    }

    @ParameterizedTest
    @EnumSource
    void whetherAFailureNeedsAPersonIsSaidAsTheApplicationSaysIt(Reason reason) {
        String code = reason.name().toLowerCase(Locale.ROOT).replace('_', '-');

        set("last_run_state = 'FAILED', last_run_problem = ?, last_run_rejected = false", code);

        assertThat(facts().lastRun().map(LastRun::needsAPerson))
                .contains(LastRunFact.problemsForAPerson().contains(code));
    }

    @Test
    void whatHasFinishedSinceNeedsNobody() {
        set(
                "last_run_state = 'FINISHED', last_run_problem = 'folder-missing',"
                        + " last_run_rejected = false");

        assertThat(facts().lastRun()).contains(new LastRun(RunState.FINISHED, false, Rejects.NONE));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1000, 0", "1000, 1", "1000, 9", "1000, 10", "1000, 1000", "1, 1"})
    void howMuchWasRejectedIsSaidAsTheApplicationSaysIt(long read, long rejected) {
        set(
                "last_run_state = 'FINISHED', last_run_rejected = ?, last_run_read = ?,"
                        + " last_run_rejects = ?",
                rejected > 0,
                read,
                rejected);

        assertThat(facts().lastRun().map(LastRun::rejects)).contains(Rejects.of(read, rejected));
    }

    @Test
    void whatNeverRanHasNoRun() {
        set("complete = true, last_run_state = null, last_run_rejected = null");
        assertThat(facts()).isEqualTo(new ConnectionFacts(true, Optional.empty()));

        set("complete = false");
        assertThat(facts()).isEqualTo(new ConnectionFacts(false, Optional.empty()));
    }

    private void set(String columns, Object... values) {
        Tables.change(database.dataSource(), "update connection_overview set " + columns, values);
    }

    private ConnectionFacts facts() {
        return FactsSql.read(
                Tables.texts(
                                database.dataSource(),
                                "select facts from connection_overview where connection_id = ?",
                                connection)
                        .getFirst());
    }
}
