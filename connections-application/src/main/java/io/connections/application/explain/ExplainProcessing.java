package io.connections.application.explain;

import io.connections.application.channel.PageReading;
import io.connections.application.channel.port.ChannelRepository;
import io.connections.application.connection.port.ConnectionRepository;
import io.connections.application.consent.CurrentConsentRules;
import io.connections.application.explain.Explanation.Rule;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.application.profile.port.ProfileRepository;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.channel.PageAddress;
import io.connections.domain.connection.Connection;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.consent.ConsentGate;
import io.connections.domain.consent.ConsentGate.Unreadable;
import io.connections.domain.consent.PrivacyState;
import io.connections.domain.profile.Profile;
import io.connections.domain.profile.ProfileId;
import io.connections.domain.profile.ProfileNotFound;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whether a connection processes a profile, and which rule decides. It asks the same rules as runs
/// do, as they are saved now.
@Singleton
public final class ExplainProcessing {
    private final UnitOfWork unitOfWork;
    private final ProfileRepository profiles;
    private final ConnectionRepository connections;
    private final CurrentConsentRules consent;
    private final ChannelRepository channels;

    ExplainProcessing(
            UnitOfWork unitOfWork,
            ProfileRepository profiles,
            ConnectionRepository connections,
            CurrentConsentRules consent,
            ChannelRepository channels) {
        this.unitOfWork = unitOfWork;
        this.profiles = profiles;
        this.connections = connections;
        this.consent = consent;
        this.channels = channels;
    }

    /// @param url of a page, for what happens on pages; absent: the scope is not asked
    public record Query(
            Actor actor, ProfileId profile, ConnectionId connection, Optional<String> url) {}

    /// Fails with [ProfileNotFound],
    /// [io.connections.application.connection.ConnectionNotFound], and with [RequestInvalid] where
    /// the text is no address of a page.
    public Uni<Explanation> handle(Query query) {
        return unitOfWork.run(
                () -> {
                    query.actor().require(Permission.PROFILES_READ);
                    query.actor().require(Permission.CONNECTIONS_READ);
                    Optional<PageAddress> page = query.url().map(PageReading::read);
                    return profiles.find(query.profile())
                            .map(found -> found.orElseThrow(ProfileNotFound::new))
                            .chain(
                                    profile ->
                                            connections
                                                    .get(query.connection())
                                                    .chain(
                                                            connection ->
                                                                    explain(
                                                                            profile,
                                                                            connection,
                                                                            page)));
                });
    }

    private Uni<Explanation> explain(
            Profile profile, Connection connection, Optional<PageAddress> page) {
        return scope(connection, page)
                .chain(
                        scope ->
                                gate(connection)
                                        .map(
                                                gate -> {
                                                    List<Rule> rules = new ArrayList<>();
                                                    rules.add(new Rule.SwitchedOn(connection.on()));
                                                    scope.ifPresent(rules::add);
                                                    rules.add(consent(gate, profile));
                                                    return new Explanation(
                                                            profile.id(), connection, rules);
                                                }));
    }

    private Uni<Optional<Rule>> scope(Connection connection, Optional<PageAddress> page) {
        return page.map(
                        at ->
                                PageReading.channelsOf(at, channels)
                                        .map(
                                                holders ->
                                                        Optional.<Rule>of(
                                                                new Rule.InScope(
                                                                        connection
                                                                                .scope()
                                                                                .explain(
                                                                                        holders,
                                                                                        at)))))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private Uni<ConsentGate> gate(Connection connection) {
        return consent.read().map(rules -> rules.gate(connection.objectives()));
    }

    private static Rule consent(ConsentGate gate, Profile profile) {
        return switch (profile.privacy()) {
            case PrivacyState state -> new Rule.Consented(gate.explain(state));
            case Unreadable unreadable -> new Rule.Unreadable(gate.judge(unreadable));
        };
    }
}
