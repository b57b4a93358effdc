package io.connections.adapters.persistence.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.connections.adapters.persistence.document.ConsentDocuments;
import io.connections.adapters.testing.Awaiting;
import io.connections.adapters.testing.PostgresForTests;
import io.connections.adapters.testing.Tables;
import io.connections.adapters.testing.Things;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.application.profile.Erasure;
import io.connections.application.profile.ErasureId;
import io.connections.application.profile.Origin;
import io.connections.application.profile.port.Erasures;
import io.connections.application.profile.port.ProfileConsents;
import io.connections.application.profile.port.ProfileHistory;
import io.connections.application.profile.port.ProfileRepository;
import io.connections.application.profile.port.ProfileSearch;
import io.connections.application.profile.port.ProfilesContract;
import io.connections.application.profile.port.PropertyRepository;
import io.connections.domain.consent.ConsentStatement;
import io.connections.domain.consent.ConsentStatement.Answer;
import io.connections.domain.consent.EvidenceId;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.consent.PrivacyState;
import io.connections.domain.profile.Identifier;
import io.connections.domain.profile.PrivacyEdit;
import io.connections.domain.profile.Profile;
import io.connections.domain.profile.ProfileId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields
class PostgresProfilesTest extends ProfilesContract {
    @Inject UnitOfWork unitOfWork;
    @Inject PropertyRepository properties;
    @Inject ProfileRepository profiles;
    @Inject ProfileSearch search;
    @Inject ProfileConsents consents;
    @Inject ProfileHistory history;
    @Inject Erasures erasures;
    @Inject AgroalDataSource dataSource;

    @Override
    protected PropertyRepository properties() {
        return properties;
    }

    @Override
    protected ProfileRepository profiles() {
        return profiles;
    }

    @Override
    protected ProfileSearch search() {
        return search;
    }

    @Override
    protected ProfileConsents consents() {
        return consents;
    }

    @Override
    protected Erasures erasures() {
        return erasures;
    }

    @Override
    protected ProfileHistory history() {
        return history;
    }

    @Override
    protected void imported(Profile profile, List<Identifier> identifiers, Origin.ByRun run) {
        PrivacyState privacy = (PrivacyState) profile.privacy();
        Tables.change(
                dataSource,
                """
                insert into run (id, connection_id, connection_version, connection_name, number,
                                 state, trigger)
                values (?, ?, 1, ?, 1, 'FINISHED', 'MANUAL') on conflict do nothing
                """,
                run.run().value(),
                run.connection().value(),
                run.connectionName());
        Tables.change(
                dataSource,
                """
                insert into profile (id, properties, zone, consent, version, modified_at)
                values (?, ?::jsonb, ?, ?::jsonb, ?, ?)
                """,
                profile.id().value(),
                ProfileDocument.document(profile.values()).encode(),
                privacy.zone().code(),
                ConsentDocuments.text(privacy.consents()),
                profile.version().number(),
                profile.modified().atOffset(ZoneOffset.UTC));
        identifiers.forEach(
                identifier ->
                        Tables.change(
                                dataSource,
                                "insert into profile_identifier values (?, ?, ?)",
                                identifier.property(),
                                identifier.value(),
                                profile.id().value()));
        Tables.change(
                dataSource,
                """
                insert into profile_change (at, profile_id, run_id, record_no, disposition)
                values (?, ?, ?, 1, 'C')
                """,
                run.at().atOffset(ZoneOffset.UTC),
                profile.id().value(),
                run.run().value());
    }

    @Override
    protected <T> T await(Supplier<Uni<T>> work) {
        return Awaiting.on(() -> unitOfWork.run(work));
    }

    @Override
    protected <T> T ask(Supplier<Uni<T>> question) {
        return Awaiting.on(question);
    }

    /// That somebody was here, and who took them away, still adds up with the runs' counts.
    @Test
    @Tag("M28")
    void aDeletedProfileLeavesItsRowsInTheLedgerButNoneOfItsValues() {
        UUID ann = Things.oldId();
        UUID bob = Things.oldId();
        for (UUID id : List.of(ann, bob)) {
            Tables.change(dataSource, "insert into profile (id, properties) values (?, '{}')", id);
            Tables.change(
                    dataSource,
                    """
                    insert into profile_change (profile_id, disposition, actor, before)
                    values (?, 'U', 'Mia', '{"7": "old@example.com"}')
                    """,
                    id);
        }

        erase(ann);

        assertThat(ledger(ann)).containsExactly("U Mia nothing", "D Eva nothing");
        assertThat(ledger(bob)).containsExactly("U Mia {\"7\": \"old@example.com\"}");
    }

