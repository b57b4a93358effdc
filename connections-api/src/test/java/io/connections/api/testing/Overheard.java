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

/// Everything that the service logs while it is open, debug output and stack traces included. What
/// the test's own HTTP client logs is not the service's.
public final class Overheard extends Handler implements AutoCloseable {
    private final Logger root = Logger.getLogger("");
    private final List<Logger> talkative =
            Stream.of("io.connections", "io.quarkus", "io.vertx", "net.schmizz", "org.jboss")
                    .map(Logger::getLogger)
                    .toList();
    private final Queue<String> heard = new ConcurrentLinkedQueue<>();

    private Overheard() {
        setLevel(Level.ALL);
        setFormatter(new SimpleFormatter());
    }

    public static Overheard listening() {
        Overheard overheard = new Overheard();
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
