package io.connections.api.visitor;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Reads the small bodies of very many strangers. Each is small, all together take no more than so
/// much, from their first byte until they are answered, and whoever is slow is not waited for.
@Singleton
final class SmallBody {
    static final int MOST = 64 * 1024;
    private static final long PATIENCE_MILLIS = 20_000;

    private final BytesAtOnce bytes;

    SmallBody(
            @ConfigProperty(
                            name = "connections.collect.max-bytes-at-once",
                            defaultValue = "33554432")
                    long mostAtOnce) {
        this.bytes = new BytesAtOnce(mostAtOnce);
    }

    /// Who is told what became of the reading; one of them, once.
    interface Reader {
        void read(byte[] body);

        void tooLarge();

        /// Others are sending much, or they themselves.
        void busy();

        void tooSlow();
    }

    /// @param address who shares a part of the memory
    void read(RoutingContext routing, String address, Reader reader) {
        HttpServerRequest request = routing.request();
        String length = request.getHeader("Content-Length");
        if (length != null && Long.parseLong(length) > MOST) {
            reader.tooLarge();
            return;
        }
        Reading reading = new Reading(routing, address, reader);
        routing.addEndHandler(_ -> reading.giveBack());
        request.connection().closeHandler(_ -> reading.giveBack());
        if (request.isEnded()) {
            reading.end();
            return;
        }
        request.handler(reading::add);
        request.endHandler(_ -> reading.end());
        request.exceptionHandler(_ -> reading.stop(_ -> {}));
        request.resume();
    }

    /// Of bodies that are not yet answered.
    long bytesNow() {
        return bytes.taken();
    }

    private final class Reading {
        private final RoutingContext routing;
        private final String address;
        private final Reader reader;
        private final Buffer body = Buffer.buffer();
        private final AtomicInteger taken = new AtomicInteger();
        private final long timer;
        private boolean over;

        Reading(RoutingContext routing, String address, Reader reader) {
            this.routing = routing;
            this.address = address;
            this.reader = reader;
            this.timer = routing.vertx().setTimer(PATIENCE_MILLIS, _ -> stop(Reader::tooSlow));
        }

        void add(Buffer piece) {
            if (over) {
                return;
            }
            if (body.length() + piece.length() > MOST) {
                stop(Reader::tooLarge);
            } else if (!bytes.take(address, piece.length())) {
                stop(Reader::busy);
            } else {
                taken.addAndGet(piece.length());
                body.appendBuffer(piece);
            }
        }

        void end() {
            if (!over) {
                stop(to -> to.read(body.getBytes()));
            }
        }

        /// What is still to come is not kept; whoever sends without end is cut off by the answer.
        void stop(Consumer<Reader> told) {
            if (!over) {
                over = true;
                routing.vertx().cancelTimer(timer);
                told.accept(reader);
            }
        }

        void giveBack() {
            bytes.giveBack(address, taken.getAndSet(0));
        }
    }
}
