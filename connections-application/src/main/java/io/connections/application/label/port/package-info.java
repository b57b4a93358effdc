/// Where labels and their uses are kept.
@NullMarked
package io.connections.application.label.port;

import org.jspecify.annotations.NullMarked;
