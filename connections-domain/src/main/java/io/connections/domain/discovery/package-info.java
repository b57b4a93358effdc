/// Which of a company's systems there are connection types for: the systems the product knows, how
/// a website gives them away, and what to propose for them.
@NullMarked
package io.connections.domain.discovery;

import org.jspecify.annotations.NullMarked;
