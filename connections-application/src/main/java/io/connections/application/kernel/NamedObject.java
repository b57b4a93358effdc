package io.connections.application.kernel;

import io.connections.domain.kernel.ObjectRef;

/// One thing of any kind, with the name it has now.
public record NamedObject(ObjectRef ref, String name) {}
