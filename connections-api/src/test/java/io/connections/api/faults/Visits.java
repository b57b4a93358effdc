package io.connections.api.faults;

import static io.restassured.RestAssured.given;

import io.connections.api.testing.ServiceProcess;
import io.connections.domain.visitor.VisitorFixtures;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Visitors of a website who report without a break, for as long as they are answered.
final class Visits {
    private static final int VISITORS = 3;
    private static final int AT_ONCE = 5;
    private static final String ORIGIN = "https://shop.example";

    private final Queue<String> accepted = new ConcurrentLinkedQueue<>();
    private final List<Thread> visitors = new ArrayList<>();

    static Visits begin(ServiceProcess service) {
        String channel =
                service.asMarketer()
                        .body(Map.of("kind", "WEBSITE", "name", "Shop", "hostname", "shop.example"))
                        .post("/api/v1/channels")
                        .jsonPath()
                        .getString("id");
        Visits visits = new Visits();
        for (int i = 0; i < VISITORS; i++) {
            visits.visitors.add(
                    Thread.ofVirtual().start(() -> visits.report(service.port(), channel)));
        }
        return visits;
    }

    private void report(int port, String channel) {
        String letters = VisitorFixtures.aVisitor().value();
        for (int batch = 0; ; batch++) {
            int number = batch;
            List<String> ids =
                    IntStream.range(0, AT_ONCE)
                            .mapToObj(each -> letters + "-" + number + "-" + each)
                            .toList();
            try {
                // Each batch is of another visitor: one alone would soon be told to wait.
                Response answer = send(port, channel, VisitorFixtures.aVisitor().value(), ids);
                if (answer.statusCode() == 202 && answer.jsonPath().getInt("accepted") == AT_ONCE) {
                    accepted.addAll(ids);
                }
            } catch (Exception gone) {
                return;
            }
        }
    }

    private static Response send(int port, String channel, String visitor, List<String> ids) {
        String now = Instant.now().toString();
        String events =
                ids.stream()
                        .map(
                                id ->
                                        """
                                        {"id":"%s","type":"page","at":"%s","url":"%s/","title":"","referrer":""}
                                        """
                                                .formatted(id, now, ORIGIN))
                        .collect(Collectors.joining(","));
        return given().port(port)
                .header("Origin", ORIGIN)
                .contentType("text/plain")
                .body(
                        """
                        {"channel":"%s","visitor":"%s","sentAt":"%s","events":[%s]}
                        """
                                .formatted(channel, visitor, now, events))
                .post("/collect/v1/events");
    }

    /// The ids of events that were answered as accepted.
    Queue<String> accepted() {
        return accepted;
    }

    /// Once nobody answers any more.
    void end() throws InterruptedException {
        for (Thread visitor : visitors) {
            visitor.join();
        }
    }
}
