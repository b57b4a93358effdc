/// What the tests of every module leave behind for the closing line of `./connections test`.
@NullMarked
package io.connections.proof;

import org.jspecify.annotations.NullMarked;
