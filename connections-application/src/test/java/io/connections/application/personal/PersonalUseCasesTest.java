package io.connections.application.personal;

import static io.connections.domain.access.ActorFixtures.aMarketer;
import static io.connections.domain.access.ActorFixtures.aViewer;
import static io.connections.domain.access.ActorFixtures.lacking;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.connections.application.kernel.RequestInvalid;
import io.connections.application.kernel.port.CountedIds;
import io.connections.application.kernel.port.InMemoryUnitOfWork;
import io.connections.application.personal.port.InMemoryPersonal;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.access.PermissionMissing;
import io.connections.domain.kernel.Violation;
import io.connections.domain.personal.Preference;
import io.connections.domain.personal.SavedView;
import io.connections.domain.personal.ViewState;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Keeping views and preferences.
@Tag("M1")
class PersonalUseCasesTest {
    private static final ViewState ALL = new ViewState("", Map.of(), "", List.of());

    private final InMemoryPersonal personal = new InMemoryPersonal();
    private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork(personal);
    private final CountedIds ids = new CountedIds();

    @Test
    void aViewerKeepsAViewThatNobodyElseSees() {
        SavedView made = create(aViewer(), " Broken ", ALL);

        assertThat(made.name()).isEqualTo("Broken");
        assertThat(list(aViewer())).containsExactly(made);
        assertThat(list(aMarketer())).isEmpty();
    }

    @Test
    void aSecondViewOfTheNameIsRefused() {
        create(aViewer(), "Broken", ALL);

        Throwable refused = catchThrowable(() -> create(aViewer(), "broken", ALL));

        assertThat(refused).isInstanceOf(ViewNameTaken.class);
    }

    @Test
    void aViewIsRenamedAndOverwrittenApart() {
        SavedView made = create(aViewer(), "Broken", ALL);
        ViewState state = new ViewState("tills", Map.of(), "-lastRun", List.of("name"));

        change(aViewer(), made, Optional.of("Mended"), Optional.empty());
        SavedView changed = change(aViewer(), made, Optional.empty(), Optional.of(state));

        assertThat(changed.name()).isEqualTo("Mended");
        assertThat(changed.state()).isEqualTo(state);
    }

    @Test
    void anothersViewCannotBeChangedOrDeleted() {
        SavedView made = create(aViewer(), "Broken", ALL);

        assertThat(
                        catchThrowable(
                                () ->
                                        change(
                                                aMarketer(),
                                                made,
                                                Optional.of("Mine"),
                                                Optional.empty())))
                .isInstanceOf(ViewNotFound.class);
        assertThat(catchThrowable(() -> delete(aMarketer(), made)))
                .isInstanceOf(ViewNotFound.class);
        assertThat(list(aViewer())).containsExactly(made);
    }

    @Test
    void aDeletedViewIsGone() {
        SavedView made = create(aViewer(), "Broken", ALL);

        delete(aViewer(), made);

        assertThat(list(aViewer())).isEmpty();
    }

    @Test
    void everyPlaceThatCannotBeKeptIsNamed() {
        ViewState odd =
                new ViewState(
                        "x".repeat(201),
                        Map.of("no word", List.of(), "status", Collections.nCopies(51, "READY")),
                        "",
                        List.of("a b"));

        Throwable refused = catchThrowable(() -> create(aViewer(), " ", odd));

        assertThat(((RequestInvalid) refused).violations())
                .extracting(Violation::pointer)
                .containsExactlyInAnyOrder(
                        "/name",
                        "/state/search",
                        "/state/filters/no word",
                        "/state/filters/status",
                        "/state/columns/0");
    }

    @Test
    void nobodyKeepsViewsWithoutEnd() {
        for (int i = 0; i < SavedView.MOST; i++) {
            create(aViewer(), "View " + i, ALL);
        }

        Throwable refused = catchThrowable(() -> create(aViewer(), "One more", ALL));

        assertThat(refused).isInstanceOf(TooManyKept.class);
    }

    @Test
    void aPreferenceIsRememberedAndOneNeverSaidIsEmpty() {
        Preference columns = new Preference("connections.columns", List.of("name"));

        keep(aViewer(), columns);

        assertThat(get(aViewer(), "connections.columns")).isEqualTo(columns);
        assertThat(get(aViewer(), "other").values()).isEmpty();
    }

    @Test
    void nobodyKeepsPreferencesWithoutEnd() {
        for (int i = 0; i < Preference.MOST_KEYS; i++) {
            keep(aViewer(), new Preference("key" + i, List.of()));
        }

        Throwable refused =
                catchThrowable(() -> keep(aViewer(), new Preference("more", List.of())));

        assertThat(refused).isInstanceOf(TooManyKept.class);
        assertThat(personal.count(aViewer().id()).await().indefinitely())
                .isEqualTo(Preference.MOST_KEYS);
    }

    @Test
    @Tag("M30")
    void keepingNeedsThePermissionToSeeConnections() {
        Actor nobody = lacking(Permission.CONNECTIONS_READ);

        assertThat(catchThrowable(() -> create(nobody, "x", ALL)))
                .isInstanceOf(PermissionMissing.class);
        assertThat(catchThrowable(() -> keep(nobody, new Preference("key", List.of()))))
                .isInstanceOf(PermissionMissing.class);
    }

    private SavedView create(Actor actor, String name, ViewState state) {
        return new CreateView(unitOfWork, personal, ids)
                .handle(new CreateView.Command("connections", name, state, actor))
                .await()
                .indefinitely();
    }

    private SavedView change(
            Actor actor, SavedView view, Optional<String> name, Optional<ViewState> state) {
        return new ChangeView(unitOfWork, personal)
                .handle(new ChangeView.Command(view.id(), name, state, actor))
                .await()
                .indefinitely();
    }

    private void delete(Actor actor, SavedView view) {
        new DeleteView(unitOfWork, personal)
                .handle(new DeleteView.Command(view.id(), actor))
                .await()
                .indefinitely();
    }

    private List<SavedView> list(Actor actor) {
        return new ListViews(unitOfWork, personal)
                .handle(new ListViews.Query("connections", actor))
                .await()
                .indefinitely();
    }

    private Preference get(Actor actor, String key) {
        return new GetPreference(unitOfWork, personal)
                .handle(new GetPreference.Query(key, actor))
                .await()
                .indefinitely();
    }

    private void keep(Actor actor, Preference preference) {
        new KeepPreference(unitOfWork, personal)
                .handle(new KeepPreference.Command(preference, actor))
                .await()
                .indefinitely();
    }
}
