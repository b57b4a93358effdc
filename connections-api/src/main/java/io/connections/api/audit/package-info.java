/// What was recorded of every change, over HTTP: read and exported, nothing else.
@NullMarked
package io.connections.api.audit;

import org.jspecify.annotations.NullMarked;
