package io.connections.application.inpage;

import io.connections.application.inpage.port.PageProfiles;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.domain.connection.ConnectionId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Counts what pages were answered, which nobody waits for: it is added up here and written down
/// together every few seconds. What a replica has not written yet is lost when it ends.
@Singleton
public final class PageCounts {
    private static final Comparator<Entry> BY_KEY =
            Comparator.comparing((Entry each) -> each.of().connection().value())
                    .thenComparing(each -> each.of().day());

    private final UnitOfWork unitOfWork;
    private final PageProfiles profiles;
    private final InstantSource clock;
    private final Map<OfDay, PageTally> waiting = new HashMap<>();

    public PageCounts(UnitOfWork unitOfWork, PageProfiles profiles, InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.profiles = profiles;
        this.clock = clock;
    }

    private record OfDay(ConnectionId connection, LocalDate day) {}

    private record Entry(OfDay of, PageTally tally) {}

    public void add(ConnectionId connection, PageTally tally) {
        keep(new OfDay(connection, today()), tally);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private synchronized void keep(OfDay of, PageTally tally) {
        waiting.merge(of, tally, PageTally::plus);
    }

    private synchronized List<Entry> take() {
        List<Entry> taken = new ArrayList<>();
        waiting.forEach((of, tally) -> taken.add(new Entry(of, tally)));
        waiting.clear();
        taken.sort(BY_KEY);
        return taken;
    }

    /// Writes down what was added up. What cannot be written is kept for the next time.
    public Uni<Void> write() {
        List<Entry> taken = take();
        return taken.isEmpty()
                ? Uni.createFrom().voidItem()
                : unitOfWork
                        .run(() -> write(taken))
                        .onFailure()
                        .invoke(() -> taken.forEach(each -> keep(each.of(), each.tally())));
    }

    /// What was done within this unit of work, as the last of it: others count in the same rows.
    public Uni<Void> write(Map<ConnectionId, PageTally> done) {
        List<Entry> entries = new ArrayList<>();
        done.forEach((id, tally) -> entries.add(new Entry(new OfDay(id, today()), tally)));
        entries.sort(BY_KEY);
        return write(entries);
    }

    private Uni<Void> write(List<Entry> entries) {
        return Multi.createFrom()
                .iterable(entries)
                .onItem()
                .transformToUniAndConcatenate(
                        each ->
                                profiles.count(
                                        each.of().connection(), each.of().day(), each.tally()))
                .onItem()
                .ignoreAsUni();
    }
}
