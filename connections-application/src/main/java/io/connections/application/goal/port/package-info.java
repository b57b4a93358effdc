/// What goals need from libraries: patterns, phone numbers, formulas.
@NullMarked
package io.connections.application.goal.port;

import org.jspecify.annotations.NullMarked;
