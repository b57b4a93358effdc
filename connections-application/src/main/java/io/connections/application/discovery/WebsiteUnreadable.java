package io.connections.application.discovery;

import io.connections.application.discovery.port.WebsiteFailed;
import io.connections.domain.kernel.Invalid;
import java.util.List;
import java.util.Locale;

/// The website could not be looked at.
public final class WebsiteUnreadable extends Invalid {
    private final String reason;
    private final String remedy;

    WebsiteUnreadable(WebsiteFailed failed) {
        super(String.valueOf(failed.getMessage()), List.of());
        reason = failed.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
        remedy = failed.remedy();
    }

    /// A stable category in kebab case.
    public String reason() {
        return reason;
    }

    /// The way out, one sentence.
    public String remedy() {
        return remedy;
    }

    @Override
    public String code() {
        return "website-unreadable";
    }
}