    @Test
    @Tag("M28")
    void whoseConsentCannotBeReadCanBeErased() {
        for (String unreadable : List.of("7", "{\"news\": 7}", "{\"news\": [\"x\", 1, \"y\"]}")) {
            UUID ann = Things.oldId();
            Tables.change(
                    dataSource,
                    "insert into profile (id, properties, consent) values (?, '{}', ?::jsonb)",
                    ann,
                    unreadable);

            erase(ann);

            assertThat(await(() -> profiles.find(new ProfileId(ann)))).isEmpty();
        }
    }

    @Test
    @Tag("M28")
    void whatTheErasedCanBeKnownByIsLookedFor() {
        UUID ann = Things.oldId();
        Tables.change(
                dataSource,
                "insert into profile (id, properties) values (?, '{\"1\": [\"%1$s\", \"b%1$s\"], \"2\": \"Delft\"}')"
                        .formatted(ann),
                ann);
        Tables.change(
                dataSource, "insert into profile_identifier values (1, ?, ?)", ann.toString(), ann);

        erase(ann);

        assertThat(
                        Tables.texts(
                                dataSource,
                                """
                                select t.value || ' ' || t.identifier from erasure_trace t
                                join erasure e on e.id = t.erasure_id where e.profile_id = ? order by 1
                                """,
                                ann))
                .containsExactlyInAnyOrder(ann + " true", "b" + ann + " false", "Delft false");
    }

    /// An address of before still names them, unless it is somebody else's by now.
    @Test
    @Tag("M28")
    void whatTheErasedWasKnownByBeforeIsLookedForToo() {
        UUID ann = Things.oldId();
        UUID bob = Things.oldId();
        int email = identifier("e" + ann.toString().substring(24));
        for (UUID id : List.of(ann, bob)) {
            Tables.change(dataSource, "insert into profile (id, properties) values (?, '{}')", id);
        }
        Tables.change(
                dataSource, "insert into profile_identifier values (?, 'now-bobs', ?)", email, bob);
        Tables.change(
                dataSource,
                """
                insert into profile_change (profile_id, disposition, actor, before)
                values (?, 'U', 'Mia', '{"%1$d": "first", "0": "Delft"}'),
                  (?, 'U', 'Mia', '{"%1$d": ["second", "now-bobs"]}'), (?, 'U', 'Mia', '{"%1$d": null}')
                """
                        .formatted(email),
                ann,
                ann,
                ann);
        String hers = ann.toString().substring(0, 18) + "anns";
        Tables.change(
                dataSource,
                "insert into visitor (id, first_seen, last_seen) values (?, now(), now())",
                hers);
        Tables.change(
                dataSource,
                "insert into visitor_identity values (?, ?, 'first', false, now())",
                hers,
                email);

        Erasure receipt = erase(ann).orElseThrow();

        assertThat(receipt.removed().identifiers()).isZero();
        assertThat(
                        Tables.texts(
                                dataSource,
                                """
                                select t.value || ' ' || t.identifier from erasure_trace t
                                join erasure e on e.id = t.erasure_id where e.profile_id = ?
                                """,
                                ann))
                .containsExactlyInAnyOrder("first true", "second true");
        assertThat(Tables.texts(dataSource, "select id from visitor where id = ?", hers)).isEmpty();
    }

    private int identifier(String id) {
        Tables.change(
                dataSource,
                """
                insert into profile_property (id, key, name, type, identifier, pii)
                values (?, lower(?), 'E-mail', 'EMAIL', true, true)
                """,
                id,
                id);
        return Integer.parseInt(
                Tables.texts(
                                dataSource,
                                "select number::text from profile_property where id = ?",
                                id)
                        .getFirst());
    }

    @Test
    @Tag("M28")
    void browsersThatWereSaidToBeTheErasedOnesAreForgottenWithWhatTheySent() {
        UUID ann = Things.oldId();
        String hers = ann.toString().substring(0, 18) + "anns";
        String other = ann.toString().substring(0, 18) + "bobs";
        Tables.change(
                dataSource,
                "insert into profile (id, properties) values (?, '{\"1\": \"%s\"}')".formatted(ann),
                ann);
        Tables.change(
                dataSource, "insert into profile_identifier values (1, ?, ?)", ann.toString(), ann);
        for (String visitor : List.of(hers, other)) {
            Tables.change(
                    dataSource,
                    "insert into visitor (id, first_seen, last_seen) values (?, now(), now())",
                    visitor);
            Tables.change(
                    dataSource,
                    """
                    with e as (
                      insert into collected_event (stripe, visitor, event_id, channel_id, kind,
                        happened_at, received_at, page, body)
                      values (3, ?, 'one', gen_random_uuid(), 'p', now(), now(), 'shop.example/', '{}')
                      returning stripe, number, visitor)
                    insert into event_to_handle (stripe, number, visitor, due_at)
                    select stripe, number, visitor, 'infinity' from e
                    """,
                    visitor);
        }
        Tables.change(
                dataSource,
                "insert into visitor_identity values (?, 1, ?, false, now())",
                hers,
                ann.toString());

        Erasure receipt = erase(ann).orElseThrow();

        assertThat(receipt.removed().websiteEvents()).isEqualTo(1);
        for (String table : List.of("collected_event", "event_to_handle")) {
            assertThat(
                            Tables.texts(
                                    dataSource,
                                    "select visitor from %s where visitor in ('%s', '%s')"
                                            .formatted(table, hers, other)))
                    .containsExactly(other);
        }
        assertThat(Tables.texts(dataSource, "select id from visitor where id like ?", hers))
                .isEmpty();
        Tables.change(dataSource, "delete from event_to_handle where visitor = ?", other);
    }

