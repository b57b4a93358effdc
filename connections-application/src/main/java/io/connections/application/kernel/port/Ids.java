package io.connections.application.kernel.port;

import java.util.UUID;

/// Makes new ids: version 7 UUIDs, so that what is made later sorts later.
public interface Ids {
    UUID next();
}
