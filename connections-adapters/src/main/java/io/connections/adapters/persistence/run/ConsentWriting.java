package io.connections.adapters.persistence.run;

import io.connections.adapters.persistence.document.ConsentDocuments;
import io.connections.domain.consent.ConsentGate.Verdict;
import io.connections.domain.consent.ConsentStatement;
import io.connections.domain.consent.ConsentTally;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.goal.ChunkDecision;
import io.connections.domain.goal.ChunkDecision.HeldBack;
import io.connections.domain.goal.ChunkDecision.PastStatement;
import io.connections.domain.profile.ProfileId;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What a chunk leaves behind of consent beside the profiles: statements that count no more, how
/// many consented and refused, and why profiles were held back.
final class ConsentWriting {
    private final LaneSession session;
    private final LaneKey key;

    ConsentWriting(LaneSession session, LaneKey key) {
        this.session = session;
        this.key = key;
    }

    /// One that is known already, because its file is imported again, is kept once.
    void keepPast(List<PastStatement> past) throws SQLException {
        if (past.isEmpty()) {
            return;
        }
        PreparedStatement statement =
                session.prepared(
                        """
                        insert into consent_past (profile_id, objective, answer, stated_at, evidence)
                        select * from unnest(?, ?, ?::"char"[], ?, ?)
                        order by 1, 2, 4 on conflict do nothing
                        """);
        statement.setArray(1, array("uuid", past, each -> each.profile().value()));
        statement.setArray(2, array("text", past, each -> each.statement().objective().value()));
        statement.setArray(
                3,
                array(
                        "text",
                        past,
                        each ->
                                String.valueOf(
                                        ConsentDocuments.letter(each.statement().answer()))));
        statement.setArray(
                4, array("timestamptz", past, each -> Timestamp.from(each.statement().at())));
        statement.setArray(5, array("int8", past, each -> evidence(each.statement())));
        statement.executeUpdate();
    }

    private static long evidence(ConsentStatement statement) {
        return statement.evidence().number();
    }

    /// Of what was refused only what cleans up waits.
    void cleanUp(ChunkDecision decision) throws SQLException {
        List<Withdrawn> withdrawn = new ArrayList<>();
        decision.created().forEach(each -> add(each.id(), each.withdrawn(), withdrawn));
        decision.changed().forEach(each -> add(each.id(), each.withdrawn(), withdrawn));
        if (withdrawn.isEmpty()) {
            return;
        }
        PreparedStatement statement =
                session.prepared(
                        """
                        insert into profile_clean_up (profile_id, objective)
                        select w.profile, o.id from unnest(?, ?) as w(profile, objective)
                        join objective o on o.id = w.objective and o.cleans_up and o.deleted_at is null
                        order by 1, 2
                        on conflict (profile_id, objective) do update set due_at = now()
                        """);
        statement.setArray(1, array("uuid", withdrawn, each -> each.profile().value()));
        statement.setArray(2, array("text", withdrawn, each -> each.objective().value()));
        statement.executeUpdate();
    }

    private record Withdrawn(ProfileId profile, ObjectiveId objective) {}

    private static void add(
            ProfileId profile, Set<ObjectiveId> objectives, List<Withdrawn> withdrawn) {
        objectives.forEach(each -> withdrawn.add(new Withdrawn(profile, each)));
    }

    /// In a slot of the lane's own, so that lanes do not wait for one another.
    void count(ConsentTally tally) throws SQLException {
        Map<String, ConsentTally.Shift> shifts = new TreeMap<>();
        for (Map.Entry<ObjectiveId, ConsentTally.Shift> each : tally.shifts().entrySet()) {
            shifts.put(each.getKey().value(), each.getValue());
        }
        for (Map.Entry<String, ConsentTally.Shift> each : shifts.entrySet()) {
            PreparedStatement statement =
                    session.prepared(
                            """
                            insert into consent_total as t (objective, slot, granted, refused)
                            values (?, ?, ?, ?)
                            on conflict (objective, slot) do update
                            set granted = t.granted + excluded.granted,
                              refused = t.refused + excluded.refused
                            """);
            statement.setString(1, each.getKey());
            statement.setInt(2, key.share() * 1_000 + key.lane());
            statement.setLong(3, each.getValue().granted());
            statement.setLong(4, each.getValue().refused());
            statement.executeUpdate();
        }
    }

    /// A verdict is known by its digest: two may have the same words, and the words may be many.
    void noteHeldBack(List<HeldBack> heldBack) throws SQLException {
        if (heldBack.isEmpty()) {
            return;
        }
        Map<Verdict.HeldBack, Long> counted =
                heldBack.stream()
                        .collect(Collectors.groupingBy(HeldBack::verdict, Collectors.counting()));
        List<Verdict.HeldBack> verdicts = List.copyOf(counted.keySet());
        PreparedStatement statement =
                session.prepared(
                        """
                        insert into run_held_back as h (run_id, ordinal, share, lane, verdict, rule,
                          objectives, reason, records)
                        select ?, ?, ?, ?,
                          sha256(convert_to(rule || ' ' || objectives || ' ' || reason, 'UTF8')),
                          rule, string_to_array(objectives, ','), reason, sum(records)
                        from unnest(?, ?, ?, ?) as held (rule, objectives, reason, records)
                        group by rule, objectives, reason
                        on conflict (run_id, ordinal, share, lane, verdict) do update
                        set records = h.records + excluded.records
                        """);
        key.set(statement, 1);
        statement.setArray(5, array("text", verdicts, each -> each.rule().name()));
        statement.setArray(6, array("text", verdicts, each -> ids(each.objectives())));
        statement.setArray(7, array("text", verdicts, each -> StoredText.of(each.reason())));
        statement.setArray(8, array("int8", verdicts, counted::get));
        statement.executeUpdate();
    }

    private static String ids(List<ObjectiveId> objectives) {
        return objectives.stream().map(ObjectiveId::value).collect(Collectors.joining(","));
    }

    private <T> Array array(String type, List<T> items, Function<T, Object> value)
            throws SQLException {
        return session.array(type, items.stream().map(value).toArray());
    }
}
