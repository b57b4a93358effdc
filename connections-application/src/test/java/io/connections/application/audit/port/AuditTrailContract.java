package io.connections.application.audit.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.connections.domain.access.Actor;
import io.connections.domain.access.Origin;
import io.connections.domain.audit.Action;
import io.connections.domain.audit.AuditEvent;
import io.connections.domain.audit.Change;
import io.connections.domain.audit.Subject;
import io.connections.domain.kernel.ObjectKind;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What every trail of events keeps to.
@Tag("M30")
public abstract class AuditTrailContract {
    /// A new one each time: the store may be shared.
    private final String id = UUID.randomUUID().toString();

    protected abstract AuditTrail trail();

    /// What is there for good of one subject, oldest first.
    protected abstract List<AuditEvent> recordedOf(String id);

    /// Runs it in a unit of work and waits for what it answers.
    protected abstract <T> T await(Supplier<Uni<T>> work);

    @Test
    void anEventIsReadBackAsItWasRecorded() {
        AuditEvent event =
                AuditEvent.of(
                        mia(),
                        Action.CHANGED,
                        connection("Customers' \"files\" – 客户"),
                        Change.of("Name", "", "Customers' \"files\" – 客户"),
                        Change.of("Description", "old", ""),
                        Change.of("Port", "22", "2222"),
                        Change.ofSecret("Password"));

        await(() -> trail().record(event));

        assertThat(recordedOf(id)).containsExactly(event);
    }

    @Test
    void eventsOfOneUnitOfWorkKeepTheirOrder() {
        await(
                () ->
                        trail().record(event(Action.STARTED))
                                .chain(() -> trail().record(event(Action.STOP_REQUESTED)))
                                .chain(() -> trail().record(event(Action.ENDED))));

        assertThat(recordedOf(id))
                .extracting(AuditEvent::action)
                .containsExactly(Action.STARTED, Action.STOP_REQUESTED, Action.ENDED);
    }

    @Test
    void anEventIsGoneWithTheUnitOfWorkThatFails() {
        IllegalStateException broken = new IllegalStateException("broken");

        Throwable failed =
                catchThrowable(
                        () ->
                                await(
                                        () ->
                                                trail().record(event(Action.DELETED))
                                                        .invoke(
                                                                () -> {
                                                                    throw broken;
                                                                })));

        assertThat(failed).isSameAs(broken);
        assertThat(recordedOf(id)).isEmpty();
    }

    @Test
    void everyActionAndEveryKindOfThingCanBeRecorded() {
        for (Action action : Action.values()) {
            await(() -> trail().record(event(action)));
        }
        for (ObjectKind kind : ObjectKind.values()) {
            await(
                    () ->
                            trail().record(
                                            AuditEvent.of(
                                                    Actor.SYSTEM,
                                                    Action.CHANGED,
                                                    Subject.of(kind, id, ""))));
        }

        assertThat(recordedOf(id)).hasSize(Action.values().length + ObjectKind.values().length);
    }

    /// What strangers send is recorded as well, and must not keep an event from being recorded.
    @Test
    void aCharacterThatCannotBeStoredIsLeftOut() {
        Actor stranger = Actor.unknown(new Origin("::1", "curl\0/8"));

        await(
                () ->
                        trail().record(
                                        AuditEvent.of(
                                                stranger,
                                                Action.SIGN_IN_FAILED,
                                                Subject.of(ObjectKind.SESSION, id, "a\0b"),
                                                Change.of("Reason\0", "", "x\0y"))));

        assertThat(recordedOf(id)).hasSize(1);
    }

    private Actor mia() {
        return new Actor(
                "7f3", "Mia", Actor.Kind.PERSON, new Origin("192.0.2.7", "Firefox"), Set.of());
    }

    private Subject connection(String name) {
        return Subject.of(ObjectKind.CONNECTION, id, name);
    }

    private AuditEvent event(Action action) {
        return AuditEvent.of(mia(), action, connection("Customers"));
    }
}
