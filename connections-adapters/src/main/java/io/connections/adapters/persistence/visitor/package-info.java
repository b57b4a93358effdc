/// What the website tag reports, in PostgreSQL.
@NullMarked
package io.connections.adapters.persistence.visitor;

import org.jspecify.annotations.NullMarked;
