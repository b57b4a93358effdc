package io.connections.application.profile;

import io.connections.application.consent.CurrentConsentRules;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.application.profile.port.CleanUpQueue;
import io.connections.application.profile.port.CleanUpQueue.Clearing;
import io.connections.application.profile.port.CleanUpQueue.Due;
import io.connections.application.profile.port.CleanUpQueue.Need;
import io.connections.application.profile.port.PropertyRepository;
import io.connections.domain.consent.ConsentRules;
import io.connections.domain.consent.ConsentStatement.Answer;
import io.connections.domain.consent.Objective;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.consent.PrivacyState;
import io.connections.domain.profile.CleanUp;
import io.connections.domain.profile.ProfileProperty;
import io.connections.domain.profile.PropertyId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Takes from profiles what nothing justifies any more since the person refused it. Many at a time;
/// where that fails, one at a time, so that only what is wrong waits.
@Singleton
public final class CleanUps {
    static final int MOST_AT_ONCE = 500;
    static final Duration PAUSE = Duration.ofHours(1);
    private static final int MOST_ROUNDS = 200;

    private final UnitOfWork unitOfWork;
    private final CleanUpQueue queue;
    private final CurrentConsentRules consent;
    private final PropertyRepository properties;
    private final InstantSource clock;

    CleanUps(
            UnitOfWork unitOfWork,
            CleanUpQueue queue,
            CurrentConsentRules consent,
            PropertyRepository properties,
            InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.queue = queue;
        this.consent = consent;
        this.properties = properties;
        this.clock = clock;
    }

    /// Until nothing is left to do for now. Others may do the same at the same time.
    public Uni<Void> workOff() {
        return repeated(this::some, MOST_ROUNDS);
    }

    private static Uni<Void> repeated(Supplier<Uni<? extends Boolean>> step, int most) {
        return Multi.createBy()
                .repeating()
                .uni(step)
                .whilst(more -> more)
                .select()
                .first(most)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Boolean> some() {
        List<Due> taken = new ArrayList<>();
        return cleanedUp(taken, MOST_AT_ONCE)
                .onFailure(_ -> !taken.isEmpty())
                .recoverWithUni(() -> repeated(this::one, MOST_AT_ONCE).replaceWith(true));
    }

    private Uni<Boolean> one() {
        List<Due> taken = new ArrayList<>();
        return cleanedUp(taken, 1)
                .onFailure(_ -> !taken.isEmpty())
                .recoverWithUni(() -> postponed(taken.getFirst()).replaceWith(true));
    }

    private Uni<Void> postponed(Due due) {
        Instant until = clock.instant().plus(PAUSE);
        return unitOfWork.run(() -> queue.postpone(due, until));
    }

    /// @param taken what it was about is added, also when it fails
    /// @return whether there was any
    private Uni<Boolean> cleanedUp(List<Due> taken, int most) {
        return unitOfWork.run(
                () ->
                        queue.take(clock.instant(), most)
                                .invoke(
                                        due -> {
                                            taken.clear();
                                            taken.addAll(due);
                                        })
                                .chain(
                                        due ->
                                                due.isEmpty()
                                                        ? Uni.createFrom().item(false)
                                                        : cleanUp(due).replaceWith(true)));
    }

    private Uni<Void> cleanUp(List<Due> due) {
        Set<ObjectiveId> refused =
                due.stream().flatMap(each -> each.withdrawn().stream()).collect(Collectors.toSet());
        return queue.needs(refused)
                .chain(
                        needs ->
                                rules().map(rules -> clearings(due, rules.of(needs), rules.names()))
                                        .chain(
                                                clearings ->
                                                        clearings.isEmpty()
                                                                ? Uni.createFrom().voidItem()
                                                                : queue.clear(clearings)));
    }

    private static List<Clearing> clearings(
            List<Due> due, CleanUp cleanUp, Map<ObjectiveId, String> names) {
        List<Clearing> clearings = new ArrayList<>();
        for (Due each : due) {
            Set<Integer> going = cleanUp.of(each.profile(), each.withdrawn());
            if (!going.isEmpty()) {
                clearings.add(
                        new Clearing(each.profile().id(), going, names(stillRefused(each), names)));
            }
        }
        return clearings;
    }

    private static List<ObjectiveId> stillRefused(Due due) {
        return due.profile().privacy() instanceof PrivacyState state
                ? due.withdrawn().stream()
                        .filter(each -> state.consents().say(Answer.REFUSED, each))
                        .toList()
                : List.of();
    }

    private static String names(Collection<ObjectiveId> ids, Map<ObjectiveId, String> names) {
        return ids.stream()
                .map(each -> names.getOrDefault(each, each.value()))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private Uni<Rules> rules() {
        return consent.read().chain(rules -> properties.list().map(all -> new Rules(rules, all)));
    }

    private record Rules(ConsentRules consent, List<ProfileProperty> properties) {
        CleanUp of(List<Need> needs) {
            Map<String, Integer> numbers =
                    properties.stream()
                            .collect(
                                    Collectors.toMap(
                                            each -> each.id().key(), ProfileProperty::number));
            return new CleanUp(
                    needs.stream()
                            .map(
                                    each ->
                                            new CleanUp.Need(
                                                    each.objectives(),
                                                    consent.gate(each.objectives()),
                                                    numbers(each.properties(), numbers)))
                            .toList(),
                    properties.stream()
                            .filter(ProfileProperty::identifier)
                            .map(ProfileProperty::number)
                            .collect(Collectors.toSet()));
        }

        private static Set<Integer> numbers(Set<PropertyId> ids, Map<String, Integer> numbers) {
            return ids.stream()
                    .map(PropertyId::key)
                    .filter(numbers::containsKey)
                    .map(numbers::get)
                    .collect(Collectors.toSet());
        }

        Map<ObjectiveId, String> names() {
            return consent.objectives().stream()
                    .collect(Collectors.toMap(Objective::id, Objective::name));
        }
    }
}
