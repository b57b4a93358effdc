package io.connections.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.adapters.testing.Tables;
import io.connections.domain.consent.KnownZones;
import io.connections.domain.consent.Zone;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The privacy settings that a house begins with.
@Tag("M26")
class ObjectivesMigrationTest {
    private final TestDatabase database = TestDatabase.create();
    private final DataSource rows = database.dataSource();

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void aNewHouseAsksForConsentWhereTheLawDoesAndWhereNobodyKnows() {
        assertThat(
                        Tables.texts(
                                rows,
                                "select code || ' ' || regime from privacy_zone order by code"))
                .containsExactly(
                        "ccpa OPT_OUT",
                        "gdpr OPT_IN",
                        "lgpd OPT_IN",
                        "pipeda OPT_IN",
                        "rest-of-world OPT_IN",
                        "uk-gdpr OPT_IN");
        assertThat(Tables.texts(rows, "select saved_by from privacy_settings"))
                .containsOnlyNulls()
                .hasSize(1);
    }

    @Test
    void everyZoneInItIsKnownAndAsTheLawUsuallyWantsIt() {
        List<String> zones = Tables.texts(rows, "select code || ' ' || regime from privacy_zone");

        assertThat(zones)
                .allSatisfy(
                        zone -> {
                            String[] parts = zone.split(" ", 2);
                            assertThat(KnownZones.about(new Zone(parts[0])))
                                    .map(known -> known.usual().name())
                                    .contains(parts[1]);
                        });
    }
}
