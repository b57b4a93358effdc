package io.connections.adapters.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.adapters.persistence.TestDatabase;
import io.connections.adapters.persistence.run.PostgresChunkStore;
import io.connections.adapters.persistence.run.PostgresRunJournal;
import io.connections.application.run.port.ChunkStore;
import io.connections.application.run.port.ChunkStoreContract;
import io.connections.application.run.port.CrashPoints;
import io.connections.application.run.port.RunJournal;
import io.connections.domain.consent.ConsentGate;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.goal.Counts;
import io.connections.domain.goal.GoalId;
import io.connections.domain.goal.KnownProfiles.KnownProfile;
import io.connections.domain.profile.ProfileId;
import io.connections.domain.run.Run;
import io.connections.domain.run.RunId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresChunkStoreTest extends ChunkStoreContract {
    private final TestDatabase database = TestDatabase.create();
    private final Runs runs = new Runs(database.dataSource());
    private final RunJournal journal = new PostgresRunJournal(database.dataSource());
    private final ChunkStore store =
            new PostgresChunkStore(database.dataSource(), CrashPoints.NONE);

    @AfterEach
    void drop() {
        database.close();
    }

    @Override
    protected RunJournal journal() {
        return journal;
    }

    @Override
    protected ChunkStore store() {
        return store;
    }

    @Override
    protected void queue(Run.Order order, List<GoalId> goals) {
        runs.queue(order, goals);
    }

    @Override
    protected void askToStop(RunId run) {
        runs.stop(run);
    }

    @Override
    protected void touch(ProfileId profile) {
        runs.execute("update profile set version = version + 1 where id = ?", profile.value());
    }

    @Override
    protected void delete(ProfileId profile) {
        runs.execute("delete from profile_identifier where profile_id = ?", profile.value());
        runs.execute("delete from profile where id = ?", profile.value());
    }

    /// The rows of chunks and those of hours have to say the same as those of lanes.
    @Override
    protected Counts counts(RunId run) {
        Counts byLane = sum("run_lane where run_id = ?", run.value());
        Counts byChunk = sum("run_chunk where run_id = ?", run.value());
        if (!byLane.equals(byChunk)) {
            throw new AssertionError("lanes say %s, chunks %s".formatted(byLane, byChunk));
        }
        Counts byHour = sum("hourly_total");
        if (!byLane.equals(byHour)) {
            throw new AssertionError("lanes say %s, hours %s".formatted(byLane, byHour));
        }
        return byLane;
    }

    private Counts sum(String from, Object... parameters) {
        String[] sums =
                runs.text(
                                """
                                select concat_ws(' ', coalesce(sum(created), 0), coalesce(sum(updated), 0),
                                  coalesce(sum(unchanged), 0),
                                  coalesce(sum(skipped_for_consent), 0),
                                  coalesce(sum(skipped_without_match), 0),
                                  coalesce(sum(filtered), 0), coalesce(sum(rejected), 0))
                                from %s
                                """
                                        .formatted(from),
                                parameters)
                        .split(" ", -1);
        return new Counts(
                Long.parseLong(sums[0]),
                Long.parseLong(sums[1]),
                Long.parseLong(sums[2]),
                Long.parseLong(sums[3]),
                Long.parseLong(sums[4]),
                Long.parseLong(sums[5]),
                Long.parseLong(sums[6]));
    }

    @Override
    protected List<String> ledger(RunId run) {
        return runs.texts(
                """
                select record_no || ' ' || disposition::text || ' ' || coalesce(
                  (select string_agg(property, ',' order by property)
                   from jsonb_object_keys(before) as property), '')
                from profile_change where run_id = ? order by xid, seq
                """,
                run.value());
    }

    @Override
    protected List<String> rejected(RunId run) {
        return runs.texts(
                """
                select number || ' ' || line || ' ' || reason || ' ' || field || '=' || value
                from rejected_record where run_id = ? order by part, number
                """,
                run.value());
    }

    @Override
    protected List<String> pastStatements(ProfileId profile) {
        return runs.texts(
                """
                select objective || ' ' || answer::text || ' ' || extract(epoch from stated_at)::bigint
                from consent_past where profile_id = ?
                """,
                profile.value());
    }

    @Override
    protected List<String> consentTotals() {
        return runs.texts(
                """
                select objective || ' ' || sum(granted) || ' ' || sum(refused)
                from consent_total group by objective
                """);
    }

    @Override
    protected void cleansUp(ObjectiveId objective) {
        runs.execute(
                """
                insert into objective (id, version, name, zones, title, text, colour, cleans_up,
                  created_at, created_by, modified_at, modified_by)
                values (?, 1, 'News', '[]', '', '', 'GREY', true, now(), 'Mia', now(), 'Mia')
                """,
                objective.value());
    }

    @Override
    protected List<String> cleanUps() {
        return runs.texts("select profile_id || ' ' || objective from profile_clean_up order by 1");
    }

    @Override
    protected List<String> heldBack(RunId run) {
        return runs.texts(
                """
                select rule || ' ' || array_to_string(objectives, ',') || ' ' || reason || ' '
                  || sum(records)
                from run_held_back where run_id = ? group by rule, objectives, reason
                """,
                run.value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"newsletter\": [\"x\", 0, 1]}",
                "{\"newsletter\": [\"g\", 0]}",
                "{\"newsletter\": \"g\"}",
                "{\"no id!\": [\"g\", 0, 1]}",
                "[]"
            })
    @Tag("M26")
    void consentThatCannotBeReadCountsAsThatAndNotAsNothingSaid(String document) throws Exception {
        UUID id = UUID.randomUUID();
        runs.execute(
                "insert into profile (id, properties, consent) values (?, '{}', ?::jsonb)",
                id,
                document);
        runs.execute("insert into profile_identifier values (7, 'odd', ?)", id);

        assertThat(owner(lane(0), "odd"))
                .map(KnownProfile::privacy)
                .contains(ConsentGate.Unreadable.UNREADABLE);
    }
}
