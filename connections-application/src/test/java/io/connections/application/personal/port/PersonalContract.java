package io.connections.application.personal.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.connections.application.personal.ViewNotFound;
import io.connections.domain.personal.Preference;
import io.connections.domain.personal.SavedView;
import io.connections.domain.personal.ViewId;
import io.connections.domain.personal.ViewState;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What every store of views and preferences does.
@Tag("M1")
public abstract class PersonalContract {
    private static final ViewState STATE =
            new ViewState(
                    "tills",
                    Map.of("status", List.of("FLOWING", "READY")),
                    "-lastRun",
                    List.of("name"));

    private final String mia = "mia " + UUID.randomUUID();
    private final String noah = "noah " + UUID.randomUUID();

    protected abstract SavedViewRepository views();

    protected abstract PreferenceRepository preferences();

    /// Runs it in a unit of work and waits for what it answers.
    protected abstract <T> T await(Supplier<Uni<T>> work);

    @Test
    void aViewIsFoundAsItWasAddedAndByItsOwnerAlone() {
        SavedView added = view("Mine");
        await(() -> views().add(mia, added));

        assertThat(await(() -> views().get(mia, added.id()))).isEqualTo(added);
        assertThat(await(() -> views().list(noah, "connections"))).isEmpty();
        assertThat(catchThrowable(() -> await(() -> views().get(noah, added.id()))))
                .isInstanceOf(ViewNotFound.class);
    }

    @Test
    void viewsAreByNameAndOfTheirListOnly() {
        await(() -> views().add(mia, view("b")));
        await(() -> views().add(mia, view("A")));
        await(
                () ->
                        views().add(
                                        mia,
                                        new SavedView(
                                                new ViewId(UUID.randomUUID()),
                                                "profiles",
                                                "c",
                                                STATE)));

        List<SavedView> listed = await(() -> views().list(mia, "connections"));

        assertThat(listed).extracting(SavedView::name).containsExactly("A", "b");
    }

    @Test
    void aNameIsTakenOnlyByTheSamePersonsView() {
        await(() -> views().add(mia, view("Mine")));

        assertThat(await(() -> views().add(mia, view("MINE")))).isFalse();
        assertThat(await(() -> views().add(noah, view("Mine")))).isTrue();
    }

    @Test
    void aViewIsRenamedUnlessAnotherHasTheName() {
        SavedView one = view("one");
        await(() -> views().add(mia, one));
        await(() -> views().add(mia, view("other")));

        assertThat(await(() -> views().save(mia, named(one, "Other")))).isFalse();
        assertThat(await(() -> views().save(mia, named(one, "ONE")))).isTrue();
        assertThat(await(() -> views().get(mia, one.id())).name()).isEqualTo("ONE");
    }

    @Test
    void aViewIsDeletedByItsOwnerAlone() {
        SavedView one = view("one");
        await(() -> views().add(mia, one));

        await(() -> views().delete(noah, one.id()));
        assertThat(await(() -> views().list(mia, "connections"))).hasSize(1);
        await(() -> views().delete(mia, one.id()));

        assertThat(await(() -> views().list(mia, "connections"))).isEmpty();
    }

    @Test
    void aPreferenceIsRememberedForEachPerson() {
        Preference columns = new Preference("connections.columns", List.of("name", "status"));
        await(() -> preferences().put(mia, new Preference("connections.columns", List.of("x"))));

        await(() -> preferences().put(mia, columns));

        assertThat(await(() -> preferences().get(mia, "connections.columns"))).isEqualTo(columns);
        assertThat(await(() -> preferences().get(noah, "connections.columns")).values()).isEmpty();
        assertThat(await(() -> preferences().count(mia))).isEqualTo(1);
    }

    private static SavedView view(String name) {
        return new SavedView(new ViewId(UUID.randomUUID()), "connections", name, STATE);
    }

    private static SavedView named(SavedView view, String name) {
        return new SavedView(view.id(), view.list(), name, view.state());
    }
}
