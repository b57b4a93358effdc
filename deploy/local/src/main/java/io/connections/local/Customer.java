package io.connections.local;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Somebody whom the sample website lets sign in, without a password since all is pretended.
///
/// @param code as its cookie names them
/// @param number with the shop, which no file of the sample data has
record Customer(String code, String number, String firstName, String city) {
    static final List<Customer> ALL = List.of(new Customer("ada", "FK-1001", "Ada", "Utrecht"));

    private static final String IDENTIFIER = "customer_id";

    private static final String ALGORITHM = "HmacSHA256";

    static Optional<Customer> known(String code) {
        return ALL.stream().filter(customer -> customer.code().equals(code)).findFirst();
    }

    /// By what the tag names them.
    Map<String, String> identifiers() {
        return Map.of(IDENTIFIER, number);
    }

    /// What the tag shows to the service, so that it is more than a browser's word: made as
    /// docs/website-tag.md tells every website's server to make it.
    ///
    /// @param until when it ends, in whole seconds
    String proof(String key, String channel, String visitor, Instant until) {
        var end = Long.toString(until.getEpochSecond());
        var proven = String.join("\n", channel, visitor, end, IDENTIFIER + "=" + number);
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return end
                    + "."
                    + Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(mac.doFinal(proven.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
