package io.connections.application.visitor;

import io.connections.application.channel.port.ChannelKeys;
import io.connections.application.inpage.PageCounts;
import io.connections.application.inpage.PageTally;
import io.connections.application.inpage.port.PageProfiles;
import io.connections.application.kernel.ServesAnybody;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.domain.channel.ChannelId;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.consent.ConsentGate.Verdict;
import io.connections.domain.consent.KnownZones;
import io.connections.domain.consent.PrivacyState;
import io.connections.domain.goal.KnownProfiles;
import io.connections.domain.goal.KnownProfiles.KnownProfile;
import io.connections.domain.inpage.InPageConnection;
import io.connections.domain.profile.Identifier;
import io.connections.domain.visitor.VisitorEvent.Identified;
import io.connections.domain.visitor.VisitorId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Which variables of a page are asked for, and what the page is shown, for somebody who provably
/// looks at it.
@Singleton
@ServesAnybody(
        because =
                "Visitors of websites do not sign in. It answers only to whom the website's own server"
                        + " proved who looks at the page, and shows that person's profile alone, as far"
                        + " as connections are set to show it and consent covers them.")
public final class AskVariables {
    private final KnownChannels known;
    private final UnitOfWork unitOfWork;
    private final ChannelKeys keys;
    private final VisitorsNow visitors;
    private final PageProfiles profiles;
    private final PageCounts counts;
    private final InstantSource clock;

    AskVariables(
            KnownChannels known,
            UnitOfWork unitOfWork,
            ChannelKeys keys,
            VisitorsNow visitors,
            PageProfiles profiles,
            PageCounts counts,
            InstantSource clock) {
        this.known = known;
        this.unitOfWork = unitOfWork;
        this.keys = keys;
        this.visitors = visitors;
        this.profiles = profiles;
        this.counts = counts;
        this.clock = clock;
    }

    /// @param url of the page, whole
    /// @param zone by code or name; what is none counts as not said
    /// @param identity with its proof, or nobody is shown anything
    /// @param origin of the page, as its browser names it; empty where it names none
    public record Query(
            ChannelId channel,
            VisitorId visitor,
            String url,
            Optional<String> zone,
            SentEvent.Identity identity,
            String origin) {}

    /// @param read what to read for whom
    /// @param show values by variable
    /// @param refused what was wrong with the question, in words for whoever builds the site
    public record Answer(
            Map<ConnectionId, Set<String>> read,
            Map<String, List<String>> show,
            List<String> refused) {
        public Answer {
            refused = List.copyOf(refused);
        }

        static Answer nothing(List<String> refused) {
            return new Answer(Map.of(), Map.of(), refused);
        }
    }

    /// Fails with [io.connections.application.channel.ChannelNotFound] or [PageOfAnotherSite].
    public Uni<Answer> handle(Query query) {
        return known.get(query.channel())
                .invoke(channel -> channel.requireHostOf(query.origin()))
                .invoke(channel -> channel.requireHostOf(query.url()))
                .chain(
                        channel -> {
                            List<InPageConnection> active =
                                    channel.page(query.url())
                                            .<List<InPageConnection>>map(channel::activeOn)
                                            .orElseGet(List::of);
                            return active.isEmpty()
                                    ? Uni.createFrom().item(Answer.nothing(List.of()))
                                    : unitOfWork.run(() -> answer(channel, active, query));
                        });
    }

    private Uni<Answer> answer(KnownChannel channel, List<InPageConnection> active, Query query) {
        if (query.identity().proof().isEmpty()) {
            return Uni.createFrom()
                    .item(
                            Answer.nothing(
                                    List.of("Without a proof nothing is asked for or shown.")));
        }
        return keys.reveal(query.channel())
                .chain(
                        key -> {
                            List<String> refused = new ArrayList<>();
                            return new IdentityCheck(
                                            channel,
                                            query.channel(),
                                            query.visitor(),
                                            key,
                                            clock.instant())
                                    .of(query.identity(), refused::add)
                                    .filter(Identified::proven)
                                    .map(person -> answer(active, query, person, refused))
                                    .orElseGet(
                                            () -> Uni.createFrom().item(Answer.nothing(refused)));
                        });
    }

    private Uni<Answer> answer(
            List<InPageConnection> active, Query query, Identified person, List<String> wrong) {
        return visitors.refusedElsewhere(person.identifiers(), query.visitor())
                .chain(
                        refused ->
                                visitors.get(query.visitor())
                                        .map(
                                                visitor ->
                                                        visitor.naming(person, clock.instant())
                                                                .privacyOf(person.identifiers())
                                                                .hear(
                                                                        query.zone()
                                                                                .flatMap(
                                                                                        KnownZones
                                                                                                ::of),
                                                                        refused)
                                                                .now()))
                .chain(
                        said ->
                                profiles.owners(person.identifiers())
                                        .map(
                                                owners ->
                                                        answer(
                                                                active,
                                                                said,
                                                                distinct(
                                                                        owners,
                                                                        person.identifiers()),
                                                                wrong)));
    }

    private static List<KnownProfile> distinct(KnownProfiles owners, List<Identifier> of) {
        return of.stream()
                .flatMap(each -> owners.ownerOf(each).stream())
                .collect(
                        Collectors.toMap(
                                KnownProfile::id,
                                each -> each,
                                (one, _) -> one,
                                LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    private Answer answer(
            List<InPageConnection> active,
            PrivacyState said,
            List<KnownProfile> owners,
            List<String> refused) {
        if (owners.size() > 1) {
            refused.add("The identifiers belong to several profiles.");
            return Answer.nothing(refused);
        }
        Optional<KnownProfile> profile = owners.stream().findFirst();
        Map<ConnectionId, Set<String>> read = new LinkedHashMap<>();
        Map<String, List<String>> show = new TreeMap<>();
        for (InPageConnection each : active) {
            if (each.judge(said, profile.map(KnownProfile::privacy))
                    instanceof Verdict.HeldBack held) {
                counts.add(each.id(), PageTally.heldBack(held));
                continue;
            }
            if (!each.variables().isEmpty()) {
                read.put(each.id(), each.variables());
            }
            Map<String, List<String>> shown =
                    profile.map(one -> each.shown(one.values())).orElseGet(Map::of);
            if (!shown.isEmpty()) {
                // Of two that show something at one place the first does.
                shown.forEach(show::putIfAbsent);
                counts.add(each.id(), PageTally.ofShown());
            }
        }
        return new Answer(read, show, refused);
    }
}
