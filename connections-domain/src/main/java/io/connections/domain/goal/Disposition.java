package io.connections.domain.goal;

/// What became of one record; each is one of the [Counts].
public enum Disposition {
    CREATED,
    UPDATED,
    UNCHANGED,
    SKIPPED_FOR_CONSENT,
    SKIPPED_WITHOUT_MATCH,
    FILTERED,
    REJECTED
}
