/// One execution of a connection, its counts and its outcome.
@NullMarked
package io.connections.domain.run;

import org.jspecify.annotations.NullMarked;
