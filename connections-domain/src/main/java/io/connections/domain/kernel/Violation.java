package io.connections.domain.kernel;

/// One thing wrong with a request: where (a JSON pointer into the request's body,
/// `/goals/0/mapping/3/property`), a stable code in kebab case, and what to do about it.
public record Violation(String pointer, String code, String message) {}
