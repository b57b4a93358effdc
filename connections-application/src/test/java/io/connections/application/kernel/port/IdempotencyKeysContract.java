package io.connections.application.kernel.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.connections.application.kernel.IdempotencyKeyReused;
import io.smallrye.mutiny.Uni;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What every memory of answered requests does, and what a unit of work does with it.
@Tag("M13")
public abstract class IdempotencyKeysContract {
    /// New ones each time: the store may be shared.
    private final String text = UUID.randomUUID().toString();

    private final UUID first = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();

    protected abstract IdempotencyKeys keys();

    /// Runs it in a unit of work and waits for what it answers.
    protected abstract <T> T await(Supplier<Uni<T>> work);

    @Test
    void aRepetitionGetsTheFirstAnswer() {
        once(key("mia", "start"), first);

        UUID again = once(key("mia", "start"), second);

        assertThat(again).isEqualTo(first);
    }

    @Test
    void theWorkOfARepetitionIsNotDone() {
        AtomicInteger done = new AtomicInteger();
        Supplier<Uni<UUID>> work = () -> Uni.createFrom().item(first).invoke(done::incrementAndGet);
        await(() -> keys().once(key("mia", "start"), work));

        await(() -> keys().once(key("mia", "start"), work));

        assertThat(done).hasValue(1);
    }

    @Test
    void aKeyThatStoodOnAnotherRequestIsRefused() {
        once(key("mia", "start"), first);

        Throwable refused = catchThrowable(() -> once(key("mia", "stop"), second));

        assertThat(refused).isInstanceOf(IdempotencyKeyReused.class);
    }

    @Test
    void keysOfDifferentCallersNeverMeet() {
        once(key("mia", "start"), first);

        UUID ofAnother = once(key("noah", "start"), second);

        assertThat(ofAnother).isEqualTo(second);
    }

    @Test
    void whenTheWorkFailsTheKeyIsFreeAgain() {
        IllegalStateException broken = new IllegalStateException("broken");
        Throwable failed =
                catchThrowable(
                        () ->
                                await(
                                        () ->
                                                keys().once(
                                                                key("mia", "start"),
                                                                () ->
                                                                        Uni.createFrom()
                                                                                .failure(broken))));

        UUID answer = once(key("mia", "start"), second);

        assertThat(answer).isEqualTo(second);
        assertThat(failed).isSameAs(broken);
    }

    /// Whatever comes after it in the same unit of work takes the key back too.
    @Test
    void whenTheUnitOfWorkFailsTheKeyIsFreeAgain() {
        Throwable failed =
                catchThrowable(
                        () ->
                                await(
                                        () ->
                                                keys().once(
                                                                key("mia", "start"),
                                                                () -> Uni.createFrom().item(first))
                                                        .invoke(
                                                                () -> {
                                                                    throw new IllegalStateException();
                                                                })));

        UUID answer = once(key("mia", "start"), second);

        assertThat(answer).isEqualTo(second);
        assertThat(failed).isInstanceOf(IllegalStateException.class);
    }

    private IdempotencyKeys.Key key(String actor, String request) {
        return new IdempotencyKeys.Key(actor + text, text, request);
    }

    private UUID once(IdempotencyKeys.Key key, UUID answer) {
        return await(() -> keys().once(key, () -> Uni.createFrom().item(answer)));
    }
}
