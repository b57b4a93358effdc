/// The run engine: a pipeline over run ports. It knows no technology.
@NullMarked
package io.connections.application.run;

import org.jspecify.annotations.NullMarked;
