/// The endpoints of the website tag, as strangers call them.
@NullMarked
package io.connections.api.visitor;

import org.jspecify.annotations.NullMarked;
