package io.connections.adapters.website;

import io.vertx.core.buffer.Buffer;
import java.util.Optional;

/// What a website answered.
///
/// @param location where it sends its visitors on to; then the body is not read
/// @param type the content type as it was written, may be empty
/// @param packed how the body is packed: `gzip`; empty: not at all
record Answer(int status, Optional<String> location, String type, String packed, Buffer body) {}
