/// Websites that are good, bad and hostile, each a real server of the test.
@NullMarked
package io.connections.adapters.website;

import org.jspecify.annotations.NullMarked;
