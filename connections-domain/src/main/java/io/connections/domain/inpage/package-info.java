/// Connections that the website tag runs on the pages where they are active.
@NullMarked
package io.connections.domain.inpage;

import org.jspecify.annotations.NullMarked;
