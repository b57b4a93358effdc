package io.connections.application.visitor;

import io.connections.application.channel.port.ChannelRepository;
import io.connections.application.inpage.InPageConnections;
import io.connections.application.inpage.PageTally;
import io.connections.application.inpage.port.PageProfiles;
import io.connections.application.kernel.port.Ids;
import io.connections.domain.channel.ChannelId;
import io.connections.domain.channel.Channels;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.consent.ConsentGate.Verdict;
import io.connections.domain.consent.ConsentStatement;
import io.connections.domain.consent.PrivacyState;
import io.connections.domain.goal.ChunkDecision;
import io.connections.domain.goal.ConsentTerms;
import io.connections.domain.goal.ImportDecider;
import io.connections.domain.goal.KnownProfiles;
import io.connections.domain.goal.MappedRecord;
import io.connections.domain.goal.SaidConsent;
import io.connections.domain.inpage.InPageConnection;
import io.connections.domain.inpage.PageRecord;
import io.connections.domain.profile.Identifier;
import io.connections.domain.profile.ProfileId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Brings what pages said into the profiles of those who provably looked at them. The service told
/// the tag what to read; whether that is still so is decided here again.
@Singleton
final class PageImports {
    private final InPageConnections connections;
    private final ChannelRepository channels;
    private final PageProfiles profiles;
    private final PassedOnConsent consents;
    private final Ids ids;
    private final InstantSource clock;

    PageImports(
            InPageConnections connections,
            ChannelRepository channels,
            PageProfiles profiles,
            PassedOnConsent consents,
            Ids ids,
            InstantSource clock) {
        this.connections = connections;
        this.channels = channels;
        this.profiles = profiles;
        this.consents = consents;
        this.ids = ids;
        this.clock = clock;
    }

    /// Inside a unit of work. What is said for a connection that does not ask any more, of a page
    /// where it is not active, or by nobody who is known for sure, comes to nothing.
    Uni<Void> bring(List<PageRead> said) {
        List<PageRead> known = said.stream().filter(each -> !each.proven().isEmpty()).toList();
        return known.isEmpty()
                ? Uni.createFrom().voidItem()
                : connections
                        .working()
                        .chain(
                                working ->
                                        pages(known).chain(pages -> bring(known, working, pages)));
    }

    private Uni<Channels> pages(List<PageRead> said) {
        Set<ChannelId> ids =
                said.stream().map(each -> each.event().channel()).collect(Collectors.toSet());
        return channels.findAll(ids).map(Channels::of);
    }

    private Uni<Void> bring(List<PageRead> said, List<InPageConnection> working, Channels pages) {
        Map<ConnectionId, List<PageRead>> byConnection = new LinkedHashMap<>();
        said.forEach(
                each ->
                        byConnection
                                .computeIfAbsent(each.said().connection(), _ -> new ArrayList<>())
                                .add(each));
        return inTurn(
                working.stream().filter(each -> byConnection.containsKey(each.id())).toList(),
                each ->
                        bring(
                                each,
                                byConnection.getOrDefault(each.id(), List.of()).stream()
                                        .filter(read -> each.isActiveOn(pages, read.event().page()))
                                        .toList()));
    }

    private Uni<Void> bring(InPageConnection connection, List<PageRead> said) {
        List<PageRead> allowed = new ArrayList<>();
        List<PageTally> tallies = new ArrayList<>();
        for (PageRead each : said) {
            if (connection.gate().judge(each.privacy()) instanceof Verdict.HeldBack held) {
                tallies.add(PageTally.heldBack(held));
            } else {
                allowed.add(each);
            }
        }
        return inTurn(
                        connection.imports(),
                        goal ->
                                allowed.isEmpty()
                                        ? Uni.createFrom().voidItem()
                                        : bring(connection, goal, allowed)
                                                .invoke(tallies::add)
                                                .replaceWithVoid())
                .chain(() -> count(connection, tallies));
    }

    private Uni<Void> count(InPageConnection connection, List<PageTally> tallies) {
        return tallies.isEmpty()
                ? Uni.createFrom().voidItem()
                : profiles.count(
                        connection.id(),
                        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                        tallies.stream().reduce(PageTally.NOTHING, PageTally::plus));
    }

    private Uni<PageTally> bring(
            InPageConnection connection, InPageConnection.Import goal, List<PageRead> said) {
        List<Identifier> identifiers =
                said.stream().flatMap(each -> each.proven().stream()).distinct().toList();
        return profiles.owners(identifiers)
                .chain(
                        known ->
                                saidBefore(connection, said, known)
                                        .map(
                                                before ->
                                                        decide(
                                                                connection,
                                                                goal,
                                                                said,
                                                                known,
                                                                before)))
                .call(
                        decision ->
                                profiles.write(
                                        connection.id(), connection.name(), goal.goal(), decision))
                .map(PageImports::tally);
    }

    private ChunkDecision decide(
            InPageConnection connection,
            InPageConnection.Import goal,
            List<PageRead> said,
            KnownProfiles known,
            Map<Long, SaidConsent> before) {
        List<MappedRecord> records = new ArrayList<>(said.size());
        for (PageRead each : said) {
            PageRecord record =
                    new PageRecord(
                            each.number(), each.said().values(), goal.variables(), each.proven());
            records.add(
                    Optional.ofNullable(before.get(each.number()))
                            .map(earlier -> goal.plan().map(record, earlier))
                            .orElseGet(() -> goal.plan().map(record)));
        }
        return new ImportDecider(goal.plan())
                .decide(
                        records,
                        known,
                        ConsentTerms.bringingNone(connection.gate()),
                        () -> new ProfileId(ids.next()));
    }

    /// Somebody who has no profile yet brings along what they said at the browser, with what proves
    /// it. What is said by others was passed on to their profiles already.
    private Uni<Map<Long, SaidConsent>> saidBefore(
            InPageConnection connection, List<PageRead> said, KnownProfiles known) {
        Map<Long, SaidConsent> before = new HashMap<>();
        return inTurn(
                        said.stream()
                                .filter(
                                        each ->
                                                each.proven().stream()
                                                        .allMatch(
                                                                one ->
                                                                        known.ownerOf(one)
                                                                                .isEmpty()))
                                .toList(),
                        each ->
                                evidence(connection, each)
                                        .invoke(
                                                statements ->
                                                        before.put(
                                                                each.number(),
                                                                SaidConsent.before(
                                                                        each.zone(), statements)))
                                        .replaceWithVoid())
                .replaceWith(before);
    }

    /// Kept only for somebody whose profile is about to be made.
    private Uni<List<ConsentStatement>> evidence(InPageConnection connection, PageRead each) {
        List<ConsentStatement> statements = each.reaching();
        PrivacyState asNew = PrivacyState.UNKNOWN.hear(each.zone(), statements).now();
        return connection.gate().judge(asNew) instanceof Verdict.HeldBack
                ? Uni.createFrom().item(statements)
                : consents.withEvidence(each.visitor(), statements);
    }

    private static PageTally tally(ChunkDecision decision) {
        Map<Verdict.HeldBack, Long> heldBack =
                decision.heldBack().stream()
                        .collect(
                                Collectors.groupingBy(
                                        ChunkDecision.HeldBack::verdict, Collectors.counting()));
        return new PageTally(decision.counts(), heldBack, 0);
    }

    private static <T> Uni<Void> inTurn(List<T> items, Function<T, Uni<? extends Void>> each) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(each)
                .onItem()
                .ignoreAsUni();
    }
}
