package io.connections.api.visitor;

/// Where the tag calls.
final class CollectPaths {
    static final String ALL = "/collect/";
    static final String PAGE = "/collect/v1/page";
    static final String VARIABLES = "/collect/v1/variables";
    static final String EVENTS = "/collect/v1/events";

    private CollectPaths() {}
}
