/// Connection Discovery, with doubles for everything outside.
@NullMarked
package io.connections.application.discovery;

import org.jspecify.annotations.NullMarked;
