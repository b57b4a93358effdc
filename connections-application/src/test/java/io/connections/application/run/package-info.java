/// The engine, on fakes of all that it works with.
@NullMarked
package io.connections.application.run;

import org.jspecify.annotations.NullMarked;
