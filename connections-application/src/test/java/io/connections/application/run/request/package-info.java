/// Requests about runs, with every port in memory.
@NullMarked
package io.connections.application.run.request;

import org.jspecify.annotations.NullMarked;
