package io.connections.application.discovery;

import io.connections.application.discovery.port.SystemVocabulary;
import io.connections.application.discovery.port.WebsiteFailed;
import io.connections.application.discovery.port.Websites;
import io.connections.application.discovery.port.Websites.Page;
import io.connections.application.kernel.RequestInvalid;
import io.connections.application.kernel.port.OutsideCalls;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.discovery.Finding;
import io.connections.domain.discovery.Website;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/// Which known systems a company's website gives away, and by what. Nothing of it is kept.
@Singleton
public final class LookAtWebsite {
    /// Longer than the look itself may take, which says better what it waited for.
    private static final Duration LIMIT = Websites.LIMIT.plusSeconds(5);

    /// @param url as a person typed it
    public record Query(String url, Actor actor) {}

    /// @param address where the page was found in the end
    /// @param looked how many addresses the page names
    public record Look(String address, int looked, List<Finding> findings) {
        public Look {
            findings = List.copyOf(findings);
        }
    }

    private final SystemVocabulary known;
    private final Websites websites;
    private final OutsideCalls calls;

    LookAtWebsite(SystemVocabulary known, Websites websites, OutsideCalls calls) {
        this.known = known;
        this.websites = websites;
        this.calls = calls;
    }

    /// Fails with [WebsiteUnreadable], or with [RequestInvalid] at `/url`.
    public Uni<Look> handle(Query query) {
        return Uni.createFrom()
                .item(
                        () -> {
                            query.actor().require(Permission.CONNECTIONS_WRITE);
                            return website(query.url());
                        })
                .chain(website -> calls.call(() -> websites.look(website), LIMIT))
                .map(this::look)
                .onFailure(WebsiteFailed.class)
                .transform(WebsiteUnreadable::new);
    }

    private static Website website(String url) {
        return switch (Website.read(url, "/url")) {
            case Website.Read.Sound(var website) -> website;
            case Website.Read.Wrong(var violation) -> throw new RequestInvalid(List.of(violation));
        };
    }

    private Look look(Page page) {
        return new Look(
                page.address(),
                page.sightings().size(),
                known.vocabulary().recognise(page.sightings()));
    }
}
