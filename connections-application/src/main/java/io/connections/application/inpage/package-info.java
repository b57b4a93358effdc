/// What connections do that the website tag runs: which variables a page is asked for, what it is
/// shown, and what comes of what it said.
@NullMarked
package io.connections.application.inpage;

import org.jspecify.annotations.NullMarked;
