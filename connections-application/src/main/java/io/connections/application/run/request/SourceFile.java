package io.connections.application.run.request;

import java.time.Instant;

/// A file of the other system. The same path with another size or time is another file.
public record SourceFile(String path, long size, Instant modified) {}
