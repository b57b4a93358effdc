/// Everything that stands around the service on one machine, and the order in which it is
/// started and stopped: database, identity provider, mailbox, sample system, and the service
/// itself.
@NullMarked
package io.connections.local;

import org.jspecify.annotations.NullMarked;
