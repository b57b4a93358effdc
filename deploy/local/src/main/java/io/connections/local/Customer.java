package io.connections.local;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Somebody whom the sample website lets sign in, without a password since all is pretended.
///
/// @param code as its cookie names them
record Customer(String code, String email, String firstName, String city) {
    static final List<Customer> ALL =
            List.of(new Customer("ada", "ada@example.com", "Ada", "Utrecht"));

    private static final String ALGORITHM = "HmacSHA256";

    static Optional<Customer> known(String code) {
        return ALL.stream().filter(customer -> customer.code().equals(code)).findFirst();
    }

    /// By what the tag names them.
    Map<String, String> identifiers() {
        return Map.of("email", email);
    }

    /// What the tag shows to the service, so that it is more than a browser's word: made as
    /// docs/website-tag.md tells every website's server to make it.
    String proof(String key, String channel, String visitor) {
        var proven = String.join("\n", channel, visitor, "email=" + email);
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(proven.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
