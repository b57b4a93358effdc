package io.connections.application.audit.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.connections.application.audit.EventFilter;
import io.connections.application.audit.RecordedEvent;
import io.connections.application.kernel.Cursor;
import io.connections.application.kernel.Page;
import io.connections.application.kernel.PageRequest;
import io.connections.application.kernel.RequestInvalid;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Origin;
import io.connections.domain.audit.Action;
import io.connections.domain.audit.AuditEvent;
import io.connections.domain.audit.Change;
import io.connections.domain.audit.Subject;
import io.connections.domain.kernel.ObjectKind;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every trail of events keeps to, and whoever looks things up in it.
@Tag("M30")
public abstract class AuditTrailContract {
    /// A new one each time: the store may be shared.
    private final String id = UUID.randomUUID().toString();

    protected abstract AuditTrail trail();

    protected abstract AuditReadings readings();

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

        assertThat(recorded()).containsExactly(event);
    }

    @Test
    void eventsOfOneUnitOfWorkKeepTheirOrder() {
        await(
                () ->
                        trail().record(event(Action.STARTED))
                                .chain(() -> trail().record(event(Action.STOP_REQUESTED)))
                                .chain(() -> trail().record(event(Action.ENDED))));

        assertThat(recorded())
                .extracting(AuditEvent::action)
                .containsExactly(Action.STARTED, Action.STOP_REQUESTED, Action.ENDED);
    }

    @Test
    void manyAreRecordedAsOneByOneInTheirOrder() {
        await(
                () ->
                        trail().recordAll(
                                        List.of(
                                                event(Action.STARTED),
                                                event(Action.STOP_REQUESTED),
                                                event(Action.ENDED))));
        await(() -> trail().recordAll(List.of()));

        assertThat(recorded())
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
        assertThat(recorded()).isEmpty();
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

        assertThat(recorded()).hasSize(Action.values().length + ObjectKind.values().length);
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

        assertThat(recorded()).hasSize(1);
    }

    @Test
    void eventsAreListedNewestFirstInPagesThatMissNoneAndRepeatNone() {
        for (int i = 0; i < 7; i++) {
            String name = "Connection " + i;
            await(() -> trail().record(AuditEvent.of(mia(), Action.CHANGED, connection(name))));
        }

        List<String> names = new ArrayList<>();
        Optional<Cursor> after = Optional.empty();
        do {
            Page<RecordedEvent> page = list(ofThisTest(), new PageRequest(after, 3));
            assertThat(page.items()).hasSizeLessThanOrEqualTo(3);
            page.items().forEach(one -> names.add(one.event().subject().name()));
            after = page.next();
        } while (after.isPresent());

        assertThat(names)
                .containsExactly(
                        "Connection 6",
                        "Connection 5",
                        "Connection 4",
                        "Connection 3",
                        "Connection 2",
                        "Connection 1",
                        "Connection 0");
    }

    @Test
    void aFilterLeavesOutWhatItDoesNotName() {
        await(() -> trail().record(event(Action.STARTED)));
        await(
                () ->
                        trail().record(
                                        AuditEvent.of(
                                                Actor.SYSTEM,
                                                Action.ENDED,
                                                Subject.of(ObjectKind.RUN, id, "Customers"))));

        assertThat(actions(filter(Optional.of("7f3"), Optional.empty(), Optional.empty())))
                .containsExactly(Action.STARTED);
        assertThat(actions(filter(Optional.empty(), Optional.of(Action.ENDED), Optional.empty())))
                .containsExactly(Action.ENDED);
        assertThat(
                        actions(
                                filter(
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of(ObjectKind.CONNECTION))))
                .containsExactly(Action.STARTED);
    }

    @Test
    void onlyEventsOfTheTimeAskedForAreListed() {
        await(() -> trail().record(event(Action.STARTED)));
        await(() -> trail().record(event(Action.ENDED)));
        Instant ended = list(ofThisTest(), PageRequest.first()).items().getFirst().at();

        assertThat(actions(between(Optional.of(ended), Optional.empty())))
                .containsExactly(Action.ENDED);
        assertThat(actions(between(Optional.empty(), Optional.of(ended))))
                .containsExactly(Action.STARTED);
    }

    @Test
    void searchFindsWordsOfAnEventInAnyCaseAndTakesNoSignForAnother() {
        await(
                () ->
                        trail().record(
                                        AuditEvent.of(
                                                mia(),
                                                Action.TURNED_ON,
                                                connection("Sales 100%_!"),
                                                Change.of("Host", "", "Files.example"))));

        for (String text :
                List.of("sales", "MIA", "turned on", "files.EXAMPLE", "100%_!", "192.0.2.7")) {
            assertThat(list(search(text), PageRequest.first()).items()).as(text).hasSize(1);
        }
        for (String text : List.of("sale_", "10%", "s%s", "before")) {
            assertThat(list(search(text), PageRequest.first()).items()).as(text).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "2026-11-25T10:00:00Z"})
    void aCursorThatIsNoneOfThisListIsRefused(String key) {
        Throwable refused =
                catchThrowable(
                        () ->
                                list(
                                        EventFilter.ALL,
                                        new PageRequest(Optional.of(Cursor.of(key)), 1)));

        assertThat(refused).isInstanceOf(RequestInvalid.class);
    }

    /// What is there for good of this test's subject, oldest first.
    private List<AuditEvent> recorded() {
        return list(ofThisTest(), new PageRequest(Optional.empty(), PageRequest.MAX_LIMIT))
                .items()
                .reversed()
                .stream()
                .map(RecordedEvent::event)
                .map(AuditTrailContract::withoutRights)
                .toList();
    }

    private static AuditEvent withoutRights(AuditEvent event) {
        Actor by = event.by();
        return new AuditEvent(
                new Actor(by.id(), by.name(), by.kind(), by.origin(), Set.of(), Set.of()),
                event.action(),
                event.subject(),
                event.changes());
    }

    private Page<RecordedEvent> list(EventFilter filter, PageRequest page) {
        return await(() -> readings().list(filter, page));
    }

    private List<Action> actions(EventFilter filter) {
        return list(filter, PageRequest.first()).items().stream()
                .map(one -> one.event().action())
                .toList();
    }

    private EventFilter ofThisTest() {
        return filter(Optional.empty(), Optional.empty(), Optional.empty());
    }

    private EventFilter filter(
            Optional<String> actor, Optional<Action> action, Optional<ObjectKind> kind) {
        return new EventFilter(
                actor,
                action,
                kind,
                Optional.of(id),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private EventFilter between(Optional<Instant> from, Optional<Instant> to) {
        return new EventFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(id),
                from,
                to,
                Optional.empty());
    }

    private EventFilter search(String text) {
        return new EventFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(id),
                Optional.empty(),
                Optional.empty(),
                Optional.of(text));
    }

    private Actor mia() {
        return new Actor(
                "7f3",
                "Mia",
                Actor.Kind.PERSON,
                new Origin("192.0.2.7", "Firefox"),
                Set.of(),
                Set.of());
    }

    private Subject connection(String name) {
        return Subject.of(ObjectKind.CONNECTION, id, name);
    }

    private AuditEvent event(Action action) {
        return AuditEvent.of(mia(), action, connection("Customers"));
    }
}
