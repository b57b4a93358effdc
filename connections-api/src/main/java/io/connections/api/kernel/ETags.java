package io.connections.api.kernel;

import io.connections.api.problem.ProblemType;
import io.connections.api.problem.RequestRefused;
import io.connections.domain.kernel.Version;
import org.jspecify.annotations.Nullable;

/// Versions as `ETag` and `If-Match` carry them: `"7"`.
public final class ETags {
    private ETags() {}

    public static String of(Version version) {
        return "\"" + version.number() + "\"";
    }

    /// The version a change was made from. `*` is refused too: a change always says what it was
    /// made from.
    public static Version required(@Nullable String ifMatch) {
        String text = ifMatch == null ? "" : ifMatch.strip();
        if (text.length() >= 3 && text.startsWith("\"") && text.endsWith("\"")) {
            try {
                return new Version(Long.parseLong(text, 1, text.length() - 1, 10));
            } catch (IllegalArgumentException e) {
                throw missing();
            }
        }
        throw missing();
    }

    private static RequestRefused missing() {
        return new RequestRefused(
                ProblemType.IF_MATCH_MISSING,
                "Send If-Match with the ETag of the version that was changed, in quotes.");
    }
}
