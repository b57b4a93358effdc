/// The browser's page, served from a folder beside the API.
@NullMarked
package io.connections.api.page;

import org.jspecify.annotations.NullMarked;
