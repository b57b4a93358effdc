package io.connections.api.kernel;

import io.connections.application.kernel.Cursor;
import io.connections.application.kernel.Page;
import io.connections.application.kernel.PageRequest;
import io.connections.application.kernel.RequestInvalid;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `?after=` and `?limit=`.
public final class Paging {
    private static final String BETWEEN = "\u0000";

    private Paging() {}

    public static PageRequest of(@Nullable String after, @Nullable Integer limit) {
        int size = limit == null ? PageRequest.DEFAULT_LIMIT : limit;
        if (size < 1 || size > PageRequest.MAX_LIMIT) {
            throw RequestInvalid.at(
                    "/limit",
                    "out-of-range",
                    "limit is a number from 1 to " + PageRequest.MAX_LIMIT + ".");
        }
        return new PageRequest(Optional.ofNullable(after).map(Paging::decode), size);
    }

    public static Optional<String> next(Page<?> page) {
        return page.next().map(Paging::encode);
    }

    private static String encode(Cursor cursor) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        String.join(BETWEEN, cursor.key()).getBytes(StandardCharsets.UTF_8));
    }

    private static Cursor decode(String text) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            return new Cursor(
                    List.of(new String(bytes, StandardCharsets.UTF_8).split(BETWEEN, -1)));
        } catch (IllegalArgumentException e) {
            throw RequestInvalid.cursor();
        }
    }
}
