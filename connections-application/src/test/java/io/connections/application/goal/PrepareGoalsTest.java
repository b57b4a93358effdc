package io.connections.application.goal;

import static io.connections.domain.access.ActorFixtures.aViewer;
import static io.connections.domain.access.ActorFixtures.lacking;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.connections.application.catalog.ConnectionTypeNotFound;
import io.connections.application.connection.House;
import io.connections.application.goal.PrepareGoals.Prepared;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.access.PermissionMissing;
import io.connections.domain.catalog.ConnectionTypeId;
import io.connections.domain.catalog.PreparedColumn;
import io.connections.domain.goal.GoalCheck;
import io.connections.domain.goal.ImportGoal;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What a new connection of a type starts with.
@Tag("M2")
class PrepareGoalsTest {
    private final House house = new House();

    @Test
    void aPreparedGoalMapsTheColumnsWhosePropertiesThereAreAndOffersAll() {
        Prepared prepared = prepare(aViewer(), "shop-mail").getFirst();

        ImportGoal goal = prepared.goal();
        assertThat(goal.source()).isEqualTo(prepared.from().source());
        assertThat(goal.mapping()).extracting(row -> row.field().orElse("")).containsOnly("EMAIL");
        assertThat(goal.matching().anyOf()).containsExactly(List.of(house.email.id()));
        assertThat(prepared.from().columns())
                .extracting(PreparedColumn::column)
                .containsExactly("EMAIL", "CITY");
        assertThat(GoalCheck.problems(goal, List.of(house.email), "")).isEmpty();
    }

    @Test
    void nothingIsMadeByPreparing() {
        prepare(aViewer(), "shop-mail");

        assertThat(house.properties.list().await().indefinitely()).containsExactly(house.email);
        assertThat(house.connections.all()).isEmpty();
    }

    @Test
    void aTypeMayPrepareNothing() {
        assertThat(prepare(aViewer(), "sftp")).isEmpty();
    }

    @Test
    void aTypeThatIsNotShippedIsNotFound() {
        assertThat(catchThrowable(() -> prepare(aViewer(), "telepathy")))
                .isInstanceOf(ConnectionTypeNotFound.class);
    }

    @Test
    @Tag("M30")
    void preparingNeedsItsPermission() {
        assertThat(catchThrowable(() -> prepare(lacking(Permission.CONNECTIONS_READ), "shop-mail")))
                .isInstanceOf(PermissionMissing.class);
    }

    private List<Prepared> prepare(Actor actor, String type) {
        return new PrepareGoals(house.unitOfWork, house.types, house.properties, house.ids)
                .handle(new PrepareGoals.Query(new ConnectionTypeId(type), actor))
                .await()
                .indefinitely();
    }
}
