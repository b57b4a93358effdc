package io.connections.application.run.port;

import io.connections.domain.run.RunId;

/// Names one share of a run: one reader with its lanes, started, stopped and taken over together.
///
/// @param share counts from 0
public record ShareKey(RunId run, int share) {}
