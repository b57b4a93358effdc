package io.connections.adapters.persistence.profile;

import io.connections.adapters.persistence.kernel.Sql;
import io.connections.application.profile.port.PropertyRepository;
import io.connections.domain.profile.ProfileProperty;
import io.connections.domain.profile.PropertyId;
import io.connections.domain.profile.PropertyIdTaken;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

@Singleton
final class PostgresPropertyRepository implements PropertyRepository {
    private static final String COLUMNS = "id, number, name, type, choices, identifier, pii";

    @Override
    public Uni<List<ProfileProperty>> list() {
        return Sql.select("select " + COLUMNS + " from profile_property order by number")
                .map(rows -> rows.stream().map(PostgresPropertyRepository::property).toList());
    }

    @Override
    public Uni<Optional<ProfileProperty>> find(PropertyId id) {
        return Sql.select("select " + COLUMNS + " from profile_property where key = ?1", id.key())
                .map(rows -> rows.stream().map(PostgresPropertyRepository::property).findFirst());
    }

    @Override
    public Uni<List<ProfileProperty>> add(List<NewProperty> properties) {
        JsonArray wanted = new JsonArray();
        for (NewProperty property : properties) {
            wanted.add(
                    new JsonObject()
                            .put("id", property.id().value())
                            .put("key", property.id().key())
                            .put("name", property.name())
                            .put("type", StoredPropertyType.word(property.type()))
                            .put(
                                    "choices",
                                    new JsonArray(StoredPropertyType.choices(property.type())))
                            .put("identifier", property.identifier())
                            .put("pii", property.pii()));
        }
        return Sql.returning(
                        """
                        with wanted as (
                          select item, place
                          from jsonb_array_elements(cast(cast(?1 as text) as jsonb))
                               with ordinality as wanted (item, place))
                        insert into profile_property (id, key, name, type, choices, identifier, pii)
                        select item ->> 'id', item ->> 'key', item ->> 'name', item ->> 'type',
                               array(select jsonb_array_elements_text(item -> 'choices')),
                               cast(item ->> 'identifier' as boolean), cast(item ->> 'pii' as boolean)
                        from wanted order by place
                        on conflict do nothing
                        returning\s"""
                                + COLUMNS,
                        wanted.encode())
                .map(rows -> rows.stream().map(PostgresPropertyRepository::property).toList())
                .invoke(added -> requireAll(properties, added));
    }

    private static void requireAll(List<NewProperty> wanted, List<ProfileProperty> added) {
        Set<PropertyId> ids = added.stream().map(ProfileProperty::id).collect(Collectors.toSet());
        wanted.stream()
                .map(NewProperty::id)
                .filter(id -> !ids.contains(id))
                .findFirst()
                .ifPresent(
                        taken -> {
                            throw new PropertyIdTaken(taken);
                        });
    }

    @Override
    public Uni<Void> save(ProfileProperty property) {
        return Sql.change(
                        """
                        update profile_property
                        set name = ?2, pii = ?3,
                            choices = array(select jsonb_array_elements_text(cast(cast(?4 as text) as jsonb)))
                        where number = ?1
                        """,
                        property.number(),
                        property.name(),
                        property.pii(),
                        new JsonArray(StoredPropertyType.choices(property.type())).encode())
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> delete(ProfileProperty property) {
        return Sql.change(
                        """
                        with gone as (
                          delete from profile_property where number = ?1 returning number)
                        insert into forgotten_property (number) select number from gone
                        """,
                        property.number())
                .chain(
                        () ->
                                Sql.change(
                                        "delete from visitor_identity where property = ?1",
                                        property.number()))
                .replaceWithVoid();
    }

    private static ProfileProperty property(JsonObject row) {
        return new ProfileProperty(
                new PropertyId(row.getString("id")),
                row.getInteger("number"),
                row.getString("name"),
                StoredPropertyType.read(
                        row.getString("type"),
                        row.getJsonArray("choices").stream().map(Object::toString).toList()),
                row.getBoolean("identifier"),
                row.getBoolean("pii"));
    }
}
