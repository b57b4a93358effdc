package io.connections.domain.goal;

/// What happens to a property's values when a record brings new ones.
public enum Strategy {
    /// Replace what is there. No incoming value: leave as it is.
    SET,
    /// Append what is not there yet; never a duplicate.
    ADD,
    /// Numbers only: the single value becomes the sum of what is there and what comes.
    SUM,
    /// Set only where nothing is there.
    SET_IF_EMPTY,
    /// As set, but no incoming value clears the property.
    SET_OR_CLEAR,
    /// Take the incoming values out of the list.
    REMOVE
}