    /// Whose browser it is was said, and is not handled yet; or it is another's by now.
    @Test
    @Tag("M28")
    void whatAnyBrowserSaidOfBeingTheErasedOneGoesAndWhatElseItSentStays() {
        UUID ann = Things.oldId();
        String visitor = ann.toString().substring(0, 22);
        Tables.change(
                dataSource,
                "insert into profile (id, properties) values (?, '{\"1\": \"%s\"}')".formatted(ann),
                ann);
        Tables.change(
                dataSource, "insert into profile_identifier values (1, ?, ?)", ann.toString(), ann);
        for (String body :
                List.of(
                        "{\"identifiers\": [[2, \"x\"], [1, \"%s\"]], \"proven\": false}"
                                .formatted(ann),
                        "{\"identifiers\": [[1, \"%s-not\"]], \"proven\": false}".formatted(ann))) {
            Tables.change(
                    dataSource,
                    """
                    with e as (
                      insert into collected_event (stripe, visitor, event_id, channel_id, kind,
                        happened_at, received_at, page, body)
                      values (3, ?, md5(?), gen_random_uuid(), 'i', now(), now(), 'shop.example/', ?::jsonb)
                      returning stripe, number, visitor)
                    insert into event_to_handle (stripe, number, visitor, due_at)
                    select stripe, number, visitor, 'infinity' from e
                    """,
                    visitor,
                    body,
                    body);
        }

        Erasure receipt = erase(ann).orElseThrow();

        assertThat(receipt.removed().websiteEvents()).isEqualTo(1);
        assertThat(
                        Tables.texts(
                                dataSource,
                                """
                                select e.body->'identifiers'->0->>1 from collected_event e
                                join event_to_handle using (number) where e.visitor = ?
                                """,
                                visitor))
                .containsExactly(ann + "-not");
        Tables.change(dataSource, "delete from event_to_handle where visitor = ?", visitor);
    }

    private Optional<Erasure> erase(UUID profile) {
        return await(
                () ->
                        erasures.erase(
                                new ErasureId(Things.oldId()),
                                new ProfileId(profile),
                                "Eva",
                                Instant.EPOCH));
    }

    @Test
    @Tag("M26")
    void howManyConsentedAndRefusedIsCountedWithWhatIsRecorded() {
        UUID ann = Things.oldId();
        ObjectiveId objective = new ObjectiveId("o" + ann);
        Tables.change(dataSource, "insert into profile (id, properties) values (?, '{}')", ann);

        record(ann, objective, Answer.GRANTED, 1);
        assertThat(totals(objective)).containsExactly("1 0");

        record(ann, objective, Answer.REFUSED, 2);
        assertThat(totals(objective)).containsExactly("0 1");
        assertThat(ledger(ann)).containsExactly("U Eva nothing", "U Eva nothing");
    }

    private void record(UUID profile, ObjectiveId objective, Answer answer, long second) {
        await(
                () ->
                        consents.findToChange(new ProfileId(profile))
                                .chain(
                                        found ->
                                                consents.save(
                                                        PrivacyEdit.of(
                                                                found.orElseThrow(),
                                                                Optional.empty(),
                                                                List.of(
                                                                        new ConsentStatement(
                                                                                objective,
                                                                                answer,
                                                                                Instant
                                                                                        .ofEpochSecond(
                                                                                                second),
                                                                                new EvidenceId(1))),
                                                                Instant.ofEpochSecond(second)),
                                                        "Eva")));
    }

    private List<String> totals(ObjectiveId objective) {
        return Tables.texts(
                dataSource,
                "select sum(granted) || ' ' || sum(refused) from consent_total where objective = ?",
                objective.value());
    }

    private List<String> ledger(UUID profile) {
        return Tables.texts(
                dataSource,
                """
                select disposition::text || ' ' || actor || ' ' || coalesce(before::text, 'nothing')
                from profile_change where profile_id = ? order by xid, seq
                """,
                profile);
    }
}
