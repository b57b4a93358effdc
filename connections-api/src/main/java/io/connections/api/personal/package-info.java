/// What each person keeps for themselves.
@NullMarked
package io.connections.api.personal;

import org.jspecify.annotations.NullMarked;
