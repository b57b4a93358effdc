/// Files on SFTP servers.
@NullMarked
package io.connections.adapters.connector.sftp;

import org.jspecify.annotations.NullMarked;
