/// Connection Discovery: known systems, a look at a website, proposals and what was chosen of them.
@NullMarked
package io.connections.api.discovery;

import org.jspecify.annotations.NullMarked;
