/// The run ports on JDBC: bulk work goes through COPY, which the reactive client does not have.
@NullMarked
package io.connections.adapters.persistence.run;

import org.jspecify.annotations.NullMarked;
