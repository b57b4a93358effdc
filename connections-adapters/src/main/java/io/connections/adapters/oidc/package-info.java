/// Sign-in with any OpenID Connect provider.
@NullMarked
package io.connections.adapters.oidc;

import org.jspecify.annotations.NullMarked;
