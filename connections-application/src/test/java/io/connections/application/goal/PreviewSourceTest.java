package io.connections.application.goal;

import static io.connections.domain.access.ActorFixtures.aMarketer;
import static io.connections.domain.access.ActorFixtures.lacking;
import static io.connections.domain.connection.ConnectionFixtures.aConnection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.connections.application.connection.ConnectionNotFound;
import io.connections.application.connection.House;
import io.connections.application.connection.UnsavedSetup;
import io.connections.application.connection.port.FileStore.RemoteFile;
import io.connections.application.connection.port.InMemoryFiles;
import io.connections.application.goal.port.InMemorySourcePreview;
import io.connections.application.goal.port.NoTextTools;
import io.connections.application.kernel.RequestInvalid;
import io.connections.application.run.request.SourceFile;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.access.PermissionMissing;
import io.connections.domain.catalog.SetupValues;
import io.connections.domain.connection.Connection;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.goal.ColumnGuess;
import io.connections.domain.goal.GoalId;
import io.connections.domain.kernel.Secret;
import io.connections.domain.kernel.Violation;
import io.connections.domain.profile.PropertyType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Example rows of what a goal would read.
@Tag("M14")
class PreviewSourceTest {
    private static final UnsavedSetup NOTHING_TYPED = new UnsavedSetup(Optional.empty(), Map.of());

    private final House house = new House();
    private final Connection ready = house.aReadyConnection();
    private final GoalId goal = house.aGoodGoal().id();

    @Test
    void theFirstRecordsAreShownWithWhatTheirFieldsSeemToHold() {
        put("customers-1.csv", "E-mail,City\nann@example.com,Utrecht\n");

        PreviewSource.View view = preview(ready.id(), Optional.empty(), NOTHING_TYPED);

        assertThat(view.preview().records()).hasSize(1);
        assertThat(view.columns())
                .containsExactly(
                        new ColumnGuess("E-mail", new PropertyType.Email(), List.of(), 0),
                        new ColumnGuess("City", new PropertyType.Text(), List.of(), 0));
    }

    @Test
    @Tag("M21")
    void ofTheFilesThoseAreMarkedThatARunOfTheGoalHasRead() {
        put("customers-1.csv", "E-mail\nann@example.com\n");
        house.runs.finishing(goal, new SourceFile("/customers-1.csv", 23, InMemoryFiles.MODIFIED));

        PreviewSource.View view = preview(ready.id(), Optional.of(goal), NOTHING_TYPED);

        assertThat(view.alreadyImported())
                .extracting(RemoteFile::path)
                .containsExactly("/customers-1.csv");
    }

    @Test
    @Tag("M21")
    void aFileThatHasChangedSinceItWasReadIsNotMarked() {
        put("customers-1.csv", "E-mail\nann@example.com\nbob@example.com\n");
        house.runs.finishing(goal, new SourceFile("/customers-1.csv", 23, InMemoryFiles.MODIFIED));

        PreviewSource.View view = preview(ready.id(), Optional.of(goal), NOTHING_TYPED);

        assertThat(view.alreadyImported()).isEmpty();
    }

    @Test
    void aGoalThatIsNotSavedYetHasReadNothing() {
        put("customers-1.csv", "E-mail\nann@example.com\n");
        house.runs.finishing(goal, new SourceFile("/customers-1.csv", 23, InMemoryFiles.MODIFIED));

        PreviewSource.View view = preview(ready.id(), Optional.empty(), NOTHING_TYPED);

        assertThat(view.alreadyImported()).isEmpty();
    }

    @Test
    void whatIsTypedButNotSavedIsUsed() {
        put("customers-1.csv", "E-mail\nann@example.com\n");
        Connection draft = house.add(aConnection());
        UnsavedSetup typed =
                new UnsavedSetup(
                        Optional.of(new SetupValues(Map.of("host", "files.example"))),
                        Map.of("password", new Secret("open-sesame")));

        PreviewSource.View view = preview(draft.id(), Optional.empty(), typed);

        assertThat(view.preview().records()).hasSize(1);
    }

    @Test
    void withoutWhatIsNeededToSignInNothingIsAskedAndEachFieldIsNamed() {
        Connection draft = house.add(aConnection());

        Throwable refused =
                catchThrowable(() -> preview(draft.id(), Optional.empty(), NOTHING_TYPED));

        assertThat(refused)
                .asInstanceOf(type(RequestInvalid.class))
                .extracting(one -> one.violations().stream().map(Violation::pointer).toList())
                .isEqualTo(List.of("/setup/host", "/secrets/password"));
    }

    @Test
    void thatTheOtherSystemRefusesIsSaidWithTheWayOut() {
        house.give(ready.id(), "a wrong password");

        SourceUnreadable refused = unreadable();

        assertThat(refused.reason()).isEqualTo("sign-in-refused");
        assertThat(refused.remedy()).isNotBlank();
    }

    @Test
    void thatNoFileMatchesIsSaid() {
        put("orders-1.csv", "id\n1\n");

        assertThat(unreadable().reason()).isEqualTo("file-missing");
    }

    @Test
    void thatTheFileIsNoneThatCanBeReadIsSaid() {
        put("customers-1.csv", "");

        SourceUnreadable refused = unreadable();

        assertThat(refused.reason()).isEqualTo("file-empty");
        assertThat(refused.remedy()).isNotBlank();
    }

    @Test
    void whatIsNotThereHasNoPreview() {
        ConnectionId nothing = aConnection().build().id();

        Throwable refused = catchThrowable(() -> preview(nothing, Optional.empty(), NOTHING_TYPED));

        assertThat(refused).isInstanceOf(ConnectionNotFound.class);
    }

    @Test
    @Tag("M30")
    void lookingIntoTheOtherSystemNeedsThePermissionToChangeConnections() {
        put("customers-1.csv", "E-mail\nann@example.com\n");
        Actor somebody = lacking(Permission.CONNECTIONS_WRITE);

        Throwable refused =
                catchThrowable(
                        () -> preview(somebody, ready.id(), Optional.empty(), NOTHING_TYPED));

        assertThat(refused).isInstanceOf(PermissionMissing.class);
    }

    private void put(String path, String content) {
        house.files.put(path, content.getBytes(StandardCharsets.UTF_8));
    }

    private SourceUnreadable unreadable() {
        Throwable refused =
                catchThrowable(() -> preview(ready.id(), Optional.empty(), NOTHING_TYPED));
        return assertThat(refused).asInstanceOf(type(SourceUnreadable.class)).actual();
    }

    private PreviewSource.View preview(
            ConnectionId connection, Optional<GoalId> of, UnsavedSetup unsaved) {
        return preview(aMarketer(), connection, of, unsaved);
    }

    private PreviewSource.View preview(
            Actor actor, ConnectionId connection, Optional<GoalId> of, UnsavedSetup unsaved) {
        return new PreviewSource(
                        house.unitOfWork,
                        house.accesses,
                        house.calls,
                        new InMemorySourcePreview(),
                        house.runs,
                        new NoTextTools())
                .handle(
                        new PreviewSource.Query(
                                connection, of, house.aGoodGoal().source(), unsaved, actor))
                .await()
                .indefinitely();
    }
}
