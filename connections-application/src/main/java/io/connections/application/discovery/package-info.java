/// Connection Discovery: finds out what a company uses, proposes types and makes connections of
/// those that were chosen.
@NullMarked
package io.connections.application.discovery;

import org.jspecify.annotations.NullMarked;
