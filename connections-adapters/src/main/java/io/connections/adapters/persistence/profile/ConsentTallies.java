package io.connections.adapters.persistence.profile;

import io.connections.adapters.persistence.kernel.Sql;
import io.connections.domain.consent.ConsentTally;
import io.connections.domain.consent.ObjectiveId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;

/// How many consented and refused, for those who write single profiles.
public final class ConsentTallies {
    private ConsentTallies() {}

    /// In the slot of those who are not runs.
    public static Uni<Void> add(ConsentTally tally) {
        Map<ObjectiveId, ConsentTally.Shift> shifts = tally.shifts();
        if (shifts.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        JsonArray rows = new JsonArray();
        shifts.forEach(
                (objective, shift) ->
                        rows.add(
                                new JsonObject()
                                        .put("objective", objective.value())
                                        .put("granted", shift.granted())
                                        .put("refused", shift.refused())));
        return Sql.change(
                        """
                        insert into consent_total as t (objective, slot, granted, refused)
                        select s.objective, -1, s.granted, s.refused
                        from jsonb_to_recordset(cast(cast(?1 as text) as jsonb))
                          as s(objective text, granted bigint, refused bigint)
                        order by 1
                        on conflict (objective, slot) do update
                        set granted = t.granted + excluded.granted,
                            refused = t.refused + excluded.refused
                        """,
                        rows.encode())
                .replaceWithVoid();
    }
}
