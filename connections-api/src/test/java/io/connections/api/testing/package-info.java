/// What the API's tests share: an identity provider, tokens, the rule of who may what.
@NullMarked
package io.connections.api.testing;

import org.jspecify.annotations.NullMarked;
