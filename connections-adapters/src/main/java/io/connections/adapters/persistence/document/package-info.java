/// JSON documents that an import writes and reads for every record, so that they are written by
/// hand.
@NullMarked
package io.connections.adapters.persistence.document;

import org.jspecify.annotations.NullMarked;
