package io.connections.application.consent.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.application.consent.SavedObjective;
import io.connections.application.consent.SavedPrivacySettings;
import io.connections.application.consent.ShownText;
import io.connections.application.consent.port.ObjectiveRepository.TakenId;
import io.connections.domain.consent.Objective;
import io.connections.domain.consent.ObjectiveColour;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.consent.PrivacySettings;
import io.connections.domain.consent.Regime;
import io.connections.domain.consent.VisitorText;
import io.connections.domain.consent.Zone;
import io.connections.domain.kernel.Version;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What every store of objectives and privacy settings does.
@Tag("M26")
public abstract class ConsentSettingsContract {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(60);
    private static final Zone EUROPE = new Zone("gdpr");
    private static final Zone CALIFORNIA = new Zone("ccpa");
    private static final VisitorText TEXT =
            new VisitorText("Our newsletter", "Once a month.\nNever \"more\" \uD83D\uDE80.");

    /// In every id and name: the store may be shared.
    private final String own = UUID.randomUUID().toString().substring(0, 13);

    protected abstract ObjectiveRepository objectives();

    protected abstract PrivacySettingsRepository settings();

    /// Runs it in a unit of work and waits for what it answers.
    protected abstract <T> T await(Supplier<Uni<T>> work);

    @Test
    void anObjectiveIsFoundAsItWasSaved() {
        SavedObjective saved = saved(objective("Newsletter", Set.of(EUROPE, CALIFORNIA), TEXT));

        assertThat(find(saved.id())).contains(saved);
    }

    @Test
    void anObjectiveNeedsNeitherZonesNorText() {
        SavedObjective saved = saved(objective("Bare", Set.of(), VisitorText.NONE));

        assertThat(find(saved.id())).contains(saved);
    }

    @Test
    void upperAndLowerCaseOfAnIdAreKeptAndDiffer() {
        SavedObjective saved = saved(objective("Google_Ads", Set.of(), TEXT));
        ObjectiveId other = new ObjectiveId(saved.id().value().toLowerCase(Locale.ROOT));

        assertThat(find(other)).isEmpty();
    }

    @Test
    void allAreListedByName() {
        SavedObjective b = saved(objective("b", Set.of(EUROPE), TEXT));
        SavedObjective a = saved(objective("A", Set.of(), VisitorText.NONE));

        List<SavedObjective> own =
                await(() -> objectives().all()).stream()
                        .filter(one -> one.objective().name().endsWith(this.own))
                        .toList();

        assertThat(own).containsExactly(a, b);
    }

    @Test
    void anIdThatDiffersInCaseAloneIsTaken() {
        SavedObjective there = saved(objective("News", Set.of(), TEXT));
        Objective other =
                new Objective(
                        new ObjectiveId(there.id().value().toUpperCase(Locale.ROOT)),
                        "Other",
                        Set.of());

        Optional<TakenId> taken = await(() -> objectives().insert(first(other)));

        assertThat(taken).contains(new TakenId(there.id(), there.objective().name(), false));
        assertThat(find(other.id())).isEmpty();
    }

    @Test
    @Tag("M27")
    void whetherItCleansUpIsKept() {
        SavedObjective clean = saved(objective("Clean", Set.of(), TEXT));

        assertThat(find(clean.id())).contains(clean);
        assertThat(clean.objective().cleansUp()).isTrue();
    }

    @Test
    void aChangeIsSavedOverTheVersionThatItWasMadeFrom() {
        SavedObjective first = saved(objective("First", Set.of(EUROPE), TEXT));
        SavedObjective next =
                first.next(
                        new Objective(
                                first.id(),
                                "Next " + own,
                                Set.of(CALIFORNIA),
                                new VisitorText("Other", ""),
                                ObjectiveColour.PINK,
                                true),
                        LATER,
                        "Noah");

        assertThat(await(() -> objectives().update(next, first.version()))).isTrue();

        assertThat(find(first.id())).contains(next);
        assertThat(next.createdBy()).isEqualTo("Mia");
    }

    @Test
    void aChangeOfAnOldVersionIsNotSaved() {
        SavedObjective first = saved(objective("First", Set.of(), TEXT));
        SavedObjective next = first.next(first.objective(), LATER, "Noah");
        await(() -> objectives().update(next, first.version()));

        boolean again = await(() -> objectives().update(next, first.version()));

        assertThat(again).isFalse();
        assertThat(find(first.id())).contains(next);
    }

    @Test
    void whatIsDeletedIsFoundNoMoreAndCannotBeChanged() {
        SavedObjective gone = saved(objective("Gone", Set.of(EUROPE), TEXT));

        assertThat(delete(gone)).isTrue();

        assertThat(find(gone.id())).isEmpty();
        assertThat(await(() -> objectives().all())).doesNotContain(gone);
        assertThat(
                        await(
                                () ->
                                        objectives()
                                                .update(
                                                        gone.next(gone.objective(), LATER, "Mia"),
                                                        gone.version())))
                .isFalse();
        assertThat(delete(gone)).isFalse();
    }

