package io.connections.application.audit;

/// An event as the list shows it.
///
/// @param gone whether what it was done to is no longer there to be looked at
public record ListedEvent(RecordedEvent recorded, boolean gone) {}
