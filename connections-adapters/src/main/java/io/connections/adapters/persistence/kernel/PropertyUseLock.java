package io.connections.adapters.persistence.kernel;

import io.smallrye.mutiny.Uni;

/// Keeps apart whoever begins to need properties and whoever deletes one, until the transaction
/// ends: what a goal names stands inside a document, where no foreign key reaches.
public final class PropertyUseLock {
    /// Any number that no other advisory lock of this database has.
    private static final long KEY = 7_205_759_403L;

    private PropertyUseLock() {}

    /// Before a goal is saved, a profile edited or a run queued. Those do not wait for one another.
    public static Uni<Void> use() {
        return locked("pg_advisory_xact_lock_shared");
    }

    /// Before looking for uses, so that none is begun behind one's back.
    public static Uni<Void> delete() {
        return locked("pg_advisory_xact_lock");
    }

    private static Uni<Void> locked(String function) {
        return Sql.select("select cast(%s(%d) as text) as held".formatted(function, KEY))
                .replaceWithVoid();
    }
}
