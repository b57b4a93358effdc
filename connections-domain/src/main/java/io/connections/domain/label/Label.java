package io.connections.domain.label;

import java.time.Instant;

/// A word that people put on objects of any kind to find them together.
///
/// @param createdBy the name of whoever used it first
public record Label(LabelId id, LabelName name, Instant createdAt, String createdBy) {
    public Label rename(LabelName other) {
        return new Label(id, other, createdAt, createdBy);
    }
}
