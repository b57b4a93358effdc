/// What every store of labels does, and one in memory.
@NullMarked
package io.connections.application.label.port;

import org.jspecify.annotations.NullMarked;
