/// What is known of a company's systems, and what is proposed for them.
@NullMarked
package io.connections.domain.discovery;

import org.jspecify.annotations.NullMarked;
