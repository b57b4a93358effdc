package io.connections.application.kernel.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.application.kernel.NamedObject;
import io.connections.domain.kernel.ObjectKind;
import io.connections.domain.kernel.ObjectRef;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What everything does that knows things of all kinds.
@Tag("M7")
public abstract class KnownObjectsContract {
    protected abstract KnownObjects known();

    /// Makes one, with an id of its own.
    protected abstract ObjectRef made(ObjectKind kind, String name);

    protected abstract void deleted(ObjectRef object);

    /// Runs it in a unit of work and waits for what it answers.
    protected abstract <T> T await(Supplier<Uni<T>> work);

    @ParameterizedTest
    @EnumSource(names = {"CONNECTION", "PROFILE_PROPERTY", "OBJECTIVE", "LABEL", "CHANNEL"})
    void whatIsThereIsHeldByItsName(ObjectKind kind) {
        String name = "Held " + UUID.randomUUID();
        ObjectRef object = made(kind, name);

        Optional<NamedObject> held = hold(object);

        assertThat(held).contains(new NamedObject(object, name));
    }

    @ParameterizedTest
    @EnumSource(names = {"CONNECTION", "PROFILE_PROPERTY", "LABEL", "CHANNEL"})
    void howAnIdIsWrittenIsNoMatter(ObjectKind kind) {
        ObjectRef object = made(kind, "Loud " + UUID.randomUUID());

        Optional<NamedObject> held =
                hold(new ObjectRef(kind, object.id().toUpperCase(Locale.ROOT)));

        assertThat(held).map(NamedObject::ref).contains(object);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotThereCannotBeHeld(ObjectKind kind) {
        assertThat(hold(new ObjectRef(kind, UUID.randomUUID().toString()))).isEmpty();
        assertThat(hold(new ObjectRef(kind, "'; --"))).isEmpty();
        assertThat(hold(new ObjectRef(kind, ""))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"CONNECTION", "PROFILE_PROPERTY", "OBJECTIVE", "LABEL"})
    void whatIsDeletedIsGone(ObjectKind kind) {
        ObjectRef object = made(kind, "Gone");
        deleted(object);

        assertThat(hold(object)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "CONNECTION",
                "PROFILE_PROPERTY",
                "OBJECTIVE",
                "LABEL",
                "CHANNEL",
                "RUN",
                "PROFILE"
            })
    @Tag("M30")
    void ofManyThoseThatAreThereAreTold(ObjectKind kind) {
        ObjectRef there = made(kind, "There " + UUID.randomUUID());
        ObjectRef other = made(ObjectKind.CONNECTION, "Other " + UUID.randomUUID());
        ObjectRef gone = made(kind, "Gone " + UUID.randomUUID());
        deleted(gone);

        Set<ObjectRef> existing =
                existing(there, gone, other, new ObjectRef(kind, "'; --"), new ObjectRef(kind, ""));

        assertThat(existing).containsExactlyInAnyOrder(there, other);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("M30")
    void whatIsNotThereIsNotTold(ObjectKind kind) {
        assertThat(existing(new ObjectRef(kind, UUID.randomUUID().toString()))).isEmpty();
    }

    @Test
    @Tag("M30")
    void ofNothingNothingIsThere() {
        assertThat(existing()).isEmpty();
    }

    private Set<ObjectRef> existing(ObjectRef... objects) {
        return await(() -> known().existing(List.of(objects)));
    }

    private Optional<NamedObject> hold(ObjectRef object) {
        return await(() -> known().hold(object));
    }
}
