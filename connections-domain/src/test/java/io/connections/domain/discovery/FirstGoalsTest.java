package io.connections.domain.discovery;

import static io.connections.domain.discovery.DiscoveryFixtures.type;
import static org.assertj.core.api.Assertions.assertThat;

import io.connections.domain.catalog.ConnectionType.GoalKind;
import io.connections.domain.catalog.ConnectionType.Mode;
import io.connections.domain.goal.Goal;
import io.connections.domain.goal.GoalId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("M3")
class FirstGoalsTest {
    private static final GoalId ID = new GoalId(new UUID(0, 7));

    @Test
    void aTypeThatPreparesNoneBeginsWithOneThatIsStillToBeFilledIn() {
        List<Goal> goals = FirstGoals.of(type("sftp", "SFTP"), List.of(), () -> ID);

        assertThat(goals).singleElement().satisfies(goal -> assertThat(goal.id()).isEqualTo(ID));
        assertThat(goals.getFirst().enabled()).isTrue();
    }

    @Test
    void aTypeWithoutKindsOfGoalsBeginsWithNone() {
        assertThat(
                        FirstGoals.of(
                                type("x", "X", Mode.BATCH, Set.<GoalKind>of(), List.of()),
                                List.of(),
                                () -> ID))
                .isEmpty();
    }
}
