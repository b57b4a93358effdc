/// What is remembered of every change, on a real PostgreSQL.
@NullMarked
package io.connections.adapters.persistence.audit;

import org.jspecify.annotations.NullMarked;
