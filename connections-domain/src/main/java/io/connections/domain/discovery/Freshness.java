package io.connections.domain.discovery;

import io.connections.domain.catalog.ConnectionType;

/// How soon a change over there is to be here, or the other way round.
public enum Freshness {
    /// In batches, by hand or by schedule.
    BATCH,
    /// As it happens.
    REAL_TIME;

    public static Freshness of(ConnectionType type) {
        return switch (type.mode()) {
            case BATCH -> BATCH;
            case CONTINUOUS, IN_PAGE, API -> REAL_TIME;
        };
    }

    /// Whether what is as fresh as this is fresh enough for that.
    public boolean serves(Freshness wanted) {
        return this == wanted || this == REAL_TIME;
    }
}
