package io.connections.application.overview;

import io.connections.application.kernel.Cursor;
import io.connections.application.kernel.RequestInvalid;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/// Where an entry stands in an order: by what the order is about, what is equal there by name, and
/// then by id, so that every entry has one place. It stays the same when others come or go.
record OverviewPlace(long first, long second, String text, String name, UUID id) {
    private static final int PARTS = 6;
    private static final List<ConnectionStatus> STATUSES = List.of(ConnectionStatus.values());
    private static final List<Attention> ATTENTIONS = List.of(Attention.values());

    /// @param starred counts only for that order
    static OverviewPlace of(OverviewEntry entry, ConnectionSort.By by, boolean starred) {
        OverviewRow row = entry.row();
        return switch (by) {
            case NAME -> of(entry, 0, 0, "");
            case TYPE -> of(entry, 0, 0, entry.typeKey());
            case STATUS -> of(entry, STATUSES.indexOf(entry.status()), 0, "");
            case ON -> of(entry, row.on() ? 1 : 0, 0, "");
            case LAST_RUN ->
                    of(
                            entry,
                            row.lastRun().map(OverviewPlace::micros).orElse(Long.MIN_VALUE),
                            0,
                            "");
            case CREATED -> of(entry, micros(row.created().at()), 0, "");
            case MODIFIED -> of(entry, micros(row.modified().at()), 0, "");
            case FAVORITE -> of(entry, starred ? 1 : 0, 0, "");
            case ATTENTION ->
                    of(
                            entry,
                            entry.attention().map(ATTENTIONS::indexOf).orElse(Integer.MAX_VALUE),
                            -micros(row.lastRunEnded().orElse(row.modified().at())),
                            "");
        };
    }

    private static OverviewPlace of(OverviewEntry entry, long first, long second, String text) {
        return new OverviewPlace(first, second, text, entry.nameKey(), entry.row().id().value());
    }

    private static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    static Comparator<OverviewPlace> order(ConnectionSort sort) {
        Comparator<OverviewPlace> named =
                Comparator.comparing(OverviewPlace::name).thenComparing(OverviewPlace::id);
        if (sort.by() == ConnectionSort.By.NAME) {
            return sort.descending() ? named.reversed() : named;
        }
        Comparator<OverviewPlace> about =
                Comparator.comparingLong(OverviewPlace::first)
                        .thenComparingLong(OverviewPlace::second)
                        .thenComparing(OverviewPlace::text);
        return (sort.descending() ? about.reversed() : about).thenComparing(named);
    }

    Cursor cursor(ConnectionSort sort) {
        return Cursor.of(
                word(sort), Long.toString(first), Long.toString(second), text, name, id.toString());
    }

    /// Fails with [RequestInvalid] where the cursor is of another order, or nobody made it.
    static OverviewPlace read(Cursor cursor, ConnectionSort sort) {
        List<String> key = cursor.key();
        if (key.size() != PARTS || !key.getFirst().equals(word(sort))) {
            throw RequestInvalid.cursor();
        }
        try {
            return new OverviewPlace(
                    Long.parseLong(key.get(1)),
                    Long.parseLong(key.get(2)),
                    key.get(3),
                    key.get(4),
                    UUID.fromString(key.get(5)));
        } catch (IllegalArgumentException e) {
            throw RequestInvalid.cursor();
        }
    }

    private static String word(ConnectionSort sort) {
        return sort.by().name() + (sort.descending() ? "-" : "+");
    }
}
