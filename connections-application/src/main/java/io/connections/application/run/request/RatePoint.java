package io.connections.application.run.request;

import java.time.Instant;

/// A step of a run's time.
///
/// @param at its end
/// @param records read until then, from the start of the run
/// @param recordsPerSecond within the step
public record RatePoint(Instant at, long records, double recordsPerSecond) {}
