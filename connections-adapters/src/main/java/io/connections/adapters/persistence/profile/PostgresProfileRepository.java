package io.connections.adapters.persistence.profile;

import io.connections.adapters.persistence.kernel.Sql;
import io.connections.application.profile.port.ProfileRepository;
import io.connections.domain.profile.Identifier;
import io.connections.domain.profile.IdentifierTaken;
import io.connections.domain.profile.Profile;
import io.connections.domain.profile.ProfileChanged;
import io.connections.domain.profile.ProfileEdit;
import io.connections.domain.profile.ProfileId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

@Singleton
final class PostgresProfileRepository implements ProfileRepository {
    private static final String COLUMNS = "id, properties, zone, consent, version, modified_at";
    private static final String GIVEN =
            """
            (select * from jsonb_to_recordset(cast(cast(?2 as text) as jsonb)) as g(property int, value text))
            """;

    @Override
    public Uni<Optional<Profile>> find(ProfileId id) {
        return Sql.select("select " + COLUMNS + " from profile where id = ?1", id.value())
                .map(rows -> rows.stream().map(ProfileDocument::profile).findFirst());
    }

    /// Identifiers before the profile, sorted, as runs do: two who write never wait for one
    /// another.
    @Override
    public Uni<Void> save(ProfileEdit edit, String by) {
        return giveUp(edit.after().id(), edit.left())
                .chain(() -> take(edit))
                .chain(() -> write(edit))
                .chain(() -> remember(edit, by))
                .chain(() -> markMultiValued(edit.multiValued()));
    }

    private static Uni<Void> giveUp(ProfileId id, Collection<Identifier> identifiers) {
        if (identifiers.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Sql.change(
                        "delete from profile_identifier i using "
                                + GIVEN
                                + """
                                 g where i.property = g.property
                                   and i.value = g.value collate "C" and i.profile_id = ?1
                                """,
                        id.value(),
                        json(identifiers))
                .replaceWithVoid();
    }

    private static Uni<Void> take(ProfileEdit edit) {
        if (edit.taken().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        String identifiers = json(edit.taken());
        return Sql.change(
                        "insert into profile_identifier (property, value, profile_id) "
                                + "select g.property, g.value, ?1 from "
                                + GIVEN
                                + " g order by 1, 2 on conflict do nothing",
                        edit.after().id().value(),
                        identifiers)
                .chain(
                        inserted ->
                                inserted == edit.taken().size()
                                        ? Uni.createFrom().voidItem()
                                        : taken(edit.after().id(), identifiers));
    }

    private static Uni<Void> taken(ProfileId id, String identifiers) {
        return Sql.select(
                        """
                        select i.profile_id, i.value, p.name
                        from profile_identifier i join profile_property p on p.number = i.property,
                        """
                                + GIVEN
                                + """
                                 g where i.property = g.property
                                   and i.value = g.value collate "C" and i.profile_id <> ?1
                                order by p.number, i.value limit 1
                                """,
                        id.value(),
                        identifiers)
                .map(
                        rows -> {
                            // Gone again within this moment: the person's next try succeeds.
                            if (rows.isEmpty()) {
                                throw new ProfileChanged();
                            }
                            JsonObject row = rows.getFirst();
                            throw new IdentifierTaken(
                                    row.getString("name"),
                                    row.getString("value"),
                                    new ProfileId(UUID.fromString(row.getString("profile_id"))));
                        });
    }

    private static Uni<Void> write(ProfileEdit edit) {
        Profile after = edit.after();
        return Sql.change(
                        """
                        update profile
                        set properties = cast(cast(?2 as text) as jsonb), version = ?3,
                            modified_at = cast(cast(?4 as text) as timestamptz)
                        where id = ?1 and version = ?3 - 1
                        """,
                        after.id().value(),
                        ProfileDocument.document(after.values()).encode(),
                        after.version().number(),
                        after.modified().toString())
                .invoke(
                        updated -> {
                            if (updated == 0) {
                                throw new ProfileChanged();
                            }
                        })
                .replaceWithVoid();
    }

    private static Uni<Void> remember(ProfileEdit edit, String by) {
        return Sql.change(
                        """
                        insert into profile_change (profile_id, disposition, actor, before)
                        values (?1, 'U', ?2, cast(cast(?3 as text) as jsonb))
                        """,
                        edit.after().id().value(),
                        by,
                        ProfileDocument.former(edit.before()))
                .replaceWithVoid();
    }

    private static Uni<Void> markMultiValued(Set<Integer> properties) {
        if (properties.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Sql.change(
                        """
                        update profile_property set multi_valued = true
                        where not multi_valued
                          and number in (
                            select cast(n as int) from jsonb_array_elements_text(cast(cast(?1 as text) as jsonb)) n)
                        """,
                        new JsonArray(List.copyOf(properties)).encode())
                .replaceWithVoid();
    }

    private static String json(Collection<Identifier> identifiers) {
        JsonArray list = new JsonArray();
        identifiers.stream()
                .sorted(
                        Comparator.comparingInt(Identifier::property)
                                .thenComparing(Identifier::value))
                .forEach(
                        identifier ->
                                list.add(
                                        new JsonObject()
                                                .put("property", identifier.property())
                                                .put("value", identifier.value())));
        return list.encode();
    }
}
