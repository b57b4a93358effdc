package io.connections.domain.goal;

import java.util.List;

/// What became of the records of a goal. It cannot be out of balance: `read` is the sum of the
/// others, always. The database has the same rule as a constraint.
///
/// All fields are numbers of records.
public record Counts(
        long created,
        long updated,
        long unchanged,
        long skippedForConsent,
        long skippedWithoutMatch,
        long filtered,
        long rejected) {
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0);

    public Counts {
        if (created < 0
                || updated < 0
                || unchanged < 0
                || skippedForConsent < 0
                || skippedWithoutMatch < 0
                || filtered < 0
                || rejected < 0) {
            throw new IllegalArgumentException("a count cannot be negative");
        }
    }

    /// Counts what became of each record.
    public static Counts of(List<Disposition> dispositions) {
        long created = 0;
        long updated = 0;
        long unchanged = 0;
        long skippedForConsent = 0;
        long skippedWithoutMatch = 0;
        long filtered = 0;
        long rejected = 0;
        for (int i = 0; i < dispositions.size(); i++) {
            switch (dispositions.get(i)) {
                case CREATED -> created++;
                case UPDATED -> updated++;
                case UNCHANGED -> unchanged++;
                case SKIPPED_FOR_CONSENT -> skippedForConsent++;
                case SKIPPED_WITHOUT_MATCH -> skippedWithoutMatch++;
                case FILTERED -> filtered++;
                case REJECTED -> rejected++;
            }
        }
        return new Counts(
                created,
                updated,
                unchanged,
                skippedForConsent,
                skippedWithoutMatch,
                filtered,
                rejected);
    }

    public long read() {
        return created
                + updated
                + unchanged
                + skippedForConsent
                + skippedWithoutMatch
                + filtered
                + rejected;
    }

    public Counts plus(Counts other) {
        return new Counts(
                created + other.created,
                updated + other.updated,
                unchanged + other.unchanged,
                skippedForConsent + other.skippedForConsent,
                skippedWithoutMatch + other.skippedWithoutMatch,
                filtered + other.filtered,
                rejected + other.rejected);
    }
}
