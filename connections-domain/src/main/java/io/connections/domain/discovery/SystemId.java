package io.connections.domain.discovery;

/// Names a known system: `hotjar`, `salesforce-marketing-cloud`. Lower case letters, digits and
// `-`.
public record SystemId(String value) {}
