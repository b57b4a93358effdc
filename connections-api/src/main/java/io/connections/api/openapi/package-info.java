/// What the annotations of resources cannot say in the OpenAPI document.
@NullMarked
package io.connections.api.openapi;

import org.jspecify.annotations.NullMarked;
