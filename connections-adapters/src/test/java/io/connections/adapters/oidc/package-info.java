/// What is made of what an identity provider says.
@NullMarked
package io.connections.adapters.oidc;

import org.jspecify.annotations.NullMarked;
