/// Goals as the API shows and takes them.
@NullMarked
package io.connections.api.goal;

import org.jspecify.annotations.NullMarked;
