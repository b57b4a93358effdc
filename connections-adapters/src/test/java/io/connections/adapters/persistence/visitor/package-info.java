/// What the tag reports, on a real PostgreSQL.
@NullMarked
package io.connections.adapters.persistence.visitor;

import org.jspecify.annotations.NullMarked;
