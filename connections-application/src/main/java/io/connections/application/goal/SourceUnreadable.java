package io.connections.application.goal;

import io.connections.application.connection.port.ConnectorFailed;
import io.connections.application.run.port.RecordSource.SourceBroken;
import io.connections.domain.kernel.Invalid;
import java.util.List;
import java.util.Locale;

/// The other system, or the file it holds, cannot be read as the goal says.
public final class SourceUnreadable extends Invalid {
    private final String reason;
    private final String remedy;

    private SourceUnreadable(String reason, String message, String remedy) {
        super(message, List.of());
        this.reason = reason;
        this.remedy = remedy;
    }

    static SourceUnreadable of(ConnectorFailed failed) {
        return new SourceUnreadable(
                failed.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                String.valueOf(failed.getMessage()),
                failed.remedy());
    }

    static SourceUnreadable of(SourceBroken broken) {
        return new SourceUnreadable(
                broken.code(), String.valueOf(broken.getMessage()), broken.remedy());
    }

    /// A stable category in kebab case, the same word as a run's problem would have.
    public String reason() {
        return reason;
    }

    /// The way out, one sentence.
    public String remedy() {
        return remedy;
    }

    @Override
    public String code() {
        return "source-unreadable";
    }
}
