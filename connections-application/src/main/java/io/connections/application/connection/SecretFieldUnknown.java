package io.connections.application.connection;

import io.connections.domain.kernel.NotFound;

/// The connection's type has no secret of this name.
public final class SecretFieldUnknown extends NotFound {
    public SecretFieldUnknown(String field) {
        super("This connection's type has no secret field '%s'.".formatted(field));
    }

    @Override
    public String code() {
        return "secret-field-unknown";
    }
}
