package io.connections.application.run;

import io.connections.application.run.port.StoreFailed;
import io.connections.application.run.port.StoreUnavailable;
import java.util.Arrays;

/// A failure in words that may be logged: what and where. Messages of exceptions quote the values
/// that they trip over, so only those are kept that promise not to.
final class Unforeseen {
    private static final String OURS = "io.connections.";

    private Unforeseen() {}

    /// One line.
    static String briefly(Throwable failure) {
        String place =
                Arrays.stream(failure.getStackTrace())
                        .filter(frame -> frame.getClassName().startsWith(OURS))
                        .findFirst()
                        .map(frame -> " at " + frame)
                        .orElse("");
        return named(failure) + place;
    }

    /// With its causes and their stacks.
    static String trace(Throwable failure) {
        StringBuilder trace = new StringBuilder();
        String because = "";
        for (Throwable each = failure; each != null; each = each.getCause()) {
            trace.append(because).append(named(each)).append('\n');
            because = "Caused by: ";
            for (StackTraceElement frame : each.getStackTrace()) {
                trace.append("\tat ").append(frame).append('\n');
            }
        }
        return trace.toString();
    }

    private static String named(Throwable failure) {
        String name = failure.getClass().getName();
        return failure instanceof StoreFailed || failure instanceof StoreUnavailable
                ? name + ": " + failure.getMessage()
                : name;
    }
}
