/// The libraries against the contract.
@NullMarked
package io.connections.adapters.text;

import org.jspecify.annotations.NullMarked;
