package io.connections.adapters.persistence.connection;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;

/// The newest saved state of a connection, and its switch. JSON travels as text: Hibernate's own
/// JSON type takes only objects here, and the driver makes a JSON string of a text that it is told
/// is jsonb.
@Entity
@Table(name = "connection")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class ConnectionEntity {
    @Id UUID id;

    /// The product's version, counted by saves; not Hibernate's, since turning on must not raise
    /// it.
    @Column(nullable = false)
    long version;

    @Column(name = "type_id", nullable = false)
    String typeId;

    @Column(nullable = false)
    String name;

    @Column(nullable = false)
    String description;

    @Column(name = "turned_on", nullable = false)
    boolean turnedOn;

    @ColumnTransformer(read = "setup::text", write = "cast(cast(? as text) as jsonb)")
    @Column(nullable = false)
    String setup;

    @ColumnTransformer(read = "goals::text", write = "cast(cast(? as text) as jsonb)")
    @Column(nullable = false)
    String goals;

    @ColumnTransformer(read = "edit_roles::text", write = "cast(cast(? as text) as jsonb)")
    @Column(name = "edit_roles", nullable = false)
    String editRoles;

    @ColumnTransformer(read = "scope::text", write = "cast(cast(? as text) as jsonb)")
    @Column(nullable = false)
    String scope;

    @ColumnTransformer(read = "objectives::text", write = "cast(cast(? as text) as jsonb)")
    @Column(nullable = false)
    String objectives;

    @Column(name = "created_at", nullable = false)
    Instant createdAt;

    @Column(name = "created_by", nullable = false)
    String createdBy;

    @Column(name = "modified_at", nullable = false)
    Instant modifiedAt;

    @Column(name = "modified_by", nullable = false)
    String modifiedBy;
}
