package io.connections.application.visitor;

import io.connections.domain.channel.ChannelId;
import io.connections.domain.consent.ConsentStatement;
import io.connections.domain.visitor.VisitorId;
import java.time.Instant;
import java.util.Optional;

/// What a visitor granted or refused, with what proves it.
///
/// @param statement its evidence is the number of the event
/// @param page where it was said: host, path and query
/// @param shown the text that the visitor was shown, where the site said it
public record VisitorStatement(
        VisitorId visitor,
        ConsentStatement statement,
        ChannelId channel,
        String page,
        Optional<String> shown,
        Instant heardAt) {}
