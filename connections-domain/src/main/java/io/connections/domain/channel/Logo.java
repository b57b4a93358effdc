package io.connections.domain.channel;

import io.connections.domain.kernel.Violation;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/// A small picture by which people know a channel. It is kept whole and never fetched from
/// elsewhere, so that nobody else learns who looks at the page; and it is made of points only,
/// since a drawing (SVG) can hold scripts.
///
/// @param dataUrl `data:image/png;base64,…`
public record Logo(String dataUrl) {
    public static final int MAX_BYTES = 8 * 1024;

    private static final int MAX_LENGTH = 30 + MAX_BYTES * 4 / 3 + 4;
    private static final Map<String, Beginning> BEGINNINGS =
            Map.of(
                    "data:image/png;base64,", new Beginning(0, "\u0089PNG"),
                    "data:image/jpeg;base64,", new Beginning(0, "\u00FF\u00D8\u00FF"),
                    "data:image/webp;base64,", new Beginning(8, "WEBP"));

    public Logo {
        if (violation("", dataUrl).isPresent()) {
            throw new IllegalArgumentException("no logo");
        }
    }

    /// What the bytes of a kind of picture have at a place.
    private record Beginning(int at, String signs) {
        boolean isThatOf(byte[] picture) {
            byte[] wanted = signs.getBytes(StandardCharsets.ISO_8859_1);
            return picture.length >= at + wanted.length
                    && Arrays.equals(picture, at, at + wanted.length, wanted, 0, wanted.length);
        }
    }

    /// What keeps the text from being a logo.
    public static Optional<Violation> violation(String pointer, String dataUrl) {
        if (dataUrl.length() > MAX_LENGTH) {
            return Optional.of(tooLarge(pointer));
        }
        int comma = dataUrl.indexOf(',') + 1;
        Beginning beginning = BEGINNINGS.get(dataUrl.substring(0, comma));
        Optional<byte[]> picture = decoded(dataUrl.substring(comma));
        if (beginning == null || picture.filter(beginning::isThatOf).isEmpty()) {
            return Optional.of(
                    new Violation(
                            pointer,
                            "not-a-picture",
                            "Send a PNG, JPEG or WebP as a data URL: data:image/png;base64,…"));
        }
        return picture.get().length > MAX_BYTES ? Optional.of(tooLarge(pointer)) : Optional.empty();
    }

    private static Violation tooLarge(String pointer) {
        return new Violation(
                pointer,
                "too-large",
                "A logo has at most %d KB. Make the picture smaller: 96 by 96 points are enough."
                        .formatted(MAX_BYTES / 1024));
    }

    private static Optional<byte[]> decoded(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
