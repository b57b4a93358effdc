package io.connections.domain.kernel;

/// Names one thing of any kind.
///
/// @param id as its own feature writes it: a UUID, a property's id, a type's id
public record ObjectRef(ObjectKind kind, String id) {}
