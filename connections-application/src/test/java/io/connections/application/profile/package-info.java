@NullMarked
package io.connections.application.profile;

import org.jspecify.annotations.NullMarked;
