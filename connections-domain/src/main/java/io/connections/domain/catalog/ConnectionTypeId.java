package io.connections.domain.catalog;

/// Names a connection type: `sftp`, `amazon-s3`. Lower case letters, digits and `-`.
public record ConnectionTypeId(String value) {}
