package io.connections.api.access;

import java.util.Set;

final class SessionPaths {
    static final String LOGIN = "/session/login";
    static final String LOGOUT = "/session/logout";

    static Set<String> all() {
        return Set.of(LOGIN, LOGOUT);
    }

    private SessionPaths() {}
}
