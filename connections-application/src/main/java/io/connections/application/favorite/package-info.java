/// What each person starred and what they opened last.
@NullMarked
package io.connections.application.favorite;

import org.jspecify.annotations.NullMarked;
