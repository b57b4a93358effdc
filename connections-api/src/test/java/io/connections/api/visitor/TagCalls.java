package io.connections.api.visitor;

import static io.restassured.RestAssured.given;

import io.connections.api.testing.As;
import io.connections.domain.access.Role;
import io.connections.domain.visitor.VisitorFixtures;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/// A website with its tag, and one of its visitors.
final class TagCalls {
    /// In every name and hostname: the service is shared.
    final String own = UUID.randomUUID().toString().substring(0, 13);

    final String host = "shop." + own + ".example";
    final String origin = "https://" + host;
    final String visitor = VisitorFixtures.aVisitor().value();
    final String channel;

    TagCalls() {
        channel =
                As.a(Role.MARKETER)
                        .contentType("application/json")
                        .body(
                                """
                                {"kind":"WEBSITE","name":"Shop %s","hostname":"%s","aliases":["www.%s"]}
                                """
                                        .formatted(own, host, host))
                        .post("/api/v1/channels")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
    }

    RequestSpecification fromItsPage() {
        return given().header("Origin", origin).contentType("text/plain");
    }

    Response send(String events) {
        return post(batch("2026-11-27T10:00:05.120Z", events));
    }

    Response post(String body) {
        return fromItsPage().body(body).post(CollectPaths.EVENTS);
    }

    String batch(String sentAt, String events) {
        return """
               {"channel":"%s","visitor":"%s","sentAt":"%s","zone":"gdpr","events":[%s]}
               """
                .formatted(channel, visitor, sentAt, events);
    }

    /// At 10:00:01.004 of the browser's clock.
    String page(String id) {
        return event(id, "\"type\":\"page\",\"title\":\"A\",\"referrer\":\"\"");
    }

    String event(String id, String more) {
        return """
               {"id":"%s","at":"2026-11-27T10:00:01.004Z","url":"%s/a",%s}
               """
                .formatted(id, origin, more);
    }
}
