@NullMarked
package io.connections.api.page;

import org.jspecify.annotations.NullMarked;
