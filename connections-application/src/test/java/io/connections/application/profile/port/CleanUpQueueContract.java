package io.connections.application.profile.port;

import static io.connections.domain.connection.ConnectionFixtures.aConnection;
import static io.connections.domain.goal.GoalFixtures.aGoal;
import static io.connections.domain.goal.GoalFixtures.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.connections.application.connection.port.ConnectionRepository;
import io.connections.application.consent.SavedObjective;
import io.connections.application.consent.port.ObjectiveRepository;
import io.connections.application.kernel.PageRequest;
import io.connections.application.profile.ErasureId;
import io.connections.application.profile.ProfileEvent;
import io.connections.application.profile.port.CleanUpQueue.Clearing;
import io.connections.application.profile.port.CleanUpQueue.Due;
import io.connections.application.profile.port.CleanUpQueue.Need;
import io.connections.domain.connection.ConnectionFixtures.ConnectionBuilder;
import io.connections.domain.consent.ConsentStatement;
import io.connections.domain.consent.ConsentStatement.Answer;
import io.connections.domain.consent.EvidenceId;
import io.connections.domain.consent.Objective;
import io.connections.domain.consent.ObjectiveColour;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.consent.VisitorText;
import io.connections.domain.goal.ExportVariables;
import io.connections.domain.goal.GoalId;
import io.connections.domain.goal.SharedValue;
import io.connections.domain.profile.PrivacyEdit;
import io.connections.domain.profile.Profile;
import io.connections.domain.profile.ProfileEdit;
import io.connections.domain.profile.ProfileProperty;
import io.connections.domain.profile.PropertyId;
import io.connections.domain.profile.PropertyType;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What everything does that knows whose profile is to be cleaned up.
@Tag("M27")
public abstract class CleanUpQueueContract {
    private static final Instant NOW = Instant.parse("2026-11-23T11:00:00Z");
    private static final Instant LATER = Instant.parse("2099-01-01T00:00:00Z");

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final ObjectiveId cleans = new ObjectiveId("cleans-" + mark);
    private final ObjectiveId keeps = new ObjectiveId("keeps-" + mark);
    private final ProfileProperty city = property("city-" + mark, 911);
    private final ProfileProperty taste = property("taste-" + mark, 912);
    private final ProfileProperty size = property("size-" + mark, 913);

    protected abstract CleanUpQueue queue();

    protected abstract ObjectiveRepository objectives();

    protected abstract ConnectionRepository connections();

    protected abstract ProfileRepository profiles();

    protected abstract ProfileConsents consents();

    protected abstract ProfileHistory history();

    protected abstract Erasures erasures();

    /// One that is stored, with these values.
    protected abstract Profile profile(Map<Integer, List<String>> values);

    /// Runs it in a unit of work and waits for what it answers.
    protected abstract <T> T await(Supplier<Uni<T>> work);

    @BeforeEach
    void oneObjectiveThatCleansUpAndOneThatDoesNot() {
        // Others may have left something in a shared queue.
        while (!await(() -> queue().take(LATER, 1_000)).isEmpty()) {}
        for (ObjectiveId id : List.of(cleans, keeps)) {
            await(
                    () ->
                            objectives()
                                    .insert(
                                            SavedObjective.first(
                                                    new Objective(
                                                            id,
                                                            id.value(),
                                                            Set.of(),
                                                            VisitorText.NONE,
                                                            ObjectiveColour.GREY,
                                                            id.equals(cleans)),
                                                    NOW,
                                                    "Mia")));
        }
    }

    @Test
    void whoeverRefusesWhatCleansUpIsDueOnce() {
        Profile ada = profile(Map.of(911, List.of("Utrecht")));
        Profile after = said(ada, Answer.REFUSED, cleans, keeps);

        List<Due> due = await(() -> queue().take(LATER, 10));

        assertThat(due).containsExactly(new Due(after, Set.of(cleans)));
        assertThat(await(() -> queue().take(LATER, 10))).isEmpty();
    }

    @Test
    void whoGrantsIsNotDueAndWhoRefusesAnewIs() {
        Profile ada = profile(Map.of(911, List.of("Utrecht")));
        Profile granted = said(ada, Answer.GRANTED, cleans);
        assertThat(await(() -> queue().take(LATER, 10))).isEmpty();
        Profile refused = said(granted, Answer.REFUSED, cleans);
        await(() -> queue().take(LATER, 10));

        assertThat(await(() -> queue().take(LATER, 10))).isEmpty();

        Profile anew = said(refused, Answer.REFUSED, cleans);

        assertThat(await(() -> queue().take(LATER, 10)))
                .containsExactly(new Due(anew, Set.of(cleans)));
    }

    @Test
    void whatIsDoubtedIsDueWhenItIsProven() {
        PrivacyEdit claimed =
                edit(profile(Map.of()), Answer.REFUSED, cleans).doubting(Set.of(cleans));
        await(() -> consents().save(claimed, "Mia"));
        assertThat(await(() -> queue().take(LATER, 10))).isEmpty();
        Profile refusing = claimed.after();

        await(
                () ->
                        consents()
                                .save(
                                        PrivacyEdit.of(refusing, Optional.empty(), List.of(), NOW)
                                                .proving(claimed.state().consents().all()),
                                        "Mia"));

        assertThat(await(() -> queue().take(LATER, 10)))
                .containsExactly(new Due(refusing, Set.of(cleans)));
    }

