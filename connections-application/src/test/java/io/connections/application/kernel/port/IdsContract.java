package io.connections.application.kernel.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What everything that makes ids does. Pages are cut by them: newest first, nothing twice.
@Tag("M13")
public abstract class IdsContract {
    protected abstract Ids ids();

    /// Lets time pass.
    protected abstract void later();

    @Test
    void anIdIsAUuidOfVersion7() {
        UUID id = ids().next();

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void noIdIsMadeTwiceNotEvenAtTheSameInstant() {
        List<UUID> made = Stream.generate(ids()::next).limit(10_000).toList();

        assertThat(made).doesNotHaveDuplicates();
    }

    /// As text and as PostgreSQL sorts them, which is the same.
    @Test
    void whatIsMadeLaterSortsLater() {
        String first = ids().next().toString();
        later();
        String second = ids().next().toString();
        later();
        String third = ids().next().toString();

        assertThat(List.of(first, second, third)).isSorted();
    }
}
