package io.connections.api.access;

final class SessionPaths {
    static final String LOGIN = "/session/login";
    static final String LOGOUT = "/session/logout";

    private SessionPaths() {}
}
