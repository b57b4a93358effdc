package io.connections.domain.access;

import io.connections.domain.kernel.Denied;

/// The actor's roles do not grant what the request needs.
public final class PermissionMissing extends Denied {
    private final Permission permission;

    public PermissionMissing(Permission permission) {
        super(
                "This needs the permission "
                        + permission.scope()
                        + ". Ask an administrator for a role that has it; a program's token needs it"
                        + " as a scope, too.");
        this.permission = permission;
    }

    public Permission permission() {
        return permission;
    }

    @Override
    public String code() {
        return "permission-missing";
    }
}
