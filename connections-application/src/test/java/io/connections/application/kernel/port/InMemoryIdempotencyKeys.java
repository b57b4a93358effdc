package io.connections.application.kernel.port;

import io.connections.application.kernel.IdempotencyKeyReused;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

public final class InMemoryIdempotencyKeys implements IdempotencyKeys, InMemoryUnitOfWork.Store {
    private record Caller(String actor, String text) {}

    private record Answered(String request, UUID result) {}

    private final Map<Caller, Answered> answered = new HashMap<>();

    @Override
    public Uni<UUID> once(Key key, Supplier<Uni<UUID>> work) {
        return Uni.createFrom()
                .deferred(
                        () -> {
                            Caller caller = new Caller(key.actor(), key.text());
                            if (!answered.containsKey(caller)) {
                                return work.get()
                                        .invoke(
                                                id ->
                                                        answered.put(
                                                                caller,
                                                                new Answered(key.request(), id)));
                            }
                            Answered before = answered.get(caller);
                            return before.request().equals(key.request())
                                    ? Uni.createFrom().item(before.result())
                                    : Uni.createFrom().failure(new IdempotencyKeyReused());
                        });
    }

    @Override
    public Runnable remember() {
        Map<Caller, Answered> before = Map.copyOf(answered);
        return () -> {
            answered.clear();
            answered.putAll(before);
        };
    }
}
