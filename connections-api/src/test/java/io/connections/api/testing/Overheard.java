package io.connections.api.testing;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;

/// What the service logs while it is open, stack traces included. What the test's own HTTP client
/// logs is not the service's.
public final class Overheard extends Handler implements AutoCloseable {
    private final Logger root = Logger.getLogger("");
    private final List<Logger> talkative;
    private final Queue<String> heard = new ConcurrentLinkedQueue<>();

    private Overheard(Stream<String> talkative) {
        this.talkative = talkative.map(Logger::getLogger).toList();
        setLevel(Level.ALL);
        setFormatter(new SimpleFormatter());
    }

    /// Debug output too.
    public static Overheard listening() {
        return listening(
                Stream.of("io.connections", "io.quarkus", "io.vertx", "net.schmizz", "org.jboss"));
    }

    /// As it is when nobody asks for more.
    public static Overheard asShipped() {
        return listening(Stream.of());
    }

    private static Overheard listening(Stream<String> talkative) {
        Overheard overheard = new Overheard(talkative);
        overheard.root.addHandler(overheard);
        overheard.talkative.forEach(logger -> logger.setLevel(Level.FINE));
        return overheard;
    }

    @Override
    public void publish(LogRecord logged) {
        heard.add(logged.getLoggerName() + " " + getFormatter().formatMessage(logged));
        if (logged.getThrown() != null) {
            StringWriter trace = new StringWriter();
            logged.getThrown().printStackTrace(new PrintWriter(trace));
            heard.add(trace.toString());
        }
    }

    public String text() {
        return String.join("\n", heard);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        talkative.forEach(logger -> logger.setLevel(null));
        root.removeHandler(this);
    }
}