    @Test
    void whatIsPostponedIsDueThen() {
        said(profile(Map.of()), Answer.REFUSED, cleans);
        Due due = await(() -> queue().take(LATER, 10)).getFirst();
        said(due.profile(), Answer.GRANTED, cleans);
        Profile again =
                said(
                        await(() -> profiles().find(due.profile().id())).orElseThrow(),
                        Answer.REFUSED,
                        cleans);

        await(() -> queue().postpone(new Due(again, Set.of(cleans)), LATER.plusSeconds(60)));

        assertThat(await(() -> queue().take(LATER.plusSeconds(59), 10))).isEmpty();
        assertThat(await(() -> queue().take(LATER.plusSeconds(60), 10)))
                .containsExactly(new Due(again, Set.of(cleans)));
    }

    @Test
    void noMoreAreTakenThanWanted() {
        for (int i = 0; i < 3; i++) {
            said(profile(Map.of()), Answer.REFUSED, cleans);
        }

        assertThat(await(() -> queue().take(LATER, 2))).hasSize(2);
        assertThat(await(() -> queue().take(LATER, 2))).hasSize(1);
    }

    @Test
    void whatIsClearedIsGoneAlsoFromWhatIsRemembered() {
        Profile ada = profile(Map.of(911, List.of("Utrecht"), 912, List.of("tea", "plants")));
        Map<Integer, List<String>> moved = new HashMap<>(ada.values());
        moved.put(911, List.of("Zwolle"));
        moved.put(912, List.of("tea"));
        ProfileEdit edit = ProfileEdit.of(ada, moved, List.of(city, taste), NOW);
        await(() -> profiles().save(edit, "Mia"));

        await(() -> queue().clear(List.of(new Clearing(ada.id(), Set.of(911), "News"))));

        Profile after = await(() -> profiles().find(ada.id())).orElseThrow();
        assertThat(after.values()).isEqualTo(Map.of(912, List.of("tea")));
        assertThat(after.version()).isEqualTo(edit.after().version().next());
        List<ProfileEvent> events =
                await(() -> history().of(ada.id(), Optional.empty(), PageRequest.first())).items();
        assertThat(events.getFirst().kind()).isEqualTo(ProfileEvent.Kind.CLEARED);
        assertThat(events.getFirst().by()).isEqualTo(new ProfileEvent.By.SomeoneNamed("News"));
        assertThat(events.getFirst().before()).isEqualTo(Map.of(911, List.of()));
        assertThat(events.get(1).before()).isEqualTo(Map.of(912, List.of("tea", "plants")));
    }

    @Test
    @Tag("M28")
    void ofSomebodyWhoIsErasedItIsNotSaidWhatTheyRefused() {
        Profile ada = profile(Map.of(911, List.of("Utrecht")));
        await(() -> queue().clear(List.of(new Clearing(ada.id(), Set.of(911), "News"))));

        await(() -> erasures().erase(new ErasureId(anOldId()), ada.id(), "Eva", NOW));

        List<ProfileEvent> events =
                await(() -> history().of(ada.id(), Optional.empty(), PageRequest.first())).items();
        assertThat(events.get(1).kind()).isEqualTo(ProfileEvent.Kind.CLEARED);
        assertThat(events.get(1).by()).isEqualTo(new ProfileEvent.By.Unknown());
    }

    @Test
    void whoNeedsSomethingIsWhoIsLinkedAndWhoeverNeedsTheSame() {
        added(aConnection().linkedTo(cleans).with(aGoal().mapping(row("c", city)).build()));
        added(aConnection().with(aGoal().matchedBy(city).mapping(row("s", size)).build()));
        added(
                aConnection()
                        .linkedTo(keeps)
                        .with(
                                new ExportVariables(
                                        new GoalId(UUID.randomUUID()),
                                        "Out",
                                        true,
                                        List.of(new SharedValue(city.id(), "a.city")))));
        added(aConnection().linkedTo(keeps).with(aGoal().mapping(row("t", taste)).build()));

        assertThat(await(() -> queue().needs(Set.of(cleans))))
                .containsExactlyInAnyOrder(
                        new Need(Set.of(cleans), Set.of(city.id())),
                        new Need(Set.of(), Set.of(city.id(), size.id())),
                        new Need(Set.of(keeps), Set.of(city.id())));
    }

    private void added(ConnectionBuilder connection) {
        await(() -> connections().add(connection.build()));
    }

    private Profile said(Profile profile, Answer answer, ObjectiveId... about) {
        PrivacyEdit edit = edit(profile, answer, about);
        await(() -> consents().save(edit, "Mia"));
        return edit.after();
    }

    private static PrivacyEdit edit(Profile profile, Answer answer, ObjectiveId... about) {
        Instant at = NOW.plusSeconds(profile.version().number());
        return PrivacyEdit.of(
                profile,
                Optional.empty(),
                List.of(about).stream()
                        .map(each -> new ConsentStatement(each, answer, at, EvidenceId.NONE))
                        .toList(),
                NOW.plusSeconds(60));
    }

    /// Behind all others in a shared list.
    private static UUID anOldId() {
        return new UUID(0, UUID.randomUUID().getLeastSignificantBits());
    }

    private static ProfileProperty property(String id, int number) {
        return new ProfileProperty(
                new PropertyId(id), number, id, new PropertyType.Text(), false, false);
    }
}
