/// Who is signed in, and signing in and out.
@NullMarked
package io.connections.api.access;

import org.jspecify.annotations.NullMarked;
