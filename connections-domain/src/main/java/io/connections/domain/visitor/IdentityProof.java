package io.connections.domain.visitor;

import io.connections.domain.channel.ChannelId;
import io.connections.domain.kernel.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What the site's own server gives the browser of somebody who signed in there, and nobody else
/// can make: until when it holds, in seconds since 1970, a dot, and base64url of HMAC-SHA256 with
/// the channel's key over channel, visitor, that number and identifiers.
public final class IdentityProof {
    /// Whoever gets hold of one can be that person until it ends.
    public static final Duration LONGEST = Duration.ofDays(1);

    /// By which the clocks of a site and of ours may differ.
    private static final Duration SLACK = Duration.ofMinutes(5);

    private static final String ALGORITHM = "HmacSHA256";

    private IdentityProof() {}

    public enum Verdict {
        HOLDS,
        /// It did hold.
        OVER,
        /// It would hold for longer than a proof may.
        TOO_LONG,
        FALSE
    }

    /// @param identifiers as the tag sends them, by the id of their property, without ends of lines
    /// @param until whole seconds count
    public static String of(
            Secret key,
            ChannelId channel,
            VisitorId visitor,
            Map<String, String> identifiers,
            Instant until) {
        String seconds = Long.toString(until.getEpochSecond());
        return seconds
                + "."
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(code(key, channel, visitor, seconds, identifiers));
    }

    /// With padding or without. How long it takes does not tell how much of it was right.
    public static Verdict judge(
            String proof,
            Secret key,
            ChannelId channel,
            VisitorId visitor,
            Map<String, String> identifiers,
            Instant now) {
        int dot = proof.indexOf('.');
        if (dot < 0) {
            return Verdict.FALSE;
        }
        String seconds = proof.substring(0, dot);
        try {
            byte[] code = Base64.getUrlDecoder().decode(proof.substring(dot + 1));
            Instant until = Instant.ofEpochSecond(Long.parseLong(seconds));
            if (!MessageDigest.isEqual(code, code(key, channel, visitor, seconds, identifiers))) {
                return Verdict.FALSE;
            }
            if (until.isBefore(now)) {
                return Verdict.OVER;
            }
            return until.isAfter(now.plus(LONGEST).plus(SLACK)) ? Verdict.TOO_LONG : Verdict.HOLDS;
        } catch (IllegalArgumentException | DateTimeException _) {
            return Verdict.FALSE;
        }
    }

    private static byte[] code(
            Secret key,
            ChannelId channel,
            VisitorId visitor,
            String seconds,
            Map<String, String> identifiers) {
        String proven =
                Stream.concat(
                                Stream.of(channel.value().toString(), visitor.value(), seconds),
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
