package io.connections.application.visitor;

import io.connections.application.kernel.ServesAnybody;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.domain.channel.ChannelId;
import io.connections.domain.consent.Consents;
import io.connections.domain.consent.KnownZones;
import io.connections.domain.consent.Zone;
import io.connections.domain.visitor.Admission;
import io.connections.domain.visitor.VisitorId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;

/// What the tag may do on a page, before it does anything.
@Singleton
@ServesAnybody(
        because =
                "Visitors of websites do not sign in. It says what holds in a zone, and whether this"
                        + " visitor, whose id nobody else knows, may be remembered.")
public final class AdmitPage {
    /// What a browser keeps in place of an id that does not want to be remembered.
    public static final String NOBODY = "none";

    private final KnownChannels known;
    private final UnitOfWork unitOfWork;
    private final VisitorsNow visitors;

    AdmitPage(KnownChannels known, UnitOfWork unitOfWork, VisitorsNow visitors) {
        this.known = known;
        this.unitOfWork = unitOfWork;
        this.visitors = visitors;
    }

    /// @param url of the page
    /// @param zone by code or name; what is none counts as not said
    /// @param visitor an id, or [#NOBODY]; anything else is nobody known
    /// @param origin of the page, as its browser names it; absent: it names none
    public record Query(
            ChannelId channel,
            String url,
            Optional<String> zone,
            Optional<String> visitor,
            Optional<String> origin) {}

    /// @param variables whether a connection may ask some page of the channel for variables
    public record Answer(Admission admission, boolean variables) {}

    /// Fails with [io.connections.application.channel.ChannelNotFound] or [PageOfAnotherSite].
    public Uni<Answer> handle(Query query) {
        Zone zone = query.zone().flatMap(KnownZones::of).orElse(Zone.REST_OF_WORLD);
        return known.get(query.channel())
                .invoke(channel -> channel.requireHostOf(query.url()))
                .invoke(channel -> query.origin().ifPresent(channel::requireHostOf))
                .chain(
                        channel ->
                                admission(channel, query, zone)
                                        .map(
                                                admission ->
                                                        new Answer(
                                                                admission,
                                                                channel.asksForVariables())));
    }

    private Uni<Admission> admission(KnownChannel channel, Query query, Zone zone) {
        return query.visitor().filter(NOBODY::equals).isPresent()
                ? Uni.createFrom().item(Admission.ofNobody(channel.settings(), zone))
                : consents(query.visitor().flatMap(VisitorId::of))
                        .map(
                                consents ->
                                        Admission.of(
                                                channel.settings(),
                                                channel.objectives().values(),
                                                zone,
                                                consents));
    }

    private Uni<Consents> consents(Optional<VisitorId> visitor) {
        return visitor.map(
                        id ->
                                unitOfWork
                                        .run(() -> visitors.get(id))
                                        .map(known -> known.privacy().consents()))
                .orElseGet(() -> Uni.createFrom().item(Consents.NONE));
    }
}
