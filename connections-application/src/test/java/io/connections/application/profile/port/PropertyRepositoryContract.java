package io.connections.application.profile.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.connections.application.profile.port.PropertyRepository.NewProperty;
import io.connections.domain.profile.ProfileProperty;
import io.connections.domain.profile.PropertyId;
import io.connections.domain.profile.PropertyIdTaken;
import io.connections.domain.profile.PropertyType;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What every store of properties does.
@Tag("M15")
public abstract class PropertyRepositoryContract {
    /// A new id each time: the store may be shared.
    private final String id = "p" + UUID.randomUUID().toString().replace("-", "");

    protected abstract PropertyRepository properties();

    /// Runs it in a unit of work and waits for what it answers.
    protected abstract <T> T await(Supplier<Uni<T>> work);

    @Test
    void aPropertyIsFoundAsItWasAdded() {
        ProfileProperty added = add(id, new PropertyType.Choice(List.of("b, \"c\"", "a")));

        Optional<ProfileProperty> found = find(id);

        assertThat(found).contains(added);
        assertThat(added)
                .isEqualTo(
                        new ProfileProperty(
                                new PropertyId(id),
                                added.number(),
                                "A name",
                                new PropertyType.Choice(List.of("b, \"c\"", "a")),
                                true,
                                false));
    }

    @Test
    void everyTypeComesBackAsItWent() {
        List<PropertyType> types =
                List.of(
                        new PropertyType.Text(),
                        new PropertyType.WholeNumber(),
                        new PropertyType.Decimal(),
                        new PropertyType.DateTime(),
                        new PropertyType.Date(),
                        new PropertyType.Email(),
                        new PropertyType.Phone(),
                        new PropertyType.YesNo());
        for (int i = 0; i < types.size(); i++) {
            add(id + i, types.get(i));
        }

        List<PropertyType> found =
                await(properties()::list).stream()
                        .filter(property -> property.id().value().startsWith(id))
                        .map(ProfileProperty::type)
                        .toList();

        assertThat(found).isEqualTo(types);
    }

    @Test
    void upperAndLowerCaseCountAsTheSameId() {
        add(id, new PropertyType.Text());

        Throwable refused =
                catchThrowable(() -> add("P" + id.substring(1), new PropertyType.Text()));

        assertThat(refused).isInstanceOf(PropertyIdTaken.class);
        assertThat(find("P" + id.substring(1))).isPresent();
    }

    @Test
    void aNumberIsNeverGivenTwice() {
        ProfileProperty first = add(id, new PropertyType.Text());
        await(() -> properties().delete(first));

        ProfileProperty second = add(id, new PropertyType.Text());

        assertThat(second.number()).isGreaterThan(first.number());
    }

    @Test
    void savingKeepsNameChoicesAndPii() {
        ProfileProperty added = add(id, new PropertyType.Choice(List.of("a")));
        ProfileProperty changed =
                new ProfileProperty(
                        added.id(),
                        added.number(),
                        "Another",
                        new PropertyType.Choice(List.of("a", "b")),
                        true,
                        true);

        await(() -> properties().save(changed));

        assertThat(find(id)).contains(changed);
    }

    @Test
    void aDeletedPropertyIsGone() {
        ProfileProperty added = add(id, new PropertyType.Text());

        await(() -> properties().delete(added));

        assertThat(find(id)).isEmpty();
    }

    @Test
    void severalAreAddedInTheirOrder() {
        List<ProfileProperty> added =
                await(() -> properties().add(List.of(aNew(id + "b"), aNew(id + "a"))));

        assertThat(added).extracting(one -> one.id().value()).containsExactly(id + "b", id + "a");
        assertThat(added.getFirst().number()).isLessThan(added.getLast().number());
    }

    @Test
    void whereOneIdIsTakenNoneIsAdded() {
        add(id + "b", new PropertyType.Text());

        Throwable refused =
                catchThrowable(
                        () ->
                                await(
                                        () ->
                                                properties()
                                                        .add(
                                                                List.of(
                                                                        aNew(id + "a"),
                                                                        aNew(id + "B")))));

        assertThat(refused).isInstanceOf(PropertyIdTaken.class);
        assertThat(refused).hasMessageContaining(id + "B");
        assertThat(find(id + "a")).isEmpty();
    }

    private ProfileProperty add(String newId, PropertyType type) {
        return await(() -> properties().add(List.of(aNew(newId, type)))).getFirst();
    }

    private static NewProperty aNew(String newId) {
        return aNew(newId, new PropertyType.Text());
    }

    private static NewProperty aNew(String newId, PropertyType type) {
        return new NewProperty(new PropertyId(newId), "A name", type, true, false);
    }

    private Optional<ProfileProperty> find(String wanted) {
        return await(() -> properties().find(new PropertyId(wanted)));
    }
}
