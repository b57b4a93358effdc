package io.connections.adapters.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.adapters.persistence.TestDatabase;
import io.connections.adapters.persistence.run.ErasedTraces;
import io.connections.domain.run.RunId;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("M28")
class ErasedTracesTest {
    private final TestDatabase database = TestDatabase.create();
    private final Runs rows = new Runs(database.dataSource());
    private final RunId run = rows.queue();
    private int records;

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void rejectedRecordsThatNameThePersonLoseTheirContentAndStillAddUp() {
        rejected("1,ann@shop.example,Ann", "", "");
        rejected("2,joann@shop.example,Jo", "", "");
        rejected("3,", "Ann@Shop.example", "bad");
        rejected("4,", "", "The value \"ANN@shop.example\" is taken.");
        UUID erasure = erased("ann@shop.example");

        new ErasedTraces(database.dataSource()).remove();

        assertThat(
                        rows.texts(
                                """
                                select number || ':' || raw || ':' || value || ':' || (erased_at is not null)
                                from rejected_record order by number
                                """))
                .containsExactly(
                        "1:::true", "2:2,joann@shop.example,Jo::false", "3:::true", "4:::true");
        assertThat(rows.texts("select message from rejected_record where number = 4"))
                .allMatch(message -> message.startsWith("Its content was erased"));
        assertThat(
                        rows.texts(
                                "select rejected_records || ' ' || (traces_gone_at is not null)"
                                        + " from erasure where id = '"
                                        + erasure
                                        + "'"))
                .containsExactly("3 true");
        assertThat(rows.number("select count(*) from erasure_trace")).isZero();
    }

    @Test
    void aRecordOfTwoWhoAreErasedCountsForEach() {
        rejected("ann@shop.example and bob@shop.example", "", "");
        erased("ann@shop.example");
        erased("bob@shop.example");

        new ErasedTraces(database.dataSource()).remove();

        assertThat(rows.texts("select rejected_records::text from erasure"))
                .containsExactly("1", "1");
    }

    @Test
    void ofManyPagesEveryRecordIsLookedAt() {
        rows.execute(
                """
                insert into rejected_record (run_id, ordinal, part, number, line, reason, message, raw)
                select '%s', 0, 0, n, n, 'bad-value', '', 'ann@shop.example ' || repeat(md5(n::text), 40)
                from generate_series(1, 9000) n
                """
                        .formatted(run.value()));
        erased("ann@shop.example");

        new ErasedTraces(database.dataSource()).remove();

        assertThat(rows.number("select count(*) from rejected_record where raw <> ''")).isZero();
        assertThat(rows.number("select rejected_records from erasure")).isEqualTo(9000);
    }

    /// What was cleared before is not found again, and stays counted.
    @Test
    void whoBeginsAgainCountsNothingTwice() {
        rejected("ann@shop.example", "", "");
        UUID erasure = erased("ann@shop.example");
        new ErasedTraces(database.dataSource()).remove();
        rows.execute("update erasure set traces_gone_at = null, records_searched = false");
        rows.execute(
                "insert into erasure_trace values ('" + erasure + "', 'ann@shop.example', true)");
        rejected("again ann@shop.example", "", "");

        new ErasedTraces(database.dataSource()).remove();

        assertThat(rows.number("select rejected_records from erasure")).isEqualTo(2);
    }

    @Test
    void aMendedFileThatNamesThePersonIsWaitedFor() {
        rows.execute(
                "insert into replay_file values ('%s', 0, convert_to('ann@shop.', 'UTF8')), ('%s', 1, convert_to('example', 'UTF8'))"
                        .formatted(run.value(), run.value()));
        erased("ann@shop.example");

        new ErasedTraces(database.dataSource()).remove();
        assertThat(rows.number("select count(*) from erasure where traces_gone_at is null"))
                .isEqualTo(1);

        // Not all records again each minute while it lies there.
        rejected("ann@shop.example", "", "");
        rows.execute("delete from replay_file");
        new ErasedTraces(database.dataSource()).remove();
        assertThat(rows.number("select count(*) from erasure where traces_gone_at is null"))
                .isZero();
        assertThat(rows.texts("select raw from rejected_record"))
                .containsExactly("ann@shop.example");
    }

    @Test
    void whoHadNoIdentifierIsForgottenAtOnce() {
        rejected("Ann", "", "");
        rows.execute(
                """
                insert into erasure (id, profile_id, erased_at, actor, identifiers, property_values, statements, events)
                values (gen_random_uuid(), gen_random_uuid(), now() - interval '1 hour', 'Eva', 0, 0, 0, 0)
                """);

        new ErasedTraces(database.dataSource()).remove();

        assertThat(
                        rows.number(
                                "select rejected_records from erasure where traces_gone_at is not null"))
                .isZero();
        assertThat(rows.texts("select raw from rejected_record")).containsExactly("Ann");
    }

    /// It has read the person already, perhaps, and may reject their record yet.
    @Test
    void aRunThatWasGoingOnWhenThePersonWasErasedIsWaitedFor() {
        UUID erasure = erased("ann@shop.example", "now()");
        ErasedTraces traces = new ErasedTraces(database.dataSource());

        traces.remove();
        rejected("1,ann@shop.example,Ann", "", "");
        assertThat(rows.texts("select traces_gone_at::text from erasure")).containsOnlyNulls();
        rows.execute("update run set state = 'FINISHED', ended_at = now()");
        traces.remove();

        assertThat(rows.texts("select raw from rejected_record")).containsExactly("");
        assertThat(
                        rows.number(
                                "select rejected_records from erasure where traces_gone_at is not null"
                                        + " and id = '"
                                        + erasure
                                        + "'"))
                .isEqualTo(1);
    }

    /// Before the run.
    private UUID erased(String identifier) {
        return erased(identifier, "now() - interval '1 hour'");
    }

    private UUID erased(String identifier, String at) {
        UUID id = UUID.randomUUID();
        rows.execute(
                """
                insert into erasure (id, profile_id, erased_at, actor, identifiers, property_values, statements, events)
                values ('%s', gen_random_uuid(), %s, 'Eva', 1, 1, 0, 0)
                """
                        .formatted(id, at));
        rows.execute(
                "insert into erasure_trace values ('%s', '%s', true)".formatted(id, identifier));
        return id;
    }

    private void rejected(String raw, String value, String message) {
        records++;
        rows.execute(
                """
                insert into rejected_record (run_id, ordinal, part, number, line, reason, message, value, raw)
                values ('%s', 0, 0, %d, 1, 'bad-value', '%s', '%s', '%s')
                """
                        .formatted(run.value(), records, message, value, raw));
    }
}
