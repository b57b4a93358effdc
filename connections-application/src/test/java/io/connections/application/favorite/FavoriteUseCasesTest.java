package io.connections.application.favorite;

import static io.connections.domain.access.ActorFixtures.aViewer;
import static io.connections.domain.access.ActorFixtures.lacking;
import static io.connections.domain.connection.ConnectionFixtures.NOON;
import static io.connections.domain.connection.ConnectionFixtures.aConnection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.connections.application.connection.House;
import io.connections.application.kernel.NamedObject;
import io.connections.application.kernel.ObjectNotFound;
import io.connections.application.kernel.PageRequest;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.access.PermissionMissing;
import io.connections.domain.audit.Action;
import io.connections.domain.audit.AuditEvent;
import io.connections.domain.kernel.ObjectKind;
import io.connections.domain.kernel.ObjectRef;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Stars, and what was used last.
@Tag("M7")
class FavoriteUseCasesTest {
    private static final ObjectRef EMAIL = new ObjectRef(ObjectKind.PROFILE_PROPERTY, "email");
    private static final ObjectRef NOTHING =
            new ObjectRef(ObjectKind.CONNECTION, UUID.randomUUID().toString());

    private final House house = new House();
    private final ObjectRef shop =
            new ObjectRef(
                    ObjectKind.CONNECTION,
                    house.add(aConnection().named("Shop")).id().value().toString());

    @Test
    void whoMayReadAThingStarsItAndThatIsRecordedOnce() {
        star(shop, aViewer());
        star(shop, aViewer());

        assertThat(favorites(aViewer())).containsExactly(new NamedObject(shop, "Shop"));
        assertThat(events()).containsExactly(Action.STARRED);
    }

    @Test
    void aStarIsTakenBackAndThatIsRecordedOnce() {
        star(shop, aViewer());
        unstar(shop, aViewer());
        unstar(shop, aViewer());

        assertThat(favorites(aViewer())).isEmpty();
        assertThat(events()).containsExactly(Action.STARRED, Action.UNSTARRED);
    }

    @Test
    void whatIsNotThereCannotBeStarredButItsStarIsGoneAnyway() {
        Throwable refused = catchThrowable(() -> star(NOTHING, aViewer()));
        unstar(NOTHING, aViewer());

        assertThat(refused).isInstanceOf(ObjectNotFound.class);
        assertThat(events()).isEmpty();
    }

    @Test
    @Tag("M29")
    void whatWasOpenedIsRememberedAndIsNoEvent() {
        note(shop, aViewer());

        List<UsedObject> used =
                new ListLastUsed(house.unitOfWork, house.favorites)
                        .handle(new ListLastUsed.Query(10, aViewer()))
                        .await()
                        .indefinitely();

        assertThat(used).containsExactly(new UsedObject(new NamedObject(shop, "Shop"), NOON));
        assertThat(events()).isEmpty();
        assertThat(catchThrowable(() -> note(NOTHING, aViewer())))
                .isInstanceOf(ObjectNotFound.class);
    }

    @Test
    @Tag("M30")
    void aKindThatOneMayNotReadIsNeitherStarredNorListed() {
        Actor actor = lacking(Permission.PROFILES_READ);
        house.favorites.star(actor.id(), EMAIL, NOON).await().indefinitely();

        assertThat(catchThrowable(() -> star(EMAIL, actor))).isInstanceOf(PermissionMissing.class);
        assertThat(catchThrowable(() -> unstar(EMAIL, actor)))
                .isInstanceOf(PermissionMissing.class);
        assertThat(catchThrowable(() -> note(EMAIL, actor))).isInstanceOf(PermissionMissing.class);
        assertThat(favorites(actor)).isEmpty();
    }

    private void star(ObjectRef object, Actor actor) {
        new StarObject(house.unitOfWork, house.known, house.favorites, house.trail, () -> NOON)
                .handle(new StarObject.Command(object, actor))
                .await()
                .indefinitely();
    }

    private void unstar(ObjectRef object, Actor actor) {
        new UnstarObject(house.unitOfWork, house.known, house.favorites, house.trail)
                .handle(new UnstarObject.Command(object, actor))
                .await()
                .indefinitely();
    }

    private void note(ObjectRef object, Actor actor) {
        new NoteUse(house.unitOfWork, house.known, house.favorites, () -> NOON)
                .handle(new NoteUse.Command(object, actor))
                .await()
                .indefinitely();
    }

    private List<NamedObject> favorites(Actor actor) {
        return new ListFavorites(house.unitOfWork, house.favorites)
                .handle(new ListFavorites.Query(PageRequest.first(), actor))
                .await()
                .indefinitely()
                .items();
    }

    private List<Action> events() {
        return house.trail.events().stream().map(AuditEvent::action).toList();
    }
}
