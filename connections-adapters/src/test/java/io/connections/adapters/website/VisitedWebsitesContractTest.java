package io.connections.adapters.website;

import io.connections.adapters.connector.network.OutgoingAddressGuard;
import io.connections.application.discovery.port.Websites;
import io.connections.application.discovery.port.WebsitesContract;
import io.connections.domain.discovery.Sighting;
import io.connections.domain.discovery.Website;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;

class VisitedWebsitesContractTest extends WebsitesContract {
    private final Vertx vertx = Vertx.vertx();
    private final TestWebsite website = new TestWebsite();
    private final VisitedWebsites websites =
            new VisitedWebsites(
                    vertx, new OutgoingAddressGuard(Optional.of(List.of("127.0.0.0/8", "::1"))));

    @AfterEach
    void close() {
        website.close();
        websites.close();
        vertx.close();
    }

    @Override
    protected Websites websites() {
        return websites;
    }

    @Override
    protected Website naming(List<Sighting> sightings, String query) {
        website.serving(
                sightings.stream()
                        .map(VisitedWebsitesContractTest::html)
                        .collect(Collectors.joining("\n", "<!doctype html><body>", "</body>")));
        return website.at("localhost", "/" + query);
    }

    @Override
    protected Website nowhere() {
        try (ServerSocket free = new ServerSocket(0)) {
            return new Website("http", "localhost", free.getLocalPort(), "/");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String html(Sighting sighting) {
        String address = sighting.address().shown();
        return switch (sighting.place()) {
            case SCRIPT -> "<script async src='%s'></script>".formatted(address);
            case INLINE_SCRIPT -> "<script>load('%s')</script>".formatted(address);
            case CONNECTION_HINT -> "<link rel='preconnect' href='%s'>".formatted(address);
            case NOSCRIPT_IMAGE -> "<noscript><img src='%s'></noscript>".formatted(address);
            case NOSCRIPT_FRAME ->
                    "<noscript><iframe src='%s'></iframe></noscript>".formatted(address);
        };
    }
}
