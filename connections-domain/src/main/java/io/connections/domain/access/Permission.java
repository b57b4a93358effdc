package io.connections.domain.access;

/// What an actor can be allowed to do; the same words are the scopes of the API.
public enum Permission {
    CONNECTIONS_READ("connections:read"),
    CONNECTIONS_WRITE("connections:write"),
    RUNS_EXECUTE("runs:execute"),
    PROFILES_READ("profiles:read"),
    PROFILES_WRITE("profiles:write"),
    PROPERTIES_WRITE("properties:write"),
    TYPES_INSTALL("types:install"),
    APPLICATIONS_MANAGE("applications:manage"),
    LABELS_MANAGE("labels:manage"),
    CHANNELS_WRITE("channels:write"),
    OBJECTIVES_WRITE("objectives:write"),
    PRIVACY_WRITE("privacy:write"),
    AUDIT_READ("audit:read");

    private final String scope;

    Permission(String scope) {
        this.scope = scope;
    }

    public String scope() {
        return scope;
    }
}
