package io.connections.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.adapters.testing.Tables;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Connections from before there were scopes, and those of a service that knows of none yet.
@Tag("M24")
class ScopesMigrationTest {
    private final TestDatabase database = TestDatabase.createEmpty();
    private final DataSource rows = database.dataSource();

    @BeforeEach
    void asTheVersionBeforeLeftIt() {
        database.migrateTo("30");
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void theyAreActiveOnAllChannels() {
        made("Before");

        database.migrate();
        made("Meanwhile");

        assertThat(Tables.texts(rows, "select scope::text from connection"))
                .containsExactly("{\"kind\": \"EVERYWHERE\"}", "{\"kind\": \"EVERYWHERE\"}");
    }

    private void made(String name) {
        Tables.change(
                rows,
                """
                insert into connection (id, version, type_id, name, description, turned_on, setup,
                  goals, created_at, created_by, modified_at, modified_by)
                values (?, 1, 'sftp', ?, '', true, '{}', '[]', now(), 'Mia', now(), 'Mia')
                """,
                UUID.randomUUID(),
                name);
    }
}
