package io.connections.application.connection;

import static io.connections.domain.access.ActorFixtures.aMarketer;
import static io.connections.domain.access.ActorFixtures.lacking;
import static io.connections.domain.connection.ConnectionFixtures.aConnection;
import static io.connections.domain.goal.GoalFixtures.aGoal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.InstanceOfAssertFactories.list;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.assertj.core.groups.Tuple.tuple;

import io.connections.application.consent.ObjectiveNotFound;
import io.connections.application.consent.SavedObjective;
import io.connections.application.kernel.RequestInvalid;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.access.PermissionMissing;
import io.connections.domain.access.Role;
import io.connections.domain.audit.Action;
import io.connections.domain.audit.AuditEvent;
import io.connections.domain.audit.Change;
import io.connections.domain.connection.Connection;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.connection.EditingReserved;
import io.connections.domain.consent.Objective;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.goal.ConsentMeaning.AnswerTo;
import io.connections.domain.kernel.Version;
import io.connections.domain.kernel.Violation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Linking connections to objectives, from either side.
@Tag("M26")
class LinkObjectiveTest extends UsingConnections {
    private static final ObjectiveId NEWS = new ObjectiveId("newsletter");
    private static final ObjectiveId ADS = new ObjectiveId("ads");

    @Test
    void aLinkIsANewVersionOfTheConnection() {
        made(NEWS);
        Connection before = house.add(aConnection().named("Shop"));

        link(aMarketer(), before.id(), "newsletter", true);

        Connection after = all().getFirst();
        assertThat(after.objectives()).containsExactly(NEWS);
        assertThat(after.version()).isEqualTo(new Version(2));
        assertThat(events()).extracting(AuditEvent::action).containsExactly(Action.CHANGED);
        assertThat(events().getFirst().changes())
                .containsExactly(Change.of("Objectives", "", "newsletter"));
    }

    @Test
    @Tag("M27")
    void whoseGoalAsksAboutAnObjectiveThatThereIsNotIsIncomplete() {
        Connection asking =
                house.add(
                        aConnection()
                                .with(
                                        aGoal().consent("news", new AnswerTo(NEWS))
                                                .consent("ads", new AnswerTo(ADS))
                                                .build()));
        made(NEWS);

        assertThat(house.views.of(asking, aMarketer()).await().indefinitely().problems())
                .filteredOn(each -> each.code().equals("unknown-objective"))
                .extracting(Violation::pointer)
                .containsExactly("/goals/0/consent/1/objective");
    }

    @Test
    void aLinkIsTakenAwayAgain() {
        made(NEWS);
        made(ADS);
        Connection before = house.add(aConnection().linkedTo(NEWS, ADS));

        link(aMarketer(), before.id(), "newsletter", false);

        assertThat(all().getFirst().objectives()).containsExactly(ADS);
    }

    @Test
    void whatIsSoAlreadyIsNoVersionAndNoEvent() {
        made(NEWS);
        Connection before = house.add(aConnection().linkedTo(NEWS));
        Connection other = house.add(aConnection().id(UUID.randomUUID()));

        link(aMarketer(), before.id(), "newsletter", true);
        link(aMarketer(), other.id(), "newsletter", false);

        assertThat(all()).containsExactlyInAnyOrder(before, other);
        assertThat(events()).isEmpty();
    }

    @Test
    void toAnObjectiveThatThereIsNotNothingIsLinked() {
        Connection before = house.add(aConnection());

        Throwable unknown = catchThrowable(() -> link(aMarketer(), before.id(), "nobody", true));
        Throwable noId = catchThrowable(() -> link(aMarketer(), before.id(), "no id", true));
        Throwable saved =
                catchThrowable(
                        () ->
                                save(
                                        aMarketer(),
                                        before,
                                        before.content().withObjectives(List.of(NEWS))));

        assertThat(unknown).isInstanceOf(ObjectiveNotFound.class);
        assertThat(noId).isInstanceOf(ObjectiveNotFound.class);
        assertThat(saved)
                .asInstanceOf(type(RequestInvalid.class))
                .extracting(RequestInvalid::violations)
                .asInstanceOf(list(Violation.class))
                .extracting(Violation::pointer, Violation::code)
                .containsExactly(tuple("/objectives/0", "objective-unknown"));
        assertThat(all()).containsExactly(before);
    }

    @Test
    @Tag("M8")
    void aCopyIsLinkedAsItsOriginalWas() {
        made(NEWS);
        Connection original = house.add(aConnection().linkedTo(NEWS));

        Connection copy =
                new CopyConnection(
                                house.unitOfWork,
                                house.connections,
                                house.types,
                                house.views,
                                house.chosen,
                                house.vault,
                                house.links,
                                house.ids,
                                () -> LATER,
                                house.trail)
                        .handle(
                                new CopyConnection.Command(
                                        original.id(),
                                        "Copy",
                                        false,
                                        Optional.empty(),
                                        aMarketer()))
                        .await()
                        .indefinitely()
                        .connection();

        assertThat(copy.objectives()).containsExactly(NEWS);
    }

    @Test
    void whoMayNotChangeTheConnectionMayNotLinkIt() {
        made(NEWS);
        Connection reserved = house.add(aConnection().editedBy(Role.APPLICATION_MANAGER));

        Throwable refused =
                catchThrowable(() -> link(aMarketer(), reserved.id(), "newsletter", true));

        assertThat(refused).isInstanceOf(EditingReserved.class);
        assertThat(all()).containsExactly(reserved);
    }

    @Test
    @Tag("M30")
    void linkingNeedsThePermissionToChangeConnections() {
        made(NEWS);
        Connection before = house.add(aConnection());

        Throwable refused =
                catchThrowable(
                        () ->
                                link(
                                        lacking(Permission.CONNECTIONS_WRITE),
                                        before.id(),
                                        "newsletter",
                                        true));

        assertThat(refused).isInstanceOf(PermissionMissing.class);
        assertThat(all()).containsExactly(before);
    }

    private void made(ObjectiveId id) {
        house.objectives
                .insert(SavedObjective.first(new Objective(id, id.value(), Set.of()), LATER, "Mia"))
                .await()
                .indefinitely();
    }

    private void link(Actor actor, ConnectionId id, String objective, boolean linked) {
        new LinkObjective(
                        house.unitOfWork,
                        house.connections,
                        house.objectives,
                        house.saveConnection(LATER))
                .handle(new LinkObjective.Command(id, objective, linked, actor))
                .await()
                .indefinitely();
    }

    private List<AuditEvent> events() {
        return house.trail.events();
    }
}
