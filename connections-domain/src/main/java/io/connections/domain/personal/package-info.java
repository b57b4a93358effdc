/// What each person keeps for themselves: views of lists, and how they like things.
@NullMarked
package io.connections.domain.personal;

import org.jspecify.annotations.NullMarked;
