/// Connection types and their setup guides.
@NullMarked
package io.connections.api.catalog;

import org.jspecify.annotations.NullMarked;
