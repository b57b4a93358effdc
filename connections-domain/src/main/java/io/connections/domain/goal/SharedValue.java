package io.connections.domain.goal;

import io.connections.domain.profile.PropertyId;

/// A property whose values a page gets, and where it gets them.
///
/// @param variable a [VariablePath], once the goal is complete
public record SharedValue(PropertyId property, String variable) {}