    @Test
    void ofSeveralThoseThatThereAreAreHeld() {
        SavedObjective there = saved(objective("There", Set.of(), TEXT));
        SavedObjective other = saved(objective("Other", Set.of(), TEXT));
        SavedObjective gone = saved(objective("Gone", Set.of(), TEXT));
        delete(gone);

        Set<ObjectiveId> held =
                await(
                        () ->
                                objectives()
                                        .hold(
                                                List.of(
                                                        there.id(),
                                                        gone.id(),
                                                        new ObjectiveId("nobody"),
                                                        other.id())));

        assertThat(held).containsExactlyInAnyOrder(there.id(), other.id());
        assertThat(await(() -> objectives().hold(List.of()))).isEmpty();
        assertThat(await(() -> objectives().findToDelete(there.id()))).contains(there);
        assertThat(await(() -> objectives().findToDelete(gone.id()))).isEmpty();
    }

    @Test
    void theIdOfADeletedObjectiveIsNeverUsedAgain() {
        SavedObjective gone = saved(objective("Gone", Set.of(EUROPE), TEXT));
        delete(gone);
        Objective again =
                new Objective(
                        new ObjectiveId(gone.id().value().toLowerCase(Locale.ROOT)),
                        "Another purpose",
                        Set.of());

        Optional<TakenId> taken = await(() -> objectives().insert(first(again)));

        assertThat(taken).contains(new TakenId(gone.id(), gone.objective().name(), true));
        assertThat(find(again.id())).isEmpty();
    }

    @Test
    void whatVisitorsWereEverShownIsKept() {
        SavedObjective first = saved(objective("Shown", Set.of(), TEXT));
        VisitorText other = new VisitorText("Our newsletter", "Once a week.");
        SavedObjective second = changed(first, other, first.objective().name(), LATER);
        SavedObjective third = changed(second, other, "New name", LATER.plusSeconds(1));
        SavedObjective fourth =
                changed(third, TEXT, third.objective().name(), LATER.plusSeconds(2));
        delete(fourth);

        List<ShownText> texts = await(() -> objectives().texts(first.id()));

        assertThat(texts)
                .containsExactly(
                        new ShownText(TEXT, new Version(4), LATER.plusSeconds(2), "Noah"),
                        new ShownText(other, new Version(2), LATER, "Noah"),
                        new ShownText(TEXT, Version.FIRST, NOON, "Mia"));
        assertThat(await(() -> objectives().texts(new ObjectiveId("nobody")))).isEmpty();
    }

    @Test
    void settingsAreFoundAsTheyWereSaved() {
        SavedPrivacySettings before = await(() -> settings().get());
        SavedPrivacySettings next =
                before.next(
                        PrivacySettings.of(
                                Regime.OPT_OUT,
                                Map.of(EUROPE, Regime.OPT_IN, CALIFORNIA, Regime.OPT_OUT)),
                        NOON,
                        "Mia " + own);

        assertThat(await(() -> settings().save(next, before.version()))).isTrue();

        SavedPrivacySettings found = await(() -> settings().get());
        assertThat(regimes(found))
                .isEqualTo(
                        Map.of(
                                EUROPE,
                                Regime.OPT_IN,
                                CALIFORNIA,
                                Regime.OPT_OUT,
                                Zone.REST_OF_WORLD,
                                Regime.OPT_OUT));
        assertThat(found.version()).isEqualTo(before.version().next());
        assertThat(found.saved()).isEqualTo(next.saved());
    }

    @Test
    void settingsOfAnOldVersionAreNotSaved() {
        SavedPrivacySettings before = await(() -> settings().get());
        SavedPrivacySettings mine =
                before.next(
                        PrivacySettings.of(Regime.OPT_IN, Map.of(EUROPE, Regime.OPT_OUT)),
                        NOON,
                        "Mia");
        SavedPrivacySettings yours =
                before.next(PrivacySettings.of(Regime.OPT_OUT, Map.of()), NOON, "Noah");
        await(() -> settings().save(mine, before.version()));

        boolean saved = await(() -> settings().save(yours, before.version()));

        assertThat(saved).isFalse();
        assertThat(regimes(await(() -> settings().get()))).isEqualTo(regimes(mine));
    }

    protected final Objective objective(String name, Set<Zone> zones, VisitorText shown) {
        return new Objective(
                new ObjectiveId(name + "-" + own),
                name + " " + own,
                zones,
                shown,
                ObjectiveColour.TEAL,
                name.equals("Clean"));
    }

    protected final SavedObjective saved(Objective objective) {
        SavedObjective saved = first(objective);
        assertThat(await(() -> objectives().insert(saved))).isEmpty();
        return saved;
    }

    protected final SavedObjective first(Objective objective) {
        return SavedObjective.first(objective, NOON, "Mia");
    }

    private Optional<SavedObjective> find(ObjectiveId id) {
        return await(() -> objectives().find(id));
    }

    private SavedObjective changed(
            SavedObjective from, VisitorText shown, String name, Instant at) {
        Objective before = from.objective();
        SavedObjective next =
                from.next(
                        new Objective(before.id(), name, before.zones(), shown, before.colour()),
                        at,
                        "Noah");
        assertThat(await(() -> objectives().update(next, from.version()))).isTrue();
        return next;
    }

    private boolean delete(SavedObjective objective) {
        return await(() -> objectives().delete(objective.id(), LATER, "Noah"));
    }

    private static Map<Zone, Regime> regimes(SavedPrivacySettings saved) {
        PrivacySettings settings = saved.settings();
        return settings.zones().stream()
                .collect(Collectors.toMap(Function.identity(), settings::regimeOf));
    }
}
