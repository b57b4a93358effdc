/// What each person keeps for themselves.
@NullMarked
package io.connections.application.personal;

import org.jspecify.annotations.NullMarked;
