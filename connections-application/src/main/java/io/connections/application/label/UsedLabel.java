package io.connections.application.label;

import io.connections.domain.label.Label;

/// A label and how many objects have it.
public record UsedLabel(Label label, long uses) {}
