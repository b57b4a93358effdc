/// Connection types, read from files on the class path.
@NullMarked
package io.connections.adapters.catalog;

import org.jspecify.annotations.NullMarked;
