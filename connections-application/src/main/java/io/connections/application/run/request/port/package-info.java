/// What requests about runs need from outside. Reactive; never mixed with the blocking ports in
/// `run.port`.
@NullMarked
package io.connections.application.run.request.port;

import org.jspecify.annotations.NullMarked;
