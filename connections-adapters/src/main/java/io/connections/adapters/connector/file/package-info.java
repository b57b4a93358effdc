/// Files of any system as records: unpacking, encodings, separated values and JSON Lines, and the
/// proof that a file is still the one that was read before.
@NullMarked
package io.connections.adapters.connector.file;

import org.jspecify.annotations.NullMarked;
