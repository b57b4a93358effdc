package io.connections.application.visitor;

import io.connections.application.channel.port.ChannelRepository;
import io.connections.application.inpage.InPageConnections;
import io.connections.application.inpage.PageTally;
import io.connections.application.inpage.port.PageProfiles;
import io.connections.application.kernel.port.Ids;
import io.connections.application.profile.port.PropertyUses;
import io.connections.application.visitor.port.EventQueue;
import io.connections.application.visitor.port.VisitorRepository;
import io.connections.domain.channel.ChannelId;
import io.connections.domain.channel.Channels;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.consent.ConsentGate.Verdict;
import io.connections.domain.consent.ConsentStatement;
import io.connections.domain.consent.PrivacyState;
import io.connections.domain.goal.ChunkDecision;
import io.connections.domain.goal.ConsentTerms;
import io.connections.domain.goal.Disposition;
import io.connections.domain.goal.ImportDecider;
import io.connections.domain.goal.KnownProfiles;
import io.connections.domain.goal.MappedRecord;
import io.connections.domain.goal.SaidConsent;
import io.connections.domain.inpage.InPageConnection;
import io.connections.domain.inpage.PageRecord;
import io.connections.domain.profile.Identifier;
import io.connections.domain.profile.ProfileId;
import io.connections.domain.visitor.Visitor;
import io.connections.domain.visitor.VisitorId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
    private final EventQueue queue;
    private final VisitorRepository visitors;
    private final PropertyUses properties;
    private final Ids ids;

    PageImports(
            InPageConnections connections,
            ChannelRepository channels,
            PageProfiles profiles,
            PassedOnConsent consents,
            EventQueue queue,
            VisitorRepository visitors,
            PropertyUses properties,
            Ids ids) {
        this.connections = connections;
        this.channels = channels;
        this.profiles = profiles;
        this.consents = consents;
        this.queue = queue;
        this.visitors = visitors;
        this.properties = properties;
        this.ids = ids;
    }

    /// Inside a unit of work. What is said for a connection that does not ask any more, or where it
    /// is not active, comes to nothing.
    ///
    /// @param done what comes of it is added there
    Uni<Void> bring(List<PageRead> said, Map<ConnectionId, PageTally> done) {
        if (said.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Identifier> persons =
                said.stream().flatMap(each -> each.person().stream()).distinct().toList();
        return properties
                .use()
                .chain(() -> connections.working())
                .chain(
                        working ->
                                pages(said)
                                        .chain(
                                                pages ->
                                                        elsewhere(said, persons)
                                                                .chain(
                                                                        elsewhere ->
                                                                                bring(
                                                                                        said,
                                                                                        working,
                                                                                        pages,
                                                                                        elsewhere,
                                                                                        done))));
    }

    /// What waits to be handled, where the person of each page is known to be, and what is known of
    /// those browsers.
    private record Elsewhere(
            List<QueuedEvent> waiting,
            Map<Identifier, Set<VisitorId>> browsers,
            Map<VisitorId, Visitor> known) {
        /// What the person of a page refused since it said it, or at other browsers.
        List<ConsentStatement> refused(PageRead read) {
            List<ConsentStatement> refused = new ArrayList<>(refusedBefore(read));
            refused.addAll(VisitorsNow.refused(since(read, others(read))));
            return refused;
        }

        /// At other browsers, as far as it is handled.
        List<ConsentStatement> refusedBefore(PageRead read) {
            return others(read).stream()
                    .flatMap(each -> Optional.ofNullable(known.get(each)).stream())
                    .flatMap(VisitorsNow::refusedBy)
                    .toList();
        }

        private Set<VisitorId> others(PageRead read) {
            return read.person().stream()
                    .flatMap(each -> browsers.getOrDefault(each, Set.of()).stream())
                    .filter(each -> !each.equals(read.visitor().id()))
                    .collect(Collectors.toSet());
        }

        private List<QueuedEvent> since(PageRead read, Set<VisitorId> others) {
            return waiting.stream()
                    .filter(
                            each ->
                                    others.contains(each.event().visitor())
                                            || (each.event().visitor().equals(read.visitor().id())
                                                    && each.number() > read.number()))
                    .toList();
        }
    }

    private Uni<Elsewhere> elsewhere(List<PageRead> said, List<Identifier> persons) {
        return visitors.takenFor(persons)
                .chain(
                        browsers -> {
                            Set<VisitorId> all =
                                    said.stream()
                                            .map(each -> each.visitor().id())
                                            .collect(Collectors.toSet());
                            Set<VisitorId> theirs = new HashSet<>();
                            browsers.values().forEach(theirs::addAll);
                            all.addAll(theirs);
                            return queue.waitingStatements(all)
                                    .chain(
                                            events ->
                                                    visitors.find(theirs)
                                                            .map(
                                                                    known ->
                                                                            new Elsewhere(
                                                                                    events,
                                                                                    browsers,
                                                                                    known)));
                        });
    }

    private Uni<Channels> pages(List<PageRead> said) {
        Set<ChannelId> ids =
                said.stream().map(each -> each.event().channel()).collect(Collectors.toSet());
        return channels.findAll(ids).map(Channels::of);
    }

    private Uni<Void> bring(
            List<PageRead> said,
            List<InPageConnection> working,
            Channels pages,
            Elsewhere elsewhere,
            Map<ConnectionId, PageTally> done) {
        return inTurn(
                working,
                each ->
                        bring(
                                each,
                                said.stream()
                                        .filter(read -> read.said().connection().equals(each.id()))
                                        .filter(read -> each.isActiveOn(pages, read.event().page()))
                                        .toList(),
                                elsewhere,
                                done));
    }

    private Uni<Void> bring(
            InPageConnection connection,
            List<PageRead> said,
            Elsewhere elsewhere,
            Map<ConnectionId, PageTally> done) {
        List<PageRead> allowed = new ArrayList<>();
        for (PageRead each : said) {
            PrivacyState privacy = each.privacy(elsewhere.refused(each));
            if (connection.gate().judge(privacy) instanceof Verdict.HeldBack held) {
                done.merge(connection.id(), PageTally.heldBack(held), PageTally::plus);
            } else {
                allowed.add(each);
            }
        }
        return allowed.isEmpty()
                ? Uni.createFrom().voidItem()
                : inTurn(
                        connection.imports(),
                        goal ->
                                bring(connection, goal, allowed, elsewhere)
                                        .invoke(
                                                tally ->
                                                        done.merge(
                                                                connection.id(),
                                                                tally,
                                                                PageTally::plus))
                                        .replaceWithVoid());
    }

    private Uni<PageTally> bring(
            InPageConnection connection,
            InPageConnection.Import goal,
            List<PageRead> said,
            Elsewhere elsewhere) {
        List<Identifier> identifiers =
                said.stream().flatMap(each -> each.person().stream()).distinct().toList();
        return profiles.owners(identifiers)
                .chain(known -> decide(connection, goal, said, known, elsewhere))
                .call(
                        decision ->
                                profiles.write(
                                        connection.id(), connection.name(), goal.goal(), decision))
                .map(PageImports::tally);
    }

    /// Somebody who has no profile yet brings along what they said at the browser, and what they
    /// refused at others. What proves it
    /// is kept only where a profile is really made, so that comes to light first.
    private Uni<ChunkDecision> decide(
            InPageConnection connection,
            InPageConnection.Import goal,
            List<PageRead> said,
            KnownProfiles known,
            Elsewhere elsewhere) {
        Map<Long, SaidConsent> before = new HashMap<>();
        said.stream()
                .filter(
                        each ->
                                each.person().stream()
                                        .allMatch(one -> known.ownerOf(one).isEmpty()))
                .forEach(
                        each ->
                                before.put(
                                        each.number(),
                                        saidBefore(each, statements(each, elsewhere))));
        ChunkDecision decision = decide(connection, goal, said, known, before);
        Set<Long> makers =
                decision.ledger().stream()
                        .filter(each -> each.disposition() == Disposition.CREATED)
                        .map(ChunkDecision.LedgerEntry::recordNumber)
                        .collect(Collectors.toSet());
        List<PageRead> proving =
                said.stream()
                        .filter(each -> makers.contains(each.number()))
                        .filter(each -> !statements(each, elsewhere).isEmpty())
                        .toList();
        return proving.isEmpty()
                ? Uni.createFrom().item(decision)
                : inTurn(
                                proving,
                                each ->
                                        consents.withEvidence(
                                                        each.visitor(), statements(each, elsewhere))
                                                .invoke(
                                                        proven ->
                                                                before.put(
                                                                        each.number(),
                                                                        saidBefore(each, proven)))
                                                .replaceWithVoid())
                        .map(_ -> decide(connection, goal, said, known, before));
    }

    private static List<ConsentStatement> statements(PageRead each, Elsewhere elsewhere) {
        return List.copyOf(each.privacy(elsewhere.refusedBefore(each)).consents().all());
    }

    private static SaidConsent saidBefore(PageRead each, List<ConsentStatement> statements) {
        return SaidConsent.before(each.zone(), statements);
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
                            each.number(), each.said().values(), goal.variables(), each.person());
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
