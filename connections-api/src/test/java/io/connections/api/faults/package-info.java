/// Faults: the service as it is shipped, in a process of its own, with something going wrong.
@NullMarked
package io.connections.api.faults;

import org.jspecify.annotations.NullMarked;
