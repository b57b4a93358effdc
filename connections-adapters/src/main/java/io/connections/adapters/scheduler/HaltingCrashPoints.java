package io.connections.adapters.scheduler;

import io.connections.application.run.port.CrashPoints;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/// Halts the process when a point is reached for the n-th time, as a power cut would. Only by the
/// system property `connections.crash-at=<point>:<n>` (`before-commit:3`), which only tests set.
public final class HaltingCrashPoints implements CrashPoints {
    /// As a shell reports a process that was killed.
    public static final int EXIT_CODE = 137;

    private final Point point;
    private final AtomicInteger left;

    private HaltingCrashPoints(Point point, int times) {
        this.point = point;
        this.left = new AtomicInteger(times);
    }

    public static CrashPoints fromSystemProperty() {
        String setting = System.getProperty("connections.crash-at", "");
        if (setting.isEmpty()) {
            return CrashPoints.NONE;
        }
        int colon = setting.indexOf(':');
        return new HaltingCrashPoints(
                Point.valueOf(
                        setting.substring(0, colon).toUpperCase(Locale.ROOT).replace('-', '_')),
                Integer.parseInt(setting.substring(colon + 1)));
    }

    @Override
    public void reached(Point reached) {
        if (reached == point && left.decrementAndGet() == 0) {
            Runtime.getRuntime().halt(EXIT_CODE);
        }
    }
}
