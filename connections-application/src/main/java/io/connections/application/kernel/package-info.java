/// What every use case speaks: pages and cursors.
@NullMarked
package io.connections.application.kernel;

import org.jspecify.annotations.NullMarked;
