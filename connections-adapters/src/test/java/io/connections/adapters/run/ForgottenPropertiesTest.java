package io.connections.adapters.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.adapters.persistence.TestDatabase;
import io.connections.adapters.persistence.run.ForgottenProperties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("M15")
class ForgottenPropertiesTest {
    private final TestDatabase database = TestDatabase.create();
    private final Runs rows = new Runs(database.dataSource());

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void valuesAndIdentifiersOfADeletedPropertyAreRemovedAndNothingElse() {
        rows.execute(
                """
                insert into profile (id, properties)
                select gen_random_uuid(), jsonb_build_object('1', 'C-' || n, '2', 'kept')
                  || case when n % 2 = 0 then jsonb_build_object('12', 'kept too') else '{}' end
                from generate_series(1, 6000) n
                """);
        rows.execute(
                "insert into profile (id, properties) values (gen_random_uuid(), '{\"2\":\"x\"}')");
        rows.execute(
                """
                insert into profile_identifier
                select 1, properties->>'1', id from profile where properties ->> '1' is not null
                union all select 2, id::text, id from profile
                """);
        rows.execute("insert into forgotten_property (number) values (1)");

        new ForgottenProperties(database.dataSource()).remove();

        assertThat(rows.number("select count(*) from profile where jsonb_exists(properties, '1')"))
                .isZero();
        assertThat(
                        rows.texts(
                                "select property || ' ' || count(*) from profile_identifier group by property"))
                .containsExactly("2 6001");
        assertThat(rows.number("select count(*) from profile where jsonb_exists(properties, '12')"))
                .isEqualTo(3000);
        assertThat(
                        rows.texts(
                                "select version || ' ' || count(*) from profile group by version order by version"))
                .containsExactly("1 1", "2 6000");
        assertThat(rows.number("select count(*) from forgotten_property")).isZero();
    }

    @Test
    void theLedgerForgetsWhatStoodInADeletedPropertyBeforeAndNothingElse() {
        rows.execute(
                """
                insert into profile_change (at, profile_id, disposition, actor, before)
                select moment, gen_random_uuid(), 'U', who, before::jsonb
                from (values ('alone', '{"1": "old"}'), ('with-others', '{"1": null, "12": "old"}'),
                        ('others', '{"12": ["old", "1"]}')) as given (who, before),
                  unnest(array[now(), timestamptz '2020-01-01']) as moment
                """);
        rows.execute(
                """
                insert into profile_change (profile_id, disposition, actor)
                values (gen_random_uuid(), 'C', 'new')
                """);
        rows.execute("insert into forgotten_property (number) values (1)");

        new ForgottenProperties(database.dataSource()).remove();

        assertThat(
                        rows.texts(
                                """
                                select distinct actor || ' ' || coalesce(before::text, 'nothing')
                                from profile_change order by 1
                                """))
                .containsExactly(
                        "alone nothing",
                        "new nothing",
                        "others {\"12\": [\"old\", \"1\"]}",
                        "with-others {\"12\": \"old\"}");
        assertThat(rows.number("select count(*) from profile_change")).isEqualTo(7);
    }

    @Test
    void aLedgerOfManyPagesIsCleanedToItsEnd() {
        rows.execute(
                """
                insert into profile_change (profile_id, disposition, actor, before)
                select gen_random_uuid(), 'U', 'mia',
                  jsonb_build_object('1', repeat('x', 1500), '2', n)
                from generate_series(1, 6000) n
                """);
        rows.execute("insert into forgotten_property (number) values (1)");

        new ForgottenProperties(database.dataSource()).remove();

        assertThat(
                        rows.number(
                                "select count(*) from profile_change where jsonb_exists(before, '1')"))
                .isZero();
        assertThat(
                        rows.number(
                                "select count(*) from profile_change where jsonb_exists(before, '2')"))
                .isEqualTo(6000);
    }
}
