package io.connections.adapters.persistence.consent;

import io.connections.adapters.persistence.kernel.Sql;
import io.connections.application.consent.port.ConsentTotals;
import io.connections.domain.consent.ObjectiveId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;

/// The sums over all slots. Profiles are counted while they lie on few pages; of more than that the
/// database's own statistics tell how many there are, brought up to the size of the table now.
@Singleton
final class PostgresConsentTotals implements ConsentTotals {
    /// 16 megabytes, which are read in the blink of an eye.
    private static final int FEW_PAGES = 2_000;

    @Override
    public Uni<Totals> all() {
        return Sql.select(
                        """
                        select objective, sum(granted) as granted, sum(refused) as refused
                        from consent_total group by objective
                        """)
                .chain(answers -> profiles(FEW_PAGES).map(count -> totals(answers, count)));
    }

    private static Totals totals(List<JsonObject> answers, Profiles profiles) {
        return new Totals(
                answers.stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        row -> new ObjectiveId(row.getString("objective")),
                                        row ->
                                                new Answers(
                                                        row.getLong("granted"),
                                                        row.getLong("refused")))),
                profiles);
    }

    /// @param fewPages up to which every profile is counted
    static Uni<Profiles> profiles(int fewPages) {
        return Sql.select(
                        """
                        select pages > ?1 as estimated,
                          case when pages <= ?1 then (select count(*) from profile)
                            when analysed > 0 and analysed_pages > 0
                              then cast(analysed / analysed_pages * pages as bigint)
                            -- Before anybody has looked at the table: one page in a hundred.
                            else (select count(*) * 100 from profile tablesample system (1))
                          end as amount
                        from (select reltuples as analysed, relpages as analysed_pages,
                            pg_relation_size(oid) / cast(current_setting('block_size') as bigint)
                              as pages
                          from pg_class where oid = cast('profile' as regclass)) as t
                        """,
                        fewPages)
                .map(
                        rows ->
                                new Profiles(
                                        rows.getFirst().getLong("amount"),
                                        rows.getFirst().getBoolean("estimated")));
    }
}
