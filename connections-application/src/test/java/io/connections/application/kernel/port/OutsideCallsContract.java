package io.connections.application.kernel.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.application.kernel.OtherSystemTooSlow;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What everything does that waits for other systems.
@Tag("M5")
public abstract class OutsideCallsContract {
    private static final Duration AMPLE = Duration.ofSeconds(30);

    protected abstract OutsideCalls calls();

    @Test
    void theAnswerIsTheCalls() {
        String answer = calls().call(() -> "three files", AMPLE).await().indefinitely();

        assertThat(answer).isEqualTo("three files");
    }

    @Test
    void itFailsWithWhatTheCallThrows() {
        Exception broken = new Exception("checked, too");

        Optional<Throwable> failure =
                failureOf(
                        () -> {
                            throw broken;
                        },
                        AMPLE);

        assertThat(failure).containsSame(broken);
    }

    @Test
    void nothingIsCalledUntilSomebodyWaitsForIt() {
        AtomicInteger called = new AtomicInteger();
        Uni<Integer> call = calls().call(called::incrementAndGet, AMPLE);
        int before = called.get();

        call.await().indefinitely();

        assertThat(before).isZero();
        assertThat(called).hasValue(1);
    }

    @Test
    void itWaitsOnAThreadOfItsOwn() {
        Thread called = calls().call(Thread::currentThread, AMPLE).await().indefinitely();

        assertThat(called).isNotSameAs(Thread.currentThread());
    }

    @Test
    void whatTakesTooLongIsGivenUpAndInterrupted() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);

        Optional<Throwable> failure =
                failureOf(
                        () -> {
                            try {
                                new CountDownLatch(1).await();
                            } catch (InterruptedException e) {
                                interrupted.countDown();
                            }
                            return "too late";
                        },
                        Duration.ofMillis(50));

        assertThat(failure).containsInstanceOf(OtherSystemTooSlow.class);
        assertThat(interrupted.await(30, TimeUnit.SECONDS)).isTrue();
    }

    private Optional<Throwable> failureOf(Callable<String> call, Duration limit) {
        return calls().call(call, limit)
                .map(_ -> Optional.<Throwable>empty())
                .onFailure()
                .recoverWithItem(Optional::of)
                .await()
                .indefinitely();
    }
}
