package io.connections.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.Callable;

/// Says what is being done: a line per step with its seconds and, on a terminal, a line that
/// lives while the step goes on.
final class Progress {
    private static final String BACK = "\r\u001b[K";

    private final PrintStream out;
    private final boolean live;

    Progress(PrintStream out, boolean live) {
        this.out = out;
        this.live = live;
    }

    <T> T step(String what, Callable<T> work) throws Exception {
        var start = System.nanoTime();
        var ticker = live ? tick(what, start) : Thread.ofVirtual().unstarted(() -> {});
        try {
            var result = work.call();
            stop(ticker);
            line("  %-52s %5.1f s".formatted(what, seconds(start)));
            return result;
        } finally {
            stop(ticker);
        }
    }

    synchronized void line(String text) {
        out.print(live ? BACK : "");
        out.println(text);
        out.flush();
    }

    private Thread tick(String what, long start) {
        return Thread.startVirtualThread(
                () -> {
                    try {
                        while (true) {
                            show("  %-52s %5.0f s …".formatted(what, seconds(start)));
                            Thread.sleep(Duration.ofMillis(500));
                        }
                    } catch (InterruptedException _) {
                        show("");
                    }
                });
    }

    private synchronized void show(String text) {
        out.print(BACK + text);
        out.flush();
    }

    private static void stop(Thread ticker) throws InterruptedException {
        if (ticker.isAlive()) {
            ticker.interrupt();
            ticker.join();
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
