package io.connections.application.visitor;

import io.connections.domain.channel.ChannelId;
import io.connections.domain.kernel.Secret;
import io.connections.domain.profile.Identifier;
import io.connections.domain.profile.ProfileProperty;
import io.connections.domain.profile.Reading;
import io.connections.domain.visitor.IdentityProof;
import io.connections.domain.visitor.VisitorEvent.Identified;
import io.connections.domain.visitor.VisitorId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Who somebody is said to be, as far as it can be read and its proof holds.
///
/// @param key of the channel; absent: it has none
record IdentityCheck(KnownChannel channel, ChannelId id, VisitorId visitor, Optional<Secret> key) {
    /// A proof that does not hold is no claim either: somebody tried to be somebody else, or the
    /// site has to be mended.
    ///
    /// @param refuse told what is left out, in words for whoever builds the site
    Optional<Identified> of(SentEvent.Identity identity, Consumer<String> refuse) {
        if (identity.proof().isPresent() && !proves(identity.proof().get(), identity)) {
            refuse.accept(
                    key.isPresent()
                            ? "The proof does not hold for this channel, visitor and identifiers."
                            : "This channel has no key, so nothing can be proven by one.");
            return Optional.empty();
        }
        List<Identifier> identifiers = new ArrayList<>();
        identity.identifiers().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(
                        each ->
                                identifier(each.getKey(), each.getValue(), refuse)
                                        .ifPresent(identifiers::add));
        return identifiers.isEmpty()
                ? Optional.empty()
                : Optional.of(new Identified(identifiers, identity.proof().isPresent()));
    }

    private boolean proves(String proof, SentEvent.Identity identity) {
        return key.filter(
                        secret ->
                                IdentityProof.proves(
                                        proof, secret, id, visitor, identity.identifiers()))
                .isPresent();
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
