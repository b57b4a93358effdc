package io.connections.application.visitor;

import java.time.Duration;

/// The operator's settings of what the tag is answered by.
///
/// @param knownFor how long what is known of a channel is used before it is read again
public record CollectingSettings(Duration knownFor) {}
