package io.connections.application.inpage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.connections.application.inpage.port.InMemoryPageProfiles;
import io.connections.application.kernel.port.InMemoryUnitOfWork;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.application.profile.port.InMemoryProfiles;
import io.connections.domain.connection.ConnectionId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("M25")
class PageCountsTest {
    private static final ConnectionId ONE = new ConnectionId(UUID.randomUUID());
    private static final ConnectionId OTHER = new ConnectionId(UUID.randomUUID());
    private static final LocalDate DAY = LocalDate.of(2026, 11, 27);

    private final InMemoryPageProfiles pages =
            new InMemoryPageProfiles(new InMemoryProfiles(), _ -> true);
    private final UnitOfWork works = new InMemoryUnitOfWork(pages);
    private boolean broken;
    private int written;
    private final UnitOfWork unitOfWork =
            new UnitOfWork() {
                @Override
                public <T> Uni<T> run(Supplier<Uni<T>> work) {
                    written++;
                    return broken
                            ? Uni.createFrom().failure(new IllegalStateException("no database"))
                            : works.run(work);
                }
            };
    private Instant now = Instant.parse("2026-11-27T23:59:59Z");
    private final PageCounts counts = new PageCounts(unitOfWork, pages, () -> now);

    @Test
    void whatPagesWereAnsweredIsCountedTogether() {
        counts.add(ONE, PageTally.ofShown());
        counts.add(ONE, PageTally.ofShown());
        counts.add(OTHER, PageTally.ofShown());
        now = now.plusSeconds(1);
        counts.add(ONE, PageTally.ofShown());

        write();
        write();

        assertThat(shown(ONE)).isEqualTo(Map.of(DAY, 2L, DAY.plusDays(1), 1L));
        assertThat(shown(OTHER)).isEqualTo(Map.of(DAY, 1L));
        assertThat(written).isEqualTo(1);
    }

    @Test
    void whatCannotBeWrittenIsCountedTheNextTime() {
        counts.add(ONE, PageTally.ofShown());
        broken = true;
        assertThat(catchThrowable(this::write)).hasMessage("no database");
        counts.add(ONE, PageTally.ofShown());
        broken = false;

        write();

        assertThat(shown(ONE)).isEqualTo(Map.of(DAY, 2L));
    }

    private void write() {
        counts.write().await().indefinitely();
    }

    private Map<LocalDate, Long> shown(ConnectionId connection) {
        return pages.tallies(connection, DAY).await().indefinitely().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().shown()));
    }
}
