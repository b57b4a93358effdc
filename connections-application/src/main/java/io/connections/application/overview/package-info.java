/// What people look over: connections together with what ran. It knows features that do not know
/// each other.
@NullMarked
package io.connections.application.overview;

import org.jspecify.annotations.NullMarked;
