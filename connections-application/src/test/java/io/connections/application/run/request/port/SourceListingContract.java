package io.connections.application.run.request.port;

import static io.connections.domain.goal.GoalFixtures.aGoal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.connections.application.connection.House;
import io.connections.application.connection.port.ConnectorFailed;
import io.connections.application.connection.port.ConnectorFailed.Reason;
import io.connections.application.connection.port.InMemoryFiles;
import io.connections.application.run.request.SourceFile;
import io.connections.domain.connection.Connection;
import io.connections.domain.goal.FileSelection;
import io.connections.domain.goal.FileSelection.Pick;
import io.connections.domain.goal.FileSource;
import io.connections.domain.goal.ImportGoal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What everything does that looks for what a run would read. The other system is
/// [InMemoryFiles].
@Tag("M21")
public abstract class SourceListingContract {
    protected final House house = new House();
    private final Connection connection = house.aReadyConnection();

    /// Looks into the house's files.
    protected abstract SourceListing listing();

    @Test
    void theFilesThatTheGoalAsksForAreListedInTheOrderOfTheRun() {
        put("in/customers-2.csv", "22");
        put("in/customers-1.csv", "1");

        List<SourceFile> listed = toRead("in", Pick.ALL_BY_NAME);

        assertThat(listed)
                .containsExactly(
                        new SourceFile("/in/customers-1.csv", 1, InMemoryFiles.MODIFIED),
                        new SourceFile("/in/customers-2.csv", 2, InMemoryFiles.MODIFIED));
    }

    @Test
    void whatTheGoalDoesNotAskForIsNotListed() {
        put("in/customers-1.csv", "1");
        put("in/orders-1.csv", "1");
        put("customers-2.csv", "1");

        List<SourceFile> listed = toRead("in", Pick.ALL_BY_NAME);

        assertThat(listed).extracting(SourceFile::path).containsExactly("/in/customers-1.csv");
    }

    @Test
    void whereOnlyTheNewestIsWantedItAloneIsListed() {
        put("customers-1.csv", "1");
        put("customers-2.csv", "1");

        List<SourceFile> listed = toRead("", Pick.NEWEST);

        assertThat(listed).extracting(SourceFile::path).containsExactly("/customers-2.csv");
    }

    @Test
    void thatNothingMatchesIsSaid() {
        put("orders-1.csv", "1");

        assertThat(failure()).isEqualTo(Reason.FILE_MISSING);
    }

    @Test
    void thatTheOtherSystemRefusesIsSaid() {
        put("customers-1.csv", "1");
        house.give(connection.id(), "a wrong password");

        assertThat(failure()).isEqualTo(Reason.SIGN_IN_REFUSED);
    }

    private void put(String path, String content) {
        house.files.put(path, content.getBytes(StandardCharsets.UTF_8));
    }

    private List<SourceFile> toRead(String folder, Pick pick) {
        return listing().toRead(connection, aGoalFor(folder, pick)).await().indefinitely();
    }

    private Reason failure() {
        Optional<Throwable> failure =
                listing()
                        .toRead(connection, aGoalFor("", Pick.ALL_BY_NAME))
                        .map(_ -> Optional.<Throwable>empty())
                        .onFailure()
                        .recoverWithItem(Optional::of)
                        .await()
                        .indefinitely();
        return assertThat(failure)
                .get()
                .asInstanceOf(type(ConnectorFailed.class))
                .actual()
                .reason();
    }

    private static ImportGoal aGoalFor(String folder, Pick pick) {
        ImportGoal goal = aGoal().build();
        FileSelection any = goal.source().selection();
        return new ImportGoal(
                goal.id(),
                goal.name(),
                goal.enabled(),
                new FileSource(
                        new FileSelection(
                                folder,
                                "customers-*.csv",
                                pick,
                                any.compression(),
                                any.afterImport()),
                        goal.source().format()),
                goal.matching(),
                goal.createWhenNoMatch(),
                goal.mapping(),
                List.of());
    }
}
