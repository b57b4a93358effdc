package io.connections.adapters.website;

import io.connections.application.discovery.port.WebsiteFailed;
import io.connections.application.discovery.port.WebsiteFailed.Reason;
import java.time.Duration;

/// When a look has to be over.
final class Deadline {
    private final Duration limit;
    private final long end;

    Deadline(Duration limit) {
        this.limit = limit;
        this.end = System.nanoTime() + limit.toNanos();
    }

    /// @throws WebsiteFailed when nothing is left
    Duration left() throws WebsiteFailed {
        Duration left = Duration.ofNanos(end - System.nanoTime());
        if (!left.isPositive()) {
            throw passed();
        }
        return left;
    }

    WebsiteFailed passed() {
        return new WebsiteFailed(
                Reason.TIMED_OUT,
                "The website has not answered in full within %s."
                        .formatted(
                                limit.toSeconds() > 0
                                        ? limit.toSeconds() + " seconds"
                                        : limit.toMillis() + " ms"),
                "Try again, give the address of a lighter page, or choose the systems by hand.");
    }
}
