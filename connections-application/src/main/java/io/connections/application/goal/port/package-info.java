/// What goals need from outside: patterns, phone numbers and formulas from libraries, and a look at
/// their sources.
@NullMarked
package io.connections.application.goal.port;

import org.jspecify.annotations.NullMarked;
