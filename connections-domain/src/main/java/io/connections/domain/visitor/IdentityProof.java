package io.connections.domain.visitor;

import io.connections.domain.channel.ChannelId;
import io.connections.domain.kernel.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What the site's own server gives the browser of somebody who signed in there, and nobody else
/// can make: base64url of HMAC-SHA256 with the channel's key over channel, visitor and identifiers.
public final class IdentityProof {
    private static final String ALGORITHM = "HmacSHA256";

    private IdentityProof() {}

    /// @param identifiers as the tag sends them, by the id of their property, without ends of lines
    public static String of(
            Secret key, ChannelId channel, VisitorId visitor, Map<String, String> identifiers) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(code(key, channel, visitor, identifiers));
    }

    /// Whether it is that; with padding or without. How long it takes does not tell how much of it
    /// was right.
    public static boolean proves(
            String proof,
            Secret key,
            ChannelId channel,
            VisitorId visitor,
            Map<String, String> identifiers) {
        try {
            return MessageDigest.isEqual(
                    Base64.getUrlDecoder().decode(proof), code(key, channel, visitor, identifiers));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static byte[] code(
            Secret key, ChannelId channel, VisitorId visitor, Map<String, String> identifiers) {
        String proven =
                Stream.concat(
                                Stream.of(channel.value().toString(), visitor.value()),
                                identifiers.entrySet().stream()
                                        .map(each -> each.getKey() + "=" + each.getValue())
                                        .sorted())
                        .collect(Collectors.joining("\n"));
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.reveal().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal(proven.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
