package io.connections.domain.goal;

/// What a value that is not of the property's type does to its record.
public enum OnBadValue {
    /// The record is rejected, with field, value and reason; it can be mended and replayed.
    REJECT_RECORD,
    /// The value is left out and the rest of the record goes on.
    LEAVE_OUT
}
