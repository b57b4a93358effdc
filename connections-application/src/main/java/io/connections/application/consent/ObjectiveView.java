package io.connections.application.consent;

import io.connections.domain.label.Label;
import java.util.List;

/// An objective as people see it.
///
/// @param labels by name
/// @param favorite of whoever looks
public record ObjectiveView(
        SavedObjective saved, List<Label> labels, boolean favorite, ConsentShares consents) {
    public ObjectiveView {
        labels = List.copyOf(labels);
    }
}
