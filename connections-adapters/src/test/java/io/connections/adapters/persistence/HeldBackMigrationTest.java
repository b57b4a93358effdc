package io.connections.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.adapters.testing.Tables;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What runs held back when their reasons alone told verdicts apart.
@Tag("M26")
class HeldBackMigrationTest {
    private final TestDatabase database = TestDatabase.createEmpty();
    private final DataSource rows = database.dataSource();

    @BeforeEach
    void asTheVersionBeforeLeftIt() {
        database.migrateTo("31");
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void aRunThatGoesOnCountsOnWhereItWas() {
        Tables.change(
                rows,
                """
                insert into run_held_back (run_id, ordinal, share, lane, rule, objectives, reason,
                  records)
                values (?, 0, 0, 0, 'NOT_GRANTED', '{news,ads}', 'Not granted.', 7)
                """,
                UUID.randomUUID());

        database.migrate();

        assertThat(
                        Tables.texts(
                                rows,
                                """
                                select records from run_held_back where verdict =
                                  sha256(convert_to('NOT_GRANTED news,ads Not granted.', 'UTF8'))
                                """))
                .containsExactly("7");
    }
}
