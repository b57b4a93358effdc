package io.connections.api.access;

import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpServerRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where a browser ends its session at the identity provider, too, and comes back from. Not every
/// provider has such a place.
final class ProviderLogout {
    private static final String METADATA = "configuration-metadata";

    private ProviderLogout() {}

    static Optional<String> of(SecurityIdentity identity, HttpServerRequest request) {
        OidcConfigurationMetadata metadata = identity.getAttribute(METADATA);
        @Nullable String address = metadata == null ? null : metadata.getEndSessionUri();
        @Nullable IdTokenCredential credential = identity.getCredential(IdTokenCredential.class);
        if (address == null || credential == null) {
            return Optional.empty();
        }
        String home = "%s://%s/".formatted(request.scheme(), request.authority());
        return Optional.of(
                "%s%sid_token_hint=%s&post_logout_redirect_uri=%s"
                        .formatted(
                                address,
                                address.contains("?") ? "&" : "?",
                                credential.getToken(),
                                URLEncoder.encode(home, StandardCharsets.UTF_8)));
    }
}
