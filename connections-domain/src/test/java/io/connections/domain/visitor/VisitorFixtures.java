package io.connections.domain.visitor;

import io.connections.domain.channel.ChannelFixtures;
import io.connections.domain.channel.ChannelId;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.consent.Zone;
import io.connections.domain.profile.Identifier;
import io.connections.domain.visitor.VisitorEvent.Consented;
import io.connections.domain.visitor.VisitorEvent.Happened;
import io.connections.domain.visitor.VisitorEvent.Identified;
import io.connections.domain.visitor.VisitorEvent.PageViewed;
import io.connections.domain.visitor.VisitorEvent.What;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/// Visitors and events in few words.
public final class VisitorFixtures {
    public static final ChannelId SHOP = ChannelFixtures.channelId(1);
    public static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");

    private static final String LETTERS =
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";

    private VisitorFixtures() {}

    /// One whom no other test meets.
    public static VisitorId aVisitor() {
        Random random = new Random(UUID.randomUUID().getMostSignificantBits());
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < VisitorId.LENGTH; i++) {
            letters.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return new VisitorId(letters.toString());
    }

    public static VisitorEvent event(VisitorId visitor, String id, What what) {
        return event(visitor, id, NOON, what);
    }

    public static VisitorEvent event(VisitorId visitor, String id, Instant at, What what) {
        return new VisitorEvent(
                SHOP,
                visitor,
                new EventId(id),
                at,
                NOON,
                Optional.of(new Zone("gdpr")),
                ChannelFixtures.page("https://shop.example/a?b=c"),
                what);
    }

    public static What aPageView() {
        return new PageViewed("A", "https://search.example/");
    }

    public static What added() {
        return new Happened(
                "Added to basket", Map.of("sku", List.of("A-1"), "price", List.of("12.5")));
    }

    public static What granted(String... objectives) {
        return new Consented(ids(objectives), Set.of(), Map.of());
    }

    public static What refused(String... objectives) {
        return new Consented(Set.of(), ids(objectives), Map.of());
    }

    public static What claimed(int property, String value) {
        return new Identified(List.of(new Identifier(property, value)), false);
    }

    public static What proven(int property, String value) {
        return new Identified(List.of(new Identifier(property, value)), true);
    }

    public static What claimed(int property, String value, int other, String otherValue) {
        return new Identified(
                List.of(new Identifier(property, value), new Identifier(other, otherValue)), false);
    }

    public static What proven(int property, String value, int other, String otherValue) {
        return new Identified(
                List.of(new Identifier(property, value), new Identifier(other, otherValue)), true);
    }

    private static Set<ObjectiveId> ids(String... objectives) {
        return Set.copyOf(List.of(objectives).stream().map(ObjectiveId::new).toList());
    }
}
