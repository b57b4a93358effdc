package io.connections.application.favorite.port;

import static io.connections.domain.connection.ConnectionFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.connections.application.favorite.UsedObject;
import io.connections.application.kernel.NamedObject;
import io.connections.application.kernel.Page;
import io.connections.application.kernel.PageRequest;
import io.connections.domain.kernel.ObjectKind;
import io.connections.domain.kernel.ObjectRef;
import io.smallrye.mutiny.Uni;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What every store of stars, and of what was used last, does.
@Tag("M7")
public abstract class FavoritesContract {
    private static final Set<ObjectKind> ALL = EnumSet.allOf(ObjectKind.class);

    /// People of this test's own: the store may be shared.
    private final String mia = "mia " + UUID.randomUUID();
    private final String noah = "noah " + UUID.randomUUID();

    protected abstract FavoriteRepository favorites();

    protected abstract UsedObjects used();

    /// Makes a thing, with an id of its own.
    protected abstract ObjectRef made(ObjectKind kind, String name);

    protected abstract void deleted(ObjectRef object);

    /// Runs it in a unit of work and waits for what it answers.
    protected abstract <T> T await(Supplier<Uni<T>> work);

    @Test
    void aStarIsItsOwnersAlone() {
        ObjectRef starred = made(ObjectKind.CONNECTION, "One");
        ObjectRef other = made(ObjectKind.CONNECTION, "Two");
        star(mia, starred);

        Set<ObjectRef> ofMia = among(mia, starred, other);
        Set<ObjectRef> ofNoah = among(noah, starred, other);

        assertThat(ofMia).containsExactly(starred);
        assertThat(ofNoah).isEmpty();
        assertThat(among(mia)).isEmpty();
    }

    @Test
    void starringTwiceIsStarringOnce() {
        ObjectRef object = made(ObjectKind.CONNECTION, "One");

        boolean first = star(mia, object);
        boolean second = star(mia, object);

        assertThat(first).isTrue();
        assertThat(second).isFalse();
        assertThat(list(ALL)).hasSize(1);
    }

    @Test
    void aStarIsTakenBack() {
        ObjectRef object = made(ObjectKind.CONNECTION, "One");
        star(mia, object);
        star(noah, object);

        boolean first = await(() -> favorites().unstar(mia, object));
        boolean second = await(() -> favorites().unstar(mia, object));

        assertThat(first).isTrue();
        assertThat(second).isFalse();
        assertThat(among(mia, object)).isEmpty();
        assertThat(among(noah, object)).containsExactly(object);
    }

    @Test
    void starredThingsOfAllKindsAreListedByName() {
        ObjectRef c = made(ObjectKind.LABEL, "c " + mia);
        ObjectRef b = made(ObjectKind.PROFILE_PROPERTY, "B " + mia);
        ObjectRef a = made(ObjectKind.CONNECTION, "a " + mia);
        List.of(c, b, a).forEach(object -> star(mia, object));

        Page<NamedObject> first =
                await(() -> favorites().list(mia, ALL, new PageRequest(Optional.empty(), 2)));
        Page<NamedObject> second =
                await(() -> favorites().list(mia, ALL, new PageRequest(first.next(), 2)));

        assertThat(first.items())
                .containsExactly(new NamedObject(a, "a " + mia), new NamedObject(b, "B " + mia));
        assertThat(second.items()).containsExactly(new NamedObject(c, "c " + mia));
        assertThat(list(Set.of(ObjectKind.LABEL))).containsExactly(c);
    }

    @Test
    void whatIsDeletedIsNobodysFavorite() {
        ObjectRef connection = made(ObjectKind.CONNECTION, "One");
        ObjectRef property = made(ObjectKind.PROFILE_PROPERTY, "Two");
        ObjectRef label = made(ObjectKind.LABEL, "Three " + mia);
        ObjectRef objective = made(ObjectKind.OBJECTIVE, "Four " + mia);
        List.of(connection, property, label, objective)
                .forEach(
                        object -> {
                            star(mia, object);
                            await(() -> used().note(mia, object, NOON));
                        });

        List.of(connection, property, label, objective).forEach(this::deleted);

        assertThat(among(mia, connection, property, label, objective)).isEmpty();
        assertThat(list(ALL)).isEmpty();
        assertThat(lastUsed(10)).isEmpty();
    }

    @Test
    void whatWasUsedLastComesFirst() {
        ObjectRef one = made(ObjectKind.CONNECTION, "One");
        ObjectRef two = made(ObjectKind.PROFILE_PROPERTY, "Two");
        await(() -> used().note(mia, one, NOON));
        await(() -> used().note(mia, two, NOON.plusSeconds(1)));
        await(() -> used().note(mia, one, NOON.plusSeconds(2)));
        await(() -> used().note(noah, two, NOON.plusSeconds(3)));

        List<UsedObject> all = lastUsed(10);
        List<UsedObject> newest = lastUsed(1);

        assertThat(all)
                .containsExactly(
                        new UsedObject(new NamedObject(one, "One"), NOON.plusSeconds(2)),
                        new UsedObject(new NamedObject(two, "Two"), NOON.plusSeconds(1)));
        assertThat(newest).isEqualTo(all.subList(0, 1));
    }

    @Test
    void onlyTheNewestFewAreKept() {
        List<ObjectRef> objects =
                IntStream.rangeClosed(0, UsedObjects.KEPT)
                        .mapToObj(i -> made(ObjectKind.CONNECTION, "Used " + i))
                        .toList();
        IntStream.range(0, objects.size())
                .forEach(i -> await(() -> used().note(mia, objects.get(i), NOON.plusSeconds(i))));

        List<UsedObject> kept = lastUsed(1000);

        assertThat(kept)
                .hasSize(UsedObjects.KEPT)
                .noneMatch(used -> used.object().ref().equals(objects.getFirst()));
    }

    private boolean star(String person, ObjectRef object) {
        return await(() -> favorites().star(person, object, NOON));
    }

    private Set<ObjectRef> among(String person, ObjectRef... objects) {
        return await(() -> favorites().among(person, List.of(objects)));
    }

    private List<ObjectRef> list(Set<ObjectKind> kinds) {
        return await(() -> favorites().list(mia, kinds, PageRequest.first())).items().stream()
                .map(NamedObject::ref)
                .toList();
    }

    private List<UsedObject> lastUsed(int limit) {
        return await(() -> used().list(mia, ALL, limit));
    }
}
