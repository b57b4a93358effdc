/// What the website tag asks and tells. Strangers call it, from pages of other sites.
@NullMarked
package io.connections.api.visitor;

import org.jspecify.annotations.NullMarked;
