/// What was recorded of every change, over HTTP.
@NullMarked
package io.connections.api.audit;

import org.jspecify.annotations.NullMarked;
