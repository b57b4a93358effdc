/// Objectives and privacy settings on PostgreSQL.
@NullMarked
package io.connections.adapters.persistence.consent;

import org.jspecify.annotations.NullMarked;
