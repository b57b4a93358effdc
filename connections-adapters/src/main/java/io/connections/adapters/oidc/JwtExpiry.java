package io.connections.adapters.oidc;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// When a token says that it is over. Nothing is believed for it: whoever reads the token checks
/// the signature.
final class JwtExpiry {
    private JwtExpiry() {}

    static Optional<Instant> of(@Nullable String token) {
        String[] parts = token == null ? new String[0] : token.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty(); // none, opaque, or encrypted
        }
        try {
            @Nullable Long seconds =
                    new JsonObject(Buffer.buffer(Base64.getUrlDecoder().decode(parts[1])))
                            .getLong("exp");
            return Optional.ofNullable(seconds).map(Instant::ofEpochSecond);
        } catch (RuntimeException _) {
            return Optional.empty();
        }
    }
}
