package io.connections.application.visitor;

import io.connections.domain.channel.ChannelId;
import io.connections.domain.kernel.Secret;
import io.connections.domain.profile.Identifier;
import io.connections.domain.profile.ProfileProperty;
import io.connections.domain.profile.Reading;
import io.connections.domain.visitor.IdentityProof;
import io.connections.domain.visitor.VisitorEvent.Identified;
import io.connections.domain.visitor.VisitorId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Who somebody is said to be, as far as it can be read and its proof holds.
///
/// @param key of the channel; absent: it has none
/// @param now when it was received
record IdentityCheck(
        KnownChannel channel, ChannelId id, VisitorId visitor, Optional<Secret> key, Instant now) {
    /// Where the proof does not hold it is a claim, as anybody could make: what a visitor refuses
    /// is heard all the same.
    ///
    /// @param refuse told what is left out, in words for whoever builds the site
    Optional<Identified> of(SentEvent.Identity identity, Consumer<String> refuse) {
        Optional<String> wrong = identity.proof().flatMap(proof -> fault(proof, identity));
        wrong.ifPresent(refuse);
        List<Identifier> identifiers = new ArrayList<>();
        identity.identifiers().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(
                        each ->
                                identifier(each.getKey(), each.getValue(), refuse)
                                        .ifPresent(identifiers::add));
        return identifiers.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Identified(
                                identifiers, identity.proof().isPresent() && wrong.isEmpty()));
    }

    private Optional<String> fault(String proof, SentEvent.Identity identity) {
        if (key.isEmpty()) {
            return Optional.of("This channel has no key, so nothing can be proven by one.");
        }
        return switch (IdentityProof.judge(
                proof, key.get(), id, visitor, identity.identifiers(), now)) {
            case HOLDS -> Optional.empty();
            case OVER ->
                    Optional.of("The proof is over. Make a new one for every page that is opened.");
            case TOO_LONG ->
                    Optional.of(
                            "The proof would hold for too long. Let it end within %d hours."
                                    .formatted(IdentityProof.LONGEST.toHours()));
            case FALSE ->
                    Optional.of(
                            "The proof does not hold for this channel, visitor and identifiers.");
        };
    }

    private Optional<Identifier> identifier(String name, String value, Consumer<String> refuse) {
        Optional<ProfileProperty> property = channel.identifier(name);
        if (property.isEmpty()) {
            refuse.accept(
                    "There is no identifier %s among the profile properties."
                            .formatted(SentBatch.quoted(name)));
            return Optional.empty();
        }
        return identifier(property.get(), value, refuse);
    }

    /// What it says of the value leaves the value out: what the tag is answered may end in a log.
    private static Optional<Identifier> identifier(
            ProfileProperty property, String value, Consumer<String> refuse) {
        String name = SentBatch.quoted(property.id().value());
        return switch (property.normalise(value)) {
            case Reading.Accepted(String accepted) -> {
                if (accepted.isEmpty()) {
                    refuse.accept("The value of %s is empty.".formatted(name));
                    yield Optional.empty();
                }
                yield Optional.of(new Identifier(property.number(), accepted));
            }
            case Reading.Refused(String reason) -> {
                refuse.accept("The value of %s %s.".formatted(name, reason));
                yield Optional.empty();
            }
        };
    }
}
