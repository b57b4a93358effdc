package io.connections.adapters.persistence.profile;

import io.connections.adapters.persistence.kernel.Sql;
import io.smallrye.mutiny.Uni;

/// What browsers sent of a person who is erased.
final class ForgottenBrowsers {
    private static final String GIVEN =
            """
            jsonb_to_recordset(cast(cast(?1 as text) as jsonb)) as g(property integer, value text)
            """;

    /// Browsers that are taken for the person's.
    private static final String BROWSERS =
            "(select i.visitor from visitor_identity i join "
                    + GIVEN
                    + " on i.property = g.property and i.value = g.value collate \"C\")";

    /// Whether whoever an event `o` names is the person.
    private static final String NAMED =
            "exists (select 1 from "
                    + GIVEN
                    + " where (o.body -> 'identifiers') @> jsonb_build_array(jsonb_build_array(g.property, g.value)))";

    /// Of an event `e`, whether the person was named there last before it happened, whenever it
    /// arrived; as far as that is known still, else whether the browser is taken for theirs.
    private static final String THEIRS =
            "coalesce((select "
                    + NAMED
                    + """
                     from collected_event o
                     where o.visitor = e.visitor and o.kind = 'i'
                       and (o.happened_at, o.number) <= (e.happened_at, e.number)
                     order by o.happened_at desc, o.number desc limit 1), e.visitor in
                    """
                    + BROWSERS
                    + ")";

    /// The same of a statement `s`.
    private static final String SAID =
            "(select "
                    + NAMED
                    + """
                     from collected_event o
                     where o.visitor = s.visitor and o.kind = 'i'
                       and (o.happened_at, o.number) <= (s.stated_at, s.event)
                     order by o.happened_at desc, o.number desc limit 1)
                    """;

    /// Browsers at which the person was ever named, as far as that is known still.
    private static final String VISITED =
            BROWSERS.substring(0, BROWSERS.length() - 1)
                    + " union select o.visitor from collected_event o join "
                    + GIVEN
                    + """
                     on (o.body -> 'identifiers') @> jsonb_build_array(jsonb_build_array(g.property, g.value))
                    where o.kind in ('i', 'v'))
                    """;

    /// All that those sent while the person was there, and what any browser ever said of them: that
    /// it is they, and what their pages said. Also what nobody has handled yet. What somebody else
    /// said there is theirs.
    private static final String EVENTS =
            "(select e.number as number from collected_event e where e.visitor in "
                    + VISITED
                    + " and "
                    + THEIRS
                    + " union select e.number from collected_event e join "
                    + GIVEN
                    + """
                     on (e.body -> 'identifiers') @> jsonb_build_array(jsonb_build_array(g.property, g.value))
                    where e.kind in ('i', 'v'))
                    """;

    private ForgottenBrowsers() {}

    /// Whoever handles what browsers sent goes on when the person is forgotten: else they would
    /// make the person's visitor again. They take profiles later, too, so nobody waits crosswise.
    static Uni<?> hold() {
        return Sql.select("select stripe from event_stripe order by stripe for update");
    }

    /// Whether proven or not: who claims to be somebody else loses no more than what that browser
    /// sent.
    ///
    /// @param given what the person is known by: documents with the number of the `property` and
    ///     the `value`
    /// @return how many events went
    static Uni<Integer> forget(String given) {
        return Sql.change(
                        """
                        with gone as materialized %s,
                          handled as (
                            delete from event_to_handle where number in (select number from gone)),
                          aside as (
                            delete from event_set_aside where number in (select number from gone)),
                          said as (delete from visitor_statement s where s.visitor in %s and %s)
                        delete from collected_event where number in (select number from gone)
                        """
                                .formatted(EVENTS, VISITED, SAID),
                        given)
                .call(() -> Sql.change("delete from visitor where id in " + BROWSERS, given));
    }
}
