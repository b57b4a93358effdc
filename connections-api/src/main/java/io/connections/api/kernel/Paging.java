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

/// `?after=` and `?limit=` of one list. What stands behind `after` also says which list it was made
/// for and under which filter, because a place in one list is a wrong one in any other.
public final class Paging {
    private static final String BETWEEN = "\u0000";
    /// Short: it protects nothing.
    private static final int MARK_LENGTH = 12;

    private final String mark;

    private Paging(String mark) {
        this.mark = mark;
    }

    /// @param list the name of the list, with the id of what it belongs to
    /// @param filter all that leaves items of the list out
    public static Paging of(String list, Object... filter) {
        StringBuilder told = new StringBuilder(list);
        for (Object each : filter) {
            told.append(BETWEEN).append(each);
        }
        return new Paging(Fingerprint.of(told.toString()).substring(0, MARK_LENGTH));
    }

    public PageRequest page(@Nullable String after, @Nullable Integer limit) {
        int size = limit == null ? PageRequest.DEFAULT_LIMIT : limit;
        if (size < 1 || size > PageRequest.MAX_LIMIT) {
            throw RequestInvalid.at(
                    "/limit",
                    "out-of-range",
                    "limit is a number from 1 to " + PageRequest.MAX_LIMIT + ".");
        }
        return new PageRequest(Optional.ofNullable(after).map(this::decode), size);
    }

    public Optional<String> next(Page<?> page) {
        return page.next().map(this::encode);
    }

    private String encode(Cursor cursor) {
        String place = mark + BETWEEN + String.join(BETWEEN, cursor.key());
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }

    private Cursor decode(String text) {
        List<String> place = parts(text);
        if (!place.getFirst().equals(mark) || place.size() == 1) {
            throw RequestInvalid.cursor();
        }
        return new Cursor(place.subList(1, place.size()));
    }

    private static List<String> parts(String text) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            return List.of(new String(bytes, StandardCharsets.UTF_8).split(BETWEEN, -1));
        } catch (IllegalArgumentException e) {
            throw RequestInvalid.cursor();
        }
    }
}
