package io.connections.adapters.persistence.overview;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A question that many ask at once, asked once for all who wait: one after the other, and nobody
/// gets an answer to a question that was put before they came.
final class SharedAnswers<T> {
    private final Supplier<Uni<T>> question;
    private List<UniEmitter<? super T>> waiting = new ArrayList<>();
    private boolean asking;

    SharedAnswers(Supplier<Uni<T>> question) {
        this.question = question;
    }

    /// The answer comes back on the caller's Vert.x context, since a reactive session may be used
    /// there only.
    Uni<T> next() {
        return Uni.createFrom()
                .deferred(
                        () -> {
                            @Nullable Context caller = Vertx.currentContext();
                            Uni<T> answer = Uni.createFrom().<T>emitter(this::join);
                            return caller == null
                                    ? answer
                                    : answer.emitOn(task -> caller.runOnContext(_ -> task.run()));
                        });
    }

    private void join(UniEmitter<? super T> emitter) {
        synchronized (this) {
            waiting.add(emitter);
            if (asking) {
                return;
            }
            asking = true;
        }
        ask();
    }

    private void ask() {
        List<UniEmitter<? super T>> group;
        synchronized (this) {
            if (waiting.isEmpty()) {
                asking = false;
                return;
            }
            group = waiting;
            waiting = new ArrayList<>();
        }
        Uni.createFrom()
                .<T>deferred(question::get)
                .subscribe()
                .with(
                        answer -> tell(group, one -> one.complete(answer)),
                        failure -> tell(group, one -> one.fail(failure)));
    }

    private void tell(List<UniEmitter<? super T>> group, Consumer<UniEmitter<? super T>> what) {
        try {
            group.forEach(what);
        } finally {
            ask();
        }
    }
}
