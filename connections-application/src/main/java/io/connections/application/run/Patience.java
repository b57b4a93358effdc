package io.connections.application.run;

import io.connections.application.run.port.StoreUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Repeats what the database could not do, with growing pauses, for a bounded time.
final class Patience {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(500);

    private final Duration limit;
    private final InstantSource clock;
    private final Consumer<String> onRetry;

    /// @param onRetry hears once per outage what went wrong
    Patience(Duration limit, InstantSource clock, Consumer<String> onRetry) {
        this.limit = limit;
        this.clock = clock;
        this.onRetry = onRetry;
    }

    <T> T during(Supplier<T> work) throws InterruptedException {
        Instant givenUp = Instant.MAX;
        Duration pause = FIRST_PAUSE;
        while (true) {
            try {
                return work.get();
            } catch (StoreUnavailable e) {
                Instant now = clock.instant();
                if (givenUp.equals(Instant.MAX)) {
                    givenUp = now.plus(limit);
                    onRetry.accept(String.valueOf(e.getMessage()));
                }
                if (now.plus(pause).isAfter(givenUp)) {
                    throw e;
                }
                pause(pause);
                pause = longer(pause, LONGEST_PAUSE);
            }
        }
    }

    void during(Runnable work) throws InterruptedException {
        during(
                () -> {
                    work.run();
                    return true;
                });
    }

    /// With jitter, so that lanes and replicas do not come back in step.
    static void pause(Duration about) throws InterruptedException {
        long millis = about.toMillis();
        Thread.sleep(millis / 2 + ThreadLocalRandom.current().nextLong(millis / 2 + 1));
    }

    /// As [#pause], but asks again and again meanwhile, and once at least.
    ///
    /// @return whether the answer was yes, which ends the pause
    static boolean pauseUnless(Question question, Duration about) throws InterruptedException {
        Duration left = about;
        while (!question.isYes()) {
            if (left.isZero()) {
                return false;
            }
            Duration piece = left.compareTo(BETWEEN_QUESTIONS) > 0 ? BETWEEN_QUESTIONS : left;
            pause(piece);
            left = left.minus(piece);
        }
        return true;
    }

    interface Question {
        boolean isYes() throws InterruptedException;
    }

    static Duration longer(Duration pause, Duration longest) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(longest) > 0 ? longest : doubled;
    }
}
