/// What is known of the systems of others, and a look at a website.
@NullMarked
package io.connections.application.discovery.port;

import org.jspecify.annotations.NullMarked;
