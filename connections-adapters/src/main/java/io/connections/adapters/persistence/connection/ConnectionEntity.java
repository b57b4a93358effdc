package io.connections.adapters.persistence.connection;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/// The newest saved state of a connection, and its switch.
@Entity
@Table(name = "connection")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class ConnectionEntity {
    @Id UUID id;

    /// The product's version, counted by saves; not Hibernate's, since turning on must not raise
    // it.
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

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false)
    String setup;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false)
    String goals;

    @Column(name = "created_at", nullable = false)
    Instant createdAt;

    @Column(name = "created_by", nullable = false)
    String createdBy;

    @Column(name = "modified_at", nullable = false)
    Instant modifiedAt;

    @Column(name = "modified_by", nullable = false)
    String modifiedBy;
}
