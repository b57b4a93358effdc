/// Reading and exporting what was recorded, and sign-ins on their way there.
@NullMarked
package io.connections.application.audit;

import org.jspecify.annotations.NullMarked;
